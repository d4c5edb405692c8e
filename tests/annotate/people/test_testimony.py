"""What somebody's own words tell makes a victim of a citizen, and of nobody else."""

import pytest

from framing.annotate.people.testimony import lost_money, tells_of_lost_money, tells_of_own_harm
from framing.annotate.quotations import find_quotes

FLOOD = "The flood killed nine people, and two bodies are missing. "


def kind(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A stick broke two of my ribs,” said Hugo Lind, a docker.", "victim"),
        ("“We were evicted before lunch,” said Hugo Lind, a docker.", "victim"),
        ("Hugo Lind, a docker, said that they had burned down his shop.", "victim"),
        ("Ann Orr, a cook, said she had lost two cows.", "victim"),
        ("Ann Orr, a cook, said she had lost nobody of her own.", "citizen"),
        ("Ann Orr, a minister, said she had lost two cows.", "official"),
        (FLOOD + "“Nobody has told us anything,” said Ann Orr, a cook.", "victim"),
        (FLOOD + "“Nobody has told us anything,” said a neighbour.", "citizen"),
        (FLOOD + "“Nobody sings in this street,” said Ann Orr, a cook.", "citizen"),
        ("The choir sang. “Nobody has told us anything,” said Ann Orr, a cook.", "citizen"),
    ],
)
def test_only_harm_of_ones_own_makes_a_victim(text, expected):
    assert kind(text) == expected


def test_money_is_lost_only_where_the_text_is_about_fraud():
    fraud = "The swindle took the savers by surprise; accounts were frozen."

    assert tells_of_lost_money("I had 900 crowns in there", fraud)
    assert not tells_of_lost_money("I had 900 crowns in there", "The fair was open.")
    assert lost_money("By noon she had drawn 900 crowns.", fraud)
    assert not lost_money("By noon she had drawn 900 maps.", "The fair was open.")


def test_the_third_person_counts_only_in_reported_words():
    assert not tells_of_own_harm("she was evicted")
    assert tells_of_own_harm("she was evicted", direct=False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The constable read my diary aloud.", "victim"),
        ("My throat burned all night.", "victim"),
        ("They wrote that I was drowned.", "victim"),
        ("The constable read the diary aloud.", "citizen"),
    ],
)
def test_what_was_done_to_ones_own_things_tells_in_a_text_about_harm(words, expected):
    assert kind(f"{FLOOD}“{words}” said Ann Orr, a cook.".replace(".”", ",”")) == expected


def test_being_spat_at_and_driven_off_is_harm_in_any_text():
    assert tells_of_own_harm("Strangers spat at my gate.")
    assert tells_of_own_harm("My son had to change schools.")
    assert not tells_of_own_harm("My son had to laugh.")


def test_what_was_bought_from_somebody_counts_where_the_text_is_about_fraud():
    assert tells_of_lost_money("I bought silk from a shop with a bell", "The fraud was a swindle.")
    assert not tells_of_lost_money("I bought silk from a shop with a bell", "The fair was open.")
