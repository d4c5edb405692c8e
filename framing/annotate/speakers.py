"""Who a mention stands for inside one document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from framing.annotate.descriptions import described
from framing.annotate.kinds import HEAD_STOP, HEADS, Kinds, Person, head_of
from framing.annotate.names import FEMININE, MASCULINE, Name, first_name_gender, is_pinyin, names
from framing.annotate.quotations import Span
from framing.annotate.sources import counts_people, is_hidden, source_type
from framing.annotate.wordlists import word_list

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "they": "they", "them": "they", "their": "they", "it": "it", "its": "it",
    "i": "i", "we": "i", "my": "i", "our": "i", "you": "i", "your": "i", "me": "i", "us": "i",
}  # fmt: skip
_LONG = {
    "prof": "professor", "sen": "senator", "rep": "representative", "gov": "governor", "sgt": "sergeant", "insp": "inspector",
    "det": "detective", "supt": "superintendent", "lt": "lieutenant", "gen": "general", "dr": "doctor", "rev": "reverend",
}  # fmt: skip
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_BODY = word_list("quotes_words_en.txt")["body"]
_WORD = re.compile(r"[\w’'-]+")
_WITHIN = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]utside|[Nn]ear|[Aa]round) $")
_PAPERS = word_list("quotes_words_en.txt")["documents"] | {"film", "book", "documentary", "document", "documents", "memoir"}
_BODIES = frozenset(("organisation", "company", "media"))
_SOMEONE = re.compile(r"(?:an?|one|another|the)\b", re.I)


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
        self.kinds = Kinds(text, self.names, self.of, self._last_kind)
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
        """Titles before a name, the apposition behind it, and what else the text says of it."""
        name, person, text = self.names[number], self.of[number], self.text
        for phrase, weight in described(text, name):
            person.told.append((phrase, weight))
            if weight > 1:
                person.descriptions.append(phrase)
        person.named += 1
        person.a_the = person.a_the or text[max(0, name.start - 4) : name.start] in ("The ", "the ")
        for title_word in name.titles:
            if title_word in _LONG:
                title = _LONG[title_word]
                person.descriptions.append(title)
                person.told.append((title, 1.0 if title == "doctor" else 3.0))
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
        first = person.full.split()[0]
        if first == person.full or not person.is_person:
            return None
        # First names in -a that no list has are mostly women's.
        guess = "she" if len(first) > 3 and first.endswith("a") and not is_pinyin(first) else None
        return first_name_gender(first) or guess

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
            person, sure = self._antecedent(mention[0])
        else:
            person, sure = self._named(mention, text)
        name = person.full if person else None
        kind = self._type(mention, text, person, is_pronoun=bare in PRONOUNS)
        if person is None and bare in PRONOUNS and (unnamed := self._unnamed(PRONOUNS[bare], mention[0])):
            kind, sure = unnamed.source_type, 0.7
        if person is None and (given := self._from_user(mention)):
            name, sure = given, 0.9
        speaker = Speaker(mention, name, kind, sure)
        self.said.append((mention[0], person, speaker))
        self.spoke.add(id(person))
        return speaker

    def _antecedent(self, at: int) -> tuple[Person | None, float]:
        """The name that stands right before a relative pronoun."""
        last = bisect_left(self.starts, at) - 1
        if last >= 0 and self.text[self.names[last].end : at].strip(" ,") == "":
            return self.of[last], 0.9
        return None, 0.5

    def _unnamed(self, pronoun: str, at: int) -> Speaker | None:
        """The nameless speaker just before, whom this pronoun goes on with: "a fisherman said ... he added"."""
        last = next(((s, p, k) for s, p, k in reversed(self.said) if s < at), None)
        if last is None or last[1] is not None or at - last[0] > 1500:
            return None
        return last[2] if self._agrees(last[2], pronoun) else None

    def _agrees(self, speaker: Speaker, pronoun: str) -> bool:
        words = self.text[slice(*speaker.mention)]
        head = head_of(words).lower()
        if head in PRONOUNS:
            return PRONOUNS[head] == pronoun
        many = head.endswith(("s", "men", "women", "people", "police")) and not head.endswith("ss")
        if pronoun in ("he", "she"):
            other = FEMININE | {"woman", "mother"} if pronoun == "he" else MASCULINE | {"man", "father"}
            one = _SOMEONE.match(words) is not None and not many
            return one and speaker.source_type not in _BODIES and not set(words.lower().split()) & other and head not in _BODY
        return many if pronoun == "they" else head in _BODY

    def _from_user(self, mention: Span) -> str | None:
        return next((c for a, b, c in self.user if a < mention[1] and b > mention[0]), None)

    def _named(self, mention: Span, text: str) -> tuple[Person | None, float]:
        """The name inside a mention, or what "the ministry" and "the spokesman" go back to."""
        inside = range(bisect_left(self.starts, mention[0]), bisect_left(self.starts, mention[1]))
        if counts_people(text):
            return None, 0.8
        head = head_of(text)
        core = text[: m.start()] if (m := HEAD_STOP.search(text)) and m.start() > 0 else text
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
            if person.is_person and any(head == head_of(d).lower() for d in person.descriptions):
                return person, 0.75
        return None, 0.8

    def _pronoun(self, pronoun: str, at: int) -> tuple[Person | None, float]:
        if pronoun == "i":
            return None, 0.5
        line = self.text.rfind("\n", 0, at) + 1
        earlier = self.text.rfind("\n", 0, max(0, line - 2)) + 1
        fits = self._human(pronoun) if pronoun in ("he", "she") else _is_body
        if self._goes_on(pronoun, at):
            return None, 0.7
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

    def _goes_on(self, pronoun: str, at: int) -> bool:
        """True where the last speaker has no name, fits, and nobody fitting was named since."""
        if (unnamed := self._unnamed(pronoun, at)) is None:
            return False
        fits = self._human(pronoun) if pronoun in ("he", "she") else _is_body
        since = range(bisect_left(self.starts, unnamed.mention[0]), bisect_left(self.starts, at))
        return not any(fits(self.of[n]) and not self._possessive(n) for n in since)

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

    def _last_kind(self) -> str | None:
        return next((p.kind for _, p, _ in reversed(self.said) if p is not None and p.kind), None)

    # Kinds --------------------------------------------------------------------------------------------------------------

    def _type(self, mention: Span, text: str, person: Person | None, *, is_pronoun: bool) -> str | None:
        around = self.text[mention[0] : mention[1] + 120].split("\n")[0]
        around = re.split(r"(?<=[a-z”\"’)])[.!?]\s", around)[0]
        if not is_pronoun and (person is None or not person.is_person) and is_hidden(around):
            return "anonymous"
        if (
            not is_pronoun
            and text[:1].islower()
            and not any(w[:1].isupper() for w in text.split())
            and (own := self.kinds.campaign(text) or source_type(text))
            and head_of(text).lower() not in HEADS
            and not head_of(text).lower().startswith("spokes")
        ):
            return own
        if not is_pronoun and head_of(text).lower() in _PAPERS:
            return source_type(text) or "other"
        if person is not None:
            person.kind = person.kind or self.kinds.of_person(person, mention[0])
            if person.kind:
                return person.kind
        if is_pronoun:
            last = next((s for _, p, s in reversed(self.said) if p is person and s.source_type), None)
            return last.source_type if last else "other"
        antecedent = self.text[max(0, mention[0] - 60) : mention[0]].rsplit(". ", 1)[-1] if text in _RELATIVE else text
        return self.kinds.campaign(antecedent) or self.kinds.by_body(text, mention[0]) or source_type(antecedent) or "other"


def _as_body(text: str, name: Name) -> Name:
    """ "The Merrow Star": no person is called "The"."""
    if name.person and not name.titles and text[max(0, name.start - 4) : name.start] in ("The ", "the "):
        return replace(name, person=False)
    placed = name.person and not name.titles and _WITHIN.search(text, max(0, name.start - 12), name.start)
    if placed and first_name_gender(name.words[0]) is None and not all(map(is_pinyin, name.words)):
        return replace(name, person=False)
    return name


def _is_body(person: Person) -> bool:
    return not person.is_person
