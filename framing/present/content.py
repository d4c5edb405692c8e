"""What a report says, apart from how it is set: the page and the PDF are made from the same blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Prose:
    """A paragraph; `kind` is "text", "note" or "warning"."""

    text: str
    kind: str = "text"


@dataclass(frozen=True)
class Bullets:
    """A list; each item is a text and the anchor it leads to, or None."""

    items: tuple[tuple[str, str | None], ...]
    kind: str = "text"


@dataclass(frozen=True)
class Table:
    """A printed frame, the file stem of its full data, and the anchors of its rows."""

    frame: pd.DataFrame
    stem: str
    links: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Picture:
    """A drawn figure: file stem, caption, alternative text, and the SVG."""

    stem: str
    caption: str
    alt: str
    svg: str
    wide: bool = True


@dataclass(frozen=True)
class Line:
    """One line of a concordance."""

    document: int
    outlet: str
    side: str
    voice: str
    speaker: str
    left: str
    node: str
    right: str


@dataclass(frozen=True)
class Concordance:
    """Lines that show a term where it stands; `said` names how many there are in all."""

    anchor: str
    title: str
    said: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Group:
    """Blocks that may be folded away; `paper` is False where they are too long for the PDF."""

    title: str
    blocks: tuple[Any, ...]
    open: bool = False
    anchor: str = ""
    paper: bool = True


@dataclass(frozen=True)
class Section:
    """A part of the report with its anchor."""

    anchor: str
    title: str
    blocks: tuple[Any, ...]


@dataclass(frozen=True)
class Content:
    """The whole report."""

    title: str
    lead: str
    lang: str
    badge: str
    sections: tuple[Section, ...]
    sides: tuple[str, ...]
