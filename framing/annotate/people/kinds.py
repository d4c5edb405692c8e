"""The kind of a person, a body or a phrase, from all that one document says."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.bare_names import BareNames
from framing.annotate.people.bodies import body_kind, is_faculty, is_institute
from framing.annotate.people.deeds import kind_by_deeds
from framing.annotate.people.families import first_name_gender
from framing.annotate.people.fates import Fates
from framing.annotate.people.harm import (
    bereaved,
    is_hit_group,
    is_kin_of_child,
    is_kin_of_harmed,
    is_parent,
    is_widowed_elsewhere,
    tells_of_harm,
)
from framing.annotate.people.holders import is_known_holder
from framing.annotate.people.leading import ALL_RANKS, HEADS, OWNERS, RANKS, SCHOLARLY, SMALL, leads, plural_kinds
from framing.annotate.people.nearest import group_kind, subject_body
from framing.annotate.people.people import People, Person, head_of
from framing.annotate.people.phrases import kind_of_phrase
from framing.annotate.people.plain_offices import plain_office
from framing.annotate.people.sources import belongs_to, source_type
from framing.annotate.people.told_bodies import is_told_body
from framing.annotate.people.told_kinds import kind_of, kind_told
from framing.annotate.wordlists import word_list

_ELECTION = re.compile(
    r"\b(?:candidates?|elections?|nominees?|ballots?|primary|primaries|polling stations?|vot(?:e|ed|ing) for)\b", re.I
)
_STATE = re.compile(r"\b(?:president|prime minister|parliament|congress|senate|white house|chancellor|cabinet)\b", re.I)
_CAMPAIGN = re.compile(r"\bcampaign\b(?! (?:group|against|to |for ))", re.I)
_OWNER = re.compile(r"^(?:(?:the|an?|this|that)\s+)?((?:[\w.-]+\s+){0,4}?[\w.-]+)(?:[’']s|(?<=s)[’'])\s+(\S.*)", re.S)
_PREPOSITION = re.compile(r"\b(?:of|for|at|in|from|with|by|on|to|who|and)\b")
# "who heads the new body": the one just named.
_OF_THEM = re.compile(
    r"(?:the \w+est|the (?:first|last|only)|one|another) of (?:them|these|those|the (?:two|three|"
    r"four|five|six))\b"
)
_ANY_BODY = frozenset(("body", "agency", "organisation", "organization", "institution", "authority"))
# These lead firms, whatever body was named last.
_OF_FIRMS = re.compile(r"managing director|chief executive|shareholder|customer|sales|owner|proprietor|(?<!general )\bmanager")
_THEIRS = re.compile(r"^(his|her|their|its)\s+(?:own\s+)?(\S.*)", re.I | re.S)
_KIN = word_list("quotes_harm_en.txt")["kin"]
_CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*")


class Kinds:
    """
    What kind of source the people of one document are.

    Parameters
    ----------
    people : People
    last : callable
        Whoever with a name spoke last, or None.
    """

    def __init__(self, people: People, last: Callable[[], Person | None]) -> None:
        self.people, self.text, self.last = people, people.text, last
        self.fates = Fates(people)
        self.election = _ELECTION.search(self.text) is not None
        self.politics = self.election or _STATE.search(self.text) is not None
        self._asked: set[int] = set()
        often = (1 if self.election else 2) if self.politics else None
        self._bare = BareNames(people, self.of_person, often)

    # A person or a body -------------------------------------------------------------------------------------------------

    def of_person(self, person: Person) -> str | None:
        """From the name of a body, else from what is said of the person, else from how the name itself is used."""
        if person.kind is None and id(person) not in self._asked:
            self._asked.add(id(person))
            person.kind = self.told(person) or self._bare.kind(person)
            self._asked.discard(id(person))
        return person.kind

    def told(self, person: Person) -> str | None:
        """What the document says of the person or body, in its name or about it; None where it says nothing."""
        if person.hidden:
            return "anonymous"
        if person.is_person and is_known_holder(self.people, person):
            return "official"
        single = " " not in person.full
        by_name = not person.is_person or (single and person.full.lower() in plural_kinds())
        if by_name and (own := self.campaign(person.full) or body_kind(person.full) or source_type(person.full)):
            if own == "organisation" and is_faculty(person.full):
                return "expert"
            if own in ("media", "citizen") and (shown := self._apposed_kind(person)):
                return shown
            return "company" if own == "citizen" and not single else own
        hidden_too = single and person.is_person
        votes = []
        for phrase, weight, at in person.told:
            kind, sure = self.phrase(phrase, at, person)
            if kind and (hidden_too or kind != "anonymous"):
                votes.append((kind, weight * sure))
        person.votes = votes
        kind = kind_of(votes)
        if not person.is_person:
            kind = {"citizen": "company", "expert": "organisation"}.get(kind or "", kind)
            return kind or self._by_deeds(person)
        if kind is None and single and (by_deeds := self._by_deeds(person)):
            person.is_person = False
            return by_deeds
        fate = self.fates.of_person(person, kind) if kind is not None or not self.election else None
        return fate or kind

    def _apposed_kind(self, person: Person) -> str | None:
        """ "The Quay Register, a tenants' association": what is said of it counts more than a word papers like."""
        told = [self.phrase(phrase, at, person)[0] for phrase, weight, at in person.told if weight >= 3]
        return told[0] if told and set(told) in ({"organisation"}, {"media"}) else None

    def _by_deeds(self, person: Person) -> str | None:
        """What the text lets a body do of which no word is known; nobody with a first name or a pronoun is one."""
        if person.is_person and (person.gender is not None or first_name_gender(person.full) is not None):
            return None
        names = [self.people.names[n] for n in self.people.mentions.get(id(person), [])[:12]]
        return kind_by_deeds(self.text, [(name.start, name.end) for name in names])

    # A phrase -----------------------------------------------------------------------------------------------------------

    def phrase(self, phrase: str, at: int, of: Person | None = None) -> tuple[str | None, float]:
        """
        The kind a description gives at this place, and how much it counts.

        Returns
        -------
        (str or None, float)
            1, or less for a title that says little by itself ("commander").
        """
        if campaign := self.campaign(phrase):
            return campaign, 1.0
        belonging = self.belonging(at, of)
        head = head_of(phrase).lower()
        whole = self._by_loss(phrase, of) or plain_office(phrase, self.text, at) or kind_of_phrase(phrase, belonging)
        if whole:
            return whole, 1.0
        if (theirs := _THEIRS.match(phrase)) and theirs.group(1).lower() == "its" and _OF_FIRMS.search(phrase.split(",")[0]):
            return self._of_its_firm(head, at, of), 1.0
        if of is not None and _OF_THEM.match(phrase) and (kind := group_kind(self.text, at)):
            return kind, 1.0
        if theirs:
            return self._of_theirs(theirs.group(1).lower(), theirs.group(2), at, of), 1.0
        if (owned := _OWNER.match(phrase)) and not _PREPOSITION.search(owned.group(1)):
            return self._owned(owned.group(1), owned.group(2), at, of), 1.0
        for_a_body = head in HEADS or head in RANKS or head.startswith("spokes")
        if for_a_body and len(phrase.split()) <= 2 and (kind := self._by_last_body(head, phrase, at)):
            return kind, 1.0
        kind = kind_told(phrase, belonging)
        unsure = kind == "organisation" and head in HEADS and self._nowhere(phrase, belonging)
        return kind, 0.3 if unsure or all(w in ALL_RANKS for w in phrase.lower().split()) else 1.0

    def _by_loss(self, phrase: str, of: Person | None) -> str | None:
        """Whoever the events of the text hit, or one close to them; a widow of other times is nobody's victim."""
        if is_widowed_elsewhere(phrase, self.text):
            return "citizen"
        hit = (
            bereaved(phrase)
            or is_kin_of_harmed(phrase, self.text)
            or (is_hit_group(phrase) and source_type(phrase) in ("citizen", None))
            or (is_kin_of_child(phrase) and tells_of_harm(self.text, 1))
            or (is_parent(phrase) and self.fates.much_harm and not (of and of.hidden))
        )
        return "victim" if hit else None

    def _of_its_firm(self, head: str, at: int, of: Person | None) -> str:
        """ "Its managing director", "its owner"."""
        if head in OWNERS and SMALL.search(self.text, max(0, at - 160), at):
            return "citizen"
        subject = subject_body(self.people, at, of)
        kind = self.of_person(subject) if subject else None
        return kind if kind in ("organisation", "official") else "company"

    @staticmethod
    def _nowhere(phrase: str, belonging: Callable[[str], str | None]) -> bool:
        """True for the head of what no word explains: "head of Lower Orr"."""
        within = _PREPOSITION.split(phrase, maxsplit=1)
        return len(within) > 1 and not belonging(within[1].partition(",")[0])

    def campaign(self, phrase: str) -> str | None:
        """Where an election is on, a campaign and who works for it are of the kind of the candidate."""
        return "official" if self.election and _CAMPAIGN.search(phrase) else None

    def _owned(self, owner: str, rest: str, at: int, of: Person | None) -> str | None:
        """ "the directorate's deputy head", "the widow's lawyer", "Ann Orr's brother"."""
        head = head_of(rest).lower()
        if head in _KIN:
            person = self._person_called(owner)
            return "victim" if person is not None and self.of_person(person) == "victim" else source_type(rest)
        if _OF_FIRMS.search(rest):
            kind = self.belonging(at, of)(owner)
            return kind if kind in ("organisation", "official") else "company"
        if leads(head):
            kind = self.belonging(at, of)(owner)
            return kind if kind == "police" or head not in RANKS else source_type(rest) or kind
        return source_type(rest) or self.belonging(at, of)(owner)

    def _of_theirs(self, pronoun: str, rest: str, at: int, of: Person | None) -> str | None:
        """ "its spokesman" speaks for the last body, "her aide" for the last speaker; "her lawyer" is a lawyer."""
        head = head_of(rest).lower()
        last = self.last()
        if head in _KIN:
            return "victim" if last is not None and last is not of and self.of_person(last) == "victim" else source_type(rest)
        if leads(head):
            if pronoun in ("its", "their"):
                subject = subject_body(self.people, at, of)
                if subject is not None and (kind := self.of_person(subject)) not in (None, "citizen"):
                    if kind == "organisation" and head in SCHOLARLY and is_institute(subject.full):
                        # "A survey by the Orr Institute": whoever leads it explains it.
                        return "expert"
                    return kind if kind == "police" or head not in RANKS else source_type(rest) or kind
                spoke = last if last is not None and not last.is_person else None
                kind = (self.of_person(spoke) if spoke and spoke is not of else None) or self._by_last_body(head, rest, at)
                if kind and (kind == "police" or head not in RANKS):
                    return kind
            if head != "counsel" and last is not None and last is not of and (kind := self.of_person(last)):
                return kind
        if head in OWNERS and SMALL.search(self.text, max(0, at - 160), at):
            return "citizen"
        return source_type(rest)

    def _by_last_body(self, head: str, phrase: str, at: int) -> str | None:
        """The kind of the last body named before; ranks look for the police alone."""
        before = phrase.split()[:-1]
        if before and before[0].lower() not in (
            "a",
            "an",
            "the",
            "its",
            "their",
            "one",
            "another",
            "deputy",
            "senior",
            "chief",
        ):
            return None
        if head in RANKS and phrase.lower().startswith(("a ", "an ")):
            return None
        kinds = []
        for n in reversed(self.people.within(at - 3000, at)):
            kind = None if self.people.names[n].person else self.of_person(self.people.of[n])
            if kind and (head not in RANKS or kind == "police"):
                if not phrase[:1].isupper():
                    return kind
                kinds.append(kind)
        # "Deputy Director Ann Orr": a title with a capital is that of an office rather than of a club.
        return next((kind for kind in kinds if kind in ("official", "company", "police")), kinds[0] if kinds else None)

    def belonging(self, at: int, of: Person | None) -> Callable[[str], str | None]:
        """What something belongs to: a body or a person of this document, else what the words tell."""

        def tell(text: str) -> str | None:
            named = _CAPITALS.search(text)
            if named and " " in named.group() and (kind := body_kind(named.group())):
                return kind
            if named and (person := self._person_called(named.group())) is not None and person is not of:
                kind = self.of_person(person)
                # A place looks like a person of whom nothing is said.
                by_itself = self._by_deeds(person) if person.is_person else body_kind(person.full)
                sure = bool(person.told or by_itself) and not (person.is_person and kind == "citizen")
                return kind if kind and sure else belongs_to(text)
            words = text.split()
            if words and (body := self.called(words[-1].lower(), at)) is not None and body is not of:
                return self.of_person(body) or belongs_to(text)
            if words and words[-1].lower() in _ANY_BODY and (kind := self._by_last_body("body", text.strip(), at)):
                return kind
            return belongs_to(text)

        return tell

    def _person_called(self, words: str) -> Person | None:
        words = re.sub(r"[’']s?$", "", words)
        key = words.split()[-1].lower() if words.split() else ""
        return next((p for p in self.people.called(key) if p.full == words or " " not in words), None)

    def called(self, word: str, at: int) -> Person | None:
        """The last body before this place whose name holds the word: "the directorate"."""
        if not word.isalpha() or len(word) < 4:
            return None
        for n in reversed(self.people.within(max(0, at - 6000), at)):
            name = self.people.names[n]
            if not name.person and len(name.words) > 1 and word in (w.lower() for w in name.words):
                return self.people.of[n]
            if word in self.people.of[n].called and is_told_body(self.people.of[n], self.of_person):
                return self.people.of[n]
        return None
