"""The look of every figure: sizes in mm, side colours with a second cue, text that never means mathematics."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from framing.checks import one_of
from framing.errors import FramingWarning
from framing.present.inert import plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, MUTED, FAINT, RULE = "#1a1a1a", "#595959", "#8c8c8c", "#d9d9d9"
MM = 1 / 25.4

# Widths of one and two columns in mm, as the journals' guides for authors give them.
JOURNALS = {
    "generic": (84.0, 174.0),
    "sage": (84.0, 174.0),
    "taylor-francis": (84.0, 174.0),
    "nature": (89.0, 183.0),
    "science": (57.0, 121.0),
    "pnas": (87.0, 178.0),
    "elsevier": (90.0, 190.0),
    "plos": (132.0, 190.0),
    "ieee": (88.9, 182.0),
}

# Dark enough for text on white (contrast above 4.5) and apart for the three common kinds of colour blindness.
_COLOURS = ("#0b62a4", "#b84a00", "#00705a", "#8f4a8b", "#7a6200", "#4d5a66", "#a3294a", "#37418f")
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "p")
_HATCHES = ("", "////", "....", "\\\\\\\\", "xxxx", "----", "++++", "oooo")
_LINES = ("-", "--", ":", "-.", (0, (5, 1)), (0, (1, 1)), (0, (3, 1, 1, 1)), (0, (5, 5)))

CJK_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "SimHei",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How one side is drawn, the same in every figure of a study."""

    colour: str
    marker: str
    hatch: str
    line: Any


def looks(sides: Iterable[Any]) -> dict[str, Look]:
    """
    The look of each side, fixed by the order of the sides; the first is the reference.

    Examples
    --------
    >>> looks(["official", "critical"])["critical"].marker
    's'
    """
    ordered = list(dict.fromkeys(str(side) for side in sides))
    return {
        side: Look(_COLOURS[i % 8], _MARKERS[i % 8], _HATCHES[i % 8], _LINES[i % 8])  # a ninth side starts again
        for i, side in enumerate(ordered)
    }


def tint(colour: str, strength: float) -> str:
    """
    A colour mixed with white; `strength` in [0, 1], 1 is the colour itself.

    Examples
    --------
    >>> tint("#000000", 0.0), tint("#000000", 1.0)
    ('#ffffff', '#000000')
    """
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * strength):02x}" for part in parts)


def width_mm(journal: str = "generic", columns: int = 2) -> float:
    """
    The width of a figure in mm.

    Examples
    --------
    >>> width_mm("nature", columns=1)
    89.0
    """
    return JOURNALS[one_of("journal", journal, JOURNALS)][one_of("columns", columns, (1, 2)) - 1]


def figsize(journal: str = "generic", columns: int = 2, height: float | None = None) -> tuple[float, float]:
    """
    The size of a figure in inches, from a journal's column width.

    Parameters
    ----------
    journal : str
        One of `JOURNALS`; "generic" fits most.
    columns : int
        1 or 2.
    height : float, optional
        In mm; 0.62 of the width unless said.

    Examples
    --------
    >>> [round(x * 25.4, 1) for x in figsize("nature", columns=1, height=60)]
    [89.0, 60.0]
    """
    width = width_mm(journal, columns)
    return width * MM, (0.62 * width if height is None else height) * MM


@lru_cache(maxsize=1)
def _style() -> dict[str, Any]:
    with as_file(files("framing.present") / "framing.mplstyle") as path:
        loaded: Any = mpl.rc_params_from_file(path, use_default_template=False)
        return dict(loaded)


@lru_cache(maxsize=1)
def cjk_font() -> str | None:
    """The first Chinese font that this system has, of a list of common ones; None where there is none."""
    have = {entry.name for entry in font_manager.fontManager.ttflist}
    return next((name for name in CJK_FONTS if name in have), None)


@contextmanager
def applied() -> Iterator[None]:
    """Apply the style for the time of a `with` block; nothing global stays changed."""
    family = ["DejaVu Sans"] + ([cjk_font()] if cjk_font() else [])
    settings: Any = {**_style(), "font.family": family}
    with mpl.rc_context(settings):
        yield


@lru_cache(maxsize=8)
def _characters(family: str) -> frozenset[int]:
    return frozenset(font_manager.get_font(font_manager.findfont(FontProperties(family=family))).get_charmap())


def drawable(value: Any) -> str:
    """
    A text in which every character has a glyph; a box stands for what no font here can draw, with one warning a call.

    Examples
    --------
    >>> drawable("a\\tb")
    'a b'
    """
    text = plain(value)
    known = _characters("DejaVu Sans") | (_characters(cjk_font()) if cjk_font() else frozenset())  # type: ignore[arg-type]
    missing = sorted({c for c in text if ord(c) not in known})
    if missing:
        advice = (
            "" if cjk_font() else "; for Chinese install the font 'Noto Sans CJK SC' (Debian: fonts-noto-cjk) and run again"
        )
        warnings.warn(
            f"no font here has {len(missing)} of the characters, for instance {missing[0]!r}{advice}",
            FramingWarning,
            stacklevel=2,
        )
    return "".join("□" if c in missing else c for c in text)


def text_width(text: str, size: float, weight: str = "normal") -> float:
    """
    Width of a text in points in the figures' font.

    Examples
    --------
    >>> text_width("wide", 8) > text_width("ill", 8)
    True
    """
    # Width is linear in size and matplotlib hints small sizes; measuring large and scaling is steadier.
    prop = FontProperties(family=["DejaVu Sans"], weight=weight, size=100)
    measured = "".join(c if ord(c) in _characters("DejaVu Sans") else "MM" for c in text)
    return text_to_path.get_text_width_height_descent(measured, prop, False)[0] * size / 100


def wrap(text: str, width: float, size: float) -> str:
    """Break a text into lines not wider than `width` points; a single word that is wider is broken too."""
    lines: list[str] = []
    for word in (piece for long in text.split() for piece in _pieces(long, width, size)):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def _pieces(word: str, width: float, size: float) -> list[str]:
    """A word, or where it is wider than the line, its pieces."""
    if text_width(word, size) <= width:
        return [word]
    step = max(4, int(len(word) * width / text_width(word, size)) - 1)
    return [word[i : i + step] for i in range(0, len(word), step)]


def tick_text(value: Any, width: float = 110.0, size: float = 7.5, lines: int = 2) -> str:
    """A label for a tick: drawable, at most `lines` lines of `width` points, the rest cut with an ellipsis."""
    wrapped = wrap(drawable(value), width, size).split("\n")
    if len(wrapped) <= lines:
        return "\n".join(wrapped)
    return "\n".join(wrapped[:lines])[:-1].rstrip() + "…"


def inert_text(ax: Axes) -> None:
    """Texts made later by a tick shall not be read as mathematics either."""
    from matplotlib.text import Text

    for text in ax.figure.findobj(Text):
        text.set_parse_math(False)
