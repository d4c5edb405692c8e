"""From readings and marks to quotations: who owns which quoted stretch, fragments joined, floating quotes carried over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from framing.annotate.blocks import Block
from framing.annotate.cues import Cue
from framing.annotate.marks import Marked
from framing.annotate.parse import Sentence, Tree, is_clause
from framing.annotate.quotations import Quote, Span
from framing.annotate.reading import Reading
from framing.annotate.speakers import Cast, Speaker

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Located:
    """
    A reading in offsets of the text.

    Attributes
    ----------
    cue : Cue
    cue_span : (int, int)
    content : list of (int, int)
    marks : set of int
        Numbers of the quoted stretches inside the content.
    speaker : (int, int) or None
    sentence : int
    frame : str
    passive : bool
    """

    cue: Cue
    cue_span: Span
    content: list[Span]
    marks: set[int]
    speaker: Span | None
    sentence: int
    frame: str = ""
    passive: bool = False
    head_span: Span = (0, 0)
    governor: Span | None = None
    relative: Span | None = None

    @classmethod
    def of(
        cls, reading: Reading, tree: Tree, sentence: Sentence, number: int, marks: list[Marked], token_marks: list[int]
    ) -> Located:
        """From token numbers to offsets."""

        def span(tokens: list[int]) -> Span:
            return sentence.original(tree.starts[tokens[0]], tree.starts[tokens[-1]] + len(tree.words[tokens[-1]]), marks)

        content = join([span(run) for run in _runs(reading.content)])
        touched = {token_marks[t] for t in reading.content} - {-1}
        content = join([*content, *_whole_marks(reading, tree, marks, token_marks, touched)])
        content = _up_to_mark(content, sorted(touched), marks, sentence, tree)
        governor = tree.heads[reading.head] if tree.deps[reading.head] in ("xcomp", "ccomp", "conj") else None
        return cls(
            reading.cue, span(reading.cue_tokens), content, touched, span(reading.speaker) if reading.speaker else None,
            number, reading.frame, reading.passive, span([reading.head]), None if governor is None else span([governor]),
            None if reading.relative < 0 else span([reading.relative]),
        )  # fmt: skip


def _up_to_mark(content: list[Span], touched: list[int], marks: list[Marked], sentence: Sentence, tree: Tree) -> list[Span]:
    """After a quotation that ends in a comma the sentence goes on in the outlet's own words, unless joined by "and"."""
    if not content or not touched or not (mark := marks[touched[-1]]).closed:
        return content
    start, end = content[-1]
    if not start <= mark.inner_start < mark.end < end:
        return content
    at = mark.end
    rest = [tree.lower[t] for t, a in enumerate(tree.starts) if at <= sentence.original(a, a + 1, marks)[0] < end]
    comma = any(
        sentence.original(a, a + 1, marks)[0] == mark.inner_end - 1 for t, a in enumerate(tree.starts) if tree.words[t] == ","
    )
    if not rest or not (comma or rest[0] in (",", "—", "–", "-", "--")):
        return content
    first = next((w for w in rest if w[:1].isalnum()), "")
    return content if first in ("and", "or", "but", "that", "nor") else [*content[:-1], (start, at)]


def _whole_marks(reading: Reading, tree: Tree, marks: list[Marked], token_marks: list[int], touched: set[int]) -> list[Span]:
    """Quoted stretches of which the content holds most words belong to it whole."""
    whole = []
    inside = set(reading.content)
    for mark in touched:
        tokens = [t for t, m in enumerate(token_marks) if m == mark and tree.words[t][:1].isalnum()]
        if 2 * sum(t in inside for t in tokens) >= len(tokens):
            whole.append((marks[mark].start, marks[mark].end))
    return whole


def _runs(tokens: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for t in tokens:
        if runs and runs[-1][-1] == t - 1:
            runs[-1].append(t)
        else:
            runs.append([t])
    return runs


def join(spans: list[Span]) -> list[Span]:
    """Spans in order, overlapping ones as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif end > start:
            found.append((start, end))
    return found


@dataclass(slots=True)
class Draft:
    """A quotation that can still grow."""

    parts: list[Span]
    source: Located | None
    speaker: Span | None
    confidence: float
    marks: set[int] = field(default_factory=set)


def assemble(
    text: str,
    lines: list[Span],
    marks: list[Marked],
    sentences: list[Sentence],
    located: list[Located],
    blocks: tuple[Block, ...],
    *,
    clausal_only: bool,
    coref: Callable[[str], Any] | None,
) -> tuple[Quote, ...]:
    """The quotations of one document, in the order of the text."""
    located = _without_doubles(located)
    if clausal_only:
        located = [r if r.frame in ("c", "a", "") or r.marks else replace(r, content=[]) for r in located]
    drafts = [Draft(list(r.content), r, r.speaker, _confidence(r), set(r.marks)) for r in located if r.content]
    Marks(text, lines, marks, sentences, located, drafts).give()
    cast = Cast(text, coref)
    # In the order of the mentions, so that a pronoun finds who spoke before it.
    ready = sorted((d for d in drafts if d.parts), key=lambda d: d.speaker[0] if d.speaker else d.parts[0][0])
    quotes = [_quote(text, marks, draft, blocks, cast) for draft in ready]
    quotes.sort(key=lambda q: (q.start, q.end))
    return tuple(replace(q, id=n) for n, q in enumerate(quotes))


def _without_doubles(located: list[Located]) -> list[Located]:
    """One reading where two verbs share a content: "declined to say" is one refusal, "went on to say" one statement."""
    by_head = {r.head_span: r for r in located}
    dropped: set[int] = set()
    for r in located:
        outer = by_head.get(r.governor) if r.governor else None
        if outer is None or outer.frame not in ("x", "g"):
            continue
        dropped.add(id(r) if outer.cue.kind in ("deny", "promise", "urge") else id(outer))
    return [r for r in located if id(r) not in dropped]


def _confidence(r: Located) -> float:
    base = {"c": 0.9, "a": 0.9, "x": 0.75, "g": 0.7, "o": 0.65}.get(r.frame, 0.65)
    return base if r.speaker else base - 0.2


class Marks:
    """Gives every quoted stretch that no reading holds yet to a reading, to a neighbour, or to nobody."""

    def __init__(
        self, text: str, lines: list[Span], marks: list[Marked], sentences: list[Sentence], located: list[Located],
        drafts: list[Draft],
    ) -> None:  # fmt: skip
        self.text, self.lines, self.marks, self.sentences, self.drafts = text, lines, marks, sentences, drafts
        self.by_sentence: dict[int, list[Located]] = {}
        for r in located:
            self.by_sentence.setdefault(r.sentence, []).append(r)
        self.sentence_of: dict[int, list[int]] = {}
        for n, s in enumerate(sentences):
            for m in s.marks:
                self.sentence_of.setdefault(m, []).append(n)
        self.line_of = {m: bisect_right([a for a, _ in lines], mark.start) - 1 for m, mark in enumerate(marks)}
        self.owner: dict[int, Draft] = {}
        for draft in drafts:
            if draft.source is None or draft.source.cue.speech:
                for m in draft.marks:
                    self.owner[m] = draft

    def give(self) -> None:
        """All of them, in order; those without an own cue after those with one."""
        waiting = []
        for m in range(len(self.marks)):
            if m in self.owner:
                continue
            if not self._is_quotation(m):
                continue
            if not self._by_cue(m):
                waiting.append(m)
        for m in reversed(waiting):
            before = next((p for p in range(m - 1, -1, -1) if p in self.owner), None)
            if before is not None and self.line_of[before] == self.line_of[m]:
                continue
            if (after := self._continued(m)) is not None:
                self.owner[m] = self._join_or_follow(after, m, 0.8)
        for m in waiting:
            if m not in self.owner:
                self._by_neighbour(m)

    def _n_words(self, m: int) -> int:
        return len(_WORD.findall(self.text[self.marks[m].inner_start : self.marks[m].inner_end]))

    def _is_quotation(self, m: int) -> bool:
        """Not a title, nickname or single doubtful word."""
        mark = self.marks[m]
        n = self._n_words(m)
        if n == 0:
            return False
        clause = is_clause(self.text, mark, self.lines[self.line_of[m]][0])
        ends = self.text[mark.inner_start : mark.inner_end].rstrip()[-1:] in ",.?!…—–-"
        return clause and (n >= 4 or ends) and not titled(self.text[mark.inner_start : mark.inner_end], ends)

    def _by_cue(self, m: int) -> bool:
        """The nearest reporting word of the same sentence."""
        mark = self.marks[m]
        choices = [
            r for n in self.sentence_of.get(m, []) for r in self.by_sentence.get(n, []) if r.cue.part != "n" or r.speaker
        ]
        choices = [r for r in choices if r.cue.speech] or choices
        if not choices:
            return False

        def distance(r: Located) -> tuple[int, int]:
            gap = min(abs(r.cue_span[0] - mark.end), abs(mark.start - r.cue_span[1]))
            gap += 0 if r.cue.frames & {"c", "q"} else 60
            return (gap + (0 if r.speaker else 40) + (30 if r.cue.part == "n" else 0), r.cue_span[0])

        best = min(choices, key=distance)
        span = (mark.start, mark.end)
        draft = next((d for d in self.drafts if d.source is best), None)
        if draft is None:
            draft = Draft([], best, best.speaker, 0.95 if best.speaker else 0.7)
            self.drafts.append(draft)
        draft.parts = join([*draft.parts, span])
        draft.marks.add(m)
        self.owner[m] = draft
        return True

    def _by_neighbour(self, m: int) -> None:
        mark = self.marks[m]
        span = (mark.start, mark.end)
        line = self.line_of[m]
        before = next((p for p in range(m - 1, -1, -1) if p in self.owner), None)
        same_line = before is not None and self.line_of[before] == line
        if named := self._named_beside(m):
            draft = Draft([span], None, named, 0.85, {m})

        elif same_line and before is not None:
            draft = self._join_or_follow(self.owner[before], m, 0.8)
        elif (later := self._later_in_line(m)) is not None:
            draft = self._join_or_follow(later, m, 0.7)
        elif (opened := self._opened_by_colon(m)) is not None:
            draft = opened
        elif before is not None and line - self.line_of[before] == 1 and self._starts_line(m):
            draft = self._join_or_follow(self.owner[before], m, 0.7)
        elif (speaker := self._last_speaker(m)) is not None and self._starts_line(m):
            draft = Draft([span], None, speaker, 0.5, {m})
        else:
            draft = Draft([span], None, None, 0.3, {m})
        if draft not in self.drafts:
            self.drafts.append(draft)
        self.owner[m] = draft

    def _join_or_follow(self, draft: Draft, m: int, confidence: float) -> Draft:
        """The same utterance where nothing but its cue stands between, else a new one by the same speaker."""
        mark = self.marks[m]
        span = (mark.start, mark.end)
        draft.parts = join([*draft.parts, span])
        draft.marks.add(m)
        draft.confidence = min(draft.confidence, confidence)
        return draft

    def _continued(self, m: int) -> Draft | None:
        """An unclosed mark goes on in the next paragraph, and so does its speaker."""
        if self.marks[m].closed or m + 1 >= len(self.marks) or not self._starts_line(m + 1):
            return None
        return self.owner.get(m + 1) if self.line_of[m + 1] == self.line_of[m] + 1 else None

    def _starts_line(self, m: int) -> bool:
        start = self.lines[self.line_of[m]][0]
        return not self.text[start : self.marks[m].start].strip(" >\t-–—•*")

    def _later_in_line(self, m: int) -> Draft | None:
        line = self.line_of[m]
        after = next((p for p in range(m + 1, len(self.marks)) if p in self.owner), None)
        return self.owner[after] if after is not None and self.line_of[after] == line else None

    def _named_beside(self, m: int) -> Span | None:
        """`" - Name` behind, or `Name:` before."""
        mark = self.marks[m]
        start, end = self.lines[self.line_of[m]]
        if match := _SIGNED.match(self.text, mark.end, min(len(self.text), end + 80)):
            return match.span(1)
        if match := _LABEL.search(self.text[start : mark.start]):
            return start + match.start(1), start + match.end(1)
        if match := _FROM.search(self.text[start : mark.start]):
            return start + match.start(1), start + match.end(1)
        return None

    def _opened_by_colon(self, m: int) -> Draft | None:
        """A paragraph that ends in a colon opens the next one."""
        line = self.line_of[m]
        if line == 0 or not self._starts_line(m):
            return None
        start, end = self.lines[line - 1]
        above = self.text[start:end].rstrip()
        if not above.endswith(":"):
            return None
        last = max((n for n, s in enumerate(self.sentences) if s.line == line - 1), default=None)
        choices = self.by_sentence.get(last, []) if last is not None else []
        mark = self.marks[m]
        if choices:
            best = max((r for r in choices), key=lambda r: (r.speaker is not None, r.cue_span[0]))
            return Draft([(mark.start, mark.end)], best, best.speaker, 0.85, {m})
        if match := _LABEL.search(above):
            return Draft([(mark.start, mark.end)], None, (start + match.start(1), start + match.end(1)), 0.85, {m})
        return None

    def _last_speaker(self, m: int) -> Span | None:
        """Whoever spoke last, at most two lines above."""
        at = self.marks[m].start
        low = self.lines[max(0, self.line_of[m] - 1)][0]
        before = [
            d
            for d in self.drafts
            if d.speaker and d.parts and low <= d.parts[0][0] < at and (d.source is None or d.source.cue.speech)
        ]
        return max(before, key=lambda d: d.parts[0][0]).speaker if before else None


_NAME = r"[A-Z][\w.’'-]*(?:[ \t]+(?:of|the|and|de|von|van|bin|al|[A-Z][\w.’'-]*|\([\w .-]+\),?)){0,7}"
_SIGNED = re.compile(rf"\s*[-–—―]{{1,2}}\s*({_NAME})")
_FROM = re.compile(rf"(?:[Ff]rom|[Bb]y|[Hh]ere[’']s|[Ii]n)\s+({_NAME})(?:[’']s)?(?:\s[\w-]+){{0,5}}:\s*$")
_LABEL = re.compile(rf"(?:^|[.!?]\s+|\s[-–—]\s*)(?:And |But |Also |Then )?(?:from |From )?({_NAME}(?:, [^:.]{{3,60}})?):\s*$")


def titled(inner: str, ends: bool) -> bool:
    """True for what looks like a title: nearly every longer word has a capital."""
    words = [w for w in _WORD.findall(inner) if len(w) > 3 and w[0].isalpha()]
    n_all = len(_WORD.findall(inner))
    if n_all > 10 or len(words) < 2:
        return n_all <= 2 and not ends
    return sum(w[0].isupper() for w in words) >= 0.8 * len(words) and inner.rstrip()[-1:] not in ",?!"


def kind_of(text: str, parts: list[Span], marks: list[Marked]) -> str:
    """Direct with at least 90 % of the words between marks, indirect with none, else mixed."""
    inside = total = 0
    starts = [m.start for m in marks]
    for start, end in parts:
        for word in _WORD.finditer(text, start, end):
            total += 1
            at = bisect_right(starts, word.start()) - 1
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


def _quote(text: str, marks: list[Marked], draft: Draft, blocks: tuple[Block, ...], cast: Cast) -> Quote:
    source, parts = draft.source, draft.parts
    speaker = cast.resolve(draft.speaker) if draft.speaker else None
    span = _mention(draft, speaker) if speaker else None
    return Quote(
        start=parts[0][0], end=parts[-1][1], parts=tuple(parts), kind=kind_of(text, parts, marks),
        cue=source.cue_span if source else None, cue_text=text[slice(*source.cue_span)] if source else None,
        cue_lemma=source.cue.lemma if source else None, cue_class=source.cue.kind if source else None,
        stance=source.cue.stance if source else None, speaker=span, speaker_text=text[slice(*span)] if span else None,
        speaker_resolved=speaker.name if speaker else None, source_type=speaker.source_type if speaker else None,
        confidence=round(draft.confidence * (speaker.confidence if speaker else 1.0), 3),
        speech=source.cue.speech if source else True,
        block=any(b.start <= parts[0][0] < b.end for b in blocks),
    )  # fmt: skip
