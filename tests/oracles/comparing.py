"""Is what we computed what the case expects?"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

# What a case says about itself or about others; nothing to compute.
_ABOUT = {
    "published", "match", "note", "notes", "peerreturned", "computedwith", "reference", "source", "message", "reason",
    "denominatornote", "coefficientname", "bigram", "pair", "table", "w1", "w2", "comment",
}  # fmt: skip
_WORDS = {"infinity": math.inf, "inf": math.inf, "-infinity": -math.inf, "-inf": -math.inf, "nan": math.nan}


def plain(name: Any) -> str:
    """A key without case and punctuation."""
    return re.sub(r"[^a-z0-9]", "", str(name).lower())


def fill(expected: Any, known: Any) -> Any:
    """
    What we know, in the shape of what is expected: keys are looked up without case and punctuation.

    Keys we know nothing of are left out, so that the comparison names them.
    """
    if not isinstance(expected, Mapping) or not isinstance(known, Mapping):
        return known
    by_name = {plain(key): value for key, value in known.items()}
    names = {key: _nearest(plain(key), by_name) for key in expected}
    return {key: fill(expected[key], by_name[name]) for key, name in names.items() if name is not None}


def _nearest(name: str, known: Mapping[str, Any]) -> str | None:
    """The key itself, else the longest known key that it begins with ("mtld_of_package" begins with "mtld")."""
    if name in known:
        return name
    begins = [key for key in known if len(key) > 2 and name.startswith(key)]
    return max(begins, key=len, default=None)


def number(value: Any) -> Any:
    """Numbers as floats; words for infinity and missing values too; None is a missing value."""
    if value is None:
        return math.nan
    if isinstance(value, str):
        return _WORDS.get(value.lower(), value)
    if isinstance(value, (bool, np.bool_)):
        return float(value)
    if isinstance(value, (int, float, np.integer, np.floating)):
        return float(value)
    if isinstance(value, np.ndarray) and value.ndim == 0:
        return float(value)
    return value


def differences(expected: Any, got: Any, tolerance: float, where: str = "") -> Iterator[str]:
    """One line for every value that differs by more than the tolerance (absolute up to 1, relative above)."""
    if isinstance(expected, Mapping):
        yield from _of_mappings(expected, got, tolerance, where)
    elif isinstance(expected, (list, tuple)):
        items = list(got) if isinstance(got, (list, tuple, np.ndarray)) else None
        if items is None or len(items) != len(expected):
            yield f"{where or 'value'}: expected {_short(expected)}, got {_short(got)}"
            return
        for i, (want, have) in enumerate(zip(expected, items, strict=True)):
            yield from differences(want, have, tolerance, f"{where}[{i}]")
    elif not _equal(number(expected), number(got), tolerance):
        yield f"{where or 'value'}: expected {_short(expected)}, got {_short(got)}"


def _of_mappings(expected: Mapping[Any, Any], got: Any, tolerance: float, where: str) -> Iterator[str]:
    if not isinstance(got, Mapping):
        yield f"{where or 'value'}: expected {_short(expected)}, got {_short(got)}"
        return
    for key, want in expected.items():
        if plain(key) in _ABOUT:
            continue
        name = f"{where}.{key}" if where else str(key)
        if key in got:
            yield from differences(want, got[key], tolerance, name)
        elif not (want is None and key not in got):
            yield f"{name}: expected {_short(want)}, got nothing"


def _equal(want: Any, have: Any, tolerance: float) -> bool:
    if isinstance(want, float) and isinstance(have, float):
        if math.isnan(want) or math.isnan(have):
            return math.isnan(want) and math.isnan(have)
        if math.isinf(want) or math.isinf(have):
            return want == have
        return abs(want - have) <= tolerance * max(1.0, abs(want))
    return bool(want == have)


def _short(value: Any) -> str:
    text = repr(number(value)) if not isinstance(value, (list, dict, tuple)) else str(value)
    return text if len(text) <= 90 else text[:87] + "..."
