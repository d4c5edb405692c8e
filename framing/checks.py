"""One wording for every option check."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

from framing.errors import FramingError, OptionError


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """
    Half a sentence that names the nearest known word, or nothing.

    Examples
    --------
    >>> did_you_mean("sedd", ["seed", "sides"])
    "; did you mean 'seed'?"
    >>> did_you_mean("zebra", ["seed"])
    ''
    """
    close = difflib.get_close_matches(str(name), [str(word) for word in known], n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """
    A sentence about a name nobody knows.

    Examples
    --------
    >>> unknown("key", "sedd", ["seed", "sides"])
    "no key 'sedd'; did you mean 'seed'? Known: seed, sides."
    """
    known = sorted(str(word) for word in known)
    return f"no {kind} {name!r}{did_you_mean(name, known) or '.'} Known: {', '.join(known)}."


def one_of(name: str, value: Any, known: Iterable[Any], *, error: type[FramingError] = OptionError) -> Any:
    """
    The value, if it is one of the known ones.

    Raises
    ------
    OptionError
        Naming the nearest known value and listing them all.

    Examples
    --------
    >>> one_of("voice", "own", ["own", "quoted"])
    'own'
    """
    known = list(known)
    if value not in known:
        listing = ", ".join(map(str, known))
        raise error(f"`{name}` must be one of {listing}, got {value!r}{did_you_mean(value, map(str, known))}")
    return value


def at_least(name: str, value: float, bound: float) -> float:
    """
    The value, if it is a number not below the bound.

    Examples
    --------
    >>> at_least("min_count", 5, 1)
    5
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= bound:
        raise OptionError(f"`{name}` must be at least {bound}, got {value!r}")
    return value


def greater_than(name: str, value: float, bound: float) -> float:
    """
    The value, if it is a number above the bound.

    Examples
    --------
    >>> greater_than("prior", 0.5, 0)
    0.5
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > bound:
        raise OptionError(f"`{name}` must be greater than {bound}, got {value!r}")
    return value


def between(name: str, value: float, low: float, high: float) -> float:
    """
    The value, if it lies in the closed interval.

    Examples
    --------
    >>> between("level", 0.95, 0, 1)
    0.95
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        raise OptionError(f"`{name}` must lie between {low} and {high}, got {value!r}")
    return value


def integer(name: str, value: Any, *, low: int = 0) -> int:
    """
    The value, if it is a whole number not below `low`.

    Examples
    --------
    >>> integer("n_draws", 1000, low=1)
    1000
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < low:
        raise OptionError(f"`{name}` must be a whole number of at least {low}, got {value!r}")
    return value
