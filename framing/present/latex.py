"""LaTeX: booktabs tables in which no text of a corpus can run a command, and a document that holds them all."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from framing.present import inert
from framing.present.numbers import MISSING, count

# A character that pdfLaTeX has no glyph for (Chinese, for instance) is a box; XeLaTeX and LuaLaTeX try their own fonts.
_OTHER_SCRIPTS = (
    "\\makeatletter\n\\ifdefined\\UTFviii@undefined@err\n"
    "\\def\\UTFviii@undefined@err#1{\\fbox{\\rule{0pt}{0.9ex}\\rule{0.5em}{0pt}}}\n\\fi\n\\makeatother\n"
)
MOST_ROWS = 40  # what a page holds beside caption and notes


def tabular(frame: pd.DataFrame, *, siunitx: bool = False) -> str:
    """
    A printed frame as `tabular`.

    Parameters
    ----------
    frame : DataFrame
        From `framing.present.tables.printed`.
    siunitx : bool
        Set columns of plain numbers in `S` columns (needs the package siunitx in the paper).

    Examples
    --------
    >>> print(tabular(pd.DataFrame({"term": ["50 %"], "n": ["3"]})))
    \\begin{tabular}{ll}
    \\toprule
    term & n \\\\
    \\midrule
    50 \\% & 3 \\\\
    \\bottomrule
    \\end{tabular}
    <BLANKLINE>
    """
    numeric = set(frame.attrs.get("numeric", ()))
    decimal = {c for c in frame.columns if siunitx and c in numeric and all(_plain_number(v) for v in frame[c])}
    form = "".join("S" if c in decimal else "r" if c in numeric else "l" for c in frame.columns)
    head = " & ".join("{" + inert.latex(c) + "}" if c in decimal else inert.latex(c) for c in frame.columns)
    lines = [rf"\begin{{tabular}}{{{form}}}", r"\toprule", head + r" \\", r"\midrule"]
    for values in frame.itertuples(index=False):
        cells = [_number(v) if c in decimal else inert.latex(v) for c, v in zip(frame.columns, values, strict=True)]
        lines.append(" & ".join(cells) + r" \\")
    return "\n".join([*lines, r"\bottomrule", r"\end{tabular}"]) + "\n"


def _plain_number(text: str) -> bool:
    try:
        float(_number(text).strip("{}") or 0)
    except ValueError:
        return text == MISSING
    return True


def _number(text: str) -> str:
    return "{--}" if text == MISSING else text.replace("−", "-").replace(",", "")


def table(frame: pd.DataFrame, *, label: str, siunitx: bool = False, most: int = MOST_ROWS) -> str:
    """A floating table with caption, label and notes around the `tabular`; what a page cannot hold is left out and said."""
    if len(frame) > most:
        note = f"The first {most} of {count(len(frame))} rows; the CSV file has all."
        attrs = frame.attrs | {"notes": [*frame.attrs.get("notes", ()), note]}
        frame = frame.head(most)
        frame.attrs = attrs
    notes = "".join(f"\\par\\footnotesize {inert.latex(n)}\n" for n in frame.attrs.get("notes", ()))
    body = tabular(frame, siunitx=siunitx)
    # A table wider than the page is scaled down, never up.
    fitted = f"\\sbox0{{%\n{body.rstrip()}%\n}}\n"
    fitted += "\\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox0}\\else\\usebox0\\fi\n"
    return (
        f"\\begin{{table}}[htbp]\n\\centering\\small\n\\caption{{{inert.latex(frame.attrs.get('caption', ''))}}}\n"
        f"\\label{{tab:{inert.file_name(label)}}}\n{fitted}{notes}\\end{{table}}\n"
    )


def document(tables: Iterable[str], figures: Iterable[tuple[str, str]]) -> str:
    """
    A LaTeX document that takes in every table and figure of a run, to try them out.

    Parameters
    ----------
    tables : iterable of str
        File stems in `tables/`.
    figures : iterable of (str, str)
        File stems in `figures/` and their captions.
    """
    parts = [rf"\input{{tables/{stem}.tex}}" for stem in tables]
    parts += [
        f"\\begin{{figure}}[htbp]\n\\centering\\includegraphics[width=\\linewidth]{{figures/{stem}.pdf}}\n\\caption{{{inert.latex(caption)}}}\n\\end{{figure}}"
        for stem, caption in figures
    ]
    head = (
        "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n\\usepackage{textcomp,booktabs,graphicx}\n"
        "\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\n"
        "\\usepackage[a4paper,margin=22mm]{geometry}\n" + _OTHER_SCRIPTS + "\\begin{document}\n"
    )
    return head + "\n\\clearpage\n".join(parts) + "\n\\end{document}\n"
