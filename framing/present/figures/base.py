"""What a figure is here: rows to draw, a function that draws them, and words that say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from framing.present import style
from framing.present.figures.key import points as points
from framing.present.figures.key import side_key as side_key
from framing.present.inert import plain
from framing.present.settings import level, setting
from framing.results import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NOTE_FILL = 0.96  # screens hint letters a little wider than the font says
TWO_LINES_MM = 6.2  # what a label of two lines of 7.5 pt needs
AROUND_MM = 20.0  # key, ticks and label of the axis
LINE_MM = 3.35  # one line of a note of 6.5 pt, leading included


@dataclass(frozen=True)
class Figure:
    """
    One kind of figure.

    Attributes
    ----------
    name : str
    rows : callable
        `rows(result, **options)` gives the frame of the drawn numbers; it may be empty.
    draw : callable
        `draw(rows, result, *, ax, looks, **options)` draws them and nothing else.
    alt : callable
        `alt(rows, result, **options)` says in plain words what the figure shows.
    note : callable
        `note(rows, result, **options)`: n, interval type, what the marks mean.
    height : callable
        `height(rows)` in mm, without the note.
    columns : int
        Columns of a journal page it needs.
    """

    name: str
    rows: Callable[..., pd.DataFrame]
    draw: Callable[..., Any]
    alt: Callable[..., str]
    note: Callable[..., str]
    height: Callable[[pd.DataFrame], float]
    columns: int = 2


_FIGURES: dict[str, Figure] = {}


def register(figure: Figure) -> Figure:
    """Make a figure known by its name."""
    _FIGURES[figure.name] = figure
    return figure


def registered() -> dict[str, Figure]:
    """Figures by name."""
    return _FIGURES


def sides_of(result: Result, sides: Any = None) -> list[str]:
    """
    The sides in the study's order: as given, as the provenance says, or as they come in the data.

    A contrast names the reference first, so its rows keep the order.
    """
    known: list[Any] = list(sides or result.provenance.options.get("sides") or ())
    data = result.data
    for column in ("side_a", "side_b", "side"):
        if column in data:
            known.extend(data[column].dropna().unique() if column != "side" or "side_a" not in data else ())
    return [str(side) for side in dict.fromkeys(known)]


def first_pair(data: pd.DataFrame, pair: Any = None) -> tuple[str, str]:
    """The pair of sides to draw: as given, else the first in the data."""
    if pair is not None:
        return str(pair[0]), str(pair[1])
    return (str(data["side_a"].iloc[0]), str(data["side_b"].iloc[0])) if len(data) else ("", "")


def of_pair(data: pd.DataFrame, pair: Any = None, voice: str | None = None) -> pd.DataFrame:
    """The rows of one pair of sides, and of one voice where asked."""
    side_a, side_b = first_pair(data, pair)
    rows = data[(data["side_a"].astype(str) == side_a) & (data["side_b"].astype(str) == side_b)]
    return rows[rows["voice"] == voice] if voice is not None else rows


def validation(result: Result) -> str:
    """The words that a figure must carry where no human coding has checked the measure."""
    measure, options = result.provenance.measure, result.provenance.options
    if options.get("validated") or "validation" in result.tables:
        return ""
    if any(part in measure for part in ("lexicon", "topic", "frame", "agency")):
        return "Indicator, not validated by human coding."
    if any(part in measure for part in ("quote", "voice", "source", "stance")):
        return "Voices, speakers and their kinds are labels by machine, not checked by hand on these texts."
    return ""


def has_interval(rows: pd.DataFrame) -> bool:
    """True if at least one row carries an interval."""
    return "ci_low" in rows and bool(rows["ci_low"].notna().any())


def interval_note(rows: pd.DataFrame, result: Result, what: str = "Lines") -> str:
    """What the interval lines are, or why there are none."""
    if has_interval(rows):
        kind = plain(setting(result, "interval_name", "cluster bootstrap"))
        return f"{what}: {level(result)} intervals ({kind})."
    return f"No intervals: {first_reason(rows)}."


def pick(data: pd.DataFrame | None, *names: str) -> str | None:
    """The first of some column names that a frame has."""
    return next((name for name in names if data is not None and name in data.columns), None)


def first_reason(rows: pd.DataFrame) -> str:
    """The commonest reason given in a frame, without its full stop."""
    reasons = rows["reason"].dropna().astype(str) if "reason" in rows else pd.Series(dtype=str)
    reasons = reasons[reasons.str.strip() != ""]
    if reasons.empty:
        return "the result gives none"
    return plain(reasons.value_counts(sort=True).index[0]).rstrip(".")


def place_note(ax: Axes, text: str) -> None:
    """Write the note below: in the reserved strip of a figure of our own, else under the axis label."""
    if not text:
        return
    figure: Any = ax.figure
    width = figure.get_figwidth() * 72 - 4
    wrapped = style.wrap(style.drawable(text), width * NOTE_FILL, 6.5)
    if getattr(figure, "_framing_note_mm", None) is not None:
        note = figure.text(
            2 / (width + 4), 1.2 * style.MM / figure.get_figheight(), wrapped, size=6.5, color=style.MUTED, va="bottom"
        )
        note.set_in_layout(False)
    else:
        at = ax.xaxis.label
        ax.annotate(
            wrapped,
            (0, 0),
            xycoords=("axes fraction", at),
            xytext=(0, -4),
            textcoords="offset points",
            size=6.5,
            color=style.MUTED,
            va="top",
            annotation_clip=False,
        )


def note_height(text: str, width_mm: float) -> float:
    """Height in mm of the strip that a note needs."""
    if not text:
        return 0.0
    lines = style.wrap(text, (width_mm / 25.4 * 72 - 4) * NOTE_FILL, 6.5).count("\n") + 1
    return lines * LINE_MM + 2.0


def _pitch_mm(ax: Axes, n: int) -> float:
    """About how far apart the rows of an axis lie; the layout is not known before the drawing."""
    figure: Any = ax.figure
    height = figure.get_figheight() * 25.4
    note = getattr(figure, "_framing_note_mm", None)
    axes = ax.get_position().height * height if note is None else height - note - AROUND_MM
    return float(axes / max(n, 1))


def row_axis(ax: Axes, labels: list[str]) -> None:
    """A categorical vertical axis, first label on top, no line beside it."""
    if _pitch_mm(ax, len(labels)) < TWO_LINES_MM:
        labels = [first.rstrip("…,") + "…" if rest else first for first, _, rest in (t.partition("\n") for t in labels)]
    ax.set_yticks(range(len(labels)), labels)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.spines["left"].set_visible(False)
    ax.tick_params(axis="y", length=0)


def margin_text(
    ax: Axes, y: float, text: str, dx: float, *, ha: str = "left", colour: str = style.MUTED, weight: str = "normal"
) -> None:
    """A text to the right of the axes, level with a row; the layout makes room for it."""
    ax.annotate(
        text,
        (1, y),
        xycoords=("axes fraction", "data"),
        xytext=(dx, 0),
        textcoords="offset points",
        va="center",
        ha=ha,
        size=7,
        color=colour,
        weight=weight,
        annotation_clip=False,
    )


def nothing(ax: Axes, why: str) -> Axes:
    """An honest empty figure."""
    ax.set_axis_off()
    ax.text(
        0.0,
        0.5,
        style.wrap(f"Nothing to draw: {style.drawable(why)}", 300, 8),
        transform=ax.transAxes,
        va="center",
        color=style.MUTED,
    )
    return ax


def ends(ax: Axes, labels_at: list[tuple[float, float, str, str]], *, size: float = 7.5, weight: str = "bold") -> None:
    """Names at the ends of lines, (x, y, text, colour), pushed apart so that they do not lie on each other."""
    paper: Any = ax.figure
    height = paper.get_figheight() * 72 * 0.7  # the axes take about this much of the figure
    low, high = ax.get_ylim()
    gap = 1.25 * size / height * (high - low)
    placed: list[float] = []
    for x, y, text, colour in sorted(labels_at, key=lambda entry: (entry[1], entry[2])):
        at = max(y, placed[-1] + gap) if placed else y
        placed.append(at)
        ax.annotate(
            text,
            (x, at),
            xytext=(6, 0),
            textcoords="offset points",
            color=colour,
            va="center",
            weight=weight,
            size=size,
            annotation_clip=False,
        )
