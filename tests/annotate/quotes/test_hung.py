"""What goes on with the content though the parser hung it to the cue; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

WHOLE = {
    "a second clause without a comma": (
        "Mara Voss explained that the pump was leaking and the crew were “half asleep”.",
        "that the pump was leaking and the crew were “half asleep”",
    ),
    "what happens otherwise": (
        "Mara Voss cautioned that the crew would have to be paid on Fridays, or they would go back to the quarry.",
        "that the crew would have to be paid on Fridays, or they would go back to the quarry",
    ),
    "a list of what was done": (
        "Mara Voss related that she walked to the quay, was searched, and lost her hat there.",
        "that she walked to the quay, was searched, and lost her hat there",
    ),
    "a second question": (
        "Mara Voss asks where the ledger has been taken, and whether it is being read.",
        "where the ledger has been taken, and whether it is being read",
    ),
    "one more noun": (
        "The paper speaks of unpaid debts and a fine for the bakers.", "unpaid debts and a fine for the bakers",
    ),
    "a reason": (
        "Mara Voss told the crew to leave the pumps alone, because whoever touches them may be asked why.",
        "to leave the pumps alone, because whoever touches them may be asked why",
    ),
    "since when": ("The council reports nine fires since April.", "nine fires since April"),
    "in how many cases": ("The council admitted a mistake in one case.", "a mistake in one case"),
    "without what": ("The council confirmed four visits without a warrant.", "four visits without a warrant"),
    "by when": ("Mara Voss demanded the return of the boats within ten days.", "the return of the boats within ten days"),
    "at whose expense": ("Mara Voss promised lamps at the expense of the post.", "lamps at the expense of the post"),
    "all of them": (
        "The skippers agreed to keep to the rules, all of them.", "to keep to the rules, all of them",
    ),
}  # fmt: skip
ENDED = {
    "what the outlet tells next": (
        "Mara Voss said that the pump was leaking, and the crew went home.", "that the pump was leaking",
    ),
    "how long it was denied": ("The council has denied the charge since April.", "the charge"),
    "when it was demanded": ("Mara Voss demanded her release on Monday.", "her release"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_content_goes_on_with_what_belongs_to_it(text, expected):
    ((_, _, content),) = attributions(text)
    assert content == expected


@pytest.mark.parametrize(("text", "expected"), ENDED.values(), ids=ENDED.keys())
def test_content_ends_before_what_tells_of_the_occasion(text, expected):
    ((_, _, content),) = attributions(text)
    assert content == expected


def test_what_is_not_so_goes_on_with_what_is():
    ((_, _, content),) = attributions(
        "Mara Voss explained to the guests that the clerks look at the stamp and not at the letter."
    )
    assert content == "that the clerks look at the stamp and not at the letter"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Dr Sona Vavra warned of more accidents if drivers go home tired.", "more accidents if drivers go home tired"),
        ("Elbus rejected any claim for damages before the report is out.", "any claim for damages before the report is out"),
        ("Elbus rejected any claim for damages before the meeting began.", "any claim for damages"),
        ("The ministry promises full compensation under the Damage Act.", "full compensation under the Damage Act"),
        ("The ministry promised full compensation under pressure.", "full compensation"),
    ],
)
def test_terms_belong_to_a_thing_and_occasions_do_not(text, content):
    assert [found for _, _, found in attributions(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Marchuk said the figures were right but the cure was wrong.", "the figures were right but the cure was wrong"),
        ("Ada Marchuk said the figures were right but the mayor left the hall.", "the figures were right"),
    ],
)
def test_a_thing_in_the_second_clause_is_still_spoken_of(text, content):
    assert [found for _, _, found in attributions(text)] == [content]
