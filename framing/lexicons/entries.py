"""What a lexicon is made of: entries, categories, and the rule for negation."""

from __future__ import annotations

from dataclasses import dataclass

from framing.checks import one_of

UNITS = ("word", "lemma", "regex")
CASES = ("fold", "keep")
WILDCARDS = ("glob", "none")
COMBINE = ("count", "sum", "mean")
NEGATIONS = ("ignore", "drop", "flip")
NEGATORS = (
    "not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere", "cannot", "without", "hardly", "barely",
    "scarcely", "*n't", "nt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One term of one category.

    Attributes
    ----------
    term : str
        A word, a phrase (words with spaces between) or, in a lexicon of unit "regex", a regular expression. `*` stands for
        any characters within a word, `?` for one, unless the lexicon knows no wildcards.
    category : str
    weight : float
        1 where the lexicon has no weights.
    pos : str or None
        Part of speech as the source gives it; kept, not used for matching.
    line : int or None
        Line of the source.
    """

    term: str
    category: str
    weight: float = 1.0
    pos: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """
    A category with its place in the hierarchy.

    Attributes
    ----------
    name : str
        Unique; the path joined by "/".
    path : tuple of str
    label : str or None
        A longer name from the source.
    """

    name: str
    path: tuple[str, ...]
    label: str | None = None


@dataclass(frozen=True)
class Negation:
    """
    What a negated hit means.

    Attributes
    ----------
    effect : str
        "ignore": counts like any other. "drop": does not count. "flip": counts with the opposite weight.
    window : int
        A hit is negated if a negator stands at most so many words before it in the same sentence.
    words : tuple of str
        The negators; wildcards allowed.
    """

    effect: str = "ignore"
    window: int = 3
    words: tuple[str, ...] = NEGATORS

    def __post_init__(self) -> None:
        one_of("negation", self.effect, NEGATIONS)
