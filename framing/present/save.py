"""Save a figure with the numbers it shows and the words that say the same; reruns give the same bytes."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd

from framing.errors import OutputError
from framing.present import figures, fonts, style
from framing.present.alt import alt_text
from framing.present.inert import csv_cell, file_name, plain
from framing.results import Result

_TEXT = re.compile(r">([^<]*)</(?:text|tspan)>")


def save_figure(
    result: Result,
    name: str,
    folder: str | Path,
    *,
    stem: str | None = None,
    formats: tuple[str, ...] = ("pdf", "svg"),
    **options: Any,
) -> dict[str, Path]:
    """
    Write a figure as PDF and SVG, its drawn numbers as CSV and its alt text.

    Parameters
    ----------
    result : Result
    name : str
        The figure, one of `framing.present.figures.names()`.
    folder : path
        Made if it is not there.
    stem : str, optional
        File name without ending; the figure's name unless said.
    formats : tuple of str
        Of "pdf", "svg" and "png".
    **options
        As for `framing.present.figures.draw`.

    Returns
    -------
    dict of str to Path
        Keys are the formats, "csv" and "txt".

    Raises
    ------
    OutputError
        If nothing can be written there.
    """
    folder = Path(folder)
    stem = file_name(stem or name)
    paths = {ending: folder / f"{stem}.{ending}" for ending in (*formats, "csv", "txt")}
    contents = render(result, name, formats=formats, **options)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, path in paths.items():
            path.write_bytes(contents[ending])
    except OSError as error:
        raise OutputError(
            f"{folder}: the figure cannot be written ({error.strerror or error}); choose another folder"
        ) from error
    return paths


def render(result: Result, name: str, /, *, formats: tuple[str, ...] = ("pdf", "svg"), **options: Any) -> dict[str, bytes]:
    """The same as bytes in memory, by format, with "csv" and "txt"."""
    words = alt_text(name, result, **options)
    with style.applied():
        figure, _ = figures.compose(name, result, **options)
        # The layout is found once; every format then shows the same picture, and saving is faster.
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
        found = {ending: _bytes(figure, ending, name, words) for ending in formats}
    chosen = {key: value for key, value in options.items() if key not in ("journal", "columns", "height", "note")}
    found["csv"] = csv_bytes(figures.find(name).rows(result, **chosen))
    found["txt"] = (words + "\n").encode("utf-8")
    return found


def _bytes(figure: Any, ending: str, name: str, words: str) -> bytes:
    """One format, without a clock in it."""
    out = io.BytesIO()
    if ending == "pdf":
        metadata = {
            "CreationDate": None,
            "ModDate": None,
            "Creator": "framing",
            "Title": plain(name),
            "Subject": plain(words)[:500],
        }
        with fonts.without_layout_tables():
            figure.savefig(out, format="pdf", metadata=metadata)
        return out.getvalue()
    if ending == "png":
        figure.savefig(
            out, format="png", metadata={"Description": plain(words)[:500].encode("latin-1", "replace").decode("latin-1")}
        )
        return out.getvalue()
    import matplotlib as mpl

    with mpl.rc_context({"svg.fonttype": "none"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": "framing"})
    return with_words(out.getvalue().decode("utf-8"), name, words).encode("utf-8")


def with_words(svg: str, name: str, words: str) -> str:
    """The SVG with its title, its description and the letters it needs, so that it stands alone."""
    svg = re.sub(r"font:( ?[^;\"]*?)'DejaVu Sans'[^;\"]*", r"font:\1'DejaVu Sans', sans-serif", svg)
    faces = fonts.faces(_TEXT.findall(svg))
    head = f"<title>{escape(plain(name))}</title><desc>{escape(words)}</desc><style>{faces}</style>"
    return re.sub(r"(<svg [^>]*?)>", lambda m: f'{m[1]} role="img">{head}', svg, count=1)


def inline(svg: str, prefix: str) -> str:
    """The SVG as it stands in a page: own ids, no prolog, no font of its own, width left to the page."""
    svg = svg[svg.index("<svg ") :]
    svg = re.sub(r"<metadata>.*?</metadata>|<title>.*?</title>|<desc>.*?</desc>|<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<style[ >].*?</style>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", svg)
    svg = re.sub(r'xlink:href="#([^"]+)"', rf'href="#{prefix}-\1"', svg)
    svg = re.sub(r"(\d+\.\d{2})\d+", r"\1", svg)
    return re.sub(r"\n\s*", "\n", svg)


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as CSV in UTF-8 with Unix line ends, twelve significant digits, and texts that no spreadsheet runs."""
    safe = frame.copy()
    safe.columns = [csv_cell(str(column)) for column in safe.columns]
    for i, dtype in enumerate(safe.dtypes):
        if not pd.api.types.is_numeric_dtype(dtype) or pd.api.types.is_bool_dtype(dtype):
            safe.isetitem(i, list(safe.iloc[:, i].map(_cell)))
    return str(safe.to_csv(index=False, lineterminator="\n", float_format="%.12g")).encode("utf-8")


def _cell(value: Any) -> Any:
    """A cell of a text column; lists and spans are written out."""
    if isinstance(value, (tuple, list, set, frozenset, dict)):
        return csv_cell(str(sorted(value) if isinstance(value, (set, frozenset)) else value))
    return csv_cell(value)
