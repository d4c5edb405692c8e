"""What the words of a document tell of who speaks through it: a court record, a petition by residents, a study."""

from __future__ import annotations

import re

from framing.annotate.people.bodies import body_kind, is_research
from framing.annotate.people.people import Person, head_of
from framing.annotate.people.phrases import kind_of_phrase
from framing.annotate.people.sources import belongs_to, source_type, word_kind
from framing.annotate.wordlists import word_list

_LISTS = word_list("quotes_documents_en.txt")
BY = re.compile(r"\b(of|from|by)\s+(?=(?:(?:the|an?|its|their|\d[\d,]*)\s+)?[\w’'-])")
# Papers that only courts and offices keep.
_OF_STATE = re.compile(
    r"\b(?:charge sheet|court (?:record|file|paper|list|document)|case file|wanted (?:notice|poster)|search warrant|"
    r"land register|"
    r"civil register|official (?:list|record|notice|statement|report|schedule|gazette|form|letter)|electoral roll|"
    r"customs declaration|duty rota|police (?:report|record|file))s?\b",
    re.I,
)
_FORCE = re.compile(r"(?:the|its|their) (?:police )?(?:force|squad|patrol|gendarmerie|constabulary)\b")
_STUDIES = frozenset(("report", "reports"))
# Whatever people without office hold up or sign together is theirs.
_WRITTEN = re.compile(
    r"\b(?:placards?|banners?|cardboard|graffiti|slogans?)\b.*\b(?:by|of)\b|"
    r"\b(?:petitions?|letters?|appeals?|placards?|banners?)\b.* by (?:[\w,]+ )?(?:[\w,]+ )?(?:pensioners|residents|parents|"
    r"mothers|"
    r"families|neighbours|students|workers|villagers|people|women|men|readers|households|citizens)\b",
    re.I,
)


def issuer_kind(head: str, phrase: str, person: Person | None) -> str | None:
    """
    The kind of source that a document's words tell; None where whoever issued it decides.

    Parameters
    ----------
    head : str
        The noun, in lower case.
    phrase : str
    person : Person or None
        Whoever issued it, where named.

    Examples
    --------
    >>> issuer_kind("petition", "a petition by residents", None), issuer_kind("record", "a court record", None)
    ('citizen', 'official')
    """
    if person is not None:
        if head in _LISTS["research"] | _STUDIES and not person.is_person and body_kind(person.full) in (None, "organisation"):
            if "institute" in person.called:
                return "expert"
            polled = head in ("poll", "survey") and not re.search(r"\b(?:University|College)\b", person.full)
            return "expert" if is_research(person.full) and not polled else None
        return None
    if _OF_STATE.search(phrase.split(",")[0]):
        return "police" if "police" in phrase.lower() else "official"
    made = BY.search(phrase)
    maker = phrase[made.end() :].partition(",")[0] if made else ""
    if _FORCE.match(maker):
        return "police"
    behind = (
        (kind_of_phrase(maker, belongs_to) or source_type(maker) or belongs_to(maker) or body_kind(head_of(maker).title()))
        if made
        else None
    )
    before = re.sub(rf"\b(?:press |news )?{head}\b.*", "", phrase, flags=re.I | re.S)
    if _WRITTEN.search(phrase):
        return behind or belongs_to(before) or ("expert" if head in _LISTS["research"] else None) or "citizen"
    if (kind := belongs_to(before) or behind or word_kind(head)) or head not in _LISTS["state"]:
        if kind is None and head in _LISTS["papers"]:
            return "media"
        if kind is None and head in _LISTS["of-the-street"]:
            return "citizen"
        return kind or ("expert" if head in _LISTS["research"] else None)
    return "official"
