import pytest

from framing.annotate.people.hidden import cover_names
from framing.annotate.quotations import find_quotes

SAID = "said the pier was late."


def speaker(text):
    quotes = [q for q in find_quotes([("a", text)]).quotes["a"] if q.speech]
    return quotes[-1].speaker_resolved, quotes[-1].source_type


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"A clerk who feared for her post {SAID}", (None, "anonymous")),
        (f"A clerk, who would not give her name, {SAID}", (None, "anonymous")),
        (f"Two former inspectors {SAID} They asked not to be named.", (None, "anonymous")),
        (f"Two former inspectors {SAID} They asked for tea.", (None, "police")),
        (f"A porter whom we shall call Moss {SAID}", ("Moss", "anonymous")),
        (f"Two surveyors, who asked not to be named, {SAID} One of them said that it was cold.", (None, "anonymous")),
        (f"A guard who begs us to forget his face {SAID}", (None, "anonymous")),
        (f"A clerk, who spoke on the understanding that we would not identify her, {SAID}", (None, "anonymous")),
        (f"Speaking privately, a clerk {SAID}", (None, "anonymous")),
        (f"A clerk, who would lose more than a post if we named her, {SAID}", (None, "anonymous")),
        (f"A clerk who did not want her name in print {SAID}", (None, "anonymous")),
        (f"A clerk, who asked us to leave out his name, {SAID}", (None, "anonymous")),
        (f"A clerk, who asked that only her initial be used, {SAID}", (None, "anonymous")),
        (f"A clerk {SAID} His name is known to the editors.", (None, "anonymous")),
        (f"A driver to whom we give the name of Moss {SAID}", ("Moss", "anonymous")),
        (f"A driver who appears here as Moss {SAID}", ("Moss", "anonymous")),
        (f"A driver came. Let us call him Moss. Moss {SAID}", ("Moss", "anonymous")),
        (f"A porter whom we shall call Moss left. Lind came. Moss {SAID}", ("Moss", "anonymous")),
        (f"A driver with a sad face {SAID}", (None, "citizen")),
        ("The head of Tide Watch said that whoever spoke would lose their job.", (None, "organisation")),
        (f"A ministry official {SAID}", (None, "official")),
        (f"A woman at the stall {SAID}", (None, "citizen")),
    ],
)
def test_only_a_condition_or_a_cover_name_makes_a_source_anonymous(text, expected):
    assert speaker(text) == expected


def test_a_call_is_no_cover_name():
    assert not list(cover_names("I called Ann Orr, and what we call Merrow is small."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Two cooks, who did not wish to be named, {SAID}", (None, "anonymous")),
        (f"A stoker, given here as Father Coal, {SAID}", ("Father Coal", "anonymous")),
        (f"A stoker, who asks to be called Bram, {SAID}", ("Bram", "anonymous")),
        (f"A pupil of twelve, called Bram in this bulletin, {SAID}", ("Bram", "anonymous")),
        (f"A stoker, known to us only as Bram, {SAID}", ("Bram", "anonymous")),
        (f"A stoker, whose name is better left out, {SAID}", (None, "anonymous")),
        (f"Some names have been changed. Tilda, a baker, {SAID}", ("Tilda", "anonymous")),
        (f"Where a first name stands alone, it is invented. Tilda, a baker, {SAID}", ("Tilda", "anonymous")),
        (f"Some names have been changed. Tilda, a baker, came. Tilda Orr {SAID}", ("Tilda Orr", "citizen")),
        (f"Some streets have been changed. Tilda, a baker, {SAID}", ("Tilda", "citizen")),
    ],
)
def test_a_name_by_itself_is_a_cover_where_names_were_changed(text, expected):
    assert speaker(text) == expected


def test_a_pen_name_of_somebody_named_is_no_cover():
    assert not list(cover_names("Ann Orr wrote about eels under the name of Grey Otter."))
    assert list(cover_names("She spoke under the name of Grey Otter."))
