import pytest

from framing.checks import at_least, between, greater_than, integer, one_of, unknown
from framing.errors import OptionError, StudyError


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: greater_than("prior", -1, 0), r"`prior` must be greater than 0, got -1"),
        (lambda: greater_than("prior", float("nan"), 0), r"`prior` must be greater than 0, got nan"),
        (lambda: at_least("n", 0, 1), r"`n` must be at least 1, got 0"),
        (lambda: at_least("n", "many", 1), r"`n` must be at least 1, got 'many'"),
        (lambda: between("level", 95, 0, 1), r"`level` must lie between 0 and 1, got 95"),
        (lambda: integer("k", 2.5, low=1), r"`k` must be a whole number of at least 1, got 2\.5"),
        (lambda: integer("k", True), r"got True"),
        (lambda: one_of("voice", "onw", ["own", "all"]), r"must be one of own, all, got 'onw'; did you mean 'own'\?"),
    ],
)
def test_an_impossible_value_is_refused_with_name_bound_and_value(call, message):
    with pytest.raises(OptionError, match=message):
        call()


def test_the_kind_of_error_can_be_chosen():
    with pytest.raises(StudyError):
        one_of("voice", "x", ["own"], error=StudyError)


def test_an_unknown_name_without_a_near_one_still_lists_the_known():
    assert unknown("key", "zzz", ["seed", "sides"]) == "no key 'zzz'. Known: seed, sides."
