"""IRaMuTeQ and Alceste: starred texts, read and written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from framing.corpus.documents import Document
from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.plain import paragraphs_of
from framing.corpus.importers.source import Source
from framing.errors import OutputError

_OPEN = re.compile(r"^(?:\*{4}|\d{4,})\s+(\*\S.*)$")
_THEME = re.compile(r"^-\*(\S+)\s*$")
_FIELDS = {
    "outlet": ("outlet", "source", "journal", "media", "newspaper", "zeitung", "periodico", "giornale"),
    "date": ("date", "datum", "fecha", "data"),
    "side": ("side", "camp", "seite"),
    "author": ("author", "auteur", "autor"),
    "lang": ("lang", "language", "langue"),
    "event": ("event", "evenement"),
    "id": ("id", "ident", "identifiant"),
}


def _recognise(head: str) -> float:
    first = next((line for line in head.splitlines() if line.strip()), "")
    return 0.95 if _OPEN.match(first) else 0.5 if re.search(r"^\*{4} \*\w+_", head, re.MULTILINE) else 0.0


@importer("iramuteq", reads=("txt",), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per starred line; variables that are no field of a document go into the facts, themes are joined."""
    stars, opened = "", False
    lines: list[str] = []
    for line in source.lines():
        if found := _OPEN.match(line.strip()):
            if opened:
                yield _draft(stars, lines)
            elif any(part.strip() for part in lines):
                log.drop("before the first text", "\n".join(lines))
            stars, lines, opened = found[1], [], True
        elif found := _THEME.match(line.strip()):
            lines.append("")
        else:
            lines.append(line)
    if opened:
        yield _draft(stars, lines)


def _draft(stars: str, lines: list[str]) -> Draft:
    draft = Draft(paragraphs=paragraphs_of(iter(lines)), database="iramuteq", key=stars, expected=())
    others = []
    for word in stars.split():
        name, _, value = word.lstrip("*").partition("_")
        field = next((field for field, names in _FIELDS.items() if name.casefold() in names), None)
        if field and value and getattr(draft, field) is None:
            setattr(draft, field, value.replace("-", "-") if field in ("date", "id") else value.replace("_", " "))
        else:
            others.append(word)
    draft.facts["edition"] = " ".join(others)
    return draft


def write_iramuteq(
    documents: Iterable[Document], out: Path | str, *, variables: tuple[str, ...] = ("id", "side", "outlet", "date", "event")
) -> Path:
    """
    Write documents as starred texts for IRaMuTeQ or Alceste.

    Parameters
    ----------
    documents : iterable of Document
    out : path
        A new file; an existing one is not overwritten.
    variables : tuple of str
        Fields that become starred variables; what a document does not have is left out. Letters that the format does not
        allow in a value become hyphens.

    Returns
    -------
    Path

    Raises
    ------
    OutputError
        If the file exists.
    """
    out = Path(out)
    if out.exists():
        raise OutputError(f"{out}: the file exists and is not overwritten; name another one or remove it")
    pieces = []
    for document in documents:
        stars = [f"*{name}_{_value(str(value))}" for name in variables if (value := getattr(document, name))]
        # A line of the body that looks like a mark of the format would open a new text.
        body = re.sub(r"^(\*{4}|-\*|\d{4,}\s+\*)", r" \1", document.text, flags=re.MULTILINE)
        pieces.append(" ".join(["****", *stars]) + "\n" + body.replace("*", "") + "\n")
    out.write_text("\n".join(pieces), encoding="utf-8")
    return out


def _value(text: str) -> str:
    """
    A value in letters, digits and hyphens.

    Examples
    --------
    >>> _value("The Harbour Post (Online)")
    'The-Harbour-Post-Online'
    """
    return re.sub(r"[^\w]+|_", "-", unicodedata.normalize("NFC", text)).strip("-")
