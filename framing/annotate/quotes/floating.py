"""Whose quoted stretch is it: the nearest cue, a name beside it, or whoever spoke before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort

from framing.annotate.cues import forms
from framing.annotate.layout.marks import Marked
from framing.annotate.quotations import Span
from framing.annotate.quotes.located import Draft, Located, by_line
from framing.annotate.quotes.parse import Sentence, is_clause
from framing.annotate.quotes.run_on import grown
from framing.annotate.quotes.signed import labelled, named_beside, signature
from framing.annotate.quotes.titles import is_slogan, titled
from framing.annotate.quotes.told import told_above, told_before, told_below

_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"(?<![\w’'])([a-z]+|\d+|\w+[’']s)\s$")
# Not behind "Dr." and initials.
_STOPS = re.compile(r"(?<!\b[A-Z])(?<!\b(?:[DMS][rt]|Ms|Lt))(?<!\b(?:Mrs|Rev|Gen|Col|Sgt|Sen|Rep|Gov))[.!?…](?=\s)")


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
        starts = [start for start, _ in lines]
        self.line_of = {m: bisect_right(starts, mark.start) - 1 for m, mark in enumerate(marks)}
        # In a text of double marks single ones without a cue stand in headings and around scare words.
        self.double = 2 * sum(self._is_single(m) for m in range(len(marks))) < len(marks)
        self.reported = by_line(drafts, starts)
        self.owner: dict[int, Draft] = {}
        # The owned marks in order and the drafts by identity: a line can hold thousands of both.
        self.owned: list[int] = []
        self.listed = {id(draft) for draft in drafts}
        self.of_source = {id(draft.source): draft for draft in drafts if draft.source}
        for draft in drafts:
            if draft.source is None or draft.source.cue.speech:
                for m in draft.marks:
                    self._own(m, draft)

    def _own(self, m: int, draft: Draft) -> None:
        if m not in self.owner:
            insort(self.owned, m)
        self.owner[m] = draft

    def _owned_before(self, m: int) -> int | None:
        n = bisect_left(self.owned, m)
        return self.owned[n - 1] if n else None

    def give(self) -> None:
        """All of them, in order; those without an own cue after those with one."""
        waiting = []
        for m in range(len(self.marks)):
            if m in self.owner or self._runs_on(m) or not self._is_quotation(m):
                continue
            if not self._by_cue(m) and not self._is_stray(m):
                waiting.append(m)
        for m in reversed(waiting):
            if named_beside(self.text, self.marks[m], self.lines[self.line_of[m]]):
                self._by_neighbour(m)
                continue
            before = self._owned_before(m)
            if before is not None and self.line_of[before] == self.line_of[m]:
                continue
            if (after := self._continued(m)) is not None:
                self._own(m, self._join_or_follow(after, m, 0.8))
        for m in waiting:
            if m not in self.owner:
                self._by_neighbour(m)

    def _runs_on(self, m: int) -> bool:
        """Whether a clause that a reading of the same sentence holds goes on with the marks; then they are given to it."""
        there = (r for n in self.sentence_of.get(m, []) for r in self.by_sentence.get(n, []) if r.cue.speech)
        held = ((r, draft) for r in there if (draft := self.of_source.get(id(r))))
        draft = next((draft for r, draft in held if grown(self.text, r, draft, self.marks[m])), None)
        if draft is not None:
            self._own(m, draft)
        return draft is not None

    def _is_single(self, m: int) -> bool:
        at = self.marks[m].start
        return self.text[at] in "‘'" and not self.text.startswith("''", at)

    def _is_stray(self, m: int) -> bool:
        """Single marks in a text of double ones, unless they go on with what was said in the same line."""
        follows = m - 1 in self.owner and self.line_of[m - 1] == self.line_of[m]
        return self.double and self._is_single(m) and not follows

    def _is_quotation(self, m: int) -> bool:
        """Not a title, nickname or single doubtful word."""
        mark = self.marks[m]
        inner = self.text[mark.inner_start : mark.inner_end]
        n = len(_WORD.findall(inner))
        if n == 0 or is_slogan(self.text, mark.start, mark.end):
            return False
        if n > 1 and self._is_signed_line(m):
            return True
        clause = is_clause(self.text, mark, self.lines[self.line_of[m]][0])
        ends = inner.rstrip()[-1:] in ",.?!…—–-"
        if n <= 10 and self._inside_phrase(m) and all(w[0].isupper() for w in _WORD.findall(inner) if len(w) > 3 or n == 1):
            return False
        return clause and (n >= 4 or ends) and not titled(inner, ends)

    def _inside_phrase(self, m: int) -> bool:
        """True where a word that reports nothing stands right before the mark: her "Ronnie", in "The Pier"."""
        word = _WORD_BEFORE.search(self.text[max(0, self.marks[m].start - 30) : self.marks[m].start])
        return word is not None and word.group(1).lower() not in forms()

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
        draft = self.of_source.get(id(best))
        if draft is None:
            draft = Draft([], best, best.speaker, 0.95 if best.speaker else 0.7)
            self.of_source[id(best)] = draft
            self._list(draft)
        draft.add(span, m)
        self._own(m, draft)
        return True

    def _list(self, draft: Draft) -> None:
        if id(draft) not in self.listed:
            self.listed.add(id(draft))
            self.drafts.append(draft)

    def _by_neighbour(self, m: int) -> None:
        mark = self.marks[m]
        span = (mark.start, mark.end)
        line = self.line_of[m]
        before = self._owned_before(m)
        same_line = before is not None and self.line_of[before] == line
        if named := named_beside(self.text, self.marks[m], self.lines[self.line_of[m]]):
            draft = Draft([span], None, named, 0.85, {m})
        elif before is not None and self._goes_on(before, m):
            draft = self._join_or_follow(self.owner[before], m, 0.8)
        elif (reported := self._reported_before(m, before if same_line else None)) is not None:
            draft = Draft([span], None, reported, 0.7, {m})
        elif same_line and before is not None and self._sentence_between(before, mark.start):
            draft = Draft([span], None, self.owner[before].speaker, 0.8, {m})
        elif same_line and before is not None:
            draft = self._join_or_follow(self.owner[before], m, 0.8)
        elif (later := self._later_in_line(m)) is not None and self._stands_apart(m, later):
            told = told_before(self.text, self.lines[line][0], mark.start)
            draft = Draft([span], None, told or later.speaker, 0.6, {m})
        elif later is not None:
            draft = self._join_or_follow(later, m, 0.7)
        elif (opened := self._opened_by_colon(m)) is not None:
            draft = opened
        elif before is not None and line - self.line_of[before] == 1 and self._starts_line(m):
            since = self._spoke_since(m, before)
            draft = Draft([span], None, since, 0.6, {m}) if since else self._join_or_follow(self.owner[before], m, 0.7)
        elif (speaker := self._last_speaker(m)) is not None and self._starts_line(m):
            draft = Draft([span], None, speaker, 0.5, {m})
        else:
            draft = Draft([span], None, self._beside(m), 0.3, {m})
        self._list(draft)
        self._own(m, draft)

    def _reported_before(self, m: int, before: int | None) -> Span | None:
        """Whoever is reported last in the same line, since the last quotation and its cue: "It leans, she says. “A lot.”"""
        there = self.reported.get(self.line_of[m], [])
        n = bisect_left(there, self.marks[m].start, key=lambda draft: draft.parts[0][0])
        if not n:
            return None
        last = there[n - 1]
        if before is not None:
            source = self.owner[before].source
            same = source and last.source and source.sentence == last.source.sentence
            if same or last.parts[0][0] < self.marks[before].end:
                return None
        return last.speaker

    def _beside(self, m: int) -> Span | None:
        """Whoever is told of in the sentence before, else, for a paragraph of its own, right above or below."""
        line = self.line_of[m]
        start, end = self.lines[line]
        if not self._starts_line(m):
            return told_before(self.text, start, self.marks[m].start)
        if self.text[self.marks[m].end : end].strip() or line == 0:
            return None
        below = self.lines[line + 1] if line + 1 < len(self.lines) else None
        return told_above(self.text, self.lines[line - 1]) or (told_below(self.text, below) if below else None)

    def _sentence_between(self, before: int, high: int) -> bool:
        """Whether more than the cue of the words before stands between them and an offset: a sentence of the outlet."""
        low = self.marks[before].end
        source = self.owner[before].source
        # Words that end in a comma have their own cue behind them, whatever its verb.
        own = low <= source.cue_span[0] < high if source else self.text[self.marks[before].inner_end - 1] == ","
        return len(_STOPS.findall(self.text, low, high)) > own

    def _stands_apart(self, m: int, later: Draft) -> bool:
        """Whether a sentence of the outlet stands between quoted words and the next that are said by somebody."""
        after = next((a for a, b in later.parts if a >= self.marks[m].end), self.marks[m].end)
        if later.source and later.source.cue_span[0] >= self.marks[m].end:
            after = min(after, later.source.cue_span[0])
        return _STOPS.search(self.text, self.marks[m].end, after) is not None

    def _spoke_since(self, m: int, before: int) -> Span | None:
        """Whoever the paragraph above reports, or begins its last sentence with, behind its last quoted words."""
        line = self.line_of[m] - 1
        at = self.marks[before].end
        last = self.reported.get(line, [])[-1:]
        if last and last[0].parts[0][0] > at:
            return last[0].speaker
        told = told_above(self.text, self.lines[line]) if self.marks[m].closed else None
        return told if told and told[0] > at and told[1] - told[0] > 3 else None

    def _join_or_follow(self, draft: Draft, m: int, confidence: float) -> Draft:
        """The same utterance where nothing but its cue stands between, else a new one by the same speaker."""
        mark = self.marks[m]
        span = (mark.start, mark.end)
        draft.add(span, m)
        draft.confidence = min(draft.confidence, confidence)
        return draft

    def _continued(self, m: int) -> Draft | None:
        """An unclosed mark goes on in the next paragraph, and so does its speaker."""
        if self.marks[m].closed or m + 1 >= len(self.marks) or not self._starts_line(m + 1):
            return None
        return self.owner.get(m + 1) if self.line_of[m + 1] == self.line_of[m] + 1 else None

    def _goes_on(self, before: int, m: int) -> bool:
        """Whether a paragraph opens with a mark again since the one above did not close its last."""
        last = self.marks[before]
        return before == m - 1 and not last.closed and self._starts_line(m) and self.line_of[m] == self.line_of[before] + 1

    def _starts_line(self, m: int) -> bool:
        start = self.lines[self.line_of[m]][0]
        return not self.text[start : self.marks[m].start].strip(" >\t-–—•*")

    def _later_in_line(self, m: int) -> Draft | None:
        line = self.line_of[m]
        n = bisect_right(self.owned, m)
        after = self.owned[n] if n < len(self.owned) else None
        return self.owner[after] if after is not None and self.line_of[after] == line else None

    def _is_signed_line(self, m: int) -> bool:
        """A paragraph of a whole sentence in marks and a signature, whatever its capitals."""
        mark = self.marks[m]
        ends = self.text[mark.inner_end - 1] in ".!?…"
        return ends and self._starts_line(m) and signature(self.text, mark, self.lines[self.line_of[m]]) is not None

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
        named = labelled(self.text, (start, end))
        return Draft([(mark.start, mark.end)], None, named, 0.85, {m}) if named else None

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
