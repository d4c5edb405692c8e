"""Voices: every character of a body is the outlet's own, somebody's direct or indirect speech, or a passage taken over."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from framing.annotate.blocks import blocks
from framing.annotate.marks import marked
from framing.annotate.quotations import Quote

VOICES = ("own", "direct", "indirect", "block")


class VoiceSpan(NamedTuple):
    """
    A stretch of one voice.

    Attributes
    ----------
    start, end : int
        Character offsets.
    voice : str
        One of `VOICES`.
    """

    start: int
    end: int
    voice: str


def voice_spans(text: str, quotes: Iterable[Quote]) -> tuple[VoiceSpan, ...]:
    """
    The voice of every character.

    A mixed quotation is direct between its marks and indirect outside them; cue and speaker are the outlet's own words.
    What is inside a block belongs to the block. Thought, plan and poll (`speech` False) stay the outlet's own.

    Parameters
    ----------
    text : str
    quotes : iterable of Quote
        Of this text.

    Returns
    -------
    tuple of VoiceSpan
        In order, not empty, neighbours of different voice; together exactly [0, len(text)).

    Examples
    --------
    >>> text = 'She called it "a bad plan".'
    >>> quote = Quote(start=11, end=26, parts=((11, 26),), kind="mixed")
    >>> voice_spans(text, [quote])
    (VoiceSpan(start=0, end=11, voice='own'), VoiceSpan(start=11, end=14, voice='indirect'),
     VoiceSpan(start=14, end=26, voice='direct'), VoiceSpan(start=26, end=27, voice='own'))
    """
    code = np.zeros(len(text), dtype=np.int8)
    between = np.zeros(len(text), dtype=bool)
    for mark in marked(text):
        between[mark.start : mark.end] = True
    for quote in quotes:
        if quote.speech:
            for start, end in quote.parts:
                code[start:end] = np.where(between[start:end], 1, 2)
    for block in blocks(text):
        code[block.start : block.end] = 3
    if not len(text):
        return ()
    edges = [0, *(np.flatnonzero(np.diff(code)) + 1).tolist(), len(text)]
    return tuple(VoiceSpan(a, b, VOICES[int(code[a])]) for a, b in pairwise(edges))
