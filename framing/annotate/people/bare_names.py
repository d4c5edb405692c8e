"""The kind of a name that stands in a text without a word about it, from its shape and from the other names."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.people import People, Person
from framing.annotate.people.sources import is_capital

_ON_NETWORK = re.compile(
    r"\b(?:users?|reader|follower|followers|handle|netizen|posted|posts|comment\w*|under (?:the|a|this|our) \w+|thread|signs|"
    r"reads (?:us|this)|regular|account|writes)\b",
    re.I,
)
_SIGNED = re.compile(r"[”\"’']\s[-–—] ?$")
_OF_FAMILY = re.compile(r"(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz)[A-Z]")


class BareNames:
    """
    Names nobody explains.

    Parameters
    ----------
    people : People
    of_person : callable
        The kind of another person or body.
    often : int or None
        Whoever is named more often than this without a description holds an office; None in a text without politics.
    """

    def __init__(self, people: People, of_person: Callable[[Person], str | None], often: int | None) -> None:
        self.people, self.text, self.of_person, self.often = people, people.text, of_person, often
        self._initials: dict[str, Person] | None = None

    def kind(self, person: Person) -> str | None:
        """An outlet with its article, a body in capitals, a capital city, a handle; else from how often the name comes."""
        if is_capital(person.full):
            return "official"
        if person.full.isupper() and (whole := self._acronym(person.full)):
            return self.of_person(whole)
        if (shape := self._by_shape(person)) is not None:
            return shape
        single = " " not in person.full
        if single and (whole := self._longer(person)):
            return self.of_person(whole)
        if re.search(r"[a-z](?:vision|cast|wire|news|press|radio)$", person.full):
            return "media"
        if single and (kin := next((p for p in self.people.called(person.key) if p.kind and p.is_person), None)) is not None:
            return kin.kind
        # Nobody explains who a head of government is; everybody explains who a shopkeeper is.
        if self.often is not None and (single or person.named > self.often):
            return "official"
        return None if single else "citizen"

    def _by_shape(self, person: Person) -> str | None:
        if (person.full.isupper() and person.is_person) or self._signs(person):
            return "citizen"
        if person.full.isupper() and person.full.endswith("TV"):
            return "media"
        if person.a_the and " " not in person.full.replace("The ", ""):
            return "media" if not person.full.isupper() else "organisation"
        if re.search(r"[a-z_]\d+$", person.full) or self._is_handle(person):
            return "citizen"
        return "organisation" if not person.is_person or re.search(r"[a-z][A-Z]", person.full) else None

    def _signs(self, person: Person) -> bool:
        """ "“...” - TideCup" at the end of a line: a reader signs what was sent in."""
        if " " in person.full:
            return False
        numbers = self.people.mentions.get(id(person), [])[:8]
        names = [self.people.names[n] for n in numbers]
        ending = [name for name in names if self.text[name.end : name.end + 1] in ("\n", "", ",")]
        return any(_SIGNED.search(self.text, max(0, name.start - 4), name.start) for name in ending)

    def _is_handle(self, person: Person) -> bool:
        """ "HalfMoonCup", or "MoonCup" under a video: somebody who writes on the network under that name."""
        if _OF_FAMILY.match(person.full):
            return False
        humps = len(re.findall(r"[a-z](?=[A-Z])", person.full)) if " " not in person.full else 0
        if humps != 1:
            return humps > 1
        numbers = self.people.mentions.get(id(person), [])[:4]
        places = [(self.people.names[n].start, self.people.names[n].end) for n in numbers]
        return any(_ON_NETWORK.search(self.text[max(0, a - 60) : b + 60]) for a, b in places)

    def _longer(self, person: Person) -> Person | None:
        """The one body whose name begins or ends with this word: "Orr" of Orr Minerals."""
        found = [
            p
            for p in self.people.called(person.key)
            if p is not person and not p.is_person and person.full in (p.full.split()[0], p.full.split()[-1])
        ]
        return found[0] if found and not person.told else None

    def _acronym(self, letters: str) -> Person | None:
        """The body whose initials these are."""
        if self._initials is None:
            self._initials = {}
            for body in (p for p in self.people.people if not p.is_person and " " in p.full):
                self._initials.setdefault("".join(w[0] for w in body.full.split() if w[0].isupper()), body)
        return self._initials.get(letters) or self._initials.get(letters.removesuffix("TV") + "T")
