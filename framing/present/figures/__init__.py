"""Figures by name: one file a figure or family; each draws a result on an Axes and does nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from framing.checks import did_you_mean
from framing.errors import OptionError
from framing.results import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as MplFigure

    from framing.present.figures.base import Figure


def _all() -> dict[str, Figure]:
    from framing.present.figures import base

    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return dict(sorted(base.registered().items()))


def names() -> list[str]:
    """
    Every figure by name.

    Examples
    --------
    >>> "forest" in names()
    True
    """
    return list(_all())


def find(name: str) -> Figure:
    """
    One figure by name.

    Raises
    ------
    OptionError
        Naming the nearest known figure.
    """
    known = _all()
    if name not in known:
        raise OptionError(f"no figure {name!r}{did_you_mean(name, known)} Known: {', '.join(known)}.")
    return known[name]


def draw(name: str, result: Result, /, *, ax: Axes | None = None, **options: Any) -> Axes:
    """
    Draw a result.

    Parameters
    ----------
    name : str
        One of `names()`.
    result : Result
        Of the kind that the figure understands.
    ax : Axes, optional
        Where to draw; a new figure of the journal's width otherwise.
    **options
        `journal`, `columns` and `height` (mm) set the size of a new figure; `sides` fixes the order of the side colours;
        `note=False` leaves the note out; the rest goes to the figure.

    Returns
    -------
    Axes
    """
    from framing.present import style

    if ax is None:
        import matplotlib.pyplot as plt

        with style.applied():
            return compose(name, result, make=plt.figure, **options)[1]
    figure = find(name)
    journal_options = {"journal", "columns", "height"}
    options = {key: value for key, value in options.items() if key not in journal_options}
    with style.applied():
        return _draw_on(figure, result, ax, options)


def compose(name: str, result: Result, /, *, make: Any = None, **options: Any) -> tuple[MplFigure, Axes]:
    """A new figure of the asked width with the drawing and its note; `make` is what makes a figure of a size."""
    from matplotlib.figure import Figure as MplFigure

    from framing.present import style
    from framing.present.figures import base

    figure = find(name)
    journal, columns = options.pop("journal", "generic"), options.pop("columns", None) or figure.columns
    height = options.pop("height", None)
    chosen = {key: value for key, value in options.items() if key != "note"}
    with _suits(figure, result):
        rows = figure.rows(result, **chosen)
        note = figure.note(rows, result, **chosen) if options.get("note", True) and len(rows) else ""
    strip = base.note_height(note, style.width_mm(journal, columns))
    total = (figure.height(rows) + strip) if height is None else height
    fig: Any = (make or MplFigure)(figsize=style.figsize(journal, columns, total), layout="constrained")
    fig._framing_note_mm = strip
    fig.get_layout_engine().set(rect=(0, strip / total, 1, 1 - strip / total))
    ax = fig.add_subplot()
    return fig, _draw_on(figure, result, ax, options)


@contextmanager
def _suits(figure: Figure, result: Result) -> Iterator[None]:
    """A result of a kind that the figure does not understand is refused by name."""
    try:
        yield
    except KeyError as error:
        usual = type(result).figure
        raise OptionError(
            f"figure {figure.name!r} cannot be drawn from a result of {result.provenance.measure!r}: it needs {error}, "
            f"which this result does not hold; the usual figure of this result is {usual!r}."
        ) from error


def _draw_on(figure: Figure, result: Result, ax: Axes, options: dict[str, Any]) -> Axes:
    from framing.present import style
    from framing.present.figures import base

    options = dict(options)
    with_note = options.pop("note", True)
    with _suits(figure, result):
        rows = figure.rows(result, **options)
        looks = style.looks(base.sides_of(result, options.get("sides")))
        if rows.empty:
            base.nothing(ax, _why_nothing(figure, result))
            return ax
        figure.draw(rows, result, ax=ax, looks=looks, **options)
        if with_note:
            base.place_note(ax, figure.note(rows, result, **options))
    style.inert_text(ax)
    return ax


def _why_nothing(figure: Figure, result: Result) -> str:
    from framing.present.figures import base

    if "reason" in result.data and (result.data["reason"].fillna("") != "").any():
        return base.first_reason(result.data)
    return "the result is empty" if result.data.empty else f"this result holds nothing that the figure {figure.name!r} shows"
