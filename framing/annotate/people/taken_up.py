"""Roles that take up somebody named before: "Ann Orr taught geometry ... the geometer", "Hugo Lind wept. The old man said"."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.kin_words import kin_of_told
from framing.annotate.people.kinds import Kinds
from framing.annotate.people.leading import RANKS
from framing.annotate.people.names import FEMININE, MASCULINE, TITLES
from framing.annotate.people.people import People, Person
from framing.annotate.people.places import is_place
from framing.annotate.people.sources import is_relational, word_kind
from framing.annotate.people.titles import is_title
from framing.annotate.people.trade_words import compound, is_related, stem_of

Subject = Callable[[int, int, Callable[[Person], bool]], tuple[int, Person] | None]

TRADES = ("ess", "man", "woman", "er", "or", "ist", "ian", "ant", "wright", "smith", "hand", "wife")
_BODIES = frozenset(("organisation", "company", "media"))
_AGED = re.compile(r"(\d+)-year-old")
_AGED_IN_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)?-year-old")
# What anybody can be, whatever else is told of them.
ANYBODY = frozenset(
    ("man", "woman", "lady", "gentleman", "widow", "widower", "prisoner", "suspect", "detainee", "pensioner", "convict",
     "veteran")
)  # fmt: skip
_SHE, _HE = FEMININE | {"woman", "mother", "daughter"}, MASCULINE | {"man", "father", "son"}
# Nobody is brought in as "the retired lacemaker".
_CALLED_SO = re.compile(r"the (?:former|retired|one-time|old|elderly|young|widowed|same|[\w-]+-year-old) [a-z]", re.I)
# "The clerk who keeps the ledger" is told from the other clerks by what stands behind.
_TOLD_APART = re.compile(r"\s(?:who|whose|of|at|in|from|on|with|for|near|behind|whom|that)\b")
# "The Bureau's director" is no director of anything else.
_OWNED = re.compile(r"([\w-]+)[’']s? (?:[a-z-]+ )?[a-z-]+$")
_OF_WHAT = re.compile(r" of (?:the |its )?((?:[A-Z][\w’-]+ ?){1,4}|[a-z]+(?: [a-z]+)?)")
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
_BREAK = re.compile(r"[.!?][”\"’)]?\s+|\n+")
_STOP = re.compile(r"[.!?][”\"’)]?\s")
_GOES_ON = re.compile(r"[.!?][”\"’)]?\s+(?:He|She)\b")
_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|near|outside|around|across|towards?|into|(?:\w+er|\w*m[ae]n) from) $")
_OPENING = ("“", "‘", '"')
# What somebody says in marks goes on with whoever the sentences before are about: "“It rained,” said the widow".
_TAG = re.compile(r"[”’\"]\s+(?:[a-z]+\s+){0,2}$")
_CIVIL = frozenset(("mr", "mrs", "ms", "miss", "doctor", "dr", "comrade", "madam"))
_RANKS = RANKS | {"sergeant", "constable", "corporal", "ensign"}
_CHILDREN = frozenset(("son", "daughter", "grandson", "granddaughter", "girl", "boy"))
_WORD = re.compile(r"[a-z]{3,}")
# As far as anybody looks back, and as many mentions.
_FARTHEST, _MENTIONS = 6000, 40


class TakenUp:
    """
    Whom "the fisherman" takes up where the text calls nobody so.

    Parameters
    ----------
    people : People
    kinds : Kinds
    subject : callable
        Offset, lower bound and test to the first fitting name of the nearest sentence that has one.
    """

    def __init__(self, people: People, kinds: Kinds, subject: Subject) -> None:
        self.people, self.kinds, self.text, self.subject = people, kinds, people.text, subject

    def person(self, head: str, mention: tuple[int, int]) -> Person | None:
        """
        Whoever was described by what the noun tells, else whoever the sentences before are about, where that fits.

        Parameters
        ----------
        head : str
            The noun, in lower case.
        mention : (int, int)
            Where the phrase with "the" stands.
        """
        at, end = mention
        if (age := _AGED.fullmatch(head)) is not None:
            near = reversed(self.people.within(max(0, at - _FARTHEST), at))
            return next((self.people.of[n] for n in near if self._is_aged(n, age.group(1))), None)
        apart = _TOLD_APART.search(self.text, at, end) or _TOLD_APART.match(self.text, end)
        if not self._is_one(head):
            return None
        if (kin := kin_of_told(self.people, head, at)) is not None:
            return kin
        owned = _OWNED.search(self.text, at, end)
        if owned and (is_office(head) or owned.group(1).istitle()):
            return None
        if apart and not (head in ANYBODY and apart.group() == " from"):
            if apart.group() != " of" or not (is_office(head) or head == "owner"):
                return None
            tagged = _TAG.search(self.text, max(0, at - 30), at) is not None
            return self._of_body(head, mention) or (self._in_focus(head, at) if tagged else None)
        return self._described(head, mention) or (None if self._newcomer(head, at) else self._in_focus(head, at))

    def named_with(self, head: str, at: int) -> Person | None:
        """ "The captain", whom only a later sentence names: "Captain Ann Orr", if she is the one captain with a name."""
        people = self.people
        behind, office = people.within(at, at + 4000), is_office(head)
        with_title = (
            people.of[n] for n in behind if head in people.names[n].titles or (office and head in people.of[n].called)
        )
        titled = {id(person): person for person in with_title if person.is_person}
        return next(iter(titled.values())) if len(titled) == 1 and not self._newcomer(head, at) else None

    def _is_one(self, head: str) -> bool:
        """A noun for one person."""
        if head.endswith("s") and not head.endswith("ss"):
            return False
        if _AGED_IN_WORDS.fullmatch(head):
            return True
        told = word_kind(head)
        if head not in ANYBODY and told in (None, "state", "official", "police", *_BODIES):
            return head.endswith(TRADES) or is_relational(head) or head in TITLES or _is_double(head)
        return True

    def _is_aged(self, n: int, age: str) -> bool:
        """ "The 68-year-old" is whoever is "Ann Orr, 68"."""
        return self.people.of[n].is_person and self.text.startswith(f", {age}", self.people.names[n].end)

    # Described ----------------------------------------------------------------------------------------------------------

    def _described(self, head: str, mention: tuple[int, int]) -> Person | None:
        """The last one of whom the text says what the noun tells: "taught geometry", "has been harbour master"."""
        stem = stem_of(head)
        other = [w for w in _WORD.findall(self.text[mention[0] + 4 : mention[1]].lower()) if w != head and len(w) > 4]
        is_it = re.compile(
            rf"\b(?:(?:is|was|has been|had been|became|remains|remained|works as|worked as|served as|as) "
            rf"(?:(?:[\w-]+, )?(?:an?|the|its|their|our) )?(?:[\w’-]+ ){{0,3}}?{head}\b"
            rf"|whose {head} (?:s?he) (?:is|was|remains)\b)"
        )
        for n in reversed(self.people.within(max(0, mention[0] - _FARTHEST), mention[0])[-_MENTIONS:]):
            person = self.people.of[n]
            if not person.is_person or not self.agrees(head, person):
                continue
            if len(compound(head)) > 3 and self._keeps(n, compound(head)):
                return person
            behind = self._behind(n, mention[0])
            if is_it.search(behind) or (stem and is_related(behind, head, stem, other)):
                return person
        return None

    def _keeps(self, n: int, root: str) -> bool:
        """ "The bookshop of Ann Orr" is the bookseller's, "at the library Ann Orr" the librarian's."""
        low = max(0, self.people.names[n].start - 50)
        return re.search(rf"\b{root}[a-z]*(?: [a-z]+)?(?: of|,)? $", self.text[low : self.people.names[n].start]) is not None

    def _of_body(self, head: str, mention: tuple[int, int]) -> Person | None:
        """ "The head of the Mast Office": the last person beside whom the text names that body, and nobody else."""
        at = mention[0]
        found = _OF_WHAT.search(self.text, at, mention[1] + 60)
        if found is None:
            return None
        near = {
            id(person): person
            for n in self.people.within(max(0, at - 700), at)
            if (person := self.people.of[n]).is_person
            and " " in person.full
            and self.agrees(head, person)
            # "Its spokesman, Ann Orr" is not the head of it.
            and not any(word.startswith("spokes") for word in person.called)
        }
        body = found.group(1).split()[-1].lower()
        fitting = [p for p in near.values() if self._is_of(p, body, at)]
        if len(fitting) > 1:
            line = self.text.rfind("\n", 0, at) + 1
            fitting = [p for p in fitting if any(self.people.starts[n] >= line for n in self._before(p, at))]
        return fitting[0] if len(fitting) == 1 else None

    def _before(self, person: Person, at: int) -> list[int]:
        return [n for n in self.people.mentions[id(person)] if self.people.starts[n] < at]

    def _is_of(self, person: Person, body: str, at: int) -> bool:
        """True where a sentence that names somebody names this body too."""
        starts = (self.people.starts[n] for n in self.people.mentions[id(person)])
        near = (self.text[max(0, start - 120) : min(at, start + 160)].lower() for start in starts if start < at)
        return any(re.search(rf"\b{re.escape(body)}\b", words) for words in near)

    def _behind(self, n: int, at: int) -> str:
        """The sentence behind a name, with a next one that begins with "he" or "she"; as far as nobody else is named."""
        start = self.people.names[n].end
        end = min(at, start + 300)
        if n + 1 < len(self.people.starts):
            others = (k for k in self.people.within(start, end) if self.people.of[k].is_person)
            end = next((self.people.starts[k] for k in others if self.people.of[k] is not self.people.of[n]), end)
        stop = _STOP.search(self.text, start, end)
        while stop is not None and _GOES_ON.match(self.text, stop.start(), end):
            stop = _STOP.search(self.text, stop.end(), end)
        return self.text[start : stop.start() + 1 if stop else end]

    # Focus --------------------------------------------------------------------------------------------------------------

    def _in_focus(self, head: str, at: int) -> Person | None:
        """Whoever the sentence before is about; in one paragraph also the only person it names."""
        anybody = head in ANYBODY or _AGED_IN_WORDS.fullmatch(head) is not None
        again = _CALLED_SO.match(self.text, at) is not None

        def fits(person: Person) -> bool:
            # "Comrade Orr", "his daughter Vera"
            known_by = _CHILDREN if head in ("girl", "boy", "child") else _CIVIL
            named = " " in person.full or bool(person.called & known_by)
            return person.is_person and named and self.agrees(head, person) and not self._is_somewhere(person)

        tagged = _TAG.search(self.text, max(0, at - 30), at) is not None
        found = self.subject(at, max(0, at - 500), fits)
        if found is None:
            return self._only_one(head, at) if again or tagged else None
        person = found[1]
        if not anybody and not again and not self._can_be(head, person):
            return None
        between = _QUOTED.sub("", self.text[found[0] : at])
        if len(_BREAK.findall(between)) <= 1 or ((anybody or tagged or is_office(head)) and self._alone(person, at)):
            return person
        return self._only_one(head, at) if again else None

    def _is_somewhere(self, person: Person) -> bool:
        """ "A pensioner from Lamp Lane": a street looks like a name."""
        starts = [self.people.starts[n] for n in self.people.mentions.get(id(person), ())]
        return person.gender is None and all(_WHERE.search(self.text, max(0, at - 20), at) for at in starts)

    def _can_be(self, head: str, person: Person) -> bool:
        """False where the text has called somebody by another noun of their own."""
        if head in ("judge", "magistrate", "prosecutor") and self.kinds.of_person(person) not in ("official", "police"):
            # They speak beside everybody else.
            return False
        if head == "officer" and person.called & _RANKS:
            return True
        if is_office(head):
            return not person.called - _CIVIL
        return not person.told or self.kinds.of_person(person) in ("citizen", "victim", "other", word_kind(head))

    def _alone(self, person: Person, at: int) -> bool:
        """True where this paragraph, or the one before where it names nobody, names no other person."""
        line = self.text.rfind("\n", 0, at) + 1
        above = self.text.rfind("\n", 0, max(0, line - 2)) + 1
        for low in (line, above):
            here = [p for n in self.people.within(max(low, at - 1500), at) if (p := self.people.of[n]).is_person]
            # A nickname and a title by itself are nobody else.
            if persons := [p for p in here if p is person or (" " in p.full and not is_place(self.people, p))]:
                return all(p is person for p in persons)
        return False

    def _only_one(self, head: str, at: int) -> Person | None:
        """ "The retired lacemaker", where the last paragraphs name one person without an office and nobody else."""
        near = {
            id(p): p
            for n in self.people.within(max(0, at - 900), at)
            # What stands in marks of its own is a title or a nickname.
            if (p := self.people.of[n]).is_person
            and " " in p.full
            and not self.text.endswith(_OPENING, 0, self.people.names[n].start)
        }
        if len(near) != 1 or not head.endswith(TRADES) or word_kind(head) not in (None, "citizen", "victim"):
            return None
        person = next(iter(near.values()))
        fits = self.agrees(head, person) and self.kinds.of_person(person) in (None, "citizen", "victim")
        return person if fits else None

    def _newcomer(self, head: str, at: int) -> bool:
        """True where the text speaks of "a teacher" who is nobody named; "a teacher. Ann Orr" is she."""
        low = max(0, at - _FARTHEST)
        low = max(low, at - 600) if head in ANYBODY else low
        found = re.finditer(rf"\b(?:an?|another|one) (?:[\w-]+ ){{0,3}}{re.escape(head)}\b", self.text[low:at], re.I)
        ends = (low + m.end() for m in found)
        return any(not any(self.people.of[n].is_person for n in self.people.within(end, end + 4)) for end in ends)

    def agrees(self, head: str, person: Person) -> bool:
        """False for "the seamstress" where the text calls somebody "he"."""
        if head in _SHE or head.endswith(("woman", "ress")):
            return person.gender in (None, "she")
        return not (head in _HE or head.endswith("man")) or person.gender in (None, "he")


def is_office(head: str) -> bool:
    """True for a noun that one person at a time has for an office: "minister", "director", "notary-general"."""
    return word_kind(head) in ("official", "police") or is_relational(head) or _is_double(head)


def _is_double(head: str) -> bool:
    """ "Notary-general", "minister-president"."""
    return "-" in head and is_title(head)
