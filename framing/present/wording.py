"""Warnings as the summary says them: written for whoever ran the study, reworded here for whoever reads the report."""

from __future__ import annotations

import re

from framing.present import labels
from framing.present.inert import plain
from framing.present.numbers import listing

# What a warning says for people at a keyboard, and what it means to a reader; tried in this order.
_REWORDED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"\s*\(?the column `reason` says why\)?", ""),
        (r";? ?see the column `\w+`", ""),
        (r"; lower `\w+` or add documents", "; more documents would help"),
        (r"'([^']+)' against '([^']+)': (\d+) and (\d+) clusters;", r"“\1” has \3 clusters and “\2” has \4;"),
        (r"no p falls below ([\d.]+)", r"no p value can be smaller than \1"),
        (r"with fewer than (\d+) a side the intervals", r"with fewer than \1 on a side the intervals"),
        (r"no pair meets (\d+) times in '([^']+)'", r"no two words meet \1 times in “\2”"),
        (r"No K is stable here: none of the (\d+) tried", r"No number of topics is stable here: none of the \1 tried"),
        (r"; K = (\d+) has ([\d.]+)\.", r"; with \1 topics it is \2."),
        (r"of side '([^']+)'", r"of “\1”"),
        (r"`(\w+)`", r"“\1”"),
    )
)
# A note on one score: "words media, voice 'all': one document ...".
_SCORE = re.compile(r"^(?P<score>[\w /-]+), voice '(?P<voice>\w+)': (?=one document )")
_HEAD = re.compile(r"^(?P<measure>[a-z_]+)(?:, voices? (?P<voices>'[^']+'(?:, '[^']+')*))?: ")


def in_words(warning: object) -> str:
    """
    A warning in plain English: the measure and the voices by their names in print, no column and no option.

    Parameters
    ----------
    warning : str
        As a measure raised it. What is not known here stays as it is.

    Examples
    --------
    >>> in_words("readability, voice 'quoted': 3 of 32 documents have no score (the column `reason` says why)")
    'Readability (quoted words): 3 of 32 documents have no score.'
    >>> in_words("words media, voice 'all': one document (e4) holds 54% of the hits of side 'x'.")
    'Words of media (all words): one document (e4) holds 54% of the hits of “x”.'
    >>> in_words("Side 'critical' has 4 clusters.")
    "Side 'critical' has 4 clusters."
    """
    text = plain(warning)
    for pattern, words in _REWORDED:
        text = pattern.sub(words, text)
    if score := _SCORE.match(text):
        name = labels.score(score["score"])
        text = f"{name[:1].upper()}{name[1:]} ({labels.voice(score['voice'])}): {text[score.end() :]}"
    head = _HEAD.match(text)
    if head and (head["measure"] in labels.MEASURES or head["voices"]):
        voices = listing([labels.voice(v) for v in re.findall(r"'([^']+)'", head["voices"] or "")])
        text = labels.measure(head["measure"]) + (f" ({voices})" if voices else "") + ": " + text[head.end() :]
    return text.rstrip() + ("" if text.rstrip().endswith((".", "!", "?")) else ".")
