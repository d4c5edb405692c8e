"""Who a mention stands for inside one document, and what kind of source that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from framing.annotate.people.apposed import are_outsiders, bears, belongs, is_apposed
from framing.annotate.people.issuers import Issuer, Issuers
from framing.annotate.people.kinds import Kinds
from framing.annotate.people.later import is_plural, named_later
from framing.annotate.people.mentions import MentionKinds
from framing.annotate.people.parts_of_bodies import is_part, speaks_for_body, without_itself
from framing.annotate.people.people import HEAD_STOP, People, Person, head_of
from framing.annotate.people.places import is_place
from framing.annotate.people.pseudonyms import pseudonym
from framing.annotate.people.references import BODY, PRONOUNS, References, Speaker
from framing.annotate.people.roles import DOCK, addressed, in_the_dock, relative_of
from framing.annotate.people.sources import counts_people, source_type
from framing.annotate.people.told_bodies import is_told_body
from framing.annotate.people.whole_names import with_whole_name
from framing.annotate.quotations import Span

__all__ = ["Cast", "Speaker"]

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_WORD = re.compile(r"[\w’'-]+")
_DEFINITE = ("the ", "this ", "that ", "his ", "her ", "its ", "their ")
# "one of them", "another": whoever spoke for the group goes on.
_OF_GROUP = re.compile(
    r"(?:the )?(?:one|another|other|two|both|some|others|a third|a second)(?: of (?:them|the (?:two|three|men|women)))?", re.I
)
# "The doctor who set the bone, Ann Orr,"
_NAMED_BEHIND = re.compile(
    r"\s+(?:(?:who|which|that)\s[^,.;:“\"\n]{3,60},|called|named|nicknamed|surnamed|known as|identified as|by the name of)\s+"
    r"|,? who (?:would )?(?:gave|give) (?:only )?(?:his|her|their) (?:[a-z]+ )?(?:sur)?name,?(?: only)?,? (?:as )?"
)
# "A porter, who asked us to withhold his name and will be called Moss here"
_GIVEN_BEHIND = re.compile(r",? (?:who|whom|referred|given|known|identified)\b")
# ", the pharmacist Ann Orr,"
_APPOSED = re.compile(r", (?:a certain |(?:Mr|Mrs|Ms|Miss|Dr)\.? |(?:the|an?) (?:[a-z-]+ ){1,3})?")
_SCHOLARS = re.compile(
    r"(?:[Ss]ome |[Tt]wo |[Tt]hree |[Tt]he )?(?:scholars|researchers|scientists|professors|economists) (?:of|at) ", re.I
)
# "the club's treasurer, Ann Orr,"
_ENDS = (",", ".", ";", ":")
_NOBODY = frozenset(("somebody", "someone", "nobody", "everybody", "everyone", "anybody"))


class Cast:
    """The people and bodies of one document, and who its mentions stand for."""

    def __init__(self, text: str, coref: Callable[[str], Iterable[tuple[int, int, str]]] | None = None) -> None:
        self.text = text
        self.people = People(text)
        addressed(self.people)
        self.said: list[tuple[int, Person | None, Speaker]] = []
        self.kinds = Kinds(self.people, self._last)
        self.mention_kinds = MentionKinds(self.kinds)
        self.references = References(self.people, self.kinds, self.said)
        self.references.named = lambda mention: self._named(mention, text[slice(*mention)])[0]
        self.issuers = Issuers(self.people, self.kinds.called, self.references.pronoun, self._before)
        # Whoever issued the document that spoke last, where the last speaker was one.
        self.issued_by: Person | None = None
        self.user = sorted((int(a), int(b), str(c)) for a, b, c in coref(text)) if coref else []

    def _last(self) -> Person | None:
        return next((p for _, p, _ in reversed(self.said) if p is not None), None)

    def _before(self, at: int) -> Person | None:
        """Whoever spoke last within a few sentences, where that is known."""
        last = next(((s, p) for s, p, _ in reversed(self.said)), None)
        return last[1] if last is not None and at - last[0] < 1000 else None

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
        if self.text.startswith("> ", mention[0]):
            # The mark of a block is no part of who speaks in it.
            mention = (mention[0] + 2, mention[1])
        self.issued_by = None
        mention = with_whole_name(self.people, mention)
        text = self.text[slice(*mention)]
        words = _WORD.findall(text)
        bare = re.sub(r"[’']s?$", "", words[0].lower()) if len(words) == 1 else ""
        if bare in PRONOUNS:
            person, name, kind, sure = self._pronoun(PRONOUNS[bare], mention)
        elif (given := pseudonym(self.text, mention)) is not None:
            person, name, kind, sure = self._under(given, mention)
        elif _OF_GROUP.fullmatch(text) and (one := self._named_behind_comma(mention)) is not None:
            person, name, kind, sure = one, one.full, self._kind(mention, one, is_relative=False), 0.9
        elif _OF_GROUP.fullmatch(text) and (group := self.references.unnamed("they", mention[0])):
            person, name, kind, sure = None, None, group.source_type, 0.7
        else:
            mention = mention if bare in _RELATIVE else self._with_name(mention)
            whom = without_itself(self.text, mention)
            person, name, kind, sure = self._mentioned(
                whom, self.text[slice(*whom)], is_relative=bare in _RELATIVE or not words
            )
        if name is None and (given := self._from_user(mention)):
            name, sure = given, 0.9
        speaker = Speaker(mention, name, kind, sure)
        self.said.append((mention[0], person, speaker))
        self.references.spoke.add(id(person))
        return speaker

    def _under(self, given: str, mention: Span) -> tuple[Person | None, str, str | None, float]:
        """A speaker known by a handle or a pen name."""
        person = next((p for p in self.people.called(given.split()[0].lower()) if p.full == given), None)
        kind = self._kind(mention, person, is_relative=False)
        # Who writes under a handle is somebody.
        nameless = person is None or self.kinds.of_person(person) is None
        return person, given, "citizen" if kind == "other" and nameless else kind, 0.9

    def _named_behind_comma(self, mention: Span) -> Person | None:
        """ "one of them, Ann Orr"."""
        near = self.people.within(mention[1], mention[1] + 3)
        return next((self.people.of[n] for n in near if self.text[mention[1] : self.people.names[n].start] == ", "), None)

    def _from_user(self, mention: Span) -> str | None:
        return next((c for a, b, c in self.user if a < mention[1] and b > mention[0]), None)

    def _pronoun(self, pronoun: str, mention: Span) -> tuple[Person | None, str | None, str | None, float]:
        if pronoun == "it" and (paper := self.issuers.just_before(mention[0])) is not None:
            self.issued_by = paper.person
            return None, paper.person.full if paper.person else None, self._of_issuer(paper), 0.7
        if pronoun == "it" and (body := self.references.body_before(mention[0])) is not None:
            person = self._named(body, self.text[slice(*body)])[0]
            return person, person.full if person else None, self._kind(body, person, is_relative=False), 0.7
        person, sure = self.references.pronoun(pronoun, mention[0])
        if person is not None:
            kind = self.kinds.of_person(person)
            last = next((s for _, p, s in reversed(self.said) if p is person and s.source_type), None)
            return person, person.full, kind or (last.source_type if last else "other"), sure
        if self.mention_kinds.is_hidden(pronoun, mention[0]):
            return None, None, "anonymous", sure
        if (phrase := self.references.phrase) is not None:
            return None, None, self._kind(phrase, None, is_relative=False), sure
        if unnamed := self.references.unnamed(pronoun, mention[0]):
            return None, None, unnamed.source_type, 0.7
        # Somebody the text names and the rules did not find.
        return None, None, self.mention_kinds.of_stranger(pronoun), sure

    def _mentioned(self, mention: Span, text: str, *, is_relative: bool) -> tuple[Person | None, str | None, str | None, float]:
        """A name, a document, a noun phrase or a relative pronoun."""
        if is_relative:
            person, sure = self.references.antecedent(mention[0])
        else:
            issuer = self.issuers.of(mention)
            if issuer is not None:
                # "He" does not go back to whoever issued a document.
                self.issued_by = issuer.person
                return None, issuer.person.full if issuer.person else None, self._of_issuer(issuer), 0.85
            person, sure = self._named(mention, text)
        return person, person.full if person else None, self._kind(mention, person, is_relative=is_relative), sure

    def _of_issuer(self, issuer: Issuer) -> str:
        return issuer.kind or (self.kinds.of_person(issuer.person) if issuer.person else None) or "other"

    # Names --------------------------------------------------------------------------------------------------------------

    def _named(self, mention: Span, text: str) -> tuple[Person | None, float]:
        """The name inside a mention, or what "the ministry" and "the spokesman" go back to."""
        people, inside = self.people, self.people.within(*mention)
        if (cover := self._cover_name(mention)) is not None:
            return cover, 0.95
        head = head_of(text)
        core = text[: m.start()] if (m := HEAD_STOP.search(text)) and m.start() > 0 else text
        core_end = mention[0] + len(core)
        counted = counts_people(text)
        first = [] if counted else [n for n in inside if people.names[n].start < core_end]
        ending = [n for n in first if people.names[n].end >= core_end - 3]
        last = people.names[inside[-1]] if inside else None
        if last is not None and last.person and last.end == mention[1] and bears(self.text, head, core_end, last):
            return people.of[inside[-1]], 0.95
        if not counted and (head[:1].isupper() or ending or (not head[:1].isalpha() and first)):
            if ending or first:
                return people.of[(ending or first)[-1]], 1.0
            if last is not None and last.person and last.end >= mention[1] - 2 and not belongs(self.text, core_end, last):
                return people.of[inside[-1]], 1.0
        apposed = [n for n in inside if people.names[n].start >= core_end and is_apposed(self.text, mention, people.names[n])]
        if head[:1].islower() and (outlet := self._outlet_behind(mention)) is not None:
            return outlet, 0.9
        if apposed and (head[:1].islower() or counted):
            whole = self.text[mention[0] : people.names[apposed[0]].start].rstrip(" ,")
            people.of[apposed[0]].told.append((whole, 3.0, mention[0]))
            return people.of[apposed[0]], 0.95
        if (body := self._staff(mention, core, core_end)) is not None:
            return body, 0.8
        if counted:
            return None, 0.8
        low = head.lower()
        if low in BODY and first:
            return self._body(" ".join(core.split()), low), 0.9
        if (by_role := self._by_role(low, mention, text)) is not None:
            return by_role, 0.7
        if text.lower().startswith(_DEFINITE) or (not first and text == head and head.istitle()):
            # "His aunt" is not himself.
            focus = text.lower().startswith(("the ", "this ")) and low not in DOCK
            person, sure = self.references.definite(low, mention, focus=focus)
            if person is not None:
                return person, sure
        if not is_plural(head) and low not in BODY | DOCK | _NOBODY and (person := named_later(people, mention)) is not None:
            return person, 0.7
        return None, 0.8

    def _by_role(self, head: str, mention: Span, text: str) -> Person | None:
        """ "His sister" who bears his name, "the defendant" whom the text has seen charged."""
        words = text.lower().split()
        if words[:1] == ["the"] and len(words) == 2:
            return in_the_dock(self.people, head, mention[0], self.kinds.of_person)
        if words[0] not in ("his", "her") or len(words) > 3:
            return None
        whose, _ = self.references.pronoun(PRONOUNS[words[0]], mention[0])
        return relative_of(self.people, head, mention[0], whose) if whose is not None else None

    def _staff(self, mention: Span, core: str, core_end: int) -> Person | None:
        """ "Officers of the Harbour Police" speak for it; "an officer" and "two officers" do not."""
        of_it = not are_outsiders(core) and speaks_for_body(core.strip())
        if not of_it or not re.match(r"\s*(?:of|from|for)\s", self.text[core_end : mention[1]]):
            return None
        bodies = [n for n in self.people.within(core_end, mention[1]) if self._is_body(self.people.of[n])]
        named = [
            n for n in bodies if re.fullmatch(r"\s*(?:of|from|for) (?:the )?", self.text[core_end : self.people.names[n].start])
        ]
        if not named:
            return None
        body = self.people.of[named[0]]
        if is_part(core.strip()):
            # "The mission" is the body's from here on.
            body.called.add(head_of(core).lower())
        return body

    def _is_body(self, person: Person) -> bool:
        """ "PierKeepers" of which the text tells what it does, too."""
        # What somebody is told to do can show a body where the name did not.
        named_so = not person.is_person
        return is_told_body(person, self.kinds.of_person) and not (named_so and is_place(self.people, person))

    def _outlet_behind(self, mention: Span) -> Person | None:
        """ "A broadsheet of exiles, the Copper Lantern": what is introduced by its kind and then named."""
        text = self.text[slice(*mention)]
        if not text.startswith(("A ", "An ", "a ", "an ")) or source_type(text.partition(",")[0]) not in (
            "media",
            "organisation",
        ):
            return None
        for n in self.people.within(*mention):
            name = self.people.names[n]
            if not name.person and self.text.endswith(", the ", mention[0], name.start) and name.end >= mention[1] - 1:
                self.people.of[n].told.append((text.partition(",")[0], 7.0, mention[0]))
                return self.people.of[n]
        return None

    def _cover_name(self, mention: Span) -> Person | None:
        """ "a porter whom we shall call Moss"."""
        reach = 120 if _GIVEN_BEHIND.match(self.text, mention[1]) else 45
        for n in self.people.within(mention[0], mention[1] + reach):
            if self.people.of[n].hidden and not re.search(r"[.;:!?\n]", self.text[mention[1] : self.people.names[n].start]):
                return self.people.of[n]
        return None

    def _with_name(self, mention: Span) -> Span:
        """ "The doctor who set the bone, Ann Orr,", "the lawyer Ann Orr": the name stands behind and belongs to it."""
        text = self.text[slice(*mention)]
        if not head_of(text).islower() or counts_people(text) or self.people.within(*mention):
            return mention
        for n in self.people.within(mention[1], mention[1] + 75):
            name, between = self.people.names[n], self.text[mention[1] : self.people.names[n].start]
            behind_comma = _APPOSED.fullmatch(between) and name.person and self.text[name.end : name.end + 1] in _ENDS
            if (name.person and not name.titles and between == " ") or behind_comma or _NAMED_BEHIND.fullmatch(between):
                return mention[0], name.end
        return mention

    def _body(self, phrase: str, head: str) -> Person:
        """A body named by what stands before it: "the Orr campaign"."""
        full = re.sub(r"^(?:the|a|an|this|that)\s+", "", phrase, flags=re.I)
        for person in self.people.people:
            if person.full == full:
                return person
        return self.people.add(Person(head, full, False, [(phrase, 1.0, 0)]))

    # Kinds --------------------------------------------------------------------------------------------------------------

    def _kind(self, mention: Span, person: Person | None, *, is_relative: bool) -> str:
        before = self.said[-1][2].source_type if self.said else None
        if person is not None and not person.is_person and _SCHOLARS.match(self.text, *mention):
            return "expert"
        return self.mention_kinds.of(mention, person, is_relative=is_relative, before=before)
