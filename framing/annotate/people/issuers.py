"""Documents that speak: a notice, a report, a petition says what whoever issued it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.issuer_kinds import BY, issuer_kind
from framing.annotate.people.paper_phrases import (
    document_of,
    is_article,
    is_bulletin,
    is_further,
    is_one_of_them,
    is_person_leading,
    up_to_verb,
    whole_of,
)
from framing.annotate.people.people import HEAD_STOP, People, Person, head_of
from framing.annotate.people.put_out import behind, makes, put_out_by, which_makers
from framing.annotate.people.replies import asked_before, is_reply
from framing.annotate.people.sentence_before import sentence_before, subject_noun
from framing.annotate.people.sources import word_kind
from framing.annotate.quotations import Span
from framing.annotate.wordlists import word_list

_LISTS = word_list("quotes_documents_en.txt")
DOCUMENTS = _LISTS["documents"] | _LISTS["research"] | _LISTS["state"]
THINGS = _LISTS["things"]
_IN = re.compile(r"\bin\s+(?=(?:the\s+)?[A-Z])")
_THE_BODY = re.compile(r"(?:the|its)\s+([a-z]{4,})\b(?:\s+([a-z]{4,})\b)?")
# "A notice to its shareholders"
_TO_ITS = re.compile(r"\b(?:to|on|in|for|with) (its|their)\s")
# "The decision" of the office that was named last, the verdict of the chamber.
_OF_OFFICES = frozenset(("decision", "decree", "order", "ruling", "resolution", "directive", "ordinance"))
_COURTS = ("court", "chamber", "tribunal", "bench")
_TITLED = re.compile(r"(?:the |an? |its |their )?(?:[\w’'-]+\.?,? ){0,4}")
_PREPOSITION = re.compile(r"\b(?:of|from|by|in|on|about|for|to|at|with|and)\b")
# "A notice which the federation has put up", "the list that the Bureau sends out"
_SENT_OUT = (
    r"(?:which|that)\s+(?:the|its)\s+(?:[a-z]+\s+)?((?!ha[sd]\b|have\b)[a-z]+)\s+(?:has |had |have )?(?:put up|issued|"
    r"published|hung|signed|posted|sent|released|printed|wrote|written|pinned|nailed|hands out|sends? out|gives? out)\b"
)
_PUT_UP = re.compile(rf"\b{_SENT_OUT}")
_WHICH_NAMED = re.compile(r",? (?:(?:in|with|by) which|which|that) (?:the )?(?=[A-Z])")
_SENDS = re.compile(r" (?:(?:has|had|have) (?:\w+ )?)?(?!is\b|was\b|says?\b|said\b)[a-z]+\b")
_OF_COURTS = frozenset(("verdict", "judgment", "judgement", "ruling", "rulings", "sentence"))
# "A ministry statement"
_OFFICES = r"ministry|council|court|commission|bureau|board|agency|company|university|directorate|authority|department|office"
_DEFINITE = re.compile(r"(?:the|this|that|these|those)\s+(?:(?:same|written|full)\s+)?[\w-]+$", re.I)
_BARE = re.compile(r"(?:An?|The) (?:[a-z-]+ ){1,2}?(?:(?:to|for|on|at|beside|near|above|over) |$|,|of \d)")
_INTRODUCED = re.compile(
    r"\b(?:an?|the|this|another) (?:[a-z-]+ ){0,2}?([a-z-]+)\b"
    r"(?=[.,;:]|\s(?:of|by|from|on|that|which|the|he|she|found|left)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """
    Who speaks through a document.

    Attributes
    ----------
    head : str
        The noun: "report".
    person : Person or None
        Whoever issued it, where named.
    kind : str or None
        What the words tell where nobody is named.
    """

    head: str
    person: Person | None
    kind: str | None


class Issuers:
    """
    The documents of one text, in the order in which they speak.

    Parameters
    ----------
    people : People
    called : callable
        Noun and offset to the last body that is called so.
    pronoun : callable
        "he", "she", "they" or "it" and offset to whoever is meant.
    last : callable
        Offset to whoever spoke last before it.
    """

    def __init__(
        self,
        people: People,
        called: Callable[[str, int], Person | None],
        pronoun: Callable[[str, int], tuple[Person | None, float]],
        last: Callable[[int], Person | None],
    ) -> None:
        self.people, self.called, self.pronoun, self.last = people, called, pronoun, last
        self.found: list[Issuer] = []

    def of(self, mention: Span) -> Issuer | None:
        """Who speaks through this mention; None where it names no document."""
        phrase = self.people.text[slice(*mention)]
        if (whole := whole_of(phrase)) is not None and document_of(phrase[whole:]) in DOCUMENTS:
            # "The annex to the decision", "each of the four reports by the Fen Bank"
            return self.of((mention[0] + whole, mention[1]))
        head = document_of(phrase)
        if is_article(phrase):
            return Issuer("law", None, "official")
        if is_bulletin(phrase):
            return Issuer("bulletin", None, "media")
        if is_one_of_them(phrase) and (person := self._maker(mention) or self._put_up(mention)) is not None:
            return Issuer("document", person, None)
        if head not in DOCUMENTS or self._is_name(mention, phrase) or is_person_leading(head, phrase):
            return self._thing_of(mention, head)
        if is_further(phrase) and (known := self._known(head)) and self._maker(mention) is None:
            return known
        if _DEFINITE.fullmatch(phrase) and ((known := self._known(head)) or head == "paper"):
            # Without a study before it, "the paper" is a newspaper.
            return known
        person = self._owner(mention, phrase) or self._maker(mention) or self._put_up(mention) or self._to_its(mention, phrase)
        if person is None and _DEFINITE.fullmatch(phrase.split(",")[0]):
            person = self._introduced(head, mention[0]) or self._understood(head, mention[0])
        if person is None and _BARE.match(phrase):
            person = self._spoken_of(mention[0])
        made = behind(self.people.text, mention[1])
        more = up_to_verb(self.people.text[made.end() : made.end() + 60]) if made else ""
        issuer = Issuer(head, person, issuer_kind(head, phrase + (" by " + more if more else ""), person))
        self.found.append(issuer)
        return issuer

    def _to_its(self, mention: Span, phrase: str) -> Person | None:
        """ "A notice to its shareholders" is from whoever has them."""
        its = _TO_ITS.search(phrase)
        return self.pronoun("it" if its.group(1) == "its" else "they", mention[0])[0] if its else None

    def _spoken_of(self, at: int) -> Person | None:
        """The body that the sentences before are about, where a document opens its sentence: "A circular asks customers"."""
        text = self.people.text
        line = text.rfind("\n", 0, at) + 1
        if not text[line:at].rstrip().endswith((".", "!", "?", "”", '"', "’")):
            return None
        person = self.pronoun("it", at)[0]
        if person is None:
            return None
        near = self.people.within(max(line, at - 400), at)
        return person if any(self.people.of[n] is person for n in near) else None

    def _is_name(self, mention: Span, phrase: str) -> bool:
        """ "Orr Data": a firm whose name ends like a document."""
        phrase = phrase.partition(", ")[0]
        if not phrase[:1].isupper() or not head_of(phrase)[:1].isupper() or phrase.startswith(("The ", "A ", "An ")):
            return False
        first = next((self.people.names[n] for n in self.people.within(*mention)), None)
        if first is None or first.start != mention[0] or len(first.words) < 2:
            return False
        return first.end >= mention[0] + len(phrase) - 2

    def just_before(self, at: int) -> Issuer | None:
        """The document that "it" goes back to: what the sentence before is about, or one in it and no body beside it."""
        text = self.people.text
        found = sentence_before(text, at)
        if found is None:
            return None
        (low, high), here = found
        if any(not self.people.names[n].person for n in self.people.within(here, at)):
            return None
        if (subject := subject_noun(text, (low, high), _is_paper)) is not None:
            return self._about(subject, high, at)
        papers = [m for m in _INTRODUCED.finditer(text, low, high) if m.group(1).lower() in DOCUMENTS]
        if not papers or any(not self.people.names[n].person for n in self.people.within(low, high)):
            return None
        return self.of((papers[-1].start(), papers[-1].end()))

    def _about(self, subject: Span, end: int, at: int) -> Issuer | None:
        """The document or thing that opens a sentence, with the words behind it that tell whose it is."""
        text = self.people.text
        more = re.compile(r" (?:of|from|by) (?:the )?(?:[A-Z][\w’-]*(?: (?:of|for|and|the))* ?)+").match(text, subject[1], end)
        whole = (subject[0], more.end() if more else subject[1])
        issuer = self.of(whole) or Issuer(head_of(text[slice(*subject)]).lower(), None, None)
        if issuer.person is None and (person := self._maker((at, at + 2))) is not None:
            # "The sheet is long. It warns of rain. It was drawn up by the Fen Bank."
            issuer = Issuer(issuer.head, person, None)
        return issuer

    def _known(self, head: str) -> Issuer | None:
        """The document that was spoken of before: "the report"."""
        same = [i for i in self.found if i.head == head or head in ("document", "text")]
        return same[-1] if same else None

    def _introduced(self, head: str, at: int) -> Person | None:
        """Whoever issued it where it was first spoken of, without being quoted: "a report by the Port Authority"."""
        text, low = self.people.text, max(0, at - 8000)
        noun = re.escape(head)
        again = re.compile(rf"\b{noun}\b(?=\s+(?:\w+\s+)?(?:of\s(?:the )?[A-Z]|(?:by|from)\s))")
        makers = (self._maker((m.start(), min(at, m.end() + 60))) for m in reversed(list(again.finditer(text, low, at))))
        return next((person for person in makers if person is not None), None)

    def _understood(self, head: str, at: int) -> Person | None:
        """Whose it is where nobody says so: a verdict is the court's, a statement whoever's just spoke, a report the body's."""
        if head in _OF_COURTS and (court := next((c for word in _COURTS if (c := self.called(word, at))), None)) is not None:
            return court
        if head in _OF_OFFICES:
            before = (self.people.of[n] for n in reversed(self.people.within(max(0, at - 1500), at)))
            return next((body for body in before if not body.is_person and body_kind(body.full) == "official"), None)
        last = self.last(at)
        return last if last is not None and head in _LISTS["by-the-way"] else None

    def _thing_of(self, mention: Span, head: str) -> Issuer | None:
        """ "A van of the Ward Police Bureau": a thing speaks for the body that has it, a reply for the one that was asked."""
        if is_reply(self.people.text[slice(*mention)]) and (one := self._maker(mention) or self._asked(mention)) is not None:
            return Issuer(head, one, None)
        if not head.isalpha() or head.endswith("s") or word_kind(head) or head not in _LISTS["things"]:
            return None
        person = self._maker(mention)
        return Issuer(head, person, None) if person is not None and not person.is_person else None

    def _asked(self, mention: Span) -> Person | None:
        """Whoever was asked last, where that is a body; "its reply" is told otherwise."""
        for at, noun in asked_before(self.people.text, mention[0]):
            if noun is not None:
                person = self.called(noun, at)
            else:
                person = next((self.people.of[n] for n in self.people.within(at, at + 1)), None)
            if person is not None and not person.is_person:
                return person
        return None

    def _owner(self, mention: Span, phrase: str) -> Person | None:
        """Whose it is: "the company's report", "Northfall Hydro's last request", "a Merrow Times report", "their letter"."""
        if theirs := re.match(r"(his|her|their|its)\s", phrase, re.I):
            return self.pronoun({"his": "he", "her": "she", "their": "they", "its": "it"}[theirs.group(1).lower()], mention[0])[
                0
            ]
        cut = HEAD_STOP.search(phrase)
        core_end = mention[0] + (cut.start() if cut and cut.start() > 0 else len(phrase))
        for n in self.people.within(mention[0], core_end):
            if not self.people.of[n].is_person or self.people.possessive(n):
                return self.people.of[n]
        return self._called_in(phrase[: core_end - mention[0]], mention[0])

    def _put_up(self, mention: Span) -> Person | None:
        """ "The board which the federation has put up", where it has a name; "the slip which the Orr Bank gives"."""
        text = self.people.text
        if (which := _WHICH_NAMED.match(text, mention[1], mention[1] + 20)) or (which := _WHICH_NAMED.search(text, *mention)):
            n = next(iter(self.people.within(which.end(), which.end() + 40)), None)
            if n is not None and _TITLED.fullmatch(text, which.end(), self.people.starts[n]):
                name = self.people.names[n]
                if _SENDS.match(text, name.end) and (not name.person or "which" in which.group().split()):
                    return self.people.of[n]
        for at in which_makers(text, mention):
            n = next(iter(self.people.within(at, at + 60)), None)
            if n is not None and _TITLED.fullmatch(text, at, self.people.starts[n]) and makes(text, self.people.names[n].end):
                return self.people.of[n]
        found = _PUT_UP.search(text, mention[0], mention[1] + 80)
        return self.called(found.group(1).lower(), mention[0]) if found else None

    def _called_in(self, words: str, at: int) -> Person | None:
        """ "the office's contract", where the office has a name."""
        owner = re.search(r"\b(?:the|this|that)\s+(?:\w+\s+)?([a-z]+)[’']s?\s", words, re.I)
        owner = owner or re.match(rf"(?:an? |the )?({_OFFICES}) [a-z]+$", words, re.I)
        return self.called(owner.group(1).lower(), at) if owner else None

    def _maker(self, mention: Span) -> Person | None:
        """Whoever stands behind "by", "from" or "of"."""
        text = self.people.text
        places = [(m.end(), m.group(1)) for m in BY.finditer(text, *mention)]
        if head_of(text[slice(*mention)]).lower() in _LISTS["papers"]:
            # "An editorial in the Merrow Tide"
            places += [(m.end(), "of") for m in _IN.finditer(text, *mention)]
        places += [(at, "by") for at in put_out_by(text, mention)]
        for at, word in places:
            stop = re.compile(r"[.;!?“\"\n]").search(text, at, at + 90)
            for n in self.people.within(at, stop.start() if stop else at + 90):
                between = text[at : self.people.names[n].start]
                person = self.people.of[n]
                if _TITLED.fullmatch(between) and not _PREPOSITION.search(between) and not (word == "of" and person.is_person):
                    return person
                break
            owner = self._called_in(text[at : at + 40], at) if word == "of" else None
            if owner is None and (noun := _THE_BODY.match(text, at)):
                # "The federal council", "the council asks"
                owner = next((p for word in noun.groups() if word and (p := self.called(word, at))), None)
            if owner is not None:
                return owner
        return None


def _is_paper(word: str) -> bool:
    """A noun for a document or a thing that speaks; a cable is seldom a telegram."""
    return word in DOCUMENTS | THINGS and word not in ("cable", "cables")
