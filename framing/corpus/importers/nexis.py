"""Nexis Uni: DOCX, RTF and text of one or many documents; the anatomy is the order of the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.dates import is_date_line, printed_date
from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.fields import LEXIS, key_value, language_code, squeeze
from framing.corpus.importers.source import Source

_END = re.compile(
    r"^\s*(?:End of Document|Ende des Dokuments|Dokumentende|Fin du document|Fin del documento|Fine del documento|"
    r"Fim do documento|Einde? van (?:het )?document)\s*$",
    re.IGNORECASE,
)
_BODY_NAMES = (
    "Body",
    "Textkörper",
    "Haupttext",
    "Corps",
    "Corps du texte",
    "Cuerpo",
    "Corpo",
    "Corpo do texto",
    "Corpo del testo",
    "Hoofdtekst",
    "Inhoud",
    "Tekst",
    "正文",
)
_BODY = {squeeze(name) for name in _BODY_NAMES}
_COUNT = re.compile(r"^\s*(?:Do[ck]ument\w*|文档)\s*\((\d+)\)\s*$", re.IGNORECASE)
_COVER = re.compile(
    r"^\s*(?:Client/Matter|Search Terms|Search Type|Narrowed by|Job Number|Date and Time|User Name|Content Type|"
    r"Mandant\w*|Suchbegriffe|Suchtyp|Eingegrenzt\w*|Jobnummer|Auftragsnummer|Datum und Uhrzeit|Inhaltstyp|"
    r"Client/Dossier|Termes de recherche|Type de recherche|Affiné par|Numéro de (?:la )?tâche|Date et heure|"
    r"Términos de búsqueda|Tipo de búsqueda|Número de trabajo|Fecha y hora|Termini di ricerca|Tipo di ricerca|Data e ora|"
    r"Termos de pesquisa|Tipo de pesquisa|Data e hora|Zoektermen|Zoektype|Taaknummer|Datum en tijd)\s*:",
    re.IGNORECASE,
)
_COVER_CELLS = re.compile(r"^\s*(?:Content Type|Inhaltstyp|Type de contenu)\s*\|", re.IGNORECASE)
_PAGE = re.compile(r"^\s*(?:Page|Seite|Página|Pagina|第)\s*\d+\s*(?:of|von|de|di|van|sur|/)\s*\d+\s*$", re.IGNORECASE)
_RIGHTS = re.compile(r"^\s*(?:Copyright|©|\(c\)|Alle Rechte|Tous droits|All Rights Reserved)", re.IGNORECASE)
_CLASSIFICATION_NAMES = (
    "Classification",
    "Klassifizierung",
    "Klassifikation",
    "Clasificación",
    "Classificazione",
    "Classificação",
    "Classificatie",
    "Indexierung",
)
_CLASSIFICATION = {squeeze(name) for name in _CLASSIFICATION_NAMES}
_AFTER_NAMES = {
    "graphic": ("Graphic", "Graphics", "Grafik", "Graphique", "Gráfico", "Grafico", "Grafiek", "Illustration"),
    "notes": ("Notes", "Anmerkungen", "Hinweise", "Notas", "Note", "Noten", "Opmerkingen"),
    "correction": (
        "Correction",
        "Correction Appended",
        "Correction-Date",
        "Korrektur",
        "Berichtigung",
        "Corrección",
        "Correzione",
        "Correção",
        "Correctie",
    ),
    "url": ("Link to Image",),
}
_AFTER = {squeeze(name): reason for reason, names in _AFTER_NAMES.items() for name in names}
_LOAD = ("load-date",)


def _recognise(head: str) -> float:
    lines = [line.strip() for line in head.splitlines()]
    body = any(squeeze(line) in _BODY for line in lines)
    length = any((found := key_value(line, LEXIS)) and found[0] == "length" and re.search(r"\d", found[1]) for line in lines)
    if body and (length or any(_END.match(line) for line in lines)):
        return 0.9
    if sum(bool(_COVER.match(line)) for line in lines) >= 3 and any(_COUNT.match(line) for line in lines):
        return 0.8
    return 0.7 if any(_END.match(line) for line in lines) and any(is_date_line(line) for line in lines) else 0.0


@importer("nexis", reads=("docx", "rtf", "txt"), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per document; the cover's "Documents (10)" is the announced number."""
    chunk: list[str] = []
    first = True
    for line in source.lines():
        line = line.replace("\u00a0", " ").strip(" \t\f\v\ufeff")
        if first and log.announced is None and (found := _COUNT.match(line)):
            log.announced = int(found[1])
        if _PAGE.match(line):
            log.drop("page number", line)
        elif _END.match(line):
            yield from _drafts(chunk, log, first=first)
            chunk, first = [], False
        else:
            chunk.append(line)
    yield from _drafts(chunk, log, first=first)


def _drafts(chunk: list[str], log: Log, *, first: bool) -> Iterator[Draft]:
    """Usually one; a chunk without a "Body" line is a cover, or a short document if it has a head."""
    start = next((i for i, line in enumerate(chunk) if squeeze(line) in _BODY and line), None)
    if start is None:
        head_end = _head_end(chunk)
        if head_end is None:
            if any(chunk):
                log.drop("cover" if first else "after the last document", "\n".join(line for line in chunk if line))
            return
        draft = _document(chunk[:head_end], chunk[head_end:], log, first=first)
        draft.problems.append(("body mark", "the document has no line that says where its body begins"))
        yield draft
        return
    yield _document(chunk[:start], chunk[start + 1 :], log, first=first)


def _head_end(chunk: list[str]) -> int | None:
    """After the last head field that follows a date line, for documents without a "Body" line."""
    date = next((i for i, line in enumerate(chunk) if is_date_line(line) and not _COVER.match(line)), None)
    if date is None:
        return None
    fields = [i for i, line in enumerate(chunk[: date + 25]) if i > date and (key_value(line, LEXIS) or _RIGHTS.match(line))]
    return fields[-1] + 1 if fields else None


def _document(head: list[str], rest: list[str], log: Log, *, first: bool) -> Draft:
    draft = Draft(database="nexis")
    date = next((i for i in range(len(head) - 1, -1, -1) if _is_date(head[i])), None)
    above = head[:date] if date is not None else _without_cover(head)
    below = head[date + 1 :] if date is not None else head
    names, cover = _names(above) if date is not None else _first_names(above)
    draft.outlet, draft.title = names
    if first and any(cover):
        log.drop("cover", "\n".join(line for line in cover if line))
    if date is not None:
        draft.date = head[date]
        draft.facts["edition"] = next(
            (line for line in below[:2] if line and not key_value(line, LEXIS) and not _RIGHTS.match(line)), ""
        )
        draft.facts = {name: value for name, value in draft.facts.items() if value}
    _head_fields(below, draft)
    _split_body(rest, draft)
    return draft


def _is_date(line: str) -> bool:
    return is_date_line(line) and not _COVER.match(line) and key_value(line, LEXIS) is None and not _RIGHTS.match(line)


def _names(above: list[str]) -> tuple[tuple[str | None, str | None], list[str]]:
    """The outlet is the line above the date, the title the lines above that one; what remains is cover."""
    filled = [i for i, line in enumerate(above) if line]
    if not filled:
        return (None, None), []
    outlet = filled[-1]
    start = end = outlet
    for i in reversed(filled[:-1]):
        if _COVER.match(above[i]) or _COVER_CELLS.match(above[i]) or _COUNT.match(above[i]):
            break
        if start != outlet and i != start - 1:
            break
        if start == outlet:
            end = i + 1
        start = i
        if outlet - start > 5:
            break
    title = " ".join(line for line in above[start:end] if line) if start != outlet else None
    return (above[outlet], title), above[:start]


def _first_names(lines: list[str]) -> tuple[tuple[str | None, str | None], list[str]]:
    filled = [line for line in lines if line and not _RIGHTS.match(line) and not key_value(line, LEXIS)]
    return ((filled[1] if len(filled) > 1 else None), (filled[0] if filled else None)), []


def _without_cover(head: list[str]) -> list[str]:
    last = max((i for i, line in enumerate(head) if _COVER.match(line) or _COVER_CELLS.match(line)), default=-1)
    return head[last + 1 :]


def _head_fields(lines: list[str], draft: Draft) -> None:
    field = ""
    for line in lines:
        found = key_value(line, LEXIS)
        if found:
            field, value = found
            _set(draft, field, value)
        elif _RIGHTS.match(line):
            field, draft.rights = "rights", f"{draft.rights} {line}" if draft.rights else line
        elif line and field in ("highlight", "section"):
            _set(draft, field, line)


def _set(draft: Draft, field: str, value: str) -> None:
    if field == "section":
        draft.section = f"{draft.section} {value}" if draft.section else value
    elif field == "author":
        draft.author = value
    elif field == "length":
        number = re.search(r"\d[\d.,\s]*", value)
        draft.words = int(re.sub(r"\D", "", number[0])) if number else None
    elif field in ("highlight", "dateline"):
        draft.drop(field, value)
    elif field == "language":
        draft.lang = language_code(value)
    elif field == "load-date":
        draft.facts["load_date"] = value


def _split_body(rest: list[str], draft: Draft) -> None:
    """The body ends at the first end section or trailing field; what follows is read for language and load date."""
    end = len(rest)
    for i, line in enumerate(rest):
        if line and (reason := _ends_here(rest, i)):
            end = i
            _tail(rest[i:], reason, draft)
            break
    body = rest[:end]
    while body and (not body[-1] or _RIGHTS.match(body[-1])):
        if body[-1]:
            draft.rights = draft.rights or body[-1]
            draft.drop("copyright", body[-1])
        body.pop()
    draft.paragraphs = [line for line in body if line]


def _ends_here(rest: list[str], i: int) -> str | None:
    line = rest[i]
    name = squeeze(line.rstrip(":"))
    following = [later for later in rest[i + 1 : i + 12] if later]
    found = key_value(line, LEXIS)
    if name in _CLASSIFICATION and any(key_value(later, LEXIS) for later in following[:4]):
        return "classification"
    if found and found[0] in _LOAD and printed_date(found[1]):
        return "load date"
    # A paragraph may run right up to "Graphic"; the other names are words of sub-headlines, too.
    alone = (i == 0 or not rest[i - 1] or _AFTER.get(name) == "graphic") and (i + 1 >= len(rest) or not rest[i + 1])
    if name in _AFTER and alone and _only_a_tail(rest[i + 1 :]):
        return _AFTER[name]
    if (
        found
        and found[0] in ("language", "publication-type")
        and sum(key_value(later, LEXIS) is not None for later in following[:3]) >= 1
    ):
        return "classification"
    return None


def _only_a_tail(rest: list[str]) -> bool:
    """An end section is short, or runs into the classification: a sub-headline "Notes" in a body is neither."""
    filled = [line for line in rest if line]
    fields = next(
        (i for i, line in enumerate(filled) if squeeze(line) in _CLASSIFICATION or key_value(line, LEXIS)), len(filled)
    )
    return fields <= 6


def _tail(lines: list[str], reason: str, draft: Draft) -> None:
    draft.drop(reason, "\n".join(line for line in lines if line))
    for line in lines:
        found = key_value(line, LEXIS)
        if found and found[0] in ("language", "load-date"):
            _set(draft, *found)
        elif _RIGHTS.match(line) and draft.rights is None:
            draft.rights = line
