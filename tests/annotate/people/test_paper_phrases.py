"""Parts of documents, second ones and ones of several speak for whoever issued the whole."""

from framing.annotate.quotations import find_quotes


def speakers(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


def test_the_annex_to_a_decision_is_of_the_office_that_decided():
    assert speakers("The Water Authority met. The annex to the decision says that eels are banned.") == ["Water Authority"]


def test_each_of_several_reports_is_of_whoever_is_named_behind():
    assert speakers("Each of the four reports by the Water Authority says that eels are banned.") == ["Water Authority"]


def test_a_second_message_is_from_whoever_sent_the_first():
    text = (
        "A message from the Water Authority says that eels are banned. Ann Orr wept. "
        "A second message, two days later, adds that carp are banned."
    )

    assert speakers(text) == ["Water Authority"] * 2


def test_the_first_of_two_is_of_whoever_signed_it():
    text = "Two letters lay there. The first, dated 3 May and signed by Ann Orr, says that eels are banned."

    assert speakers(text) == ["Ann Orr"]


def test_a_notice_is_known_by_whose_it_was_when_it_was_only_mentioned():
    text = "The notice of the Water Authority is green. It rained.\n\nEels are banned, according to the notice."

    assert speakers(text) == ["Water Authority"]


def test_the_first_of_several_clerks_is_no_document():
    assert speakers("Two clerks sat there. The first says that eels are banned.") == [None]
