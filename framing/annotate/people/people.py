"""Who is named in one document, and what it says of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from framing.annotate.people.descriptions import described
from framing.annotate.people.families import first_name_gender
from framing.annotate.people.gender import belied, by_name, by_pronouns
from framing.annotate.people.hidden import cover_names
from framing.annotate.people.names import FEMININE, MASCULINE, Name, names
from framing.annotate.people.short_forms import short_forms
from framing.annotate.people.shown_bodies import as_body
from framing.annotate.quotations import Span
from framing.annotate.wordlists import word_list

HEAD_STOP = re.compile(
    r"\s*(?:,|\(|—|–|;|\b(?:of|from|in|at|with|who|which|that|for|on|to|by|whose|whom|near|during|after|about|behind|over|under|"
    r"against|outside|inside|between|above|below|beside|before|signed|issued|published|dated|released|posted|addressed)\b)"
)
_LONG = {
    "prof": "professor", "sen": "senator", "rep": "representative", "gov": "governor", "sgt": "sergeant", "insp": "inspector",
    "det": "detective", "supt": "superintendent", "lt": "lieutenant", "gen": "general", "dr": "doctor", "rev": "reverend",
    "capt": "captain", "cmdr": "commander", "col": "colonel",
}  # fmt: skip
_BY_TITLE = (("he", MASCULINE), ("she", FEMININE))
# So many people of one name are looked through, however long the text is.
_LAST = 50
_SURNAMES = word_list("quotes_surnames_zh.txt")[""]
_AND = re.compile(r"\band\b")
_CIVIL_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss)\.? (?=[A-Z])")
# "Minister of Ports Ann Orr"
_PORTFOLIO = re.compile(
    r"\b([Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Dd]irector|[Cc]hancellor|[Ss]uperintendent|[Rr]egistrar|[Ww]arden|"
    r"[Ss]teward) (?:of|for) (?:the )?(?:[A-Z]\w+,? (?:(?:and|of|for) (?:the )?)?)*$"
)
# "The minister's name is Ann Orr"
_NAME_IS = re.compile(r"\b[Tt]he ([a-z-]+)[’']s name (?:is|was) $")
_POSSESSIVE = re.compile(r"[’']s?$")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(slots=True, eq=False)
class Person:
    """
    Somebody or some body named in the document, with all that is said of them.

    Attributes
    ----------
    key : str
        The word they are called by alone, in lower case.
    full : str
        Longest form.
    is_person : bool
    a_the : bool
        Named with an article.
    named : int
        How often.
    hidden : bool
        The name is one the writer gave.
    kind : str or None
        Source type, once it was asked for.
    look : callable, optional
        Reads what the text says of them, when somebody first asks: most of those who are named never speak.
    votes : list of (str, float)
        The kind each description gives, with its weight, once the kind was asked for.
    """

    key: str
    full: str
    is_person: bool
    _told: list[tuple[str, float, int]] = field(default_factory=list)
    _called: set[str] = field(default_factory=set)
    _gender: str | None = None
    a_the: bool = False
    named: int = 0
    hidden: bool = False
    kind: str | None = None
    look: Callable[[Person], str | None] | None = None
    votes: list[tuple[str, float]] = field(default_factory=list)

    def _looked(self) -> None:
        if self.look is not None:
            look, self.look = self.look, None
            self._gender = look(self)

    @property
    def told(self) -> list[tuple[str, float, int]]:
        """Descriptions, the weight each has and where it stands; see `framing.annotate.people.descriptions`."""
        self._looked()
        return self._told

    @property
    def called(self) -> set[str]:
        """Nouns by which the text can come back to them: "the captain"."""
        self._looked()
        return self._called

    @property
    def gender(self) -> str | None:
        """ "he", "she" or unknown."""
        self._looked()
        return self._gender


class People:
    """
    The people and bodies of one document.

    Attributes
    ----------
    text : str
    names : list of Name
        In the order of the text.
    starts : list of int
    of : dict of int to Person
        Number of a name to who it is.
    people : list of Person
    mentions : dict of int to list of int
        Numbers of the names of each person, by its `id`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = [as_body(text, name) for name in names(text)]
        self.starts = [n.start for n in self.names]
        self.people: list[Person] = []
        self.of: dict[int, Person] = {}
        self._exact: dict[frozenset[str], Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self.mentions: dict[int, list[int]] = {}
        short = short_forms(text, self.names)
        for number, name in enumerate(self.names):
            if number not in short:
                self.of[number] = self._known(name)
        self.of |= {number: self.of[full] for number, full in short.items()}
        for number in range(len(self.names)):
            self.mentions.setdefault(id(self.of[number]), []).append(number)
        for person in self.people:
            self._count(person)
            person.look = self._look_at
        for start, end in cover_names(text):
            for number in self.within(start, end):
                person = self.of[number]
                # What is told of the name as it stands, before it gets another form.
                person._looked()
                person.hidden, person.full = True, _CIVIL_TITLE.sub("", text[start:end])

    def within(self, start: int, end: int) -> range:
        """Numbers of the names that start in a stretch."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def possessive(self, n: int) -> bool:
        end = self.names[n].end
        return self.text[end : end + 2] in ("’s", "'s") or self.text[max(0, end - 2) : end] in ("’s", "'s")

    def stretches(self, person: Person) -> list[Span]:
        """Where each name of somebody ends, and where the next name begins."""
        return [
            (self.names[n].end, self.starts[n + 1] if n + 1 < len(self.starts) else len(self.text))
            for n in self.mentions.get(id(person), ())
        ]

    def add(self, person: Person) -> Person:
        self.people.append(person)
        return person

    def _known(self, name: Name) -> Person:
        """The person this name means: the one of exactly this name, else the last one it fits, else a new one."""
        words, family = {w.lower() for w in name.words}, name.family.lower()
        exact = self._exact.get(frozenset(words))
        if exact is not None and (len(words) > 1 or not name.person):
            # Once said to be a body, a body throughout; "the Ann Orr affair" makes none of her.
            exact.is_person &= name.person or first_name_gender(name.words[0]) is not None
            return exact
        known = self._single(name, family) if len(words) == 1 else self._longer_or_shorter(name, words, family)
        return known or self._new(Person(family, " ".join(name.words), name.person), words)

    def _single(self, name: Name, family: str) -> Person | None:
        """One word: whoever has it for a family name, else for any part of the name."""
        fitting = [
            person
            for person in reversed(self._by_word.get(family, [])[-_LAST:])
            # "in Orr country" means the Ann Orr of the text; "China" is not the China Daily.
            if (name.person and person.is_person) or (family == person.key and (name.person or person.is_person))
        ]
        wanted = next((g for t in name.titles for g, words in _BY_TITLE if t in words), None)
        agreeing = [p for p in fitting if not wanted or by_name(p.full) in (None, wanted)]
        return min(agreeing or fitting, key=lambda p: p.key != family, default=None)

    def _longer_or_shorter(self, name: Name, words: set[str], family: str) -> Person | None:
        """ "Ann Orr" for "Ann Mary Orr", "Pedro Lind" for "Pedro Lind Moro", and the other way round."""
        first = name.words[0].lower()
        near = self._by_word.get(family, [])[-_LAST:] + (self._by_word.get(first, [])[-_LAST:] if name.person else [])
        for person in reversed(near):
            known = person.full.lower().split()
            less, more = words.issubset(known), words.issuperset(known) and person.is_person == name.person
            # One more family name, and no second person in the same run of capitals.
            two = name.person and person.is_person and first == known[0] and abs(len(words) - len(known)) == 1 < len(known)
            # "Nguyen: ..." before Nguyen Van Lam is introduced.
            two = two or (name.person and person.is_person and known == [first] and first in _SURNAMES)
            if (less or more) and (family == person.key or two) and len(words) <= len(known) + 2:
                if len(words) > len(known):
                    person.full = " ".join(name.words)
                    self._exact[frozenset(words)] = person
                return person
        return None

    def _new(self, person: Person, words: set[str]) -> Person:
        self._exact[frozenset(words)] = person
        # "al-Masri" is Masri, Ann Lind-Orr can be Lind or Orr.
        parts = {p for w in words if "-" in w and person.is_person for p in w.split("-") if len(p) > 3}
        for word in words | parts:
            self._by_word.setdefault(word, []).append(person)
        return self.add(person)

    def called(self, word: str) -> list[Person]:
        """Everybody whose name, when it came first, held this word; lower case."""
        return self._by_word.get(word, [])

    def _count(self, person: Person) -> None:
        """How often somebody is named, and whether with an article."""
        starts = [self.starts[n] for n in self.mentions.get(id(person), ())]
        person.named = len(starts)
        person.a_the = any(self.text[max(0, start - 4) : start] in ("The ", "the ") for start in starts)

    def _look_at(self, person: Person) -> str | None:
        """Titles before each mention of a name, the apposition behind it, what else the text says; gives the gender."""
        gender: str | None = None
        for number in self.mentions.get(id(person), ()):
            name = self.names[number]
            for phrase, weight in described(self.text, name):
                person.told.append((phrase, weight, name.start))
                if weight > 1:
                    person.called.update(_nouns(phrase))
            if person.is_person and (portfolio := _PORTFOLIO.search(self.text, max(0, name.start - 60), name.start)):
                person.called.add(portfolio.group(1).lower())
            if person.is_person and (so := _NAME_IS.search(self.text, max(0, name.start - 40), name.start)):
                person.called.add(so.group(1))
            for title_word in name.titles:
                title = _LONG.get(title_word, title_word)
                person.called.update((title, "judge") if title == "justice" else (title,))
                if title_word in _LONG:
                    person.told.append((title, 1.0 if title == "doctor" else 3.0, name.start))
                gender = gender or next((g for g, words in _BY_TITLE if title_word in words), None)
        return gender or self._gender_of(person)

    def _gender_of(self, person: Person) -> str | None:
        if person.called & FEMININE or any(w.endswith("woman") for w in person.called):
            return "she"
        if person.called & MASCULINE:
            return "he"
        if not person.is_person or " " not in person.full:
            return None
        if known := first_name_gender(person.full.split()[0]):
            return known
        ends = self.stretches(person)
        guess = by_name(person.full)
        told = by_pronouns(self.text, ends, guess)
        return None if told and told == guess and belied(self.text, ends, guess) else told


def _nouns(phrase: str) -> set[str]:
    """Head of a description, and of what is joined to it: "a widow and seamstress"."""
    if phrase.lower().startswith(("who ", "whose ", "which ", "of ")):
        return set()
    return {head_of(part).lower() for part in _AND.split(HEAD_STOP.split(phrase.strip(), maxsplit=1)[0])} - {""}


def head_of(phrase: str) -> str:
    """The last word before an "of", a comma or a relative clause."""
    cut = HEAD_STOP.search(phrase)
    core = phrase[: cut.start()] if cut and cut.start() > 0 else phrase
    found = _WORD.findall(core)
    return _POSSESSIVE.sub("", found[-1]) if found else ""
