"""The kind of a person, a body or a phrase, from all that one document says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from framing.annotate.descriptions import kind_of, kind_told
from framing.annotate.names import Name
from framing.annotate.sources import is_capital, source_type
from framing.annotate.wordlists import word_list

HEADS = frozenset(("director", "chief", "head", "chairman", "chairwoman", "chair", "manager", "member", "staffer", "assistant"))
HEAD_STOP = re.compile(
    r"\s*(?:,|\(|—|–|;|\b(?:of|from|in|at|with|who|which|that|for|on|to|by|whose|near|during|after|about)\b)"
)
_WORD = re.compile(r"[\w’'-]+")
_ELECTION = re.compile(
    r"\b(?:candidates?|elections?|nominees?|ballots?|primary|primaries|polling stations?|vot(?:e|ed|ing) for)\b", re.I
)
_STATE = re.compile(r"\b(?:president|prime minister|parliament|congress|senate|white house|chancellor|cabinet)\b", re.I)
_CAMPAIGN = re.compile(r"\bcampaign\b(?! (?:group|against|to |for ))", re.I)


@dataclass(slots=True)
class Person:
    """Somebody named in the document, with all that is said of them."""

    key: str
    full: str
    is_person: bool
    descriptions: list[str] = field(default_factory=list)
    told: list[tuple[str, float]] = field(default_factory=list)
    a_the: bool = False
    named: int = 0
    gender: str | None = None
    spoke_at: list[int] = field(default_factory=list)
    kind: str | None = None


class Kinds:
    """
    What kind of source the people of one document are.

    Parameters
    ----------
    text : str
    found : list of Name
        In the order of the text.
    of : dict of int to Person
        Number of a name to who it is.
    last : callable
        The kind of whoever with a name spoke last, or None.
    """

    def __init__(self, text: str, found: list[Name], of: dict[int, Person], last: Callable[[], str | None]) -> None:
        self.names, self.of, self.last = found, of, last
        self.starts = [n.start for n in found]
        self.election = _ELECTION.search(text) is not None
        self.politics = self.election or _STATE.search(text) is not None

    def by_body(self, description: str, at: int) -> str | None:
        """A spokeswoman, or somebody's deputy, without a body of her own: the kind of the last body or speaker before."""
        head = head_of(description).lower()
        for_a_body = head.startswith("spokes") or head in HEADS
        if not for_a_body and not description.lower().startswith(("his ", "her ", "their ", "its ")):
            return None
        if len(description.split()) > 2:
            return None
        if for_a_body:
            for n in range(bisect_left(self.starts, at) - 1, -1, -1):
                if not self.names[n].person and (kind := source_type(self.of[n].full)):
                    return kind
            return None
        return self.last()

    def of_person(self, person: Person, at: int) -> str | None:
        """From the name of a body, else from what is said of the person, else from how the name itself is used."""
        single = " " not in person.full
        if not person.is_person or (single and person.full.lower() in _plural_kinds()):
            if person.full.endswith(" Group"):
                return "company"
            if own := self.campaign(person.full) or source_type(person.full):
                return own
        told = [
            (self.campaign(phrase) or self.by_body(phrase, at) or kind_told(phrase), weight) for phrase, weight in person.told
        ]
        hidden_too = single and person.is_person
        known = [(kind, weight) for kind, weight in told if kind and (hidden_too or kind != "anonymous")]
        return kind_of(known) or self._bare(person)

    def campaign(self, phrase: str) -> str | None:
        """Where an election is on, a campaign and who works for it are of the kind of the candidate."""
        return "official" if self.election and _CAMPAIGN.search(phrase) else None

    def _bare(self, person: Person) -> str | None:
        """A name without a word about it: an outlet with its article, a body in capitals, a capital city."""
        single = " " not in person.full
        if is_capital(person.full):
            return "official"
        if person.a_the and " " not in person.full.replace("The ", ""):
            return "media" if not person.full.isupper() else "organisation"
        if not person.is_person or re.search(r"[a-z][A-Z]", person.full) or (person.full.isupper() and len(person.full) > 1):
            return "organisation"
        kin = next((p for p in self.of.values() if p is not person and p.key == person.key and p.kind and p.is_person), None)
        if kin is not None and single:
            return kin.kind
        # Nobody explains who a head of government is; everybody explains who a shopkeeper is.
        if self.politics and (single or person.named > 2):
            return "official"
        return None if single else "citizen"


@cache
def _plural_kinds() -> frozenset[str]:
    """Words that name a kind of people by themselves, with the capital of their sentence or of a party."""
    sections = word_list("quotes_sources_en.txt")
    return frozenset(w for words in sections.values() for w in words if w.endswith("s") or w in ("police", "people"))


def head_of(phrase: str) -> str:
    """The last word before an "of", a comma or a relative clause."""
    cut = HEAD_STOP.search(phrase)
    core = phrase[: cut.start()] if cut and cut.start() > 0 else phrase
    found = _WORD.findall(core)
    return re.sub(r"[’']s?$", "", found[-1]) if found else ""
