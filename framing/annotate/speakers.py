"""Who a mention stands for inside one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from framing.annotate.quotations import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    A mention and what it stands for.

    Attributes
    ----------
    mention : (int, int)
    name : str or None
        None for unnamed sources.
    source_type : str or None
    confidence : float
        Factor in [0, 1].
    """

    mention: Span
    name: str | None
    source_type: str | None
    confidence: float


class Cast:
    """The people of one document."""

    def __init__(self, text: str) -> None:
        self.text = text

    def resolve(self, mention: Span, *, before: int) -> Speaker:
        """Who this is."""
        return Speaker(mention, self.text[slice(*mention)], None, 1.0)


def cast_of(text: str, mentions: list[Span | None], coref: Callable[[str], Any] | None) -> Cast:
    """The people of a document."""
    return Cast(text)
