"""The report as PDF, set by typst where that optional package is installed."""

from __future__ import annotations

import importlib.util
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from framing.present import labels
from framing.present.content import Bullets, Concordance, Content, Group, Picture, Prose, Table
from framing.present.inert import body, plain
from framing.present.inert import typst as inert

# The PDF is for reading on paper: the articles and the long concordances stay in the page.
_LEFT_OUT = ("documents",)
_LINES_PER_TERM = 4
_TERMS = 40
_ROWS = 40
_PROSE = {"warning": "doubt", "note": "note", "bottom-line": "strong"}


def write_pdf(content: Content, path: str | Path, *, figures: dict[str, bytes]) -> str:
    """
    Set the report as PDF; the same content gives the same bytes.

    Parameters
    ----------
    content : Content
    path : path
        Of the PDF.
    figures : dict of str to bytes
        The figures as PDF, by stem.

    Returns
    -------
    str
        "" if it was written, else why not.
    """
    if importlib.util.find_spec("typst") is None:
        return "report.pdf was not made: the optional package typst is not installed (pip install 'framing-analysis[report]')."
    import typst

    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for stem, data in figures.items():
            (root / f"{stem}.pdf").write_bytes(data)
        (root / "report.typ").write_text(source(content), encoding="utf-8", newline="\n")
        data = typst.compile(
            str(root / "report.typ"), root=str(root), font_paths=_fonts(), ignore_system_fonts=True, format="pdf", timestamp=0
        )
    Path(path).write_bytes(data)
    return ""


def _fonts() -> list[str]:
    """The figures' font, and a Chinese one if the system has it."""
    import matplotlib as mpl
    from matplotlib import font_manager

    from framing.present.style import cjk_font

    found = [str(Path(mpl.get_data_path()) / "fonts" / "ttf")]
    name = cjk_font()
    return [*found, str(Path(font_manager.findfont(name)).parent)] if name else found


def source(content: Content) -> str:
    """The report in typst's language; every text of the study is escaped."""
    from framing.present.style import cjk_font

    family = ["Libertinus Serif", "DejaVu Sans", *([cjk_font()] if cjk_font() else [])]
    head = (files("framing.present") / "templates" / "report.typ").read_text(encoding="utf-8")
    head = head.replace("FAMILY", "(" + ", ".join(f'"{name}"' for name in family) + ",)").replace(
        "TITLE-TEXT", _string(content.title)
    )
    parts = [head, f"#front([{inert(content.title)}], [{inert(content.lead)}], [{inert(content.badge)}])"]
    for section in content.sections:
        if section.anchor in _LEFT_OUT:
            continue
        parts.append(f"= {inert(section.title)}")
        blocks = section.blocks[:_TERMS] if section.anchor == "lines" else section.blocks
        parts += [_block(item, 2) for item in blocks]
    parts.append(
        "#note["
        + inert(
            "The articles with their voices and further tables are in report.html; "
            "every table is in tables/ with full precision."
        )
        + "]"
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _string(text: str) -> str:
    """A typst string literal."""
    return '"' + plain(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _block(item: Any, level: int) -> str:
    if isinstance(item, Prose):
        if item.kind == "heading":
            return f"{'=' * level} {inert(item.text)}"
        return f"#{_PROSE.get(item.kind, 'text')}[{inert(item.text)}]"
    if isinstance(item, Bullets):
        inner = "\n".join(f"- {inert(text)}" for text, _ in item.items)
        return f"#doubt[\n{inner}\n]" if item.kind == "warning" else inner
    if isinstance(item, Group):
        if not item.paper:
            return ""
        inner = "\n\n".join(_block(b, level + 1) for b in item.blocks)
        return f"{'=' * level} {inert(item.title)}\n\n{inner}"
    if isinstance(item, Picture):
        return f'#picture("{item.stem}.pdf", [{inert(item.caption)}], {_string(item.alt)})'
    if isinstance(item, Table):
        return _table(item)
    return _lines(item) if isinstance(item, Concordance) else ""


def _table(item: Table) -> str:
    frame = item.frame
    if not len(frame.columns):
        return ""
    numeric = set(frame.attrs.get("numeric", ()))
    align = ", ".join("right" if c in numeric else "left" for c in frame.columns)
    wide = (
        {c for c in frame.columns if c not in numeric and frame[c].head(_ROWS).map(lambda v: len(plain(v))).max() > 22}
        if len(frame)
        else set()
    )
    width = ", ".join("1fr" if c in wide or (not wide and i == 0) else "auto" for i, c in enumerate(frame.columns))
    head = ", ".join(f"[*{_cell(c)}*]" for c in frame.columns)
    rows = "\n".join(", ".join(f"[{_cell(v)}]" for v in values) + "," for values in frame.head(_ROWS).itertuples(index=False))
    notes = [*frame.attrs.get("notes", ())] + ([f"The first {_ROWS} of {len(frame)} rows."] if len(frame) > _ROWS else [])
    size = "6.5pt" if len(frame.columns) > 9 else "7.5pt" if len(frame.columns) > 6 else "8.5pt"
    text = "\n\n".join(f"#note[{inert(n)}]" for n in notes)
    return (
        f"#data([{inert(frame.attrs.get('caption', ''))}], {size}, columns: ({width},), "
        f"align: ({align},), table.header({head}),\n{rows}\n)\n\n{text}"
    )


def _cell(value: Any) -> str:
    """A cell; long words may break anywhere so that no table leaves the page."""
    text = plain(value)
    return inert(
        " ".join(
            word if len(word) <= 24 else "\u200b".join(word[i : i + 12] for i in range(0, len(word), 12))
            for word in text.split(" ")
        )
    )


def _lines(item: Concordance) -> str:
    rows = [
        f"- {inert(line.outlet)}, {inert(labels.voice(line.voice))}{inert(': ' + line.speaker) if line.speaker else ''}: "
        f"… {inert(body(line.left))} *{inert(line.node)}* {inert(body(line.right))} …"
        for line in item.lines[:_LINES_PER_TERM]
    ]
    return f"=== {inert(item.title)}\n\n#note[{inert(item.said)}]\n\n" + "\n".join(rows)
