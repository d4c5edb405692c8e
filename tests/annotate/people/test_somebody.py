import pytest

from framing.annotate.people.somebody import is_somebody


@pytest.mark.parametrize(
    ("phrase", "is_person"),
    [
        ("a salt raker", True),
        ("the 68-year-old", True),
        ("two flautists", True),
        ("another dyer", True),
        ("a grandee who keeps bees", True),
        ("a meeting", False),
        ("the legislation", False),
        ("such efforts", False),
        ("a poster", False),
        ("the retreat", False),
        ("Article 24", False),
    ],
)
def test_an_unknown_noun_is_a_person_by_its_form_and_article(phrase, is_person):
    head = phrase.split(" who ")[0].split()[-1].lower()

    assert is_somebody(phrase, head) is is_person
