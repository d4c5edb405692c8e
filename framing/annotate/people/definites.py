"""Whom a definite noun goes back to: "the minister", "the company", "the old man"."""

from __future__ import annotations

from bisect import bisect_left

from framing.annotate.people.families import first_name_gender
from framing.annotate.people.just_named import FIRMS, body_just_named
from framing.annotate.people.kinds import Kinds
from framing.annotate.people.other_words import by_other_word
from framing.annotate.people.people import People, Person, head_of
from framing.annotate.people.sources import word_kind
from framing.annotate.people.speaker import Speaker
from framing.annotate.people.tags import goes_on
from framing.annotate.people.taken_up import ANYBODY, Subject, TakenUp, is_office
from framing.annotate.people.told_bodies import is_told_body
from framing.annotate.quotations import Span

# Nouns that can take up any body of their kind, not only one that has them in its name.
_GENERIC = frozenset(
    ("company", "firm", "manufacturer", "maker", "operator", "builder", "developer", "employer", "retailer", "airline", "bank",
     "paper", "newspaper", "magazine", "broadcaster", "channel", "outlet", "union", "group", "charity", "organisation",
     "organization", "association")
)  # fmt: skip


class Definites:
    """
    What definite nouns stand for in one document.

    Parameters
    ----------
    people : People
    kinds : Kinds
    said : list of (int, Person or None, Speaker)
        Everybody who spoke so far; read, not written.
    subject_before : callable
        The subject that stands before a place in the text, as `References` finds it.
    """

    def __init__(
        self, people: People, kinds: Kinds, said: list[tuple[int, Person | None, Speaker]],
        subject_before: Subject,
    ) -> None:  # fmt: skip
        self.people, self.kinds, self.text, self.said = people, kinds, people.text, said
        self.taken_up = TakenUp(people, kinds, subject_before)

    def person(self, head: str, mention: Span, *, focus: bool = True) -> tuple[Person | None, float]:
        """The last one that is called by this noun: in the name, in a title or apposition, or by its kind."""
        at = mention[0]
        if not head:
            return None, 0.8
        last = bisect_left(self.people.starts, at)
        for n in range(last - 1, max(-1, last - 60), -1):
            person = self.people.of[n]
            if head in (w.lower() for w in self.people.names[n].words) and self._is_so_called(person, head):
                return person, 0.8
            if head in person.called:
                return person, 0.75
        if (other := by_other_word(self.people, head, mention)) is not None:
            return other, 0.7
        if (body := body_just_named(self.people, head, at, self.kinds.of_person)) is not None:
            if body.is_person:
                body.is_person, body.kind = False, word_kind(head) or "company"
            return body, 0.7
        if head in _GENERIC:
            return self._of_kind(head, at), 0.7
        if not focus:
            return None, 0.6
        again, same = self._again(head, mention)
        if again:
            return same, 0.6
        return (
            self.taken_up.person(head, mention) or self._described_by_tag(head, mention) or self.taken_up.named_with(head, at)
        ), 0.6

    def _again(self, head: str, mention: Span) -> tuple[bool, Person | None]:
        """ "The student", where "the young student" spoke before; "the old man", where an old man without a name did."""
        start, end = mention
        words = self.text[start:end].lower().split()[1:]
        for at, person, speaker in reversed(self.said):
            phrase = self.text[slice(*speaker.mention)].lower()
            alike = phrase.split()[1:] == words or head not in ANYBODY
            if start - 4000 < at < start and head_of(phrase) == head and alike:
                return person is not None or not is_office(head), person if person is not None and person.is_person else None
        return False, None

    def _is_so_called(self, person: Person, head: str) -> bool:
        """ "The studio" for the Ninth Cloud Studio: the name of a body ends in the noun."""
        if not person.is_person:
            return True
        last = person.full.lower().split()[-1]
        return last == head in FIRMS and " " in person.full and first_name_gender(person.full.split()[0]) is None

    def _described_by_tag(self, head: str, mention: Span) -> Person | None:
        """Whoever spoke last, where the tag of a further sentence describes them."""
        last = next(((s, p) for s, p, _ in reversed(self.said) if s < mention[0]), None)
        person = goes_on(self.people, head, mention, last, self.kinds.of_person)
        return person if person is not None and self.taken_up.agrees(head, person) else None

    def _of_kind(self, head: str, at: int) -> Person | None:
        """ "the company": the last body that is one."""
        wanted = word_kind(head) or "company"
        for n in reversed(self.people.within(max(0, at - 6000), at)):
            person = self.people.of[n]
            if is_told_body(person, self.kinds.of_person) and self.kinds.of_person(person) == wanted:
                return person
        return None
