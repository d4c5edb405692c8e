"""What a reporting verb or noun has as its content; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

CONTENTS = {
    "a second that-clause": (
        "Mara Voss predicted that wages would fall over time, but that the higher pay would more than offset any loss.",
        [("Mara Voss", "predict", "that wages would fall over time, but that the higher pay would more than offset any loss")],
    ),
    "another speaker behind while": (
        "Mara Voss said that the pier was shut, whereas Hugo Lind said that it was open.",
        [("Mara Voss", "say", "that the pier was shut"), ("Hugo Lind", "say", "that it was open")],
    ),
    "a second verb of another form": (
        "Mara Voss is telling reporters that it is late and says she will sue.",
        [("Mara Voss", "tell", "that it is late"), ("Mara Voss", "say", "she will sue")],
    ),
    "that before marks": ("Mara Voss promises that “nobody will wait”.", [("Mara Voss", "promise", "“nobody will wait”")]),
    "that before words and marks": (
        "Mara Voss promises that nobody “will have to wait”.",
        [("Mara Voss", "promise", "that nobody “will have to wait”")],
    ),
    "two promises and requests": (
        "The ministry promised to pay for the nets and urged skippers to wait.",
        [("The ministry", "promise", "to pay for the nets"), ("The ministry", "urge", "to wait")],
    ),
    "a wish behind for": ("Mara Voss called for the pier to be shut.", [("Mara Voss", "call", "the pier to be shut")]),
    "a gerund away from its verb": (
        "Mara Voss admitted in court having sold the boat.", [("Mara Voss", "admit", "having sold the boat")],
    ),
    "an infinitive of the past": (
        "Hugo Lind claimed to have seen the boat.", [("Hugo Lind", "claim", "to have seen the boat")],
    ),
    "a verb with its noun": ("Mara Voss took aim at the harbour board.", [("Mara Voss", "take aim", "the harbour board")]),
    "a noun and is": ("Her view is that the pier should go.", [("Her", "view", "that the pier should go")]),
    "marks around a part of the clause": (
        "Mara Voss said the days when the town had “a single pier” were gone.",
        [("Mara Voss", "say", "the days when the town had “a single pier” were gone")],
    ),
    "a chant": ("They chanted “stop the pier now” and left.", [("They", "chant", "“stop the pier now”")]),
    "two words and what was done next": ("Mara Voss said 'no comment' and left.", [("Mara Voss", "say", "'no comment'")]),
    "a figure": ("Hugo Lind put the number at 300.", [("Hugo Lind", "put", "the number at 300")]),
    "no figure": ("Hugo Lind put the boat at the pier, and Mara Voss put hers at berth 9.", []),
    "a noun behind its warner": (
        "A warning from Mara Voss that the bridge was unsafe came too late.",
        [("Mara Voss", "warning", "that the bridge was unsafe")],
    ),
    "a noun that is issued": (
        "Mara Voss issued a warning that the bridge was unsafe.", [("Mara Voss", "warning", "that the bridge was unsafe")],
    ),
    "a noun before the verb of its sentence": (
        "His claim that the vote was rigged drew laughter.", [("His", "claim", "that the vote was rigged")],
    ),
    "a claim that is denied": (
        "Mara Voss dismissed the claim that the vote was rigged.", [("Mara Voss", "dismiss", "that the vote was rigged")],
    ),
    "a claim that is printed": (
        "The paper printed a claim that the bridge was unsafe.", [(None, "claim", "that the bridge was unsafe")],
    ),
    "a claim that is shown": (
        "Mara Voss was shown a claim that the bridge was unsafe.", [(None, "claim", "that the bridge was unsafe")],
    ),
    "a demand": ("Residents carried a demand for an inquiry.", [("Residents", "demand", "an inquiry")]),
    "a demand for nothing": ("Mara Voss issued a demand for", []),
    "demand for goods": ("Demand for tea rose, and China’s demand for oil fell.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONTENTS.values(), ids=CONTENTS.keys())
def test_content_is_read(text, expected):
    assert attributions(text) == expected


def test_an_idea_that_is_rejected_is_said_with_its_noun():
    ((_, _, content),) = attributions("Mara Voss rejected the suspicion that the fire had been set.")
    assert content == "the suspicion that the fire had been set"


def test_a_gerund_behind_the_verb_is_not_mixed_with_what_explains_the_speaker():
    found = attributions(
        "Mara Voss, the clerk whose note has since become known, recalled counting five wet lamps in a minute."
    )

    assert "counting five wet lamps in a minute" in [said for _, _, said in found]


def test_what_a_phrase_of_place_goes_on_with_is_not_admitted():
    found = attributions(
        "The office had admitted a crack “of the width of a thumb” in July, in a notice that nobody liked to read."
    )

    assert not any("nobody" in said for _, _, said in found)
    assert any("a crack" in said for _, _, said in found)


def test_a_question_behind_whom_a_forum_is_for_is_what_is_asked():
    found = attributions("Mara Voss asked in a forum for bakers why the oven stayed cold.")

    assert found == [("Mara Voss", "ask", "why the oven stayed cold")]


def test_a_hall_is_reminded_of_something():
    found = attributions("The speaker reminded the hall of the ninety dead of last winter.")

    assert found == [("The speaker", "remind", "the ninety dead of last winter")]


def test_users_of_something_are_reminded_of_a_clause():
    found = attributions("The office reminded users of the yard they could still be listed without a fee.")

    assert [said for _, _, said in found] == ["they could still be listed without a fee"]


def test_an_assurance_has_its_clause_although_that_looks_like_an_object():
    text = "The minister’s assurance that everything now lies in the hands of Judge Brandt is meant to comfort us."

    assert "that everything now lies in the hands of Judge Brandt" in [said for _, _, said in attributions(text)]


def test_a_number_can_open_a_clause():
    found = attributions("Mara Voss had submitted that nine out of ten porters in the harbour are held against their will.")

    assert [said for _, _, said in found] == ["that nine out of ten porters in the harbour are held against their will"]


def test_a_request_for_comment_tells_nothing():
    assert not attributions("The office refused our request for comment on Monday.")
    ((_, _, content),) = attributions("The court turned down her request for a second hearing.")
    assert content == "a second hearing"
