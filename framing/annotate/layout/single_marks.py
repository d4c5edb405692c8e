"""Single quotation marks, told from apostrophes, elisions and plural possessives."""

from __future__ import annotations

import re
from typing import NamedTuple

# ’tis, ’90s, rock ’n’ roll: an apostrophe at the front of a word, whatever way it is turned.
_ELIDED = r"(?:tis|twas|twere|twill|em|til|n|cos|coz|bout|fraid|\d0s|\d\d)\b"
_OPENS = rf"(?:(?<=[\s(\[{{—–/“„\">-])|^)[‘'‚](?=[^\s.,;:!?’')\]]|’\w)(?!{_ELIDED})"
_CLOSES = r"(?<=[^\s‘(\[{/])(?<![‘’']n)[’'](?=[\s.,;:!?)\]}…—–\-/”\"’']|$)|(?<=[^\s(\[{])‘(?=[\s.,;:!?)\]}…—–]|$)"
_EVENT = re.compile(rf"(?P<opens>{_OPENS})|(?P<closes>{_CLOSES})", re.I | re.M)
# Before a blank these end in an apostrophe of their own: the workers’ hall, huntin’ men, ol’ times.
_OWN_APOSTROPHE = re.compile(r"(?:[sxz]|\b\w{3,}in|\b(?:o|an|th|wi|ol|po|fo|lil))$", re.I)
_PRONOUN_OR_LINK = re.compile(
    r"\s+(?:a|about|after|against|also|although|among|an|and|are|as|asked|at|be|because|been|before|but|by|can|could|did|do|does|"
    r"during|for|from|had|has|have|he|her|his|how|i|if|in|into|is|it|its|like|may|might|must|no|nor|not|of|on|or|over|said|"
    r"says|she|should|since|so|than|that|the|their|then|there|these|they|this|those|though|through|to|told|under|until|upon|"
    r"was|we|were|what|when|where|whether|which|while|who|will|with|would|yet|you)\b",
    re.I,
)
# Further or deeper than this nobody looks for the other mark, so that a paragraph of a megabyte stays cheap.
_FARTHEST, _DEEPEST = 200, 2


class Single(NamedTuple):
    """A stretch between single marks: where it opens, and where its closing mark stands (-1 where there is none)."""

    opens: int
    closes: int


class _Event(NamedTuple):
    at: int
    opens: bool
    sure: bool


def singles(text: str, low: int, high: int) -> list[Single]:
    """
    Every place in a line where a single mark can open a quotation, and where it would be closed.

    Parameters
    ----------
    text : str
    low, high : int
        The line.

    Returns
    -------
    list of Single
        In the order of the text; they may overlap where one stands inside another.

    Examples
    --------
    >>> text = "‘The workers’ hall isn’t ours,’ she said of ’tis and ‘that’."
    >>> [text[s.opens : s.closes + 1] for s in singles(text, 0, len(text))]
    ['‘The workers’ hall isn’t ours,’', '‘that’']
    """
    events = [_event(text, match, high) for match in _EVENT.finditer(text, low, high)]
    return [Single(event.at, _closing(events, n)) for n, event in enumerate(events) if event.opens]


def _event(text: str, match: re.Match[str], high: int) -> _Event:
    at = match.start()
    if match.group("opens") is not None:
        return _Event(at, True, True)
    follows_blank = at + 1 < high and text[at + 1].isspace()
    doubtful = follows_blank and _OWN_APOSTROPHE.search(text, max(0, at - 24), at) is not None
    return _Event(at, False, not doubtful or _PRONOUN_OR_LINK.match(text, at + 1, high) is not None)


def _closing(events: list[_Event], number: int) -> int:
    """
    The mark that closes an opening one, or -1.

    A sure one at the same depth is taken at once; before another opening mark a doubtful one will do, and so will the
    one that closed a mark inside, where nothing else comes.
    """
    depth, fallback = 0, -1
    for n in range(number + 1, min(len(events), number + _FARTHEST)):
        event = events[n]
        if event.opens:
            if depth == _DEEPEST or (depth == 0 and fallback >= 0):
                return fallback
            depth += 1
        elif depth == 0:
            if event.sure:
                return event.at
            fallback = event.at if fallback < 0 else fallback
        elif event.sure:
            depth -= 1
            fallback = event.at if depth == 0 else fallback
    return fallback
