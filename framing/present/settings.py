"""The options of a result in words: level, interval, correction."""

from __future__ import annotations

from typing import Any

from framing.present import labels
from framing.present.inert import plain
from framing.results import Result


def setting(result: Result, name: str, default: Any = "") -> Any:
    """An option of the contrast that a result is, else of the measure it comes from."""
    options = result.provenance.options
    inner = options.get("contrast")
    return inner[name] if isinstance(inner, dict) and name in inner else options.get(name, default)


def level(result: Result) -> str:
    """
    The coverage of the intervals.

    Examples
    --------
    >>> import pandas as pd
    >>> from framing.results import Provenance
    >>> level(Result(pd.DataFrame(), Provenance("x", options={"level": 0.9})))
    '90 %'
    """
    return f"{100 * float(setting(result, 'level', 0.95)):.0f} %"


def correction(result: Result) -> str:
    """How p values were corrected, by name."""
    name = str(setting(result, "adjust") or setting(result, "correction") or "as declared")
    return labels.CORRECTIONS.get(name, plain(name))


def unit(result: Result) -> str:
    """What the scores of a measure are counted in; "" where nobody says."""
    return plain(setting(result, "unit", labels.UNITS.get(result.provenance.measure, "")))
