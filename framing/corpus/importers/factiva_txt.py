"""Factiva RTF and TXT: the unlabelled order line by line, or two columns with the field codes on the left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.factiva_lines import NUMBER, WORDS, n_words, read_head, words_line
from framing.corpus.importers.fields import language_code
from framing.corpus.importers.plain import join_wrapped
from framing.corpus.importers.source import Source

_SUMMARY = re.compile(r"^\s*(?:Search Summary|Zusammenfassung der Suche|Résumé de la recherche|Resumen de (?:la )?búsqueda|"
                      r"Riepilogo (?:della )?ricerca|Resumo da pesquisa|Zoekoverzicht)\s*$", re.IGNORECASE)  # fmt: skip
_CODE = re.compile(
    r"^\s*(SE|HD|BY|CR|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|LA|CY|LP|TD|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CT|CX|CLM)(?:\s*[|\t]\s*|\s{2,}|\s*$)(.*)$"
)
_PAGE = re.compile(
    r"^\s*(?:Page|Seite|Página|Pagina)\s*\d+(?:\s+\S+\s+\d+)?\s*(?:©.*Factiva.*)?$|^\s*©\s*\d{4}\s*Factiva", re.IGNORECASE
)
_RULE = re.compile(r"^\s*_{2,}\s*$|^\s*\{\".*\"\}\s*$")


def _recognise(head: str) -> float:
    lines = head.splitlines()
    numbers = sum(bool(NUMBER.match(line)) for line in lines)
    words = sum(bool(WORDS.match(line)) for line in lines)
    codes = {found[1] for line in lines if (found := _CODE.match(line))}
    if (numbers and words) or {"HD", "WC", "PD"} <= codes:
        return 0.9
    return 0.6 if (words and any(_SUMMARY.match(line) for line in lines)) or {"HD", "PD", "SN"} <= codes else 0.0


@importer("factiva_text", reads=("txt", "rtf", "docx"), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per "Document ..." line; the search summary at the end is no document."""
    lines: list[str] = []
    summary: list[str] = []
    for line in source.lines():
        line = line.replace("\u00a0", " ").rstrip()
        if summary or _SUMMARY.match(line):
            summary.append(line)
        elif _PAGE.match(line):
            log.drop("page furniture", line)
        elif found := NUMBER.match(re.sub(r"^\s*AN\s*[|\t ]\s*", "", line)):
            yield from _documents(lines, found[1], log)
            lines = []
        else:
            lines.append(line)
    log.drop("search summary", "\n".join(summary))
    yield from _documents(lines, None, log)


def _documents(lines: list[str], number: str | None, log: Log) -> Iterator[Draft]:
    if number is None and words_line(lines) is None and not any(_CODE.match(line) for line in lines):
        log.drop("after the last document", "\n".join(lines))
        return
    draft = Draft(database="factiva", accession=number)
    codes = [found[1] for line in lines if (found := _CODE.match(line))]
    if len({"HD", "WC", "PD", "SN"} & set(codes)) >= 3:
        _indexed(lines, draft)
    else:
        _unlabelled(lines, draft)
    yield draft


def _indexed(lines: list[str], draft: Draft) -> None:
    values: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if found := _CODE.match(line):
            code = found[1]
            values.setdefault(code, []).append(found[2])
        elif code:
            values[code].append(line)
    value = {name: " ".join(" ".join(part).split()) for name, part in values.items()}
    draft.title, draft.author, draft.section = value.get("HD"), value.get("BY"), value.get("SE") or value.get("CLM")
    draft.date, draft.outlet, draft.rights = value.get("PD"), value.get("SN"), value.get("CY")
    draft.words, draft.lang = n_words(value.get("WC", "")), language_code(value.get("LA"))
    draft.facts = {name: value[key] for name, key in (("page", "PG"), ("edition", "ED")) if value.get(key)}
    for name in ("LP", "TD"):
        draft.paragraphs += _paragraphs(values.get(name, []))
    for name, reason in (
        ("CR", "credit"),
        ("ART", "caption"),
        ("CT", "contact"),
        ("NS", "subject"),
        ("RE", "region"),
        ("CO", "company"),
    ):
        draft.drop(reason, value.get(name, ""))


def _unlabelled(lines: list[str], draft: Draft) -> None:
    start = 0
    for i, line in enumerate(lines):
        if _RULE.match(line):
            draft.drop("mark of the file", line)
            start = i + 1
        elif WORDS.match(line):
            break
    lines = lines[start:]
    where = [i for i, line in enumerate(lines) if line.strip()]
    n_head = read_head([lines[i].strip() for i in where], draft)
    draft.paragraphs = _paragraphs(lines[where[n_head] :] if n_head < len(where) else [])


def _paragraphs(lines: list[str]) -> list[str]:
    """Every line is a paragraph, unless blank lines separate hard-wrapped ones."""
    filled = [line for line in lines if line.strip()]
    wrapped = len(filled) > 3 and max(map(len, filled)) <= 100 and len(filled) < len(lines)
    if not wrapped:
        return [line.strip() for line in filled]
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [join_wrapped(group) for group in groups if group]
