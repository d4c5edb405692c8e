"""Readings in offsets of the text, and quotations that can still grow."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from framing.annotate.cues import Cue
from framing.annotate.layout.marks import Marked
from framing.annotate.quotations import Span
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.parse import Sentence, Tree
from framing.annotate.quotes.reading import Reading

_JOINING = frozenset(("but", "and", "because", "while", "yet", "so", "or"))
# No more words than these are taken for lost on the way.
_FEW = 5


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

        runs = [run for run in (trimmed(tree, r) for r in _runs(_closed_up(reading, tree))) if run]
        # "But, according to Orr, the pier is safe": the outlet joins the sentences.
        runs = runs[1:] if len(runs) > 1 and len(runs[0]) == 1 and tree.lower[runs[0][0]] in _JOINING else runs
        content = join([span(run) for run in runs])
        touched = {token_marks[t] for t in reading.content} - {-1}
        content = join([*content, *_whole_marks(reading, tree, marks, token_marks, touched)])
        content = _up_to_mark(content, sorted(touched), marks, sentence, tree, token_marks)
        governor = tree.heads[reading.head] if tree.deps[reading.head] in ("xcomp", "ccomp") else None
        return cls(
            reading.cue, span(reading.cue_tokens), content, touched, span(reading.speaker) if reading.speaker else None,
            number, reading.frame, reading.passive, span([reading.head]), None if governor is None else span([governor]),
            None if reading.relative < 0 else span([reading.relative]),
        )  # fmt: skip


def _up_to_mark(
    content: list[Span], touched: list[int], marks: list[Marked], sentence: Sentence, tree: Tree, token_marks: list[int]
) -> list[Span]:
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
    if _is_name(touched[-1], tree, token_marks):
        return content
    if not rest or not (comma or rest[0] in (",", "—", "–", "-", "--")):
        return content
    first = next((w for w in rest if w[:1].isalnum()), "")
    return content if first in ("and", "or", "but", "that", "nor") else [*content[:-1], (start, at)]


def _is_name(mark: int, tree: Tree, token_marks: list[int]) -> bool:
    """ "The ring, known as “Gilded Hand”, had taken millions": capitals in marks behind a word of the sentence."""
    inside = [t for t, m in enumerate(token_marks) if m == mark and tree.words[t][:1].isalnum()]
    before = next((t for t in range(min(inside, default=0) - 1, -1, -1) if token_marks[t] != mark), -1)
    long = [tree.words[t] for t in inside if len(tree.words[t]) > 3]
    return before >= 0 and tree.words[before][0].isalnum() and bool(long) and all(word[0].isupper() for word in long)


def _whole_marks(reading: Reading, tree: Tree, marks: list[Marked], token_marks: list[int], touched: set[int]) -> list[Span]:
    """Quoted stretches of which the content holds most words belong to it whole."""
    whole = []
    inside = set(reading.content)
    last = token_marks[reading.content[-1]] if reading.content else -1
    for mark in touched:
        # "Existed “on paper only, in the small size”": what opens in the content closes in it.
        if mark == last and marks[mark].closed and token_marks[reading.content[0]] != mark:
            whole.append((marks[mark].start, marks[mark].end))
            continue
        tokens = [t for t, m in enumerate(token_marks) if m == mark and tree.words[t][:1].isalnum()]
        # What begins with the first word in marks and ends inside them is cut short by the parser.
        if mark == last and tokens and tokens[0] == reading.content[0] and marks[mark].closed:
            whole.append((marks[mark].start, marks[mark].end))
            continue
        if 2 * sum(t in inside for t in tokens) >= len(tokens):
            whole.append((marks[mark].start, marks[mark].end))
    return whole


def _closed_up(reading: Reading, tree: Tree) -> list[int]:
    """The content of a clause with the few words on the way that the parser hung elsewhere: "it would from now on be shut"."""
    content = reading.content
    if reading.frame not in ("c", "x") or not content:
        return content
    own = {*reading.cue_tokens, *reading.speaker}
    behind = content[0] > reading.head
    found = content[:1]
    for t in content[1:]:
        between = range(found[-1] + 1, t)
        # "Said that it was shut, “because of rain”."
        comma = len(between) == 1 and tree.words[t - 1] == "," and tree.quoted[t] and not tree.quoted[t - 1]
        few = behind and len(between) <= _FEW and own.isdisjoint(between) and not any(tree.quoted[k] for k in between)
        if comma or few:
            found.extend(between)
        found.append(t)
    return found


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

    def add(self, part: Span, mark: int) -> None:
        """One more stretch in marks; most stand behind all that are there."""
        if self.parts and part[0] >= self.parts[-1][1]:
            self.parts.append(part)
        else:
            self.parts = join([*self.parts, part])
        self.marks.add(mark)


def by_line(drafts: list[Draft], starts: list[int]) -> dict[int, list[Draft]]:
    """What readings hold so far and somebody is named for, by line, in order."""
    found: dict[int, list[Draft]] = {}
    for draft in sorted((d for d in drafts if d.source and d.source.cue.speech and d.speaker), key=lambda d: d.parts[0][0]):
        found.setdefault(bisect_right(starts, draft.parts[0][0]) - 1, []).append(draft)
    return found
