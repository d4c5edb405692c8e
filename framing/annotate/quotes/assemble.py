"""From readings and marks to quotations: fragments joined, doubles dropped, speakers resolved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from framing.annotate.certainty.certain import certain, counts
from framing.annotate.layout.blocks import Block
from framing.annotate.layout.marks import Marked
from framing.annotate.layout.turns import turns
from framing.annotate.people.people import Person
from framing.annotate.people.speakers import Cast, Speaker
from framing.annotate.quotations import Quote, Span
from framing.annotate.quotes.floating import Marks
from framing.annotate.quotes.inverted import with_speakers
from framing.annotate.quotes.located import Draft, Located
from framing.annotate.quotes.nested import set_apart
from framing.annotate.quotes.parse import Sentence
from framing.annotate.quotes.run_on import lengthen
from framing.annotate.quotes.settled import settled
from framing.annotate.source_types.weigh import Evidence, evidence, typed

_WORD = re.compile(r"\w+")


def assemble(
    text: str,
    lines: list[Span],
    marks: list[Marked],
    sentences: list[Sentence],
    located: list[Located],
    blocks: tuple[Block, ...],
    *,
    clausal_only: bool,
    indirect_from: float | None,
    coref: Callable[[str], Any] | None,
) -> tuple[tuple[Quote, ...], list[Evidence]]:
    """
    The quotations of one document, in the order of the text, and what it tells of each speaker.

    `indirect_from` is the probability from which indirect speech counts; None where no parser has read the text, so that no
    probability can be given.
    """
    set_apart(text, located)
    located = with_speakers(text, _without_doubles(located))
    if clausal_only:
        located = [r if r.frame in ("c", "a", "") or r.marks else replace(r, content=[]) for r in located]
    drafts = [Draft(list(r.content), r, r.speaker, _confidence(r), set(r.marks)) for r in located if r.content]
    drafts += _spoken(text, marks)
    Marks(text, lines, marks, sentences, located, drafts).give()
    for draft in drafts:
        if draft.marks and draft.parts:
            lengthen(text, draft)
    cast = Cast(text, coref)
    # In the order of the mentions, so that a pronoun finds who spoke before it.
    ready = sorted((d for d in drafts if d.parts), key=lambda d: d.speaker[0] if d.speaker else d.parts[0][0])
    spoken = [_quote(text, marks, draft, blocks, cast) for draft in ready]
    spoken.sort(key=lambda pair: (pair[0].start, pair[0].end))
    quotes, persons = settled(text, [quote for quote, _ in spoken], cast.kinds), [person for _, person in spoken]
    if indirect_from is not None:
        weighed = [pair for pair in zip(certain(text, quotes), persons, strict=True) if counts(pair[0], indirect_from)]
        quotes, persons = [quote for quote, _ in weighed], [person for _, person in weighed]
    found = evidence(text, quotes, persons, cast.people)
    return tuple(replace(q, id=n) for n, q in enumerate(typed(quotes, found))), found


def _spoken(text: str, marks: list[Marked]) -> list[Draft]:
    """Turns of interviews, whose words are marked without marks."""
    number = {mark.start: n for n, mark in enumerate(marks)}
    return [Draft(list(t.parts), None, t.speaker, 0.85, {number[s] for s, _ in t.parts if s in number}) for t in turns(text)]


def _without_doubles(located: list[Located]) -> list[Located]:
    """One reading where two verbs share a content: "declined to say" is one refusal, "went on to say" one statement."""
    by_head = {r.head_span: r for r in located}
    dropped: set[int] = set()
    for r in located:
        outer = by_head.get(r.governor) if r.governor else None
        if (
            outer is None
            or outer.frame not in ("x", "g")
            or (outer.content and not r.content and not r.frame and outer.cue.speech and outer.cue.kind != "say")
        ):
            continue
        # "Asked the clerk to say who had lied": what somebody else is to say is all asked.
        told = outer.frame == "x" and not outer.passive and outer.content and outer.content[0][0] > outer.cue_span[1] + 1
        kept_whole = outer.cue.kind in ("deny", "promise", "urge") or told or not r.cue.speech
        dropped.add(id(r) if kept_whole else id(outer))
    kept = [r for r in located if id(r) not in dropped]
    mates = defaultdict(list)
    for r in kept:
        mates[r.sentence].append(r)
    return [r for r in kept if not any(_inside(r, o) for o in mates[r.sentence])]


def _inside(r: Located, outer: Located) -> bool:
    """ "He said that she had promised ...": what is said of other people's words is all his."""
    return (
        r is not outer
        and outer.cue.speech
        and any(a <= r.head_span[0] and r.head_span[1] <= b for a, b in outer.content)
        and all(outer.content[0][0] <= a and b <= outer.content[-1][1] for a, b in r.content)
    )


def _confidence(r: Located) -> float:
    base = {"c": 0.9, "a": 0.9, "x": 0.75, "g": 0.7, "o": 0.65}.get(r.frame, 0.65)
    return base if r.speaker else base - 0.2


def kind_of(text: str, parts: list[Span], marks: list[Marked]) -> str:
    """Direct with at least 90 % of the words between marks, indirect with none, else mixed."""
    inside = total = 0
    for start, end in parts:
        for word in _WORD.finditer(text, start, end):
            total += 1
            at = bisect_right(marks, word.start(), key=lambda mark: mark.start) - 1
            inside += at >= 0 and marks[at].end > word.start()
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * total else "mixed"


def _mention(draft: Draft, speaker: Speaker) -> Span:
    """The relative pronoun where it stands for a name, else the phrase with its pronoun."""
    relative = draft.source.relative if draft.source else None
    if relative is None or not relative[0] >= speaker.mention[1]:
        return speaker.mention
    if relative[0] - speaker.mention[1] > 120:
        return speaker.mention
    return relative if speaker.name else (speaker.mention[0], relative[1])


def _quote(text: str, marks: list[Marked], draft: Draft, blocks: tuple[Block, ...], cast: Cast) -> tuple[Quote, Person | None]:
    """A quotation, and whom its speaker stands for."""
    source, parts = draft.source, draft.parts
    speaker = cast.resolve(draft.speaker) if draft.speaker else None
    span = _mention(draft, speaker) if speaker else None
    quote = Quote(
        start=parts[0][0], end=parts[-1][1], parts=tuple(parts), kind=kind_of(text, parts, marks),
        cue=source.cue_span if source else None, cue_text=text[slice(*source.cue_span)] if source else None,
        cue_lemma=source.cue.lemma if source else None, cue_class=source.cue.kind if source else None,
        stance=source.cue.stance if source else None, speaker=span, speaker_text=text[slice(*span)] if span else None,
        speaker_resolved=speaker.name if speaker else None, source_type=speaker.source_type if speaker else None,
        confidence=round(draft.confidence * (speaker.confidence if speaker else 1.0), 3),
        speech=source.cue.speech if source else True,
        block=any(b.start <= parts[0][0] < b.end for b in blocks),
    )  # fmt: skip
    return quote, (cast.said[-1][1] or cast.issued_by) if speaker else None
