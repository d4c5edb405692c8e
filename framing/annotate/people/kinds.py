"""The kind of a person, a body or a phrase, from all that one document says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.descriptions import kind_of, kind_told
from framing.annotate.people.harm import bereaved, is_accused, is_harmed, is_kin_of_harmed, tells_of_own_harm
from framing.annotate.people.people import People, Person, head_of
from framing.annotate.people.sources import belongs_to, is_capital, is_relational, source_type
from framing.annotate.wordlists import word_list

# Heads that belong to the last body named where nothing else is said.
HEADS = frozenset(
    (
        "director",
        "chief",
        "head",
        "chairman",
        "chairwoman",
        "chair",
        "manager",
        "member",
        "staffer",
        "assistant",
        "deputy",
        "engineer",
    )
)
_RANKS = frozenset(
    ("captain", "commander", "lieutenant", "major", "colonel", "officer", "officers", "inspector", "superintendent")
)
_ELECTION = re.compile(
    r"\b(?:candidates?|elections?|nominees?|ballots?|primary|primaries|polling stations?|vot(?:e|ed|ing) for)\b", re.I
)
_STATE = re.compile(r"\b(?:president|prime minister|parliament|congress|senate|white house|chancellor|cabinet)\b", re.I)
_CAMPAIGN = re.compile(r"\bcampaign\b(?! (?:group|against|to |for ))", re.I)
_OWNER = re.compile(r"^(?:(?:the|an?|this|that)\s+)?((?:[\w.-]+\s+){0,4}?[\w.-]+)(?:[’']s|(?<=s)[’'])\s+(\S.*)", re.S)
_PREPOSITION = re.compile(r"\b(?:of|for|at|in|from|with|by|on|to|who|and)\b")
_THEIRS = re.compile(r"^(his|her|their|its)\s+(?:own\s+)?(\S.*)", re.I | re.S)
_KIN = word_list("quotes_harm_en.txt")["kin"]
_CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”\"’')]?\s")


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
        self.election = _ELECTION.search(self.text) is not None
        self.politics = self.election or _STATE.search(self.text) is not None
        self._asked: set[int] = set()
        self._initials: dict[str, Person] | None = None

    # A person or a body -------------------------------------------------------------------------------------------------

    def of_person(self, person: Person) -> str | None:
        """From the name of a body, else from what is said of the person, else from how the name itself is used."""
        if person.kind is None and id(person) not in self._asked:
            self._asked.add(id(person))
            person.kind = self.told(person) or self._bare(person)
            self._asked.discard(id(person))
        return person.kind

    def told(self, person: Person) -> str | None:
        """What the document says of the person or body, in its name or about it; None where it says nothing."""
        if person.hidden:
            return "anonymous"
        single = " " not in person.full
        by_name = not person.is_person or (single and person.full.lower() in _plural_kinds())
        if by_name and (own := self.campaign(person.full) or body_kind(person.full) or source_type(person.full)):
            return "company" if own == "citizen" and not single else own
        hidden_too = single and person.is_person
        votes = []
        for phrase, weight, at in person.told:
            kind, sure = self.phrase(phrase, at, person)
            if kind and (hidden_too or kind != "anonymous"):
                votes.append((kind, weight * sure))
        kind = kind_of(votes)
        if not person.is_person:
            return {"citizen": "company", "expert": "organisation"}.get(kind or "", kind)
        fate = self._fate(person) if kind == "citizen" or (kind is None and not self.election) else None
        return fate or kind

    def _fate(self, person: Person) -> str | None:
        """Harmed by what the text tells, or accused."""
        numbers = self.people.mentions.get(id(person), [])
        accused = False
        for n in numbers[:12]:
            name = self.people.names[n]
            around, sentence = self._around(name.start, name.end)
            if is_harmed(around, self.text[name.end : name.end + 140].partition("\n")[0]):
                return "victim"
            accused = accused or is_accused(sentence)
        return "other" if accused else None

    def by_fate(self, kind: str | None, mention: tuple[int, int]) -> str | None:
        """The kind once more, with what the sentence and the quotation tell: "from her hospital bed", "they took my house"."""
        if kind != "citizen":
            return kind
        start, end = mention
        behind = self.text[end : end + 160].partition("\n")[0]
        line = self.text[max(self.text.rfind("\n", 0, start) + 1, start - 300) : start] + self.text[start:end] + behind
        sentence = self.text[start:end] + _SENTENCE_END.split(behind, maxsplit=1)[0]
        return "victim" if is_harmed(sentence, behind) or tells_of_own_harm(line) else kind

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """The sentence that holds a stretch with the one behind it, and the sentence alone; inside one paragraph."""
        line = max(self.text.rfind("\n", 0, start) + 1, start - 300)
        low = max((m.end() for m in _SENTENCE_END.finditer(self.text, line, start)), default=line)
        stop = self.text.find("\n", end)
        stop = min(len(self.text) if stop < 0 else stop, end + 400)
        ends = [m.start() for m in _SENTENCE_END.finditer(self.text, end, stop)]
        return self.text[low : ends[1] if len(ends) > 1 else stop], self.text[low : ends[0] if ends else stop]

    def _bare(self, person: Person) -> str | None:
        """A name without a word about it: an outlet with its article, a body in capitals, a capital city."""
        single = " " not in person.full
        if is_capital(person.full):
            return "official"
        if person.full.isupper() and (whole := self._acronym(person.full)):
            return self.of_person(whole)
        if person.full.isupper() and person.is_person:
            return "citizen"
        if person.full.isupper() and person.full.endswith("TV"):
            return "media"
        if person.a_the and " " not in person.full.replace("The ", ""):
            return "media" if not person.full.isupper() else "organisation"
        if re.search(r"[a-z]\d+$", person.full):
            return "citizen"
        if not person.is_person or re.search(r"[a-z][A-Z]", person.full):
            return "organisation"
        if single and (kin := next((p for p in self.people.called(person.key) if p.kind and p.is_person), None)) is not None:
            return kin.kind
        # Nobody explains who a head of government is; everybody explains who a shopkeeper is.
        if self.politics and (single or person.named > (1 if self.election else 2)):
            return "official"
        return None if single else "citizen"

    def _acronym(self, letters: str) -> Person | None:
        """The body whose initials these are."""
        if self._initials is None:
            self._initials = {}
            for body in (p for p in self.people.people if not p.is_person and " " in p.full):
                self._initials.setdefault("".join(w[0] for w in body.full.split() if w[0].isupper()), body)
        return self._initials.get(letters) or self._initials.get(letters.removesuffix("TV") + "T")

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
        belonging = self._belonging(at, of)
        head = head_of(phrase).lower()
        if bereaved(phrase) or is_kin_of_harmed(phrase, self.text):
            return "victim", 1.0
        if theirs := _THEIRS.match(phrase):
            return self._of_theirs(theirs.group(1).lower(), theirs.group(2), at, of), 1.0
        if (owned := _OWNER.match(phrase)) and not _PREPOSITION.search(owned.group(1)):
            return self._owned(owned.group(1), owned.group(2), at, of), 1.0
        for_a_body = head in HEADS or head in _RANKS or head.startswith("spokes")
        if for_a_body and len(phrase.split()) <= 2 and (kind := self._by_last_body(head, phrase, at)):
            return kind, 1.0
        return kind_told(phrase, belonging), 0.3 if head in _RANKS and " " not in phrase.strip() else 1.0

    def campaign(self, phrase: str) -> str | None:
        """Where an election is on, a campaign and who works for it are of the kind of the candidate."""
        return "official" if self.election and _CAMPAIGN.search(phrase) else None

    def _owned(self, owner: str, rest: str, at: int, of: Person | None) -> str | None:
        """ "the directorate's deputy head", "the widow's lawyer", "Ann Orr's brother"."""
        head = head_of(rest).lower()
        if head in _KIN:
            person = self._person_called(owner)
            return "victim" if person is not None and self.of_person(person) == "victim" else source_type(rest)
        if is_relational(head) or head in HEADS or head.startswith("spokes"):
            return self._belonging(at, of)(owner) or source_type(rest)
        return source_type(rest) or self._belonging(at, of)(owner)

    def _of_theirs(self, pronoun: str, rest: str, at: int, of: Person | None) -> str | None:
        """ "its spokesman" speaks for the last body, "her aide" for the last speaker; "her lawyer" is a lawyer."""
        head = head_of(rest).lower()
        last = self.last()
        if head in _KIN:
            return "victim" if last is not None and last is not of and self.of_person(last) == "victim" else source_type(rest)
        if is_relational(head) or head in HEADS or head.startswith("spokes"):
            if pronoun in ("its", "their") and (kind := self._by_last_body(head, rest, at)):
                return kind
            if head != "counsel" and last is not None and last is not of and (kind := self.of_person(last)):
                return kind
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
        if head in _RANKS and phrase.lower().startswith(("a ", "an ")):
            return None
        for n in reversed(self.people.within(at - 3000, at)):
            body = self.people.of[n]
            kind = None if self.people.names[n].person else self.of_person(body)
            if kind and (head not in _RANKS or kind == "police"):
                return kind
        return None

    def _belonging(self, at: int, of: Person | None) -> Callable[[str], str | None]:
        """What something belongs to: a body or a person of this document, else what the words tell."""

        def tell(text: str) -> str | None:
            named = _CAPITALS.search(text)
            if named and " " in named.group() and (kind := body_kind(named.group())):
                return kind
            if named and (person := self._person_called(named.group())) is not None and person is not of:
                kind = self.of_person(person)
                # A place looks like a person of whom nothing is said.
                sure = kind != "citizen" if person.is_person else bool(person.told or body_kind(person.full))
                return kind if kind and sure else belongs_to(text)
            words = text.split()
            if words and (body := self.called(words[-1].lower(), at)) is not None and body is not of:
                return self.of_person(body) or belongs_to(text)
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
        return None


@cache
def _plural_kinds() -> frozenset[str]:
    """Words that name a kind of people by themselves, with the capital of their sentence or of a party."""
    sections = word_list("quotes_sources_en.txt")
    return frozenset(w for words in sections.values() for w in words if w.endswith("s") or w in ("police", "people"))
