"""Whom a pronoun, "who" and "the ministry" mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import takewhile

from framing.annotate.people.antecedents import goes_on_with, is_marked, is_where, speaks_to
from framing.annotate.people.bodies import body_kind
from framing.annotate.people.definites import Definites
from framing.annotate.people.gender import belied
from framing.annotate.people.issuers import DOCUMENTS
from framing.annotate.people.kinds import Kinds
from framing.annotate.people.later import named_later
from framing.annotate.people.names import FEMININE, MASCULINE
from framing.annotate.people.people import People, Person, head_of
from framing.annotate.people.places import is_place
from framing.annotate.people.sentence_before import sentence_before, subject_noun
from framing.annotate.people.sources import is_capital, word_kind
from framing.annotate.people.speaker import Speaker
from framing.annotate.people.subjects import is_named_behind, subject_phrase
from framing.annotate.people.told_bodies import is_told_body
from framing.annotate.quotations import Span
from framing.annotate.wordlists import word_list

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "they": "they", "them": "they", "their": "they", "it": "it", "its": "it",
    "i": "i", "we": "i", "my": "i", "our": "i", "you": "i", "your": "i", "me": "i", "us": "i",
}  # fmt: skip
BODY = word_list("quotes_words_en.txt")["body"]
# "Over Orr Flats": who stands behind a preposition is seldom what a sentence is about.
_ASIDE = re.compile(r"\b(?:over|in|at|of|to|from|near|by|for|with|behind|outside|across|under|above|through|and|as) (?:the )?$")
_NEWCOMER = re.compile(
    r"(?:(?:^|[.!?…]\s)\s*A|\b(?:sat|sits|stood|stands|waited|waits|came|comes|lives|lived|there was|there is|from) a)n? "
    r"(?:[a-z-]+ ){0,2}?([a-z-]+)(?=,? (?:of|at|in|from|with|who|whose|on|for|by)\b|[,.])"
)
_PERSONS = frozenset(("woman", "man", "girl", "boy", "widow", "widower", "mother", "father", "editor"))
_MANY = frozenset(("both", "two", "three", "some", "many", "others", "them", "one", "another", "several"))
# "The first to see them", "whom everybody knows": nobody whom "she" takes up.
_NO_ONE = frozenset(("first", "second", "last", "everybody", "everyone", "nobody", "anybody"))
_BODIES = frozenset(("organisation", "company", "media"))
_SOMEONE = re.compile(r"(?:an?|one|another|the)\b", re.I)
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
_CLOSING = " ”’\"'"
_STOP = re.compile(r"[.!?][”\"’)]?\s+")
# As far as anybody is looked for who did not speak, where nobody did.
_FARTHEST = 1500


class References:
    """
    What mentions without a name go back to.

    Attributes
    ----------
    said : list of (int, Person or None, Speaker)
        Everybody who spoke so far, in the order of the text.
    """

    def __init__(self, people: People, kinds: Kinds, said: list[tuple[int, Person | None, Speaker]]) -> None:
        self.people, self.kinds, self.text, self.said = people, kinds, people.text, said
        self.spoke: set[int] = set()
        # The words for somebody without a name whom the last pronoun took up; whom such words stand for, as mentions tell.
        self.phrase: Span | None = None
        self.named: Callable[[Span], Person | None] = lambda _: None
        self.definites = Definites(people, kinds, said, self._subject_before)

    def antecedent(self, at: int) -> tuple[Person | None, float]:
        """The name that stands right before a relative pronoun."""
        last = bisect_left(self.people.starts, at) - 1
        if last >= 0 and self.text[self.people.names[last].end : at].strip(" ,") == "":
            return self.people.of[last], 0.9
        return None, 0.5

    def unnamed(self, pronoun: str, at: int) -> Speaker | None:
        """The nameless speaker just before, with whom this goes on: "a fisherman said ... he added", "one of them said"."""
        last = next(((s, p, k) for s, p, k in reversed(self.said) if s < at), None)
        if last is None or last[1] is not None or at - last[0] > 1500:
            return None
        if pronoun in ("he", "she") and self.text.endswith(" by ", 0, last[2].mention[0]):
            # "He was told by a clerk ... He says": the one the text is about goes on.
            return None
        return last[2] if self._agrees(last[2], pronoun) else None

    def _agrees(self, speaker: Speaker, pronoun: str) -> bool:
        words = self.text[slice(*speaker.mention)]
        head = head_of(words).lower()
        if head in PRONOUNS:
            return PRONOUNS[head] == pronoun
        if pronoun in ("he", "she") and (head in _NO_ONE or self._to(speaker.mention[1], pronoun)):
            return False
        plural = head.endswith(("s", "men", "women", "people", "police")) and not head.endswith("ss")
        many = plural or head in _MANY
        if pronoun in ("he", "she"):
            other = FEMININE | {"woman", "mother"} if pronoun == "he" else MASCULINE | {"man", "father"}
            one = _SOMEONE.match(words) is not None and (not many or head in ("one", "them", "another"))
            return (
                one
                and speaker.source_type not in _BODIES
                and not set(words.lower().split()) & other
                and head not in BODY | DOCUMENTS
            )
        return many if pronoun == "they" else head in BODY

    def definite(self, head: str, mention: Span, *, focus: bool = True) -> tuple[Person | None, float]:
        """Whom "the" with a noun stands for."""
        return self.definites.person(head, mention, focus=focus)

    def pronoun(self, pronoun: str, at: int) -> tuple[Person | None, float]:
        self.phrase = None
        if pronoun == "i":
            return None, 0.5
        line = self.text.rfind("\n", 0, at) + 1
        earlier = self.text.rfind("\n", 0, max(0, line - 2)) + 1
        fits = self._human(pronoun) if pronoun in ("he", "she") else self._is_body
        if self._goes_on(pronoun, at):
            return None, 0.7
        # A paragraph can be a megabyte; whoever is meant stands near.
        line, earlier = max(line, at - 3000), max(earlier, at - 5000)
        begins = self._reported(at, line)
        if pronoun in ("he", "she") and (stranger := self._stranger(pronoun, at, begins, line, fits)) is not None:
            later = named_later(self.people, stranger)
            return (later, 0.7) if later is not None and fits(later) else (None, 0.6)
        here = self._subject_before(begins, line, fits, pronoun)
        if pronoun in ("he", "she") and (phrase := self._nameless(pronoun, at, begins, line, here, fits)) is not None:
            person, self.phrase = self.named(phrase), phrase
            return (person, 0.7) if person is not None and fits(person) else (None, 0.6)
        spoken = self._spoken_before(at, pronoun, fits)
        if here is not None and (spoken is None or spoken[0] < here[0]):
            return here[1], 0.85
        if (spoken is None or spoken[0] < line) and pronoun in ("he", "she"):
            owner = self._subject_before(begins, line, lambda p: fits(p) and self._is(pronoun, p), pronoun, owners=True)
            if owner is not None:
                return owner[1], 0.7
        if spoken is not None and spoken[0] >= earlier:
            return spoken[1], 0.85
        above = self._subject_before(begins, earlier, fits, pronoun) or self._subject_before(at, line, fits)
        if above is not None:
            return above[1], 0.7
        if spoken is None and pronoun in ("he", "she"):
            far = self._subject_before(begins, max(0, at - _FARTHEST), lambda p: fits(p) and self._is(pronoun, p), pronoun)
            return (far[1], 0.6) if far is not None else (None, 0.4)
        return (spoken[1], 0.6) if spoken is not None else (None, 0.4)

    def body_before(self, at: int) -> Span | None:
        """ "The commission sat for a week. It found": a body called only by what it is, of which the sentence before tells."""
        found = sentence_before(self.text, at)
        if found is None or any(is_told_body(p, self.kinds.of_person) for p in self._named(found[1], at)):
            return None
        subject = subject_noun(self.text, found[0], lambda word: word not in DOCUMENTS and body_kind(word.title()) is not None)
        return subject if subject is not None and not self.text.startswith((" of ", " for "), subject[1]) else None

    def _spoken_before(self, at: int, pronoun: str, fits: Callable[[Person], bool]) -> tuple[int, Person] | None:
        """Whoever fits and spoke last."""
        for start, person, speaker in reversed(self.said):
            if start < at and person is not None and fits(person) and not self._to(speaker.mention[1], pronoun):
                return start, person
        return None

    def _to(self, end: int, pronoun: str | None) -> bool:
        """True where whoever is named says something to "her"."""
        return pronoun in ("he", "she") and speaks_to(self.text, end, pronoun)

    def _reported(self, at: int, low: int) -> int:
        """Where the sentence begins that "he" ends: "Ann Orr was late, he said" is about her and does not mean her."""
        if not self.text[low:at].rstrip(_CLOSING).endswith(","):
            return at
        own = _QUOTED.sub(lambda m: "_" * (len(m.group()) - 2) + m.group()[-2:], self.text[low:at])
        return low + max((m.end() for m in _STOP.finditer(own)), default=0)

    def _stranger(self, pronoun: str, at: int, stop: int, low: int, fits: Callable[[Person], bool]) -> Span | None:
        """ "In the front row sat a woman. She said": somebody without a name, in a sentence that names nobody who fits."""
        other = FEMININE | {"woman", "mother", "girl"} if pronoun == "he" else MASCULINE | {"man", "father", "boy"}
        own = _QUOTED.sub(lambda m: "_" * len(m.group()), self.text[low:stop])
        found = [m for m in _NEWCOMER.finditer(own) if m.group(1).lower() not in other and _is_somebody(m.group(1))]
        if not found:
            return None
        stops = [low + m.end() for m in _STOP.finditer(own, 0, found[-1].start() + 2)]
        since = self.people.within(max(stops, default=low), at)
        after = takewhile(lambda said: said[0] >= low + found[-1].start(), reversed(self.said))
        spoken = any(person is not None for _, person, _ in after)
        if spoken or any(fits(self.people.of[n]) and not self.people.possessive(n) for n in since):
            return None
        return (at, at + len(pronoun))

    def _nameless(
        self, pronoun: str, at: int, stop: int, low: int, here: tuple[int, Person] | None, fits: Callable[[Person], bool]
    ) -> Span | None:
        """ "Outside, a constable held the door for Ann Orr. He said": the words for whom the sentence is about."""
        phrase = subject_phrase(self.text, low, stop, pronoun)
        if phrase is None or self._to(phrase[1], pronoun):
            return None
        since = takewhile(lambda said: said[0] >= phrase[0], reversed(self.said))
        if any(start < at and person is not None and fits(person) for start, person, _ in since):
            return None
        if here is not None:
            first, last = sorted((here[0], phrase[0]))
            one_sentence = _STOP.search(self.text, first, last) is None
            if one_sentence == (here[0] < phrase[0]):
                return None
        return None if is_named_behind(self.people, phrase[1]) else phrase

    def _goes_on(self, pronoun: str, at: int) -> bool:
        """True where the last speaker has no name, fits, and nobody fitting was named since."""
        if (unnamed := self.unnamed(pronoun, at)) is None:
            return False
        fits = self._human(pronoun) if pronoun in ("he", "she") else self._is_body
        return not any(fits(p) for p in self._named(unnamed.mention[0], at))

    def _named(self, start: int, end: int) -> Iterator[Person]:
        return (self.people.of[n] for n in self.people.within(start, end) if not self.people.possessive(n))

    def _human(self, pronoun: str) -> Callable[[Person], bool]:
        """Whether somebody can be this "he" or "she": a capitalised word alone is no sign of a person."""

        def fits(person: Person) -> bool:
            if not person.is_person or person.gender not in (None, pronoun) or is_capital(person.full):
                return False
            unknown = person.gender is None and not person.hidden and id(person) not in self.spoke
            if unknown and (is_marked(self.people, person) or is_where(self.people, person)):
                return False
            return " " in person.full or person.gender is not None or id(person) in self.spoke or person.hidden

        return fits

    def _is(self, pronoun: str, person: Person) -> bool:
        """Whether more than a guess tells that somebody is "he": the sentence behind their name goes on so."""
        return person.gender == pronoun or belied(self.text, self.people.stretches(person), "she" if pronoun == "he" else "he")

    def _is_body(self, person: Person) -> bool:
        """Whether somebody can be this "it" or "they": a name that only ever stands behind "in" or "of" is a place."""
        return is_told_body(person, self.kinds.of_person) and (id(person) in self.spoke or not is_place(self.people, person))

    def _subject_before(
        self, at: int, low: int, fits: Callable[[Person], bool], pronoun: str | None = None, *, owners: bool = False
    ) -> tuple[int, Person] | None:
        """The first fitting name of the nearest sentence that has one and does not itself begin with the pronoun."""
        people = self.people
        fitting = [
            n
            for n in people.within(low, at)
            if fits(people.of[n]) and people.possessive(n) is owners and not self._to(people.names[n].end, pronoun)
        ]
        stop = low
        while fitting:
            stops = [m.end() for m in _STOP.finditer(self.text[low : people.names[fitting[-1]].start])]
            stop = max(stops, default=0) + low
            if pronoun not in ("he", "she") or not goes_on_with(self.text, stop, pronoun):
                break
            fitting = [n for n in fitting if people.names[n].start < stop]
        if not fitting:
            return None
        late = [n for n in fitting if people.names[n].start >= stop]
        first = next(
            (n for n in late if not _ASIDE.search(self.text, max(0, people.names[n].start - 12), people.names[n].start)),
            late[0],
        )
        return people.names[first].start, people.of[first]


def _is_somebody(noun: str) -> bool:
    return noun in _PERSONS or (word_kind(noun) not in (None, "state", *_BODIES) and not noun.endswith("s"))
