"""The key of the sides: one line above the axes, each side in its colour with its mark or its hatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D, ScaledTranslation

from framing.present import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def side_key(
    ax: Axes, looks: dict[str, style.Look], *, hatch: bool = False, markers: bool = True, y: float = 4.0, extra: str = ""
) -> None:
    """One line above the axes that names the sides in their colour with their mark."""
    x, paper = 0.0, ax.figure
    # Long names share what the paper leaves beside the axis labels and the words after them.
    room = (0.78 * _width(paper) - style.text_width(extra, 7)) / max(len(looks), 1) - 24
    for side, look in looks.items():
        name = style.tick_text(side, max(36.0, min(150.0, room)), 7.0, 1)
        if markers:
            ax.add_artist(_mark(ax, look, x + 3, y + 3.4))
        elif hatch:
            ax.add_artist(_swatch(ax, look, x, y))
        _words(ax, name, x + 10, y, colour=look.colour, size=7.5, weight="bold")
        x += 10 + style.text_width(name, 7.5, "bold") + 14
    if extra:
        _words(ax, extra, x, y, colour=style.MUTED, size=7)


def _width(paper: Any) -> float:
    return float(paper.get_figwidth()) * 72


def _mark(ax: Axes, look: style.Look, x: float, y: float) -> Line2D:
    """The mark of a side."""
    return Line2D([0], [0], marker=look.marker, color=look.colour, ms=4.8, ls="none", clip_on=False, transform=points(ax, x, y))


def _swatch(ax: Axes, look: style.Look, x: float, y: float) -> Rectangle:
    """A small box in the colour and hatch of a side."""
    face = look.colour if not look.hatch else style.tint(look.colour, 0.35)
    return Rectangle(
        (0, 0), 7, 5, facecolor=face, edgecolor=look.colour, hatch=look.hatch, linewidth=0.6, clip_on=False,
        transform=points(ax, x, y),
    )  # fmt: skip


def _words(ax: Axes, text: str, x: float, y: float, *, colour: str, size: float, weight: str = "normal") -> None:
    """A text so many points from the upper left corner of the axes."""
    ax.annotate(
        text, (0, 1), xycoords="axes fraction", xytext=(x, y), textcoords="offset points", color=colour, size=size,
        weight=weight, va="bottom", annotation_clip=False,
    )  # fmt: skip


def points(ax: Axes, dx: float, dy: float) -> Any:
    """Points from the upper left corner of the axes."""
    corner = ScaledTranslation(0, 1, ax.transAxes)  # type: ignore[arg-type]
    return (
        Affine2D().scale(1 / 72)
        + ax.figure.dpi_scale_trans
        + ScaledTranslation(dx / 72, dy / 72, ax.figure.dpi_scale_trans)
        + corner
    )
