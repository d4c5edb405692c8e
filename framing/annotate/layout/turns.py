"""Interviews and round-ups: paragraphs that open with `Name:` and hold that person's words without marks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from framing.annotate.layout.takeovers import marker
from framing.annotate.wordlists import word_list


class Turn(NamedTuple):
    """
    What one person says at one time.

    Attributes
    ----------
    parts : tuple of (int, int)
        Character offsets of the paragraphs, without the label.
    speaker : (int, int)
        The label, or for "A:" the name that was mentioned before the first question.
    """

    parts: tuple[tuple[int, int], ...]
    speaker: tuple[int, int]


_LINE = re.compile(r"[^\n\r]+")
_CAPITAL = r"[A-Z][\w’'.-]*"
_LABEL = re.compile(
    rf"[>*_•\s–—-]*(?P<name>{_CAPITAL}(?:\s(?:of|the|de|van|von|bin|al|{_CAPITAL})){{0,5}})"
    r"(?P<role>,\s(?=[a-z\d]|[A-Z][\w-]*\s(?:of|for|at)\s)[^:.?!]{2,120}|\s\([^):]{2,60}\))?[*_]{0,2}:[*_]{0,2}(?:\s+(?=\S)|\s*$)"
)
_ASKS, _ANSWERS = frozenset(("Q", "Q.", "Question")), frozenset(("A", "A.", "Answer"))
_FULL_NAME = re.compile(r"(?<![\w’'])[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3}")
_BROUGHT_IN = re.compile(_FULL_NAME.pattern + ",")
_MEETING = re.compile(
    r"\b(?:spoke|speaks|talked|talks|met|meets|sat down|interview|interviewed|conversation|asked|questions|answers|joined)\b"
)
_TALK = re.compile(r"\b(?:conversation|interview|interviewed|exchange|dialogue)\b")
_PERSON = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b")
_SELF = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Yy]ou|[Yy]our)\b")
_ME = re.compile(r"\b(?:I|[Mm]y|me)\b")
# "Reached by telephone, the teacher said ...": the outlet goes on.
_REPORTED = re.compile(
    r"(?<!\bhas )(?<!\bhave )(?<!\bever )(?<!\bbeen )\b(?:said|says|told|tells|added|adds|asked|asks|replied"
    r"|explained|explains|recalled|recalls|advised|advises|warned|warns"
    r"|assured|assures|argued|argues|claimed|claims|insisted|insists|denied|denies|reported|reports|estimated|estimates)\b"
)
_ENDS = re.compile(r"[.!?…—-][”’\"')\]*_]*\s*$")
_MARKS = re.compile(r"[“”\"„«]|(?<!\w)[‘'](?=\w)")
_QUOTED = re.compile(r"“[^”\n]*[”\n]?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
_NOT_NAMES = word_list("takeovers_en.txt")["labels"]
# Paragraphs that may stand between two labels of one conversation.
_FARTHEST = 4


@dataclass(frozen=True, slots=True)
class _Label:
    line: int
    name: str
    role: str
    span: tuple[int, int]
    words: int
    text: str


def turns(text: str) -> tuple[Turn, ...]:
    """
    Every turn of the conversations in a text.

    A conversation has at least two labels that stand near each other; one of them comes back, or most of them carry a role
    or speak of themselves; somebody has a role, says "I" or "you", or asks. A single person must be asked. "Q:" is the
    outlet; the name that was mentioned before the first question is carried over all "A:". A paragraph without a label
    between two turns belongs to the one before, unless it is a question, has marks, speaks of the person, reports somebody or
    brings somebody in, or stands right before the next answer of the only one who answers. One answer behind one question is
    a turn where the text names whoever answers elsewhere.

    Parameters
    ----------
    text : str

    Returns
    -------
    tuple of Turn

    Examples
    --------
    >>> text = "We met Ann Orr.\\n\\nQ: Why?\\n\\nA: I like it.\\n\\nQ: And now?\\n\\nA: We stay."
    >>> [(text[slice(*t.speaker)], text[slice(*t.parts[0])]) for t in turns(text)]
    [('Ann Orr', 'I like it.'), ('Ann Orr', 'We stay.')]
    """
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    labels = [label for n in range(len(lines)) if (label := _label(text, lines, n))]
    found: list[Turn] = []
    for run in _runs(labels):
        announced = _is_announced(text, lines, run[0].line)
        if (announced and len(run) > 1) or _is_conversation(text, run, _questions(text, lines, run)):
            found.extend(_turns_of(text, lines, run))
    return tuple(found)


def spoken_end(text: str, start: int, end: int) -> int:
    """
    Where the words of a paragraph end, before blanks, the signs of bold type and a mark of its source.

    Examples
    --------
    >>> spoken_end("Ann Orr: We stay. [Source]", 0, 26)
    17
    """
    if text[end - 1 : end] == "]" and (at := marker(text[start:end], "", bracketed=True)) is not None:
        end = start + at
    return start + len(text[start:end].rstrip(" \t*_"))


def _label(text: str, lines: list[tuple[int, int]], n: int) -> _Label | None:
    """The label of a paragraph, with the words behind it or in the next paragraph."""
    match = _LABEL.match(text, *lines[n])
    if match is None or match.group("name").split()[0].lower().rstrip(".") in _NOT_NAMES:
        return None
    alone = match.end() >= lines[n][1]
    if alone and n + 1 >= len(lines):
        return None
    line, start = (n + 1, lines[n + 1][0]) if alone else (n, match.end())
    words = text[start : spoken_end(text, *lines[line])]
    if not _ENDS.search(words[-12:]):
        return None
    return _Label(line, match.group("name"), match.group("role") or "", match.span("name"), start, words[:2000])


def _runs(labels: list[_Label]) -> list[list[_Label]]:
    """Labels with few paragraphs between them."""
    runs: list[list[_Label]] = []
    for label in labels:
        if runs and label.line - runs[-1][-1].line <= _FARTHEST + 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs


def _questions(text: str, lines: list[tuple[int, int]], run: list[_Label]) -> int:
    """Paragraphs without a label, right before one, that ask."""
    labelled = {label.line for label in run}
    before = [n - 1 for n in labelled if n and n - 1 not in labelled]
    return sum(text[slice(*lines[n])].rstrip(" *_").endswith("?") for n in before)


def _is_conversation(text: str, run: list[_Label], n_questions: int) -> bool:
    whole = _whole_names([t.name for t in run])
    names = Counter(whole[t.name] for t in run)
    if len(run) == 1:  # one answer, taken over from an interview
        return n_questions == 1 and text.count(run[0].name.split()[-1]) > 1
    if not (n_questions or any(t.role or _PERSON.search(t.text) or t.text.endswith("?") for t in run)):
        return False
    if len(names) == 1:  # a speech with the speaker's name now and then is no conversation
        return 2 * n_questions >= len(run)
    if max(names.values()) > 1 or _ASKS & set(names):
        return True
    personal = sum(bool(t.role or _PERSON.search(t.text)) for t in run)
    return 2 * personal > len(run) and all(" " in t.name or t.role for t in run)


def _is_announced(text: str, lines: list[tuple[int, int]], first: int) -> bool:
    """ "The paper printed a conversation with the mayor:", right above the first label."""
    above = text[slice(*lines[first - 1])].rstrip() if first else ""
    return above.endswith(":") and _TALK.search(above) is not None


def _whole_names(names: list[str]) -> dict[str, str]:
    """For each name the first that holds all its words: "Voss" is Mara Voss."""
    holding: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        for word in dict.fromkeys(name.split()):
            holding[word].append(name)
    return {
        name: next(n for n in holding[name.split()[0]] if set(name.split()) <= set(n.split())) for name in dict.fromkeys(names)
    }


def _turns_of(text: str, lines: list[tuple[int, int]], run: list[_Label]) -> list[Turn]:
    found = []
    carried = _introduced(text, lines, run[0].line) if any(t.name in _ANSWERS for t in run) else None
    alone = len(set(_whole_names([t.name for t in run]).values())) == 1
    for label, after in pairwise([*run, None]):
        assert label is not None
        speaker = carried if label.name in _ANSWERS else label.span
        if label.name in _ASKS or speaker is None or _MARKS.match(label.text):
            continue
        between = lines[label.line + 1 : after.line] if after else _still_of(text, lines, run)
        if alone and after:  # What stands right before the next answer of the only one who answers is what was asked.
            between = between[:-1]
        parts = [(label.words, spoken_end(text, *lines[label.line]))]
        for line in between:
            if not _goes_on(text[slice(*line)], label.name):
                break
            parts.append(line)
        found.append(Turn(tuple(_trimmed(text, part) for part in parts), speaker))
    return found


def _still_of(text: str, lines: list[tuple[int, int]], run: list[_Label]) -> list[tuple[int, int]]:
    """Paragraphs behind the last label that say "I" or "my", in a text whose writer never does."""
    last = run[-1].line
    behind = lines[last + 1 : last + 1 + _FARTHEST]
    mine = list(takewhile(lambda line: _ME.search(text, *line) is not None, behind))
    if not mine:
        return []
    labelled = {label.line for label in run}
    others = [line for n, line in enumerate(lines) if n not in labelled and not last < n <= last + len(mine)]
    told = (_QUOTED.sub("", text[slice(*line)]) for line in others)
    return [] if any(_ME.search(paragraph) for paragraph in told) else mine


def _goes_on(paragraph: str, name: str) -> bool:
    """Neither a question of the outlet, nor about the person, nor with marks of its own, nor what somebody else said."""
    # "At this moment Ben Orr, a baker, looked in": the outlet tells of the room; "he leaves us a loaf" is the outlet's "us".
    if not _SELF.search(paragraph) and (_REPORTED.search(paragraph) or _BROUGHT_IN.search(paragraph)):
        return False
    stops = paragraph.rstrip().endswith("?") or _MARKS.search(paragraph) or _LABEL.match(paragraph)
    return not stops and name.split()[-1] not in paragraph.split()


def _introduced(text: str, lines: list[tuple[int, int]], first: int) -> tuple[int, int] | None:
    """The name behind a word of meeting in the paragraphs before the first question, else the last full name there."""
    low = lines[max(0, first - 3)][0]
    high = lines[first][0]
    names = [m.span() for m in _FULL_NAME.finditer(text, low, high)]
    if not names:
        return None
    met = [m.end() for m in _MEETING.finditer(text, low, high)]
    return next((name for name in names if met and name[0] >= met[-1]), names[-1])


def _trimmed(text: str, part: tuple[int, int]) -> tuple[int, int]:
    start, end = part
    while start < end and text[start] in "> \t*_":
        start += 1
    while end > start and text[end - 1] in " \t*_":
        end -= 1
    return start, end
