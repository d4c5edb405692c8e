"""Who a mention stands for inside one document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from framing.annotate.names import FEMININE, MASCULINE, Name, first_name_gender, names
from framing.annotate.quotations import Span
from framing.annotate.sources import TYPES, is_hidden, source_type
from framing.annotate.wordlists import word_list

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "they": "they", "them": "they", "their": "they", "it": "it", "its": "it",
    "i": "i", "we": "i", "my": "i", "our": "i", "you": "i", "your": "i", "me": "i", "us": "i",
}  # fmt: skip
_HEADS = frozenset(
    ("director", "chief", "head", "chairman", "chairwoman", "chair", "manager", "member", "staffer", "assistant")
)
_PLACE = re.compile(r"\s+(?:of|from|at|with)\s+(?:the\s+)?((?:[A-Z][\w’'-]*\s?){1,5})")
_LONG = {
    "prof": "professor", "sen": "senator", "rep": "representative", "gov": "governor", "sgt": "sergeant", "insp": "inspector",
    "det": "detective", "supt": "superintendent", "lt": "lieutenant", "gen": "general", "dr": "doctor", "rev": "reverend",
}  # fmt: skip
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_HEAD_STOP = re.compile(
    r"\s*(?:,|\(|—|–|;|\b(?:of|from|in|at|with|who|which|that|for|on|to|by|whose|near|during|after|about)\b)"
)
_BODY = word_list("quotes_words_en.txt")["body"]
_WORD = re.compile(r"[\w’'-]+")
_LAST_STOP = re.compile(r"[.!?;:]\s|\n|[”\"]")


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    A mention and what it stands for.

    Attributes
    ----------
    mention : (int, int)
    name : str or None
        Longest form in the document; None for unnamed sources.
    source_type : str or None
    confidence : float
        Factor in [0, 1]; 1 for a name, less for what had to be resolved.
    """

    mention: Span
    name: str | None
    source_type: str | None
    confidence: float


@dataclass(slots=True)
class Person:
    """Somebody named in the document, with all that is said of them."""

    key: str
    full: str
    is_person: bool
    descriptions: list[str] = field(default_factory=list)
    gender: str | None = None
    spoke_at: list[int] = field(default_factory=list)
    kind: str | None = None


class Cast:
    """The people and bodies of one document, and who its mentions stand for."""

    def __init__(self, text: str, coref: Callable[[str], Iterable[tuple[int, int, str]]] | None = None) -> None:
        self.text = text
        self.names = [_as_body(text, name) for name in names(text)]
        self.starts = [n.start for n in self.names]
        self.people: list[Person] = []
        self.spoke: set[int] = set()
        self.of: dict[int, Person] = {}
        self.said: list[tuple[int, Person | None, Speaker]] = []
        for number, name in enumerate(self.names):
            self.of[number] = self._known(name)
        for number in range(len(self.names)):
            self._describe(number)
        for person in self.people:
            person.gender = person.gender or self._gender_of(person)
        self.user = sorted((int(a), int(b), str(c)) for a, b, c in coref(text)) if coref else []

    # Who is who ---------------------------------------------------------------------------------------------------------

    def _known(self, name: Name) -> Person:
        """The person this name means: the last one it fits, else a new one."""
        words = {w.lower() for w in name.words}
        for person in reversed(self.people):
            known = {w.lower() for w in person.full.split()}
            if words == known or (
                len(name.words) == 1 and name.person and (name.family.lower() == person.key or words <= known)
            ):
                return person
            if len(name.words) > 1 and name.family.lower() == person.key and (words <= known or known <= words):
                if len(words) > len(known):
                    person.full = " ".join(name.words)
                return person
        person = Person(name.family.lower(), " ".join(name.words), name.person)
        self.people.append(person)
        return person

    def _describe(self, number: int) -> None:
        """Titles before a name and the apposition behind it."""
        name, person, text = self.names[number], self.of[number], self.text
        low = max(0, name.start - 90)
        before = text[low : name.start]
        stop = list(_LAST_STOP.finditer(before))
        before = before[stop[-1].end() :] if stop else before
        before = before.rpartition(",")[2] if not before.rstrip().endswith(",") else before.rstrip(" ,").rpartition(",")[2]
        title = re.search(r"((?:[\w’'-]+\s+){0,6}[\w’'.-]+)[,\s]*$", before)
        if title:
            person.descriptions.append(_noun_run(title.group(1)))
        behind = re.match(
            r"(?:\s*\([^)]{1,40}\))?,\s+(?:\d+,\s+)?((?:an?|the|who|[a-z])[^.;:\n”\"]{3,120})", text[name.end : name.end + 170]
        )
        if behind and (name.person or len(name.words) > 1):
            person.descriptions.append(behind.group(1))
        if place := _PLACE.match(text, name.end, name.end + 80):
            person.descriptions.append("member of " + place.group(1))
        for title_word in name.titles:
            person.descriptions.append(_LONG.get(title_word, title_word))
            if title_word in MASCULINE:
                person.gender = person.gender or "he"
            if title_word in FEMININE:
                person.gender = person.gender or "she"

    def _gender_of(self, person: Person) -> str | None:
        told = " ".join(person.descriptions).lower().split()
        if any(w in FEMININE for w in told):
            return "she"
        if any(w in MASCULINE for w in told):
            return "he"
        return first_name_gender(person.full.split()[0]) if len(person.full.split()) > 1 else None

    # Mentions -----------------------------------------------------------------------------------------------------------

    def resolve(self, mention: Span) -> Speaker:
        """
        Who a mention stands for.

        Parameters
        ----------
        mention : (int, int)

        Returns
        -------
        Speaker
        """
        text = self.text[slice(*mention)]
        words = _WORD.findall(text)
        bare = words[0].lower() if len(words) == 1 else ""
        bare = re.sub(r"[’']s?$", "", bare)
        person: Person | None
        if bare in PRONOUNS:
            person, sure = self._pronoun(PRONOUNS[bare], mention[0])
        elif bare in _RELATIVE or not words:
            person, sure = None, 0.5
        else:
            person, sure = self._named(mention, text)
        name = person.full if person else None
        if person is None and (given := self._from_user(mention)):
            name, sure = given, 0.9
        kind = self._type(mention, text, person, is_pronoun=bare in PRONOUNS)
        speaker = Speaker(mention, name, kind, sure)
        self.said.append((mention[0], person, speaker))
        self.spoke.add(id(person))
        return speaker

    def _from_user(self, mention: Span) -> str | None:
        return next((c for a, b, c in self.user if a < mention[1] and b > mention[0]), None)

    def _named(self, mention: Span, text: str) -> tuple[Person | None, float]:
        """The name inside a mention, or what "the ministry" and "the spokesman" go back to."""
        inside = range(bisect_left(self.starts, mention[0]), bisect_left(self.starts, mention[1]))
        head = _head(text)
        core = text[: m.start()] if (m := _HEAD_STOP.search(text)) and m.start() > 0 else text
        core_end = mention[0] + len(core)
        first = [n for n in inside if self.names[n].start < core_end]
        if head[:1].isupper() or (not head[:1].isalpha() and first):
            ending = [n for n in first if self.names[n].end >= core_end - 3]
            if ending or first:
                return self.of[(ending or first)[-1]], 1.0
        apposed = [n for n in inside if self.names[n].start >= core_end and self._apposed(mention[0], self.names[n])]
        if apposed and head[:1].islower():
            return self.of[apposed[0]], 0.95
        low = head.lower()
        if low in _BODY and first:
            return self._body(" ".join(core.split()), low), 0.9
        if text.lower().startswith(("the ", "this ", "that ", "his ", "her ")):
            return self._definite(low, mention[0])
        return None, 0.8

    def _apposed(self, start: int, name: Name) -> bool:
        """True where a comma stands directly before the name: "the chief clerk, Ann Orr"."""
        between = self.text[start : name.start].rstrip()
        titled = re.search(r",\s*(?:[A-Z][\w.]*\s+)*$", self.text[start : name.start])
        return name.person and (between.endswith(",") or titled is not None)

    def _body(self, phrase: str, head: str) -> Person:
        """A body named by what stands before it: "the Orr campaign"."""
        full = re.sub(r"^(?:the|a|an|this|that)\s+", "", phrase, flags=re.I)
        for person in self.people:
            if person.full == full:
                return person
        person = Person(head, full, False, [phrase])
        self.people.append(person)
        return person

    def _definite(self, head: str, at: int) -> tuple[Person | None, float]:
        """The last one that is called by this head: in the name, or in a title or apposition."""
        if not head:
            return None, 0.8
        last = bisect_left(self.starts, at)
        for n in range(last - 1, max(-1, last - 60), -1):
            person = self.of[n]
            if head in (w.lower() for w in self.names[n].words):
                return person, 0.8
            if person.is_person and any(head == _head(d).lower() for d in person.descriptions):
                return person, 0.75
        return None, 0.8

    def _pronoun(self, pronoun: str, at: int) -> tuple[Person | None, float]:
        if pronoun == "i":
            return None, 0.5
        line = self.text.rfind("\n", 0, at) + 1
        earlier = self.text.rfind("\n", 0, max(0, line - 2)) + 1
        fits = self._human(pronoun) if pronoun in ("he", "she") else _is_body
        # A paragraph can be a megabyte; whoever is meant stands near.
        line, earlier = max(line, at - 3000), max(earlier, at - 5000)
        here = self._subject_before(at, line, fits)
        spoken = next(((s, p) for s, p, _ in reversed(self.said) if s < at and p is not None and fits(p)), None)
        if here is not None and (spoken is None or spoken[0] < here[0]):
            return here[1], 0.85
        if spoken is not None and spoken[0] >= earlier:
            return spoken[1], 0.85
        above = self._subject_before(at, earlier, fits)
        if above is not None:
            return above[1], 0.7
        return (spoken[1], 0.6) if spoken is not None else (None, 0.4)

    def _by_body(self, description: str, at: int) -> str | None:
        """A spokeswoman, or somebody's deputy, without a body of her own: the kind of the last body or speaker before."""
        head = _head(description).lower()
        for_a_body = head.startswith("spokes") or head in _HEADS
        if not for_a_body and not description.lower().startswith(("his ", "her ", "their ", "its ")):
            return None
        if len(description.split()) > 2:
            return None
        if for_a_body:
            for n in range(bisect_left(self.starts, at) - 1, -1, -1):
                if not self.names[n].person and (kind := source_type(self.of[n].full)):
                    return kind
            return None
        return next((p.kind for _, p, _ in reversed(self.said) if p is not None and p.kind), None)

    def _human(self, pronoun: str) -> Callable[[Person], bool]:
        """Whether somebody can be this "he" or "she": a capitalised word alone is no sign of a person."""

        def fits(person: Person) -> bool:
            if not person.is_person or person.gender not in (None, pronoun):
                return False
            return " " in person.full or person.gender is not None or id(person) in self.spoke

        return fits

    def _subject_before(self, at: int, low: int, fits: Callable[[Person], bool]) -> tuple[int, Person] | None:
        """The first fitting name of the nearest sentence that has one."""
        numbers = range(bisect_left(self.starts, low), bisect_left(self.starts, at))
        fitting = [n for n in numbers if fits(self.of[n]) and not self._possessive(n)]
        if not fitting:
            return None
        nearest = fitting[-1]
        stop = (
            max((m.end() for m in re.finditer(r"[.!?][”\"’)]?\s+", self.text[low : self.names[nearest].start])), default=0)
            + low
        )
        first = next(n for n in fitting if self.names[n].start >= stop)
        return self.names[first].start, self.of[first]

    def _possessive(self, n: int) -> bool:
        end = self.names[n].end
        return self.text[end : end + 2] in ("’s", "'s") or self.text[max(0, end - 2) : end] in ("’s", "'s")

    # Kinds --------------------------------------------------------------------------------------------------------------

    def _type(self, mention: Span, text: str, person: Person | None, *, is_pronoun: bool) -> str | None:
        around = self.text[mention[0] : mention[1] + 120].split("\n")[0]
        around = re.split(r"(?<=[a-z”\"’)])[.!?]\s", around)[0]
        if not is_pronoun and (person is None or not person.is_person) and is_hidden(around):
            return "anonymous"
        if person is not None:
            person.kind = person.kind or self._kind_of(person, mention[0])
            if person.kind:
                return person.kind
        if is_pronoun:
            last = next((s for _, p, s in reversed(self.said) if p is person and s.source_type), None)
            return last.source_type if last else "other"
        return source_type(text) or "other"

    def _kind_of(self, person: Person, at: int) -> str | None:
        votes: dict[str, int] = {}
        own = source_type(person.full) if not person.is_person else None
        if own:
            return own
        for description in person.descriptions:
            if kind := self._by_body(description, at) or source_type(description):
                votes[kind] = votes.get(kind, 0) + 1
        return max(votes, key=lambda k: (votes[k], -_order(k))) if votes else None


def _as_body(text: str, name: Name) -> Name:
    """ "The Merrow Star": no person is called "The"."""
    if name.person and not name.titles and text[max(0, name.start - 4) : name.start] in ("The ", "the "):
        return replace(name, person=False)
    return name


def _is_body(person: Person) -> bool:
    return not person.is_person


def _order(kind: str) -> int:
    return TYPES.index(kind)


def _head(phrase: str) -> str:
    """The last word before an "of", a comma or a relative clause."""
    cut = _HEAD_STOP.search(phrase)
    core = phrase[: cut.start()] if cut and cut.start() > 0 else phrase
    found = _WORD.findall(core)
    return re.sub(r"[’']s?$", "", found[-1]) if found else ""


def _noun_run(words: str) -> str:
    """The words right before a name that can be its title; verbs and prepositions end the run."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if word.lower() in _NO_TITLE or word.endswith("ed"):
            break
        kept.append(word)
    return " ".join(reversed(kept))


_NO_TITLE = word_list("quotes_words_en.txt")["no_title"]
