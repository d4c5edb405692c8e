"""What befell the people of one document: harmed by what it tells, or accused."""

from __future__ import annotations

import re

from framing.annotate.people.accused import are_taken, is_accused, speaks_from_dock, speaks_of_cells, speaks_of_charge
from framing.annotate.people.closed import kept_what_was_closed
from framing.annotate.people.harm import is_harmed, tells_of_harm
from framing.annotate.people.people import HEAD_STOP, People, Person
from framing.annotate.people.testimony import lost_money

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”\"’')]?\s")
# Kinds a charge or a blow can take over: an accused lawyer still speaks as one unless the charge stands right beside the name.
_OPEN = frozenset(("citizen", "media", "company", "organisation"))
# Behind these stands what somebody says, not what befell them.
_OTHERS = re.compile(r"\bthat\b|[“\"]")
_AMONG_THEM = re.compile(r"^(?:Among them|One of them) (?:was|is|were|are) (?:the |an? )?(?:[a-z]+ ){0,2}$")
# Offices of ships and works, which lists take for those of a state.
_IN_CHARGE = frozenset(("captain", "skipper", "master", "manager", "director", "chief", "owner", "mate", "foreman", "engineer"))


class Fates:
    """
    The fates of one document.

    Parameters
    ----------
    people : People
    """

    def __init__(self, people: People) -> None:
        self.people, self.text = people, people.text
        self._harm: bool | None = None
        self._much: bool | None = None

    @property
    def tells_of_harm(self) -> bool:
        """True where the text as a whole tells of harm, not of one blow."""
        if self._harm is None:
            self._harm = tells_of_harm(self.text, 2)
        return self._harm

    @property
    def much_harm(self) -> bool:
        """True where the text is about harm: a parent in it is one of those who were hit."""
        if self._much is None:
            self._much = tells_of_harm(self.text, 4)
        return self._much

    def of_person(self, person: Person, kind: str | None) -> str | None:
        """ "victim", "other" for the accused, or None, from the sentences that name the person."""
        accused = mentioned = False
        for n in self.people.mentions.get(id(person), [])[:12]:
            name = self.people.names[n]
            around, before, after = self._around(name.start, name.end)
            if kind in (None, "citizen") and (
                ((kind or person.told) and lost_money(around, self.text))
                or is_harmed(around, self.text[name.end : name.end + 200].partition("\n")[0])
            ):
                return "victim"
            if kind in ("citizen", "expert") and kept_what_was_closed(after, self.text):
                return "victim"
            if _AMONG_THEM.match(before):
                start = name.start - len(before)
                accused = accused or are_taken(self.text[max(0, start - 250) : start])
            accused = accused or is_accused(before, after) or (kind in (None, "citizen") and speaks_from_dock(before))
            mentioned = mentioned or speaks_of_charge(before + _OTHERS.split(after, maxsplit=1)[0])
        if kind is None and " " not in person.full and person.gender is None:
            # A country or a firm of which nothing is said.
            return None
        if accused and (kind in {None, *_OPEN} or (kind == "official" and not _IN_CHARGE.isdisjoint(person.called))):
            return "other"
        return "other" if mentioned and kind == "citizen" else None

    def in_the_dock(self, at: int) -> bool:
        """True where the sentence that leads up to a nameless speaker, or its own opening, is set in the cells or the dock."""
        low = max(self.text.rfind("\n", 0, at) + 1, at - 160)
        return speaks_of_cells(self.text[low:at])

    def is_charged(self, mention: tuple[int, int]) -> bool:
        """True for a nameless speaker of whom the sentence says so: "the cook, who has been charged"."""
        start, end = mention
        cut = HEAD_STOP.search(self.text[start:end])
        behind = self.text[start + cut.start() if cut and cut.start() > 0 else end : end + 160].partition("\n")[0]
        return is_accused("", _OTHERS.split(_SENTENCE_END.split(behind, maxsplit=1)[0], maxsplit=1)[0])

    def of_mention(self, kind: str | None, mention: tuple[int, int]) -> str | None:
        """The kind once more, with what the sentence tells: "from her hospital bed", "who swam ashore"."""
        if kind != "citizen":
            return kind
        start, end = mention
        behind = self.text[end : end + 200].partition("\n")[0]
        sentence = self.text[start:end] + _SENTENCE_END.split(behind, maxsplit=1)[0]
        # A nameless phrase tells behind its head what befell whom: "a woman who was pulled out".
        cut = HEAD_STOP.search(sentence)
        head = min(cut.start(), end - start) if cut else end - start
        return "victim" if is_harmed(sentence, sentence[head:]) else kind

    def _around(self, start: int, end: int) -> tuple[str, str, str]:
        """A sentence with the one behind it, and what stands in it before and behind a stretch; inside one paragraph."""
        line = max(self.text.rfind("\n", 0, start) + 1, start - 300)
        low = max((m.end() for m in _SENTENCE_END.finditer(self.text, line, start)), default=line)
        stop = self.text.find("\n", end)
        stop = min(len(self.text) if stop < 0 else stop, end + 400)
        ends = [m.start() for m in _SENTENCE_END.finditer(self.text, end, stop)]
        sentence = ends[0] if ends else stop
        return self.text[low : ends[1] if len(ends) > 1 else stop], self.text[low:start], self.text[end:sentence]
