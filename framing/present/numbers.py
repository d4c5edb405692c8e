"""Numbers for print: rounded by the width of their interval, and nowhere else."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

MINUS = "−"
MISSING = "–"


def is_number(value: Any) -> bool:
    """
    True for a finite number.

    Examples
    --------
    >>> is_number(1.5), is_number(float("nan")), is_number(None)
    (True, False, False)
    """
    return isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool) and math.isfinite(value)


def decimals(value: float, width: float | None = None) -> int:
    """
    How many decimals a value deserves: two significant digits of half the interval, else three of itself.

    Parameters
    ----------
    value : float
    width : float, optional
        Width of the interval around it.

    Examples
    --------
    >>> decimals(12.3456, width=3.0), decimals(0.012345), decimals(1234.5)
    (1, 4, 0)
    """
    if width is not None and is_number(width) and width > 0:
        return int(min(6, max(0, 1 - math.floor(math.log10(width / 2)))))
    if not is_number(value) or value == 0:
        return 2
    return int(min(6, max(0, 2 - math.floor(math.log10(abs(value))))))


def number(value: Any, places: int | None = None, *, sign: bool = False) -> str:
    """
    A number with a true minus sign, thousands set apart, and a dash where there is none.

    Examples
    --------
    >>> number(-1234.5, 1), number(0.5, 2, sign=True), number(float("nan"))
    ('−1,234.5', '+0.50', '–')
    """
    if isinstance(value, float) and math.isinf(value):
        return ("+" if value > 0 else MINUS) + "∞"
    if not is_number(value):
        return MISSING
    places = decimals(float(value)) if places is None else places
    text = f"{float(value):,.{places}f}"
    if float(text.replace(",", "")) == 0:
        text = text.replace("-", "")
    elif sign and value > 0:
        text = "+" + text
    return text.replace("-", MINUS)


def interval(low: Any, high: Any, places: int | None = None) -> str:
    """
    An interval in brackets, or a dash where the design allows none.

    Examples
    --------
    >>> interval(-0.21, 1.3, 1), interval(float("nan"), 1)
    ('[−0.2, 1.3]', '–')
    """
    if not (is_number(low) and is_number(high)):
        return MISSING
    places = decimals(low, high - low) if places is None else places
    return f"[{number(low, places)}, {number(high, places)}]"


def p_value(value: Any) -> str:
    """
    A p value with three decimals, two from 0.1 on, never "0.000".

    Examples
    --------
    >>> p_value(0.00001), p_value(0.0123), p_value(0.5)
    ('< 0.001', '0.012', '0.50')
    """
    if not is_number(value):
        return MISSING
    if value < 0.001:
        return "< 0.001"
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}"


def count(value: Any) -> str:
    """
    A whole number with thousands set apart.

    Examples
    --------
    >>> count(12345), count(None)
    ('12,345', '–')
    """
    return f"{round(value):,}" if is_number(value) else MISSING


def counted(n: Any, noun: str) -> str:
    """
    A number with its noun.

    Examples
    --------
    >>> counted(1, "outlet"), counted(1200, "document")
    ('1 outlet', '1,200 documents')
    """
    return f"{count(n)} {noun}" + ("" if n == 1 else "s")


def percent(share: Any, places: int = 0) -> str:
    """
    A share in [0, 1] as per cent.

    Examples
    --------
    >>> percent(0.256), percent(float("nan"))
    ('26 %', '–')
    """
    return f"{100 * share:.{places}f} %".replace("-", MINUS) if is_number(share) else MISSING


def listing(words: list[str], last: str = "and") -> str:
    """
    A list in words.

    Examples
    --------
    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
