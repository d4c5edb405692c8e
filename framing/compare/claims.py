"""Declared claims: what is said to differ, and on which side there is said to be more of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framing.checks import did_you_mean, one_of
from framing.errors import OptionError

KINDS = ("lexicon", "keyness", "voices", "topics")


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One claim, written "kind:name" or "kind:name@side".

    Attributes
    ----------
    kind : {"lexicon", "keyness", "voices", "topics"}
        Rate of a lexicon's hits; log-odds of a word or phrase; share of a voice; prevalence of the topic that holds
        a word.
    name : str
        Lexicon (or "lexicon/category"), word, voice, or word.
    side : str or None
        The side that is claimed to have more; None takes it from the first specification.

    Examples
    --------
    >>> parse_claim("keyness:rumor@official", ("official", "critical"))
    Claim(kind='keyness', name='rumor', side='official')
    """

    kind: str
    name: str
    side: str | None = None

    @property
    def text(self) -> str:
        """The claim without its side."""
        return f"{self.kind}:{self.name}"


def parse_claim(text: str, sides: Sequence[str]) -> Claim:
    """
    Read one claim.

    Parameters
    ----------
    text : str
    sides : sequence of str
        Sides that a claim may name.

    Returns
    -------
    Claim

    Raises
    ------
    OptionError
        For a claim that is not "kind:name" or names an unknown kind or side.
    """
    kind, colon, rest = text.partition(":")
    if not colon or not rest.strip():
        raise OptionError(f"a claim is written kind:name, for instance lexicon:control-order, got {text!r}")
    if kind not in KINDS:
        raise OptionError(f"claim {text!r}: no kind {kind!r}{did_you_mean(kind, KINDS)} Known: {', '.join(KINDS)}.")
    name, at, side = rest.rpartition("@")
    if not at:
        return Claim(kind, rest.strip())
    one_of(f"side of claim {text!r}", side, sides)
    return Claim(kind, name.strip(), side)
