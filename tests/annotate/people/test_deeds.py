"""The kind of a body whose name tells nothing comes from what the text lets it do."""

import pytest

from framing.annotate.people.deeds import kind_by_deeds
from framing.annotate.quotations import find_quotes


def kinds(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Quarrel closed two bakeries.", "official"),
        ("A regulation of the Quarrel came out.", "official"),
        ("The Quarrel, which was set up by decree, met.", "official"),
        ("Two men were arrested by the Quarrel.", "police"),
        ("Detectives of the Quarrel came.", "police"),
        ("The Quarrel’s customers waited.", "company"),
        ("Ann Orr, who founded Quarrel in a barn, left.", "company"),
        ("Volunteers of Quarrel came.", "organisation"),
        ("An editorial in the Quarrel was read.", "media"),
        ("The Quarrel met at noon.", None),
    ],
)
def test_the_sentence_around_a_name_shows_what_it_is(text, kind):
    start = text.index("Quarrel")

    assert kind_by_deeds(text, [(start, start + 7)]) == kind


def test_what_more_sentences_say_counts():
    text = "The Orr closed a mill. The Orr banned songs. The Orr’s readers wrote."

    assert kind_by_deeds(text, [(4, 7), (27, 30), (49, 52)]) == "official"


def test_a_firm_of_one_word_speaks_as_a_company():
    assert kinds("Quarrelette’s customers wait. Quarrelette said the gate was open.") == ["company"]


def test_nobody_with_a_first_name_is_a_body():
    assert kinds("Ann closed two bakeries. Ann said the gate was open.") != ["official"]
