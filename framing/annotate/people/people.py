"""Who is named in one document, and what it says of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.descriptions import described
from framing.annotate.people.families import first_name_gender, is_pinyin
from framing.annotate.people.hidden import cover_names
from framing.annotate.people.names import FEMININE, MASCULINE, Name, names

HEAD_STOP = re.compile(
    r"\s*(?:,|\(|—|–|;|\b(?:of|from|in|at|with|who|which|that|for|on|to|by|whose|whom|near|during|after|about|behind|over|under|"
    r"against|outside|inside|between|above|below|beside|signed|issued|published|dated|released|posted|addressed)\b)"
)
_LONG = {
    "prof": "professor", "sen": "senator", "rep": "representative", "gov": "governor", "sgt": "sergeant", "insp": "inspector",
    "det": "detective", "supt": "superintendent", "lt": "lieutenant", "gen": "general", "dr": "doctor", "rev": "reverend",
    "capt": "captain", "cmdr": "commander", "col": "colonel",
}  # fmt: skip
_AND = re.compile(r"\band\b")
_POSSESSIVE = re.compile(r"[’']s?$")
_WORD = re.compile(r"[\w’'-]+")
_WITHIN = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]utside|[Nn]ear|[Aa]round) $")
# "a Northfall Hydro foreman": an article, two words with capitals and a common noun.
_AS_MODIFIER = re.compile(r"\b(?:an?|another|former|two|three|one) $", re.I)
_NOUN = re.compile(r" (?!(?:and|or|who|in|at|of|to|on|by|is|was|had|has|from|said|with|for)\b)[a-z]{4,}\b(?<!ed)")


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
    told : list of (str, float, int)
        Descriptions, the weight each has and where it stands; see `framing.annotate.people.descriptions`.
    called : set of str
        Nouns by which the text can come back to them: "the captain".
    a_the : bool
        Named with an article.
    named : int
        How often.
    gender : str or None
        "he", "she" or unknown.
    hidden : bool
        The name is one the writer gave.
    kind : str or None
        Source type, once it was asked for.
    """

    key: str
    full: str
    is_person: bool
    told: list[tuple[str, float, int]] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    a_the: bool = False
    named: int = 0
    gender: str | None = None
    hidden: bool = False
    kind: str | None = None


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
        self.names = [_as_body(text, name) for name in names(text)]
        self.starts = [n.start for n in self.names]
        self.people: list[Person] = []
        self.of: dict[int, Person] = {}
        self._exact: dict[frozenset[str], Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self.mentions: dict[int, list[int]] = {}
        for number, name in enumerate(self.names):
            self.of[number] = self._known(name)
            self.mentions.setdefault(id(self.of[number]), []).append(number)
        for number in range(len(self.names)):
            self._describe(number)
        for person in self.people:
            person.gender = person.gender or _gender_of(person)
        for start, end in cover_names(text):
            for number in self.within(start, end):
                self.of[number].hidden, self.of[number].full = True, text[start:end]

    def within(self, start: int, end: int) -> range:
        """Numbers of the names that start in a stretch."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def possessive(self, n: int) -> bool:
        end = self.names[n].end
        return self.text[end : end + 2] in ("’s", "'s") or self.text[max(0, end - 2) : end] in ("’s", "'s")

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
        for person in reversed(self._by_word.get(family, [])):
            known = person.full.lower().split()
            if len(words) == 1:
                # "in Orr country" means the Ann Orr of the text.
                # "China" is not the China Daily.
                if (name.person and person.is_person) or (family == person.key and (name.person or person.is_person)):
                    return person
            elif family == person.key and (
                words.issubset(known) or (words.issuperset(known) and person.is_person == name.person)
            ):
                if len(words) > len(known):
                    person.full = " ".join(name.words)
                    self._exact[frozenset(words)] = person
                return person
        return self._new(Person(family, " ".join(name.words), name.person), words)

    def _new(self, person: Person, words: set[str]) -> Person:
        self._exact[frozenset(words)] = person
        for word in words:
            self._by_word.setdefault(word, []).append(person)
        return self.add(person)

    def called(self, word: str) -> list[Person]:
        """Everybody whose name, when it came first, held this word; lower case."""
        return self._by_word.get(word, [])

    def _describe(self, number: int) -> None:
        """Titles before a name, the apposition behind it, and what else the text says of it."""
        name, person, text = self.names[number], self.of[number], self.text
        for phrase, weight in described(text, name):
            person.told.append((phrase, weight, name.start))
            if weight > 1:
                person.called.update(_nouns(phrase))
        person.named += 1
        person.a_the = person.a_the or text[max(0, name.start - 4) : name.start] in ("The ", "the ")
        for title_word in name.titles:
            title = _LONG.get(title_word, title_word)
            person.called.add(title)
            if title_word in _LONG:
                person.told.append((title, 1.0 if title == "doctor" else 3.0, name.start))
            if title_word in MASCULINE:
                person.gender = person.gender or "he"
            if title_word in FEMININE:
                person.gender = person.gender or "she"


def _nouns(phrase: str) -> set[str]:
    """Head of a description, and of what is joined to it: "a widow and seamstress"."""
    if phrase.lower().startswith(("who ", "whose ", "which ", "of ")):
        return set()
    return {head_of(part).lower() for part in _AND.split(HEAD_STOP.split(phrase.strip(), maxsplit=1)[0])} - {""}


def _gender_of(person: Person) -> str | None:
    told = {w for phrase, weight, _ in person.told if weight > 1 for w in phrase.lower().split()} | person.called
    if told & FEMININE:
        return "she"
    if told & MASCULINE:
        return "he"
    first = person.full.split()[0]
    if first == person.full or not person.is_person:
        return None
    # First names in -a that no list has are mostly women's.
    guess = "she" if len(first) > 3 and first.endswith("a") and not is_pinyin(first) else None
    return first_name_gender(first) or guess


def _as_body(text: str, name: Name) -> Name:
    """ "The Merrow Star": no person is called "The", and none takes an article before a noun; "JONES:" is one."""
    if len(name.words) == 1 and not name.person and text.startswith(":", name.end) and len(name.words[0]) > 3:
        label = text[max(0, name.start - 1) : name.start] in ("", "\n") and body_kind(name.words[0]) is None
        return replace(name, person=label)
    if not name.person or name.titles:
        return name
    before = text[max(0, name.start - 12) : name.start]
    if before.endswith(("The ", "the ")):
        return replace(name, person=False)
    if len(name.words) > 1 and first_name_gender(name.words[0]) is None and not all(map(is_pinyin, name.words)):
        if _AS_MODIFIER.search(before) and _NOUN.match(text, name.end):
            return replace(name, person=False)
        if text.startswith((", which ", ", whose website"), name.end):
            return replace(name, person=False)
    if _WITHIN.search(before) and first_name_gender(name.words[0]) is None and not all(map(is_pinyin, name.words)):
        return replace(name, person=False)
    return name


def head_of(phrase: str) -> str:
    """The last word before an "of", a comma or a relative clause."""
    cut = HEAD_STOP.search(phrase)
    core = phrase[: cut.start()] if cut and cut.start() > 0 else phrase
    found = _WORD.findall(core)
    return _POSSESSIVE.sub("", found[-1]) if found else ""
