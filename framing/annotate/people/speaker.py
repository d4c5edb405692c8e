"""What a mention of a speaker stands for."""

from __future__ import annotations

from dataclasses import dataclass

from framing.annotate.quotations import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    A mention and what it stands for.

    Attributes
    ----------
    mention : (int, int)
    name : str or None
        Longest form in the document; None for unnamed sources.
    source_type : str or None
    confidence : float
        Factor in [0, 1]; 1 for a name, less for what had to be resolved.
    """

    mention: Span
    name: str | None
    source_type: str | None
    confidence: float
