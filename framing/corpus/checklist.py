"""
The warnings of corpus health, in the words of the field's checklist, each with what to do.

Warn if sides differ in language, genre, length (ratio > 2) or period; < 5 outlets a side; < 30 documents; coverage < 10 % or
differing by > 10 points; duplicates or wire copies. No interval with fewer than two clusters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pandas as pd

from framing.corpus.documents import Corpus
from framing.results import Result

LEVELS = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Warned:
    """One problem: how grave, its code, what it is, and what to do."""

    level: str
    code: str
    message: str
    repair: str

    def row(self) -> tuple[str, str, str, str]:
        return self.level, self.code, self.message, self.repair


@dataclass(frozen=True, slots=True)
class Look:
    """What every check may look at."""

    corpus: Corpus
    data: pd.DataFrame
    documents: pd.DataFrame
    balance: pd.DataFrame
    terms: tuple[str, ...]
    parse_report: Result | None

    @property
    def sides(self) -> list[Any]:
        """Rows of the sides, with their columns as attributes."""
        return [SimpleNamespace(**{str(key): value for key, value in row.items()}) for row in self.data.to_dict("records")]

    @property
    def n(self) -> int:
        return len(self.documents)


Check = Callable[[Look], Iterator[Warned]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Add a check; they run in the order of this file."""
    CHECKS.append(function)
    return function


def warned(
    corpus: Corpus,
    data: pd.DataFrame,
    documents: pd.DataFrame,
    balance: pd.DataFrame,
    terms: tuple[str, ...],
    parse_report: Result | None,
) -> list[Warned]:
    """Every warning, in the order of the checks."""
    # The checks register themselves; they are imported here, since they need the names above.
    from framing.corpus import checks_design, checks_texts  # noqa: F401

    look = Look(corpus, data, documents, balance, terms, parse_report)
    return [entry for each in CHECKS for entry in each(look)]


def named(values: Any, limit: int = 3) -> str:
    """The first few names."""
    names = [str(value) for value in values]
    return ", ".join(names[:limit]) + (f" and {len(names) - limit} more" if len(names) > limit else "")
