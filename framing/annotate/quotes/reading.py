"""What one reporting word in one sentence says about who says what."""

from __future__ import annotations

from dataclasses import dataclass, field

from framing.annotate.cues import Cue


@dataclass(slots=True)
class Reading:
    """
    One reporting word in one sentence, in token numbers.

    Attributes
    ----------
    cue : Cue
    head : int
        The reporting word.
    cue_tokens : list of int
    content : list of int
        Empty where only quoted text beside it can be meant.
    speaker : list of int
        The noun phrase; empty where there is none.
    speaker_head : int
        -1 where there is none.
    passive : bool
    """

    cue: Cue
    head: int
    cue_tokens: list[int]
    content: list[int] = field(default_factory=list)
    speaker: list[int] = field(default_factory=list)
    speaker_head: int = -1
    passive: bool = False
    frame: str = ""
    relative: int = -1
