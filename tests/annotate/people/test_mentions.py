"""The kind of one mention, from its words, its sentence and whom it stands for."""

import pytest

from framing.annotate.quotations import find_quotes

SAID = "said the pier was late."


def kinds(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"A salt raker behind the chapel {SAID}", "citizen"),
        (f"The 68-year-old {SAID}", "citizen"),
        (f"A dyer for the Orr Milk Works {SAID}", "company"),
        (f"A dyer from the queue {SAID}", "citizen"),
        (f"Two bus drivers {SAID} One of them said that it was cold.", "citizen"),
        (f"An uncle of the dead man, Hugo Lind, {SAID}", "victim"),
        (f"An uncle of the tall man, Hugo Lind, {SAID}", "citizen"),
        (f"Rangers came early. They {SAID}", "citizen"),
    ],
)
def test_a_person_nobody_describes_is_a_citizen_or_of_what_they_work_for(text, kind):
    assert kinds(text)[-1] == kind


def test_what_a_later_mention_calls_somebody_counts_for_them():
    text = f"Hugo Lind lent us the bus. The village head {SAID} Hugo Lind, the village head, said that it was cold."

    assert kinds(text)[-1] == "official"


def test_the_one_who_was_promised_silence_stays_hidden_as_the_former_clerk():
    text = f"A clerk who would lose her post if we named her {SAID} The former clerk added that it was cold."

    assert kinds(text) == ["anonymous", "anonymous"]


def test_a_pronoun_after_a_sentence_that_hides_somebody_is_anonymous():
    text = "A clerk agreed to talk if we left out her name. There were two lists, she said."

    assert kinds(text)[-1] == "anonymous"


def test_the_moderator_goes_on_as_the_hidden_moderator():
    text = f"One of the night moderators, who begged me to leave out the name, {SAID} The moderator added that it was cold."

    assert kinds(text) == ["anonymous", "anonymous"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Another of the cheated, the former tailor Hugo Lind, {SAID}", "victim"),
        (f"Another of the invited, the former tailor Hugo Lind, {SAID}", "citizen"),
        (f"Two children drank from the well and spent a week in hospital. Their father, Hugo Lind, {SAID}", "victim"),
        (f"Two children drank from the well and spent a week in town. Their father, Hugo Lind, {SAID}", "citizen"),
        ("A widow from Keel Lane asked whether her late husband needed a card.", "citizen"),
    ],
)
def test_who_belongs_to_the_harmed_is_harmed(text, kind):
    assert kinds(text)[-1] == kind
