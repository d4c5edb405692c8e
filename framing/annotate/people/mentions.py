"""What kind of source one mention is: from its words, from its sentence, and from whom it stands for."""

from __future__ import annotations

import re

from framing.annotate.people.accused import accused_role, one_of_taken
from framing.annotate.people.closed import founded_what_was_closed, kept_what_was_closed
from framing.annotate.people.harm import bereaved, is_hit_group, is_parent_of_harmed, is_widowed_elsewhere
from framing.annotate.people.hidden import hidden_around, hidden_before
from framing.annotate.people.issuers import DOCUMENTS, THINGS
from framing.annotate.people.kinds import Kinds
from framing.annotate.people.people import HEAD_STOP, Person, head_of
from framing.annotate.people.somebody import is_somebody
from framing.annotate.people.sources import is_capital, source_type

_WORK_FOR = re.compile(r"\b(?:for|of|at|with|in|from)\s+(?=(?:the|an?|its|their|[A-Z]))")
_PLACE_OF_PEOPLE = re.compile(
    r"(?:the |an? )?(?:rooms?|queue|crowd|street|village|town|market|square|neighbou?rhood|families)\b", re.I
)
_ONE_NAME = re.compile(r"[A-Z][a-z]+(?:[’']s)?")
_APPOSED = re.compile(r", (?:[A-Z]\w+\.? )?")
_GROUP = re.compile(
    r"(?:the )?(?:oldest|youngest|eldest|first|second|third|last|other|tallest|elder|one|another|two|three|some|several|"
    r"many|most|all|both|none|others) of (?:them|these|those|us)\b",
    re.I,
)
# Nameless, and heard by the judge who inquires: accused.
_HEARD = re.compile(
    r",? (?:has |had )?(?:told|admitted to|confessed to|assured) the (?:investigating|examining|"
    r"custody) (?:magistrate|judge)\b"
)
_HIS_TRIAL = re.compile(
    r"^[^.!?]*[.!?][”\"’']?\s+(?:His|Her|Their) (?:case|trial|hearing)s? (?:will|is|are|comes?|begins?|opens?|was|were)\b"
)
_OF_PAIR = re.compile(
    r"(?:the )?(?:one|other|another|younger|elder|older|second|first) of the (?:pair|two|couple|"
    r"trio|three)\b",
    re.I,
)
_OF_SOME = re.compile(
    r"(?:the )?(?:one|another|two|some) of the (two|three|four|five|six|seven|eight|nine|ten|\w+teen)\b", re.I
)


class MentionKinds:
    """
    The kinds of the mentions of one document.

    Parameters
    ----------
    kinds : Kinds
    """

    def __init__(self, kinds: Kinds) -> None:
        self.kinds, self.text = kinds, kinds.text

    def of(self, mention: tuple[int, int], person: Person | None, *, is_relative: bool, before: str | None) -> str:
        """
        The kind of a mention that is no pronoun.

        Parameters
        ----------
        mention : (int, int)
        person : Person or None
            Whom it stands for.
        is_relative : bool
            True for "who" and "which".
        before : str or None
            The kind of whoever spoke last.
        """
        text = self.text[slice(*mention)]
        if (sure := self._sure(mention, text, person)) is not None:
            return sure
        if self._is_hit(mention, text, person):
            if person is not None:
                person.is_person, person.kind = True, "victim"
            return "victim"
        if person is not None:
            self._learn(person, text, mention[0])
            if self.kinds.of_person(person):
                person.kind = self.kinds.fates.of_mention(person.kind, mention)
                return person.kind or "other"
        if (_GROUP.match(text) or _OF_PAIR.match(text)) and "," not in text and before:
            return before
        if person is None and (apposed := self._named_behind(mention[1])):
            return apposed
        words = self.text[max(0, mention[0] - 60) : mention[0]].rsplit(". ", 1)[-1] if is_relative else text
        kind = self._by_words(mention, text, words)
        hidden = before == "anonymous" and person is None and self._goes_on(text, mention[0], kind)
        return "anonymous" if hidden else kind

    def _goes_on(self, text: str, at: int, kind: str) -> bool:
        """ "The moderator" behind "a night moderator, who begged us ...": the same, whatever the noun tells."""
        head = head_of(text)
        if not text.lower().startswith("the ") or not head.islower():
            return False
        return kind in ("citizen", "company") or head in self.text[max(0, at - 600) : at].lower()

    def _is_hit(self, mention: tuple[int, int], text: str, person: Person | None) -> bool:
        """True for "one of the cheated", and for who ran a forum in a text of closed forums, whatever their trade."""
        known = self.kinds.of_person(person) if person is not None else None
        if person is not None and known in (None, "citizen", "other") and is_hit_group(text):
            return True
        start, end = mention
        above = self.text[max(0, start - 200) : start].rpartition("\n")[2]
        if known in (None, "citizen", "other") and is_parent_of_harmed(text, above):
            return True
        if known not in (None, "citizen", "organisation", "expert", "other"):
            return False
        cut = HEAD_STOP.search(text)
        behind = self.text[start + cut.start() if cut and cut.start() > 0 else end : end + 160].partition("\n")[0]
        before = self.text[max(0, start - 500) : start]
        return kept_what_was_closed(behind, self.text) or founded_what_was_closed(text, before)

    def _sure(self, mention: tuple[int, int], text: str, person: Person | None) -> str | None:
        """What the phrase or its sentence says whoever it is: hidden, accused, bereaved."""
        if (person is None or not person.is_person) and hidden_around(self.text, mention):
            return "anonymous"
        heard = person is None and _HEARD.match(self.text, mention[1]) is not None
        if heard or accused_role(text) or self._of_accused(text, mention[0]):
            return "other"
        return "victim" if (person is None or person.is_person) and bereaved(text) else None

    def _by_words(self, mention: tuple[int, int], text: str, words: str) -> str:
        """The kind a phrase tells, or that of somebody nobody describes."""
        if is_widowed_elsewhere(words, self.text):
            # What she says of her late husband tells of no event of the text either.
            return "citizen"
        kind = self.kinds.phrase(words, mention[0])[0] or source_type(words)
        kind = kind or ("official" if is_capital(head_of(text)) else self._somebody(text, mention[0]))
        kind = self.kinds.fates.of_mention(kind, mention) or "other"
        fates = self.kinds.fates
        return "other" if kind == "citizen" and (fates.in_the_dock(mention[0]) or fates.is_charged(mention)) else kind

    def _named_behind(self, end: int) -> str | None:
        """ "The chairman, Senator Ann Orr,": the name belongs to a phrase that was found without it."""
        for n in self.kinds.people.within(end, end + 40):
            name = self.kinds.people.names[n]
            apposed = _APPOSED.fullmatch(self.text[end : name.start]) and self.text.startswith(",", name.end)
            return self.kinds.of_person(self.kinds.people.of[n]) if apposed and name.person else None
        return None

    def is_hidden(self, pronoun: str, at: int) -> bool:
        """True for "she" behind a sentence that hides somebody without a name."""
        return pronoun not in ("it", "i") and hidden_before(self.text, at)

    def of_stranger(self, pronoun: str) -> str:
        """The kind of a pronoun that goes back to nobody the rules found."""
        if pronoun in ("it", "i"):
            return "other"
        return "official" if self.kinds.election and pronoun != "they" else "citizen"

    def _of_accused(self, text: str, at: int) -> bool:
        """ "One of the three", where the sentences before accuse three of something."""
        if one_of_taken(text, self.text[max(0, at - 400) : at]):
            return True
        group = _OF_SOME.match(text)
        if group is None:
            return False
        behind = self.text[at : at + 400].partition("\n")[0]
        if _HIS_TRIAL.match(behind):
            return True
        number, before = group.group(1), self.text[max(0, at - 3000) : at]
        return re.search(
            rf"\b(?:accus|arrest|charg|detain|indict)\w* (?:\w+ )?{number}\b"
            rf"|\b{number} (?:[a-z]+ ){{0,4}}(?:(?:was|were|been|being|are) )?(?:\w+ )?(?:accused|arrested|charged|"
            rf"detained|indicted|"
            r"remanded)\b", before, re.I
        ) is not None  # fmt: skip

    def _learn(self, person: Person, text: str, at: int) -> None:
        """ "The village head", "the colonel": what a mention calls somebody is told of them too."""
        if not person.is_person or person.hidden:
            return
        core = text[: m.start()] if (m := HEAD_STOP.search(text)) and m.start() > 0 else text
        described = head_of(core).islower() and core.lower().startswith(("the ", "a ", "an "))
        if described and not any(start == at for _, _, start in person.told):
            person.told.append((core, 2.0, at))
        if described and person.kind in (None, "citizen", "other", "organisation"):
            known, person.kind = person.kind, None
            person.kind = self.kinds.of_person(person) or known

    def _somebody(self, text: str, at: int) -> str | None:
        """Nobody a list knows: a person all the same, of the kind of what they work for; a thing is nobody."""
        head = head_of(text).lower()
        if not head or head in DOCUMENTS or head in THINGS:
            return None
        if _ONE_NAME.fullmatch(text):
            return "official" if self.kinds.politics else "citizen"
        if not is_somebody(text, head):
            return None
        cut = HEAD_STOP.search(text)
        rest = text[cut.start() :].strip() if cut else ""
        if (work := _WORK_FOR.match(rest)) and not _PLACE_OF_PEOPLE.match(rest[work.end() :]):
            kind = self.kinds.belonging(at, None)(rest[work.end() :].split(",")[0])
            if kind in ("company", "organisation", "official", "police", "media"):
                return kind
        return "citizen"
