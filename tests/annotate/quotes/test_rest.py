"""The rest of a sentence that still belongs to the content; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

WHOLE = {
    "up to which hour": (
        "Mara Voss announced a ban on lamps from nine in the evening until four in the morning.",
        "a ban on lamps from nine in the evening until four in the morning",
    ),
    "what came next": (
        "Mara Voss remembers a knock at the door, then a smell of wet wool.",
        "a knock at the door, then a smell of wet wool",
    ),
    "of what the thing consists": (
        "The skippers called for the return of the ledgers, twelve volumes of debts, weights and names of cousins.",
        "the return of the ledgers, twelve volumes of debts, weights and names of cousins",
    ),
    "more of a list": (
        "The bakers called for lower taxes on flour, loans for ovens and repairs of the mill that grinds it.",
        "lower taxes on flour, loans for ovens and repairs of the mill that grinds it",
    ),
    "with what": ("The bakers have called for a new market, with a roof.", "a new market, with a roof"),
    "within what time": (
        "The bakers have pledged a new bridge, built by hand, within the year.",
        "a new bridge, built by hand, within the year",
    ),
    "what else happened at the time": (
        "Mara Voss explained that the film had come out a week after the fire, when tempers were short.",
        "that the film had come out a week after the fire, when tempers were short",
    ),
    "what is to be done with other things": (
        "Mara Voss recommends that the gate be closed, cards of guests burned, and the guard replaced by a simple bell.",
        "that the gate be closed, cards of guests burned, and the guard replaced by a simple bell",
    ),
    "how many more": (
        "Mara Voss swears that he had forty-one on board, three more than the rules allow.",
        "that he had forty-one on board, three more than the rules allow",
    ),
}  # fmt: skip
ENDED = {
    "what is done next": ("The bakers have called for a second mill, and the clerk wrote it down.", "a second mill"),
    "by what right": ("The bakers have called for a second mill, as is their right.", "a second mill"),
    "when it was said": ("The bakers called for a new market on the quay, a week after the fire.", "a new market on the quay"),
    "what somebody does about it": (
        "Mara Voss recommends that the gate be closed, and the guard replaced the lamp.", "that the gate be closed",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "content"), WHOLE.values(), ids=WHOLE.keys())
def test_what_is_more_of_the_thing_belongs_to_the_content(sentence, content):
    assert content in [found for _, _, found in attributions(sentence)]


@pytest.mark.parametrize(("sentence", "content"), ENDED.values(), ids=ENDED.keys())
def test_what_tells_of_the_act_ends_the_content(sentence, content):
    assert content in [found for _, _, found in attributions(sentence)]
