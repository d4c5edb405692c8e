"""What the parser gets to read: sentences with long quotations replaced by a short stand-in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from framing.annotate.cues import forms, reporting
from framing.annotate.layout.marks import Marked
from framing.annotate.layout.sentences import sentences
from framing.annotate.quotes.headlines import as_prose, is_headline, proper_words
from framing.annotate.quotes.late_verbs import only_here
from framing.annotate.quotes.papers import TALK, can_speak

_WORD = re.compile(r"\w+")
# "It leans," and a clause behind the closing mark, or the comma behind it: whoever says so, by whatever verb.
_BEHIND_MARKS = re.compile(r"^\W{0,2}\w[^\"”’]*[,?!…](?:[\"”]|’(?= ))\s+\w|^\W{0,2}\w[^\"”’]*[\"”’],\s+[a-z]+(?:ed|s)\s")
# A comma keeps "Orr's, insists" from being read as Orr's insists.
_WORD_OR_COMMA = re.compile(r"\w+|[,;]")
_LETTER = re.compile(r"[^\W\d_]")
_STAND_IN = "It works"
_INNER_END = re.compile(r"[.!?…][\"'’”)\]]*\s+(?=[A-Z“\"‘'(])")
_NAME_THEN_CUE = re.compile(r"\s*(?:(?:the|a|an|one|his|her|their|our|my)\s|[A-Z])", re.A)
# "MERROW, May 3 (Northern Wire) - ": no part of the first sentence.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z’'.-]+(?:,? [A-Z][\w’'.-]*| \d{1,2}){0,5}|[A-Z][\w’'.-]+(?:,? [A-Z][\w’'.-]*| \d{1,2}){0,5}(?= \())"
    r"(?: \([^()\n]{1,30}\))? ?(?:--| -|[–—―])\s+(?=[A-Z‘“\"])"
)
# The sign of a line taken over is no part of a sentence either.
_BLOCK_SIGN = re.compile(r"(?:\s*>)*")
TRIGGERS = frozenset(
    ("according", "per", "words", "view", "opinion", "judgement", "judgment", "count", "reckoning", "account", "telling",
     "counted", "counts", "rumoured", "rumored")
)  # fmt: skip


@dataclass(slots=True)
class Sentence:
    """
    One sentence as the parser sees it, and the way back to the text.

    Attributes
    ----------
    text : str
        The reduced sentence.
    line : int
        Number of the line (paragraph) it stands in.
    start, end : int
        Character offsets in the original text.
    at : list of int
        Reduced offsets at which a stretch begins.
    shift : list of int
        What to add to a reduced offset in that stretch.
    hidden : list of int
        The mark whose content that stretch stands for, or -1.
    marks : list of int
        Numbers of the marks that begin or go on here.
    parsed : bool
        Whether it is worth a parse.
    """

    text: str
    line: int
    start: int
    end: int
    at: list[int] = field(default_factory=list)
    shift: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    parsed: bool = False

    def original(self, start: int, end: int, marks: list[Marked]) -> tuple[int, int]:
        """Offsets in the text of a reduced stretch; touching a stand-in means the whole quotation."""
        i, j = bisect_right(self.at, start) - 1, bisect_right(self.at, max(start, end - 1)) - 1
        first = marks[self.hidden[i]].start if self.hidden[i] >= 0 else start + self.shift[i]
        last = marks[self.hidden[j]].end if self.hidden[j] >= 0 else end + self.shift[j]
        return first, last


def is_clause(text: str, mark: Marked, line_start: int) -> bool:
    """True where what stands between the marks is an utterance rather than a phrase of the sentence around it."""
    inner = text[mark.inner_start : mark.inner_end]
    letter = _LETTER.search(inner)
    before = text[max(line_start, mark.start - 40) : mark.start].rstrip()
    if not letter:
        return False
    return letter.group().isupper() or not before or before[-1] in ',:;.?!”"’)—–-'


def reduce_line(
    text: str, start: int, end: int, marks: list[Marked], first: int
) -> tuple[str, list[int], list[int], list[int]]:
    """
    A line with long quotations shortened.

    Parameters
    ----------
    text : str
    start, end : int
        The line.
    marks : list of Marked
        All of the text; those of this line begin at number `first`.

    Returns
    -------
    reduced : str
    at, shift, hidden : list of int
        See `Sentence`.
    """
    pieces: list[str] = []
    at, shift, hidden = [0], [start], [-1]
    length, position = 0, start

    def keep(to: int) -> None:
        nonlocal length, position
        if to > position:
            at.append(length)
            shift.append(position - length)
            hidden.append(-1)
            pieces.append(text[position:to])
            length += to - position
            position = to

    for number in range(first, len(marks)):
        mark = marks[number]
        if mark.start >= end:
            break
        stand_in = _shortened(text, mark, start, end)
        if stand_in is None:
            if mark.closed and mark.end <= end and not is_clause(text, mark, start):
                # Marks around words that belong to the sentence only mislead the parser.
                keep(mark.start)
                position = mark.inner_start
                keep(mark.inner_end)
                position = mark.end
            continue
        keep(mark.start)
        at.append(length)
        shift.append(0)
        hidden.append(number)
        pieces.append(stand_in)
        length += len(stand_in)
        position = mark.end
    keep(end)
    return "".join(pieces), at, shift, hidden


def _shortened(text: str, mark: Marked, line_start: int, line_end: int) -> str | None:
    """The stand-in for a quotation, or None where it stays as it is."""
    inner = text[mark.inner_start : mark.inner_end]
    n_words = len(_WORD.findall(inner))
    ends = inner.rstrip()[-1:] in ",.?!…—–-"
    if n_words <= 2 or (n_words == 3 and not ends):
        return None
    if is_clause(text, mark, line_start):
        return f'"{_STAND_IN}{_stop(text, mark, inner, line_end)}"'
    if n_words <= 8 and not _INNER_END.search(inner):
        return None
    words = inner[: cut.start()] if (cut := _INNER_END.search(inner)) else inner
    return '"' + " ".join(words.split()[:6]) + _stop(text, mark, inner, line_end) + '"'


def _stop(text: str, mark: Marked, inner: str, line_end: int) -> str:
    last = inner.rstrip()[-1:]
    follow = text[mark.end : line_end].lstrip()[:1]
    if last in (",", "—", "–", "-"):
        return ","
    if last and last in ".?!…":
        if follow.islower() or (
            last in "?!" and follow and _NAME_THEN_CUE.match(follow) and _cue_near(text, mark.end, line_end)
        ):
            return ","
        return "."
    return "" if mark.closed else "."


def _cue_near(text: str, start: int, end: int) -> bool:
    """A reporting word among the next five words that has no content of its own: "warned her to", "said that"."""
    known = forms()
    words = [word.lower() for word in _WORD.findall(text[start : min(end, start + 80)])]
    at = next((n for n, word in enumerate(words[:5]) if word in known), None)
    return at is not None and not ({"to", "that"} & set(words[at + 1 : at + 3]) and words[at + 2 : at + 3] != ["the"])


def prepare(text: str, marks: list[Marked], lines: list[tuple[int, int]]) -> list[Sentence]:
    """
    The sentences of a text, reduced, with those worth a parse marked.

    Parameters
    ----------
    text : str
    marks : list of Marked
    lines : list of (start, end)

    Returns
    -------
    list of Sentence
    """
    found: list[Sentence] = []
    first = 0
    proper: frozenset[str] | None = None
    openings = [mark.start for mark in marks]
    for number, (start, end) in enumerate(lines):
        while first < len(marks) and marks[first].end <= start:
            first += 1
        start = _BLOCK_SIGN.match(text, start, end).end()  # type: ignore[union-attr]
        if dateline := _DATELINE.match(text, start, end):
            start = dateline.end()
        reduced, at, shift, hidden = reduce_line(text, start, end, marks, first)
        if end - start < 250 and is_headline(reduced):
            proper = proper if proper is not None else proper_words(text, lines)
            reduced = as_prose(reduced, proper)
        for a, b in sentences(reduced):
            i, j = bisect_right(at, a) - 1, bisect_right(at, b - 1) - 1
            item = Sentence(
                reduced[a:b], number, 0, 0,
                [0, *(x - a for x in at[i + 1 : j + 1])], [shift[i] + a, *(x + a for x in shift[i + 1 : j + 1])],
                hidden[i : j + 1],
            )  # fmt: skip
            item.start, item.end = item.original(0, b - a, marks)
            low, high = bisect_right(openings, item.start) - 1, bisect_right(openings, item.end - 1)
            item.marks = [m for m in range(max(first, low), high) if marks[m].end > item.start]
            item.parsed = _worth(item)
            found.append(item)
    return found


def _worth(sentence: Sentence) -> bool:
    """A reporting word outside the stand-ins."""
    text = sentence.text
    if text.endswith(":") or (':"' in text or ': "' in text) or _BEHIND_MARKS.search(text):
        return True
    words = _WORD_OR_COMMA.findall(text.lower())
    if can_speak(words) or ("that" in words and not TALK.isdisjoint(words)) or only_here(words):
        return True
    return any(
        word in TRIGGERS or ((needed := reporting(word, before)) is not None and (not needed or not needed.isdisjoint(words)))
        for before, word in zip(["", *words], words, strict=False)
    )


# Number to string: the numbers are hashes of the strings, the same in every pipeline.
_TEXTS: dict[int, str] = {}


@dataclass(slots=True)
class Tree:
    """A dependency parse in plain lists; heads are token numbers, a root is its own head."""

    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    kids: list[list[int]]
    quoted: list[bool] = field(default_factory=list)

    def subtree(self, i: int) -> list[int]:
        """Token numbers below and with `i`, in order."""
        if not self.kids[i]:
            return [i]
        found, queue = [], [i]
        while queue:
            node = queue.pop()
            found.append(node)
            queue.extend(self.kids[node])
        return sorted(found)

    def kid(self, i: int, *deps: str) -> int | None:
        """The first dependent of one of these kinds."""
        return next((k for k in self.kids[i] if self.deps[k] in deps), None)


def tree(doc: Any) -> Tree:
    """A spaCy parse as plain lists."""
    # One array and a table of strings: token objects would cost a third of the time of the parse.
    columns = doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "IDX"]).reshape(-1, 5)
    known = doc.vocab.strings
    numbers = columns[:, :3].T.tolist()
    for column in numbers:
        for n in column:
            # Not a difference of sets: that would walk through the whole table for each sentence.
            if n not in _TEXTS:
                _TEXTS[n] = known[n]
    words, tags, deps = ([_TEXTS[n] for n in column] for column in numbers)
    # Heads come as distances, negative ones wrapped.
    heads = [i + distance for i, distance in enumerate(columns[:, 3].astype("int64").tolist())]
    kids: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return Tree(words, [w.lower() for w in words], tags, deps, heads, columns[:, 4].tolist(), kids)
