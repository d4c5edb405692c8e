"""What one document says of whoever speaks in a quotation, as a set of clues that can be weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from framing.annotate.meanings import compound, meanings
from framing.annotate.people.bodies import body_kind
from framing.annotate.people.people import HEAD_STOP, People, Person
from framing.annotate.people.sources import source_type, word_kind
from framing.annotate.quotations import Quote, Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PRONOUN = re.compile(r"\b(?:I|we|my|our|us|me|he|she|they|you|his|her)\b", re.I)
_COMMON = frozenset(
    ("the", "a", "an", "of", "to", "in", "and", "that", "is", "was", "it", "for", "on", "with", "as", "at", "by", "be", "are",
     "were", "has", "had", "have", "from", "this", "which", "or")
)  # fmt: skip
_WHOSE = frozenset(("i", "we", "my", "our", "me", "us", "they", "he", "she", "his", "her", "their", "you", "no", "not"))
_BODY = re.compile(r"(?:[A-Z][\w’'-]+ )+(?:(?:of|for|and|the) )*[A-Z][\w’'-]+")
# Mentions that are read, and words before and behind each.
_MENTIONS, _BEFORE, _BEHIND = 10, 6, 12
_TOLD = 14
_FAR, _PAGE = 90, 1500


def clues(text: str, quote: Quote) -> set[str]:
    """
    What the sentence and the paragraph of one quotation tell of its speaker.

    Parameters
    ----------
    text : str
        The whole document.
    quote : Quote
        With the kind the rules give in `source_type`.

    Returns
    -------
    set of str
        Each "SLOT=VALUE": words of the speaker's phrase ("say"), words near it ("near"), the same as kinds of the word lists
        ("say:", "near:", "here:" for the whole paragraph) and as classes of meaning ("say~", "near~"), words of the quotation
        ("said", "said2").
    """
    phrase = quote.speaker_text or ""
    words = _words(phrase)
    cut = HEAD_STOP.search(phrase)
    core = _words(phrase[: cut.start()] if cut and cut.start() > 0 else phrase)
    head = core[-1] if core else ""
    found = {f"rule={quote.source_type}", f"head={head}", f"end={head[-4:]}", f"cue={quote.cue_lemma}",
             f"class={quote.cue_class}", f"form={quote.kind}"}  # fmt: skip
    found |= {f"head~{meaning}" for meaning in meanings(head)}
    if kind := word_kind(head):
        found.add(f"head:{kind}")
    if kind := source_type(phrase):
        found.add(f"tells:{kind}")
    found |= _slot("say", words) | _pairs("say", words) | _shape(phrase, core)
    found |= {f"body:{kind}" for kind in _bodies(phrase)}
    if quote.speaker is not None:
        found |= _slot("near", _around(text, quote.speaker))
    return found | _said(" ".join(text[start:end] for start, end in quote.parts))


def clues_of_person(text: str, person: Person, people: People) -> set[str]:
    """
    What the document tells of somebody or some body wherever it names them.

    Parameters
    ----------
    text : str
    person : Person
    people : People

    Returns
    -------
    set of str
        Words of descriptions ("told"), of a body's name ("name"), near each mention ("near", the one before "behind"), their
        kinds, and what the rules make of the descriptions ("vote:", "best:", "plain:").
    """
    found = _of_person(person)
    for n in people.mentions.get(id(person), [])[:_MENTIONS]:
        span = people.names[n].start, people.names[n].end
        found |= _slot("near", _around(text, span))
        for word in _before(text, span)[-1:]:
            found |= {f"behind={word}"} | {f"behind~{meaning}" for meaning in meanings(word)}
    return found


def kinds_here(text: str, quote: Quote) -> set[str]:
    """The kinds of all words of the paragraph in which the speaker stands."""
    words = _words(_paragraph(text, quote))
    return {f"here:{kind}" for kind in map(word_kind, words) if kind} | {f"here~{m}" for word in words for m in meanings(word)}


def _said(said: str) -> set[str]:
    """What is said: "my son" and "we lost" are words of victims, "in accordance" of officials."""
    words = _words(said)
    found = {f"says={word.lower()}" for word in _PRONOUN.findall(said)}
    found |= {f"said={word}" for word in words if word not in _COMMON} | {f"length={min(len(words) // 8, 5)}"}
    return found | {f"said2={first} {second}" for first, second in pairwise(words) if first in _WHOSE}


def _words(text: str) -> list[str]:
    return [w.lower().replace("’", "'") for w in _WORD.findall(text)]


def _slot(name: str, words: Iterable[str]) -> set[str]:
    """The words of a slot and the kinds that the word lists give them."""
    found: set[str] = set()
    for word in words:
        found.add(f"{name}={word}")
        found |= {f"{name}~{meaning}" for meaning in meanings(word)}
        if kind := word_kind(word):
            found.add(f"{name}:{kind}")
    return found


def _pairs(name: str, words: Sequence[str]) -> set[str]:
    """Two words in a row: "chief of" tells less than "chief executive". Their meaning as well where they are one compound."""
    pairs = list(pairwise(words))
    return {f"{name}2={first} {second}" for first, second in pairs} | {
        f"{name}~{meaning}" for first, second in pairs for meaning in compound(first, second)
    }


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
        words = _words(phrase)[:_TOLD]
        found |= _slot("told", words) | _pairs("told", words)
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


def _around(text: str, span: Span) -> list[str]:
    """The words beside a mention, inside its paragraph."""
    behind = text[span[1] : span[1] + _FAR].partition("\n")[0]
    return _before(text, span)[-_BEFORE:] + _words(behind)[:_BEHIND]


def _before(text: str, span: Span) -> list[str]:
    """The words of the paragraph that lead up to a mention."""
    return _words(text[max(text.rfind("\n", 0, span[0]) + 1, span[0] - _FAR) : span[0]])


def _paragraph(text: str, quote: Quote) -> str:
    """The paragraph in which the speaker stands, no more than a page of it."""
    at = quote.speaker[0] if quote.speaker else quote.start
    stop = text.find("\n", at)
    return text[max(text.rfind("\n", 0, at) + 1, at - _PAGE) : min(len(text) if stop < 0 else stop, at + _PAGE)]
