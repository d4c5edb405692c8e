"""Texts are hostile input: what leaves this room is made inert for the place it goes to."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pandas as pd

# Marks that turn the reading direction round can make a line say something else than it holds.
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_LATEX = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    '"': r"\textquotedbl{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "−": r"$-$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "×": r"$\times$",
    "–": "--",
    "—": "---",
    "…": r"\ldots{}",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "\u00a0": "~",
    "\u2009": r"\,",
    "\u202f": r"\,",
    "∞": r"$\infty$",
    "±": r"$\pm$",
    "→": r"$\rightarrow$",
    "←": r"$\leftarrow$",
    "α": r"$\alpha$",
    "δ": r"$\delta$",
    "Δ": r"$\Delta$",
    "[": "{[}",
    "]": "{]}",
}
_TYPST = re.compile(r"([\\\[\]#*_`$<>@=\-+/~\"'{}()|^&:;.!%0-9])")


def plain(value: Any) -> str:
    """
    One line of text without control characters, direction marks and lone surrogates; a missing value is "".

    Examples
    --------
    >>> plain("a\\x07b\\n c")
    'ab c'
    >>> plain(None), plain(float("nan"))
    ('', '')
    """
    return re.sub(r"\s+", " ", body(value)).strip()


def body(value: Any) -> str:
    """
    Text with its line breaks, without control characters, direction marks and lone surrogates.

    Examples
    --------
    >>> body("a\\x00\\nb")
    'a\\nb'
    """
    if value is None or (not isinstance(value, str) and pd.api.types.is_scalar(value) and pd.isna(value)):
        return ""
    text = _DIRECTION.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def csv_cell(value: Any) -> Any:
    """
    A text that a spreadsheet will not take for a formula; numbers stay numbers.

    Examples
    --------
    >>> csv_cell("=HYPERLINK(1)"), csv_cell(-1.5), csv_cell("own")
    ("'=HYPERLINK(1)", -1.5, 'own')
    """
    if not isinstance(value, str):
        return value
    text = body(value)
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) or text.startswith(("\t", "\n")) else text


def latex(value: Any) -> str:
    """
    Text in which every character that means something to LaTeX stands for itself.

    Examples
    --------
    >>> print(latex("50 % of $x_1$"))
    50 \\% of \\$x\\_1\\$
    """
    return "".join(_LATEX.get(c, c) for c in plain(value))


def typst(value: Any) -> str:
    """
    Text in which every character that means something to typst stands for itself.

    Examples
    --------
    >>> print(typst("#read"))
    \\#read
    """
    return _TYPST.sub(lambda m: m[0] if m[0].isdigit() else "\\" + m[0], plain(value))


def file_name(value: Any) -> str:
    """
    A file name of letters, digits, dots and hyphens; never empty, never a path.

    Examples
    --------
    >>> file_name("keyness:own/../x")
    'keyness-own-x'
    """
    text = unicodedata.normalize("NFKD", plain(value)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", text).strip("-").lower()[:80] or "unnamed"
