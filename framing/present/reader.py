"""One article with its voices coloured and its speakers named, for the report and for a notebook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from framing.annotate.quotes.models import NO_MODEL
from framing.present.inert import body, plain

CSS = """
.article{line-height:1.6}.article,.legend{max-width:44rem}.article p{margin:.6em 0}
.v-direct{background:#fff3c4;border-bottom:2px solid #a67c00}.v-indirect{background:#e3f0fb;border-bottom:2px dotted #2a6ca8}
.v-block{background:#ececec;border-bottom:2px dashed #6b6b6b;white-space:pre-line}
.who{font-size:.78em;font-weight:600;white-space:normal;color:#3b3b3b;
background:#fff;border:1px solid #b5b5b5;border-radius:.6em;padding:0 .4em;margin:0 .25em}
@media (prefers-color-scheme:dark){.v-direct{background:#4a3c06;border-color:#d9b23c}
.v-indirect{background:#14344f;border-color:#7fb8e8}
.v-block{background:#3a3a3a;border-color:#a9a9a9}.who{color:#e8e8e8;background:#222;border-color:#777}}
@media print{.v-direct,.v-indirect,.v-block{background:none}}
"""

LEGEND = Markup(
    '<p class="legend">Voices: own words are unmarked; <span class="v-direct">direct quotes</span>, '
    '<span class="v-indirect">reported speech</span>, <span class="v-block">blocks taken over</span>. '
    'A label such as <span class="who">Name · source type</span> opens each quotation.</p>'
)


# What a layout puts before a line: the mark of a block, a bullet, a heading.
_LINE_MARK = re.compile(r"(?m)^[ \t]*(?:>[ \t]*|[*•][ \t]+|#{1,6}[ \t]+)+")


@dataclass(frozen=True)
class Article:
    """An article as HTML; shows itself in a notebook."""

    title: str
    markup: str

    def _repr_html_(self) -> str:
        return str(
            Markup('<div class="framing"><style>{}</style><h3>{}</h3>{}{}</div>').format(
                Markup(CSS), self.title, LEGEND, Markup(self.markup)
            )
        )


def read(annotated: Any, document: str) -> Article:
    """
    One article with its voices.

    Parameters
    ----------
    annotated : Annotated
    document : str
        Its id.

    Raises
    ------
    CorpusError
        Naming the nearest known id.
    """
    d = annotated.corpus[document]
    head = " · ".join(plain(x) for x in (d.outlet, d.date, d.side) if x)
    return Article(plain(d.title or d.id), str(Markup('<p class="note">{}</p>{}').format(head, article(annotated, d))))


def article(annotated: Any, document: Any) -> Markup:
    """The body in paragraphs; quotes open with their speaker, voices carry a class; what could not be read is said before."""
    quotes = annotated.quotes.get(document.id, ())
    starts = {min(a for a, _ in (q.parts or ((q.start, q.end),))): q for q in reversed(quotes)}
    voices = annotated.voices.get(document.id) or ()
    spans = [(v.start, v.end, v.voice) for v in voices] or [(0, len(document.text), "own")]
    edges = sorted({0, len(document.text), *starts, *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
    paragraphs, current = [], Markup("")
    at = 0
    for a, b in pairwise(edges):
        while at < len(spans) - 1 and spans[at][1] <= a:
            at += 1
        current += _who(starts[a]) if a in starts else ""
        pieces = body(document.text[a:b]).split("\n\n")
        for i, piece in enumerate(pieces):
            if i:
                paragraphs.append(current)
                current = Markup("")
            current += _marked(piece, spans[at][2])
    paragraphs.append(current)
    text = Markup("").join(Markup("<p>{}</p>").format(p) for p in paragraphs if str(p).strip())
    return _not_read(annotated, document) + Markup('<div class="article"{}>{}</div>').format(
        Markup(' lang="{}"').format(plain(document.lang)) if plain(document.lang) else "", text
    )


def _not_read(annotated: Any, document: Any) -> Markup:
    """What the annotation could not do with this text: no parser model, or trouble with this document."""
    said = [note for note in annotated.notes if NO_MODEL in note or note.startswith(f"{document.id}: ")]
    return Markup("").join(
        Markup('<p class="note">{}</p>').format(plain(note[:1].upper() + note[1:])) for note in dict.fromkeys(said)
    )


def _marked(piece: str, voice: str) -> Markup:
    if voice == "own" or not piece.strip():
        return Markup("{}").format(piece)
    known = voice if voice in ("direct", "indirect", "block") else "block"
    return Markup('<span class="v-{}">{}</span>').format(known, piece)


def label(speaker: Any) -> str:
    """
    A speaker's words without the marks that the layout puts before a line.

    Examples
    --------
    >>> label("> Minister of\\n> Ports Mara Lind")
    'Minister of Ports Mara Lind'
    """
    return plain(_LINE_MARK.sub("", body(speaker))).strip("*_ ")


def _who(quote: Any) -> Markup:
    name = label(quote.speaker_resolved or quote.speaker_text) or "speaker not found"
    kind = plain(quote.source_type)
    return Markup('<span class="who">{}{}</span>').format(name, f" · {kind}" if kind else "")
