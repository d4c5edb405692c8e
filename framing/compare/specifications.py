"""Reasonable choices, declared beforehand, and every combination of them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.annotate.counting.tokens import VOICE_GROUPS, VOICE_NAMES
from framing.checks import between, greater_than, integer, one_of
from framing.errors import OptionError

VOICE_CHOICES = ("own", "quoted", "all", "direct", "indirect", "block")
# Which choices touch which kind of claim; the others stand still for it.
_COUNTED = ("voices", "headline", "weight", "duplicates", "leave_out", "cleaning", "tokens", "stop_words", "min_count")
TOUCHES: dict[str, tuple[str, ...]] = {
    "lexicon": (*_COUNTED, "lexicon"),
    "keyness": (*_COUNTED, "prior"),
    "voices": ("weight", "duplicates", "leave_out", "cleaning", "tokens", "stop_words"),
    "topics": ("voices", "headline", "weight", "duplicates", "leave_out", "min_count", "stop_words", "k", "topic_seeds"),
}
CHOICES = tuple(dict.fromkeys(choice for touched in TOUCHES.values() for choice in touched))


@dataclass(frozen=True)
class Options:
    """
    The claims and the options of each choice. The first option of every choice makes the reference specification.

    Attributes
    ----------
    claims : tuple of str
        "kind:name" or "kind:name@side", see `framing.compare.claims`.
    voices : tuple of str
    headline : tuple of {"out", "in"}
    weight : tuple of {"document", "word"}
        Every document counts once, or by its words.
    duplicates : tuple of {"keep-all", "keep-first", "one-per-cluster"}
    leave_out : tuple of str
        "nothing", "top-document" (the one with most hits of the claim), or "document ID".
    cleaning : tuple of {"as-read", "cuts-back", "doubtful-out"}
        The texts as they are; with everything cleaning cut put back; without the lines it only flagged.
    tokens : tuple of {"words", "no-numbers", "split-hyphens", "stems"}
        What counts as a token; with "stems" all words with the stem of a keyness word count as hits.
    stop_words : tuple of {"kept", "dropped"}
        In the denominator.
    min_count : tuple of int
        Entries (or the word) with fewer hits are not counted.
    lexicon : tuple of {"full", "without-top-entry", "no-wildcards", "no-phrases"}
    prior : tuple of str
        "pooled:W" (pseudo-tokens as a share W of the pooled corpus) or "uniform:W" (W for each type).
    k, topic_seeds : tuple of int
        Topic numbers and seeds of claims about topics.
    alpha : float
        Threshold in the share of significant specifications.
    n_null : int
        Shuffles of the outlets, where not all splits are listed.
    n_draws : int
        Bootstrap draws of the intervals.
    level : float
    sides : tuple of str
        The two sides; the first two of the corpus unless given.
    """

    claims: tuple[str, ...]
    voices: tuple[str, ...] = ("own", "quoted", "all")
    headline: tuple[str, ...] = ("out", "in")
    weight: tuple[str, ...] = ("document", "word")
    duplicates: tuple[str, ...] = ("keep-all", "keep-first")
    leave_out: tuple[str, ...] = ("nothing", "top-document")
    cleaning: tuple[str, ...] = ("as-read",)
    tokens: tuple[str, ...] = ("words",)
    stop_words: tuple[str, ...] = ("kept", "dropped")
    min_count: tuple[int, ...] = (1,)
    lexicon: tuple[str, ...] = ("full", "without-top-entry")
    prior: tuple[str, ...] = ("pooled:0.1", "uniform:0.01")
    k: tuple[int, ...] = (4, 8)
    topic_seeds: tuple[int, ...] = (0, 1, 2)
    alpha: float = 0.05
    n_null: int = 999
    n_draws: int = 500
    level: float = 0.95
    sides: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field_ in fields(self):
            value = getattr(self, field_.name)
            if field_.name in (*CHOICES, "claims") and not isinstance(value, tuple):
                object.__setattr__(self, field_.name, (value,) if isinstance(value, (str, int)) else tuple(value))
        if not self.claims:
            raise OptionError("`claims` is empty; declare at least one, for instance lexicon:control-order")
        if self.sides and len(self.sides) != 2:
            raise OptionError(f"`sides` must name two sides, got {', '.join(self.sides)}")
        known = {
            "voices": VOICE_CHOICES, "headline": ("out", "in"), "weight": ("document", "word"),
            "duplicates": ("keep-all", "keep-first", "one-per-cluster"), "cleaning": ("as-read", "cuts-back", "doubtful-out"),
            "tokens": ("words", "no-numbers", "split-hyphens", "stems"), "stop_words": ("kept", "dropped"),
            "lexicon": ("full", "without-top-entry", "no-wildcards", "no-phrases"),
        }  # fmt: skip
        for choice in CHOICES:
            self._check(choice, getattr(self, choice), known.get(choice))
        between("alpha", self.alpha, 0.0001, 0.5)
        between("level", self.level, 0.5, 0.999)
        integer("n_null", self.n_null, low=99)
        integer("n_draws", self.n_draws, low=100)

    def _check(self, choice: str, options: tuple[Any, ...], known: tuple[str, ...] | None) -> None:
        """No empty choice, no option twice, none unknown."""
        if not options:
            raise OptionError(f"`{choice}` is empty; name at least one option")
        if len(set(options)) < len(options):
            raise OptionError(f"`{choice}` names an option twice: {', '.join(map(str, options))}")
        for option in options:
            if known is not None:
                one_of(choice, option, known)
            elif choice in ("min_count", "k"):
                integer(choice, option, low=1 if choice == "min_count" else 2)
            elif choice == "topic_seeds":
                integer(choice, option)
            elif choice == "prior":
                parse_prior(option)
            elif option not in ("nothing", "top-document") and not str(option).startswith("document "):
                raise OptionError(f"`leave_out` must be 'nothing', 'top-document' or 'document ID', got {option!r}")


def parse_prior(text: str) -> tuple[str, float]:
    """
    A prior and its weight.

    Examples
    --------
    >>> parse_prior("pooled:0.1")
    ('pooled', 0.1)
    """
    kind, _, weight = str(text).partition(":")
    one_of("prior", kind, ["pooled", "uniform"])
    try:
        number = float(weight)
    except ValueError:
        raise OptionError(f"`prior` is written pooled:0.1 or uniform:0.01, got {text!r}") from None
    return kind, float(greater_than("prior weight", number, 0))


def voice_mask(voice: str, headline: str = "out") -> NDArray[np.bool_]:
    """
    Which of own, direct, indirect, block and headline a specification counts, (5,) bool.

    Examples
    --------
    >>> voice_mask("quoted", "in").tolist()
    [False, True, True, True, True]
    """
    wanted = set(VOICE_GROUPS.get(voice, (voice,))) | ({"headline"} if headline == "in" else set())
    return np.array([name in wanted for name in VOICE_NAMES])


def specifications(options: Options, kind: str) -> tuple[tuple[str, ...], list[dict[str, Any]], NDArray[np.int64]]:
    """
    Every combination of the choices that touch a kind of claim.

    Parameters
    ----------
    options : Options
    kind : str

    Returns
    -------
    choices : tuple of str
        C names.
    specifications : list of S dicts
        Choice to option; the first is the reference.
    levels : (S, C) int array

    Examples
    --------
    >>> choices, specs, levels = specifications(Options(("voices:quoted",)), "voices")
    >>> len(specs), levels.shape, specs[0]["weight"]
    (16, (16, 6), 'document')
    """
    choices = TOUCHES[kind]
    values = {choice: getattr(options, choice) for choice in choices}
    if kind != "keyness" and "tokens" in values:
        # Stems widen a single word; for a list or a voice the option would only repeat "words".
        values["tokens"] = tuple(option for option in values["tokens"] if option != "stems") or ("words",)
    levels = np.array(list(product(*(range(len(v)) for v in values.values()))), dtype=np.int64)
    return choices, [dict(zip(choices, combination, strict=True)) for combination in product(*values.values())], levels
