"""What happened on the way in, in the order it happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Notes:
    """
    Notes for the report; the serious ones are also warned about, once and with their number.

    Attributes
    ----------
    all, serious : list of str
    """

    all: list[str] = field(default_factory=list)
    serious: list[str] = field(default_factory=list)

    def add(self, *texts: str | None, serious: bool = True) -> None:
        """Add what is not None."""
        for text in texts:
            if text and text not in self.all:
                self.all.append(text)
                if serious:
                    self.serious.append(text)

    def extend(self, texts: Iterable[str]) -> None:
        """Add several serious notes."""
        self.add(*texts)
