"""The order of Factiva's unlabelled head lines: counted from the number of words and the date, whatever the language."""

from __future__ import annotations

import re

from framing.corpus.importers.base import Draft
from framing.corpus.importers.fields import language_code

WORDS = re.compile(
    r"^\s*(\d[\d.,\s\u00a0]*)\s*(?:words?|mots?|W[öo]rter|Worte?|palabras?|parol[ae]|palavras?|woorden|ord|字|词|слов[оа]?|kelimeler|słów|文字)\s*$",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"^\s*(?:Document|Dokument|Documento|文档|文件|Документ)\s+([A-Za-z0-9]{4,}\d{8}[A-Za-z0-9-]{3,})\s*$", re.IGNORECASE
)
RIGHTS = re.compile(
    r"^\s*(?:\(c\)|c\)|©|copyright|all rights|tous droits|alle rechte|todos los derechos|c \d{4}\b)", re.IGNORECASE
)
_TIME = re.compile(r"^\s*\d{1,2}[:.h]?\d{2}(?:\s*(?:AM|PM|GMT|Uhr|h))?\s*$", re.IGNORECASE)
_CREDIT = re.compile(r"^\s*(?:Reuters|AP|AFP|PA|DPA|dpa|ANSA|EFE|Xinhua|[\w-]+\.(?:com|co\.uk|org|net|de|fr)|\w{4,}com)\s*$")
_BY = re.compile(r"^\s*(?:by|von|par|por|di|door|de|av|af)\s+\S", re.IGNORECASE)


def words_line(lines: list[str]) -> int | None:
    """Index of the line with the number of words, or None."""
    return next((i for i, line in enumerate(lines) if WORDS.match(line)), None)


def n_words(line: str) -> int | None:
    """The number in "2.029 Wörter"."""
    found = WORDS.match(line)
    return int(re.sub(r"\D", "", found[1])) if found else None


def read_head(lines: list[str], draft: Draft, *, headline: str | None = None) -> int:
    """
    Fill a draft from section, headline, byline, words, date, time, source, code, edition, page, language, rights.

    Parameters
    ----------
    lines : list of str
        Not blank; may go on into the body.
    draft : Draft
    headline : str, optional
        If the markup says which line it is.

    Returns
    -------
    int
        Index of the first line after the head.
    """
    at = words_line(lines)
    if at is None:
        return 0
    draft.words = n_words(lines[at])
    _above(lines[:at], draft, headline)
    i = at + 1
    if i < len(lines):
        draft.date = lines[i]
        i += 1
    if i < len(lines) and _TIME.match(lines[i]):
        i += 1
    return _below(lines, i, draft)


def _above(lines: list[str], draft: Draft, headline: str | None) -> None:
    if headline is not None and headline in lines:
        k = lines.index(headline)
        draft.section, draft.title = (lines[k - 1] if k else None), headline
        draft.author = lines[k + 1] if k + 1 < len(lines) else None
        return
    if len(lines) > 1 and _CREDIT.match(lines[-1]):
        draft.drop("credit", lines[-1])
        lines = lines[:-1]
    if len(lines) > 1 and _BY.match(lines[-1]) and len(lines[-1]) < 90:
        draft.author, lines = lines[-1], lines[:-1]
        at = len(lines) - 1
    else:
        # Section, headline, byline; of two lines the longer one is the headline.
        at = 1 if len(lines) >= 3 else max(range(len(lines)), key=lambda i: len(lines[i]), default=0)
        draft.author = " ".join(lines[at + 1 :]) or None
    if lines:
        draft.title = lines[at]
        draft.section = " ".join(lines[:at]) or None


def _below(lines: list[str], i: int, draft: Draft) -> int:
    if i < len(lines):
        draft.outlet = lines[i]
        i += 1
    code = i < len(lines) and re.fullmatch(r"[A-Za-z0-9]{2,10}", lines[i].strip()) and not language_code(lines[i])
    i += bool(code)
    spare: list[str] = []
    named = False
    for k in range(i, min(i + 6, len(lines))):
        line = lines[k].strip()
        if not named and language_code(line) and len(line.split()) <= 2 and len(line) > 3:
            draft.lang, named = language_code(line), True
        elif RIGHTS.match(line):
            draft.rights = line
            _spare(spare, draft)
            return k + 1
        elif not named and len(line) < 60:
            spare.append(line)
        else:
            # Some sources print the owner's name without a sign.
            is_notice = named and re.search(r"\b(?:19|20)\d\d\b", line) and len(line) < 160
            draft.rights = line if is_notice else None
            _spare(spare if named else [], draft)
            return k + bool(is_notice) if named else i
    _spare(spare if named else [], draft)
    return i + len(spare) + 1 if named else i


def _spare(lines: list[str], draft: Draft) -> None:
    for line in lines:
        is_page = re.fullmatch(r"[A-Za-z]{0,3}[.\s-]?\d{1,4}(?:[A-Za-z]|[-,/]\s?\d{1,4})?", line)
        draft.facts.setdefault("page" if is_page else "edition", line)
