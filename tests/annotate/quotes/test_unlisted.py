"""Verbs of no list beside quoted words; all people are invented."""

import pytest

from framing.annotate.quotations import find_quotes
from framing.annotate.quotes.unlisted import unlisted
from tests.annotate.quotes.trees import tagged


def quoted(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(text[q.start : q.end], q.cue_text, q.speaker_text) for q in find_quotes([("a", text)]).quotes["a"]]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“It is so,” cried his mother.", "cried", "his mother"),
        ("“Why?” wept the boy.", "wept", "the boy"),
        ("“It is a leash,” the poet sniffs.", "sniffs", "the poet"),
        (
            '"Natural botulism", diagnosed the Bureau of Wild Fowl without opening a bird.',
            "diagnosed",
            "the Bureau of Wild Fowl",
        ),
        ("“They rank behind everything,” corrects him Ann Orr, the author.", "corrects", "Ann Orr"),
        ("“It rained,” the sheriff's log records.", "records", "the sheriff's log"),
    ],
)
def test_a_verb_of_no_list_reports_where_a_comma_says_that_a_clause_follows(text, cue, speaker):
    ((_, found, who),) = quoted(text)

    assert (found, who) == (cue, speaker)


def test_the_words_of_one_speaker_do_not_go_to_the_one_before():
    found = quoted("“There is no cow,” says the vet. “The byre holds a table,” the sheriff's log records.")

    assert found == [
        ("“There is no cow,”", "says", "the vet"),
        ("“The byre holds a table,”", "records", "the sheriff's log"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The “Lamp,” a weekly, sank.",
        "“Clean Hall,” the campaign, was long.",
        "“We shall not sleep,” became the watchword of the mayor.",
    ],
)
def test_what_stands_behind_marks_need_not_report_them(text):
    assert all(cue is None for _, cue, _ in quoted(text))


@pytest.mark.parametrize(("mark", "reads"), [(",/,", True), ("?/.", True), ("song/NN", False)])
def test_only_a_comma_or_a_question_inside_the_marks_tells_that_a_clause_follows(mark, reads):
    tree = tagged(f"“/`` It/PRP works/VBZ {mark} ”/'' angered/VBD the/DT mayor/NN ./.", quoted=5)

    assert [r.speaker for r in unlisted(tree, [])] == ([[6, 7]] if reads else [])
