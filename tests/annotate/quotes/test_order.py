"""Cues between commas and lost clauses, read from the order of the words; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The repairs, the harbour office estimates, may last until March.",
            [("the harbour office", "estimate", "The repairs … may last until March")],
        ),
        (
            "The ropes of all six boats, testified the diver Mara Voss, showed signs of a knife.",
            [("the diver Mara Voss", "testify", "The ropes of all six boats … showed signs of a knife")],
        ),
        (
            "The gate, his lawyer, Hugo Lind, countered, was never locked.",
            [("his lawyer, Hugo Lind", "counter", "The gate … was never locked")],
        ),
        (
            "Eleven families had to leave their flats within a day, the charity Warm Hand reports.",
            [("the charity Warm Hand", "report", "Eleven families had to leave their flats within a day")],
        ),
        (
            "Two boys came at dusk and cut the net, the baker, Mara Voss, related.",
            [("the baker, Mara Voss", "relate", "Two boys came at dusk and cut the net")],
        ),
        (
            "What he had seen, he told me on the telephone, was a lamp.",
            [("he", "tell", "What he had seen … was a lamp")],
        ),
        (
            "The gate had shown a crack, remarked a retired porter who had come by bus.",
            [("a retired porter", "remark", "The gate had shown a crack")],
        ),
        (
            "There had been no fire that they knew of, replied nine of the twelve bakers who wrote to us.",
            [("nine of the twelve bakers", "reply", "There had been no fire that they knew of")],
        ),
    ],
)
def test_a_cue_between_commas_has_the_sentence_around_it(text, expected):
    assert attributions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She closed the shop, sold the boat, and left.",
        "The office, the agency and the court, were shut.",
    ],
)
def test_a_list_between_commas_is_no_cue(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hugo Lind assured a guest with a hat that nobody had paid him to dance.",
            [("Hugo Lind", "assure", "that nobody had paid him to dance")],
        ),
        ("Visitors have asked the Tide where they can leave coats.", [("Visitors", "ask", "where they can leave coats")]),
        (
            "On the night of the storm she was told by a warden of the pier to stop singing.",
            [("a warden of the pier", "tell", "to stop singing")],
        ),
        ("The cooperative denies that it’s a club with a bar.", [("The cooperative", "deny", "that it’s a club with a bar")]),
    ],
)
def test_a_clause_behind_whoever_is_told_is_what_is_said(text, expected):
    assert attributions(text) == expected


def test_a_relative_clause_behind_an_object_is_not_what_is_said():
    assert not [said for _, _, said in attributions("Mara Voss told the men that had waited a joke.") if "waited" in said]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("His cousin, a dentist, retorts that it was the best fair.", "His cousin, a dentist", "it was the best fair"),
        ("The same weekly claims that our judges are afraid.", "The same weekly", "our judges are afraid"),
        ("The Harbour Union counters that nobody was paid.", "The Harbour Union", "nobody was paid"),
    ],
)  # fmt: skip
def test_a_verb_that_looks_like_a_noun_reports(text, speaker, content):
    ((who, _, said),) = attributions(text)

    assert (who, said) == (speaker, f"that {content}")


def test_claims_in_the_plural_remain_a_noun():
    assert attributions("The claims that he made were false.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The lamp is out, says a sailor whom we met, and nobody should wait for it.",
            "The lamp is out … and nobody should wait for it",
        ),
        (
            "The soup is no secret, noted a retired cook in a letter, but the recipe is a family matter.",
            "The soup is no secret … but the recipe is a family matter",
        ),
    ],
)
def test_what_was_said_goes_on_behind_a_speaker_who_follows_the_cue(text, content):
    assert [said for _, _, said in attributions(text)] == [content]


def test_a_question_without_marks_stands_before_who_asks():
    assert attributions("Were the buses late? asks Mara Voss.") == [("Mara Voss", "ask", "Were the buses late")]
    assert [said for _, _, said in attributions("Why, asked the mayor, did nobody call?")] == ["Why … did nobody call"]


def test_a_clause_without_that_behind_whoever_is_told_is_what_is_said():
    said = "he had bought the map in a shop"

    assert attributions(f"Hugo Lind told the clerks {said}.") == [("Hugo Lind", "tell", said)]
    assert [c for _, _, c in attributions("Hugo Lind told a woman he had met that it was late.")] == ["that it was late"]
