"""The lexicon: entries, and everything a reader must know before trusting a score."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from framing.checks import did_you_mean, one_of
from framing.errors import LexiconError
from framing.lexicons.entries import CASES, COMBINE, NEGATIONS, NEGATORS, UNITS, WILDCARDS, Category, Entry, Negation
from framing.lexicons.patterns import split_term

__all__ = [
    "CASES", "COMBINE", "NEGATIONS", "NEGATORS", "NOT_STATED", "UNITS", "WILDCARDS", "Category", "Entry", "Lexicon", "Negation",
    "fingerprint", "load_lexicon",
]  # fmt: skip

NOT_STATED = "not stated"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """
    A word list with its papers. What the source does not state must be said to be "not stated"; there are no defaults.

    Attributes
    ----------
    name : str
    entries : tuple of Entry
    version, citation, licence, language : str
    unit : str
        "word" (tokens, phrases included), "lemma" (matched as words: the list must hold the forms that occur) or "regex"
        (searched in the text).
    weights : str
        What a weight means.
    weight_range : tuple of float
        Lowest and highest weight the source allows.
    case : str
        "fold" (case does not matter) or "keep".
    wildcards : str
        "glob" (`*` and `?`) or "none" (both are ordinary characters).
    negation : Negation
    validated : str
        On what material its scores were compared with human coding; "none" if on none.
    sha256 : str
        Of the file it was read from.
    combine : str
        How a document is scored: "count" hits, "sum" of weights (both per 1,000 tokens) or "mean" weight of the hits.
    categories : tuple of Category
        In the order of the source, empty ones included.
    notes : tuple of str
        What reading repaired or left out, with file and line.
    definition : str
        What the list is meant to indicate.
    source : str
        File name.

    Raises
    ------
    LexiconError
        If a field has an impossible value, or nothing can be matched.

    Examples
    --------
    >>> lexicon = Lexicon.from_words("order", ["order", "law and order"], definition="talk of order")
    >>> lexicon.category_names, len(lexicon), lexicon.unstated
    (('order',), 2, ('version', 'citation', 'licence', 'language'))
    """

    name: str
    entries: tuple[Entry, ...]
    version: str
    citation: str
    licence: str
    language: str
    unit: str
    weights: str
    weight_range: tuple[float, float]
    case: str
    wildcards: str
    negation: Negation
    validated: str
    sha256: str
    combine: str = "count"
    categories: tuple[Category, ...] = ()
    notes: tuple[str, ...] = ()
    definition: str = ""
    source: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, known in (("unit", UNITS), ("case", CASES), ("wildcards", WILDCARDS), ("combine", COMBINE)):
            one_of(key, getattr(self, key), known, error=LexiconError)
        for key in ("name", "version", "citation", "licence", "language", "weights", "validated", "sha256"):
            value = getattr(self, key)
            if not isinstance(value, str) or not value.strip():
                raise LexiconError(
                    f"lexicon {self.name!r}: `{key}` must be text, got {value!r}; write {NOT_STATED!r} if the source is silent"
                )
        if not self.entries:
            raise LexiconError(f"lexicon {self.name!r}: no entries")
        odd = next((entry for entry in self.entries if not math.isfinite(entry.weight)), None)
        if odd is not None:
            raise LexiconError(f"lexicon {self.name!r}: the weight of {odd.term!r} must be a number, got {odd.weight!r}")
        if not self.categories:
            names = dict.fromkeys(entry.category for entry in self.entries)
            object.__setattr__(self, "categories", tuple(Category(name, tuple(name.split("/"))) for name in names))

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def category_names(self) -> tuple[str, ...]:
        """Categories in order."""
        return tuple(category.name for category in self.categories)

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """
        The words of each entry, by the rules that split the texts.

        Empty for an entry that can match nothing (it holds no word) or would match every word (nothing but wildcards).
        """
        glob = self.wildcards == "glob"
        found = (split_term(entry.term, wildcards=glob, case=self.case) for entry in self.entries)
        return tuple(() if all(not word.strip("*?") for word in words) else words for words in found)

    @cached_property
    def entry_categories(self) -> np.ndarray:
        """(E,) int array: index of the category of each entry."""
        number = {name: n for n, name in enumerate(self.category_names)}
        return np.fromiter((number[entry.category] for entry in self.entries), np.int32, len(self.entries))

    @cached_property
    def sorted_out(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Entries by kind: plain words, words with wildcards (most letters first), phrases (longest first), impossible."""
        plain: list[int] = []
        wild: list[int] = []
        phrases: list[int] = []
        impossible: list[int] = []
        for number, words in enumerate(self.words):
            if len(words) == 1:
                (wild if "*" in words[0] or "?" in words[0] else plain).append(number)
            else:
                (phrases if words else impossible).append(number)
        wild.sort(key=lambda n: (-len(self.words[n][0].replace("*", "").replace("?", "")), n))
        phrases.sort(key=lambda n: (-len(self.words[n]), n))
        return plain, wild, phrases, impossible

    @cached_property
    def plain_words(self) -> tuple[str, ...]:
        """The words of the entries of one word without wildcards, in the order of `sorted_out`."""
        return tuple(self.words[number][0] for number in self.sorted_out[0])

    @cached_property
    def entry_weights(self) -> np.ndarray:
        """(E,) float array: weight of each entry."""
        return np.array([entry.weight for entry in self.entries], float)

    @property
    def unstated(self) -> tuple[str, ...]:
        """Fields of which the source says nothing."""
        return tuple(key for key in ("version", "citation", "licence", "language") if getattr(self, key) == NOT_STATED)

    def score_name(self, category: str) -> str:
        """The name of a score: the lexicon's for a single category of the same name, else "lexicon/category"."""
        return self.name if self.category_names == (category,) and category == self.name else f"{self.name}/{category}"

    def only(self, *categories: str) -> Lexicon:
        """The lexicon with some of its categories."""
        for category in categories:
            one_of("category", category, self.category_names, error=LexiconError)
        kept = tuple(entry for entry in self.entries if entry.category in categories)
        return replace(self, entries=kept, categories=tuple(c for c in self.categories if c.name in categories))

    def at_level(self, level: int) -> Lexicon:
        """
        Categories joined to their ancestors of a level, 1 being the highest; an entry that then stands twice is kept once.

        Raises
        ------
        LexiconError
            If `level` is below 1.
        """
        if level < 1:
            raise LexiconError(f"`level` must be at least 1, got {level}")
        joined = {c.name: "/".join(c.path[:level]) for c in self.categories}
        paths = dict.fromkeys(c.path[:level] for c in self.categories)
        entries = dict.fromkeys(replace(entry, category=joined[entry.category], line=None) for entry in self.entries)
        return replace(self, entries=tuple(entries), categories=tuple(Category("/".join(path), path) for path in paths))

    def frame(self) -> pd.DataFrame:
        """One row per entry: category, term, weight, pos, line."""
        rows = [(e.category, e.term, e.weight, e.pos, e.line) for e in self.entries]
        return pd.DataFrame(rows, columns=["category", "term", "weight", "pos", "line"])

    @classmethod
    def from_words(cls, name: str, terms: list[str], **metadata: Any) -> Lexicon:
        """
        A lexicon of one category from a list of terms; metadata that is not given is "not stated".

        Raises
        ------
        LexiconError
            For an unknown field, naming the nearest known one.
        """
        return cls.from_entries(name, tuple(Entry(term, name) for term in terms), **metadata)

    @classmethod
    def from_entries(cls, name: str, entries: tuple[Entry, ...], **metadata: Any) -> Lexicon:
        """A lexicon from entries; metadata that is not given is "not stated"."""
        known = [key for key in cls.__dataclass_fields__ if key not in ("name", "entries")]
        for key in metadata:
            if key not in known:
                raise LexiconError(f"lexicon {name!r}: no field {key!r}{did_you_mean(key, known)} Known: {', '.join(known)}.")
        values = [entry.weight for entry in entries] or [1.0]
        plain = set(values) == {1.0}
        defaults: dict[str, Any] = {
            **dict.fromkeys(("version", "citation", "licence", "language"), NOT_STATED),
            "unit": "word",
            "weights": "every entry counts 1" if plain else NOT_STATED,
            "weight_range": (min(values), max(values)),
            "case": "fold",
            "wildcards": "glob",
            "negation": Negation(),
            "validated": "none",
            "combine": "count" if plain else "sum",
        }
        defaults |= metadata
        defaults.setdefault("sha256", fingerprint(name, entries))
        return cls(name=name, entries=entries, **defaults)


def fingerprint(name: str, entries: tuple[Entry, ...]) -> str:
    """sha256 over name and entries, for a lexicon that comes from no file."""
    import hashlib

    lines = [name, *(f"{e.category}\x1f{e.term}\x1f{e.weight!r}" for e in entries)]
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()


def load_lexicon(name_or_path: Any, **metadata: Any) -> Lexicon:
    """A lexicon by the name of a starter list or from a file; see `framing.lexicons.formats.load`."""
    from framing.lexicons.formats import load

    return load(name_or_path, **metadata)
