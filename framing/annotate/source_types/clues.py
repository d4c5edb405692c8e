"""What one document says of whoever speaks in a quotation, as a set of clues that can be weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.people import HEAD_STOP, People, Person
from framing.annotate.people.sources import word_kind
from framing.annotate.quotations import Quote, Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BODY = re.compile(r"(?:[A-Z][\w’'-]+ )+(?:(?:of|for|and|the) )*[A-Z][\w’'-]+")
# Mentions that are read, and words before and behind each.
_MENTIONS, _BEFORE, _BEHIND = 10, 6, 12
_TOLD = 14
_FAR = 90


def clues(text: str, quote: Quote, person: Person | None, people: People) -> set[str]:
    """
    Everything that can tell the kind of source of one quotation.

    Parameters
    ----------
    text : str
        The whole document.
    quote : Quote
        With the kind the rules give in `source_type`.
    person : Person or None
        Whom its speaker stands for.
    people : People

    Returns
    -------
    set of str
        Each "SLOT=VALUE": words of the speaker's phrase ("say"), of what is told of the person ("told"), of the name of a
        body ("name"), words near any mention ("near"), and the same as kinds of the word lists ("say:", "told:", "near:").
    """
    phrase = quote.speaker_text or ""
    words = _words(phrase)
    cut = HEAD_STOP.search(phrase)
    core = _words(phrase[: cut.start()] if cut and cut.start() > 0 else phrase)
    head = core[-1] if core else ""
    found = {f"rule={quote.source_type}", f"head={head}", f"end={head[-4:]}", f"cue={quote.cue_lemma}",
             f"class={quote.cue_class}", f"form={quote.kind}"}  # fmt: skip
    if kind := word_kind(head):
        found.add(f"head:{kind}")
    found |= _slot("say", words)
    found |= {f"body:{kind}" for kind in _bodies(phrase)}
    found |= _shape(phrase, core)
    near = [] if quote.speaker is None else [quote.speaker]
    if person is None:
        found.add("nobody")
    else:
        found |= _of_person(person)
        names = (people.names[n] for n in people.mentions.get(id(person), [])[:_MENTIONS])
        near += [(name.start, name.end) for name in names]
    found |= _slot("near", _around(text, near))
    return found


def _words(text: str) -> list[str]:
    return [w.lower().replace("’", "'") for w in _WORD.findall(text)]


def _slot(name: str, words: Iterable[str]) -> set[str]:
    """The words of a slot and the kinds that the word lists give them."""
    found: set[str] = set()
    for word in words:
        found.add(f"{name}={word}")
        if kind := word_kind(word):
            found.add(f"{name}:{kind}")
    return found


def _shape(phrase: str, core: list[str]) -> set[str]:
    """How the phrase is written."""
    found = {f"long={min(len(core), 4)}"}
    if phrase[:1].isupper() and len(core) > 1:
        found.add("capital")
    if "_" in phrase or any(c.isdigit() for c in phrase):
        found.add("handle" if "_" in phrase else "digits")
    return found


def _bodies(text: str) -> Iterator[str]:
    for name in _BODY.findall(text):
        if kind := body_kind(name):
            yield kind


def _of_person(person: Person) -> set[str]:
    """Descriptions, the words of a body's name, and what is known of the person."""
    found = {"person" if person.is_person else "body", f"named={min(person.named, 4)}", f"gender={person.gender}"}
    if person.hidden:
        found.add("hidden")
    for phrase, _, _ in person.told:
        found |= _slot("told", _words(phrase)[:_TOLD])
        found |= {f"told-body:{kind}" for kind in _bodies(phrase)}
    if not person.told:
        found.add("untold")
    if not person.is_person:
        found |= _slot("name", _words(person.full))
        if kind := body_kind(person.full):
            found.add(f"called:{kind}")
    return found | _voted(person)


def _voted(person: Person) -> set[str]:
    """What the rules make of the descriptions: every kind that is told, the one told most, and whether it is told plainly."""
    weights: dict[str, float] = {}
    for kind, weight in person.votes:
        weights[kind] = weights.get(kind, 0.0) + weight
    if not weights:
        return {"unvoted"}
    best = max(weights, key=lambda kind: (weights[kind], kind))
    return {f"vote:{kind}" for kind in weights} | {f"best:{best}"} | ({f"plain:{best}"} if weights[best] >= 3 else set())


def _around(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """The words beside each mention, inside its paragraph."""
    for start, end in spans:
        yield from _words(text[max(text.rfind("\n", 0, start) + 1, start - _FAR) : start])[-_BEFORE:]
        yield from _words(text[end : end + _FAR].partition("\n")[0])[:_BEHIND]
