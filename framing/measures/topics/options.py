"""What can be chosen in a topic model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from framing.checks import at_least, between, greater_than, integer, one_of
from framing.errors import OptionError

USUAL_K = (4, 6, 8, 10, 12, 16, 20)


@dataclass(frozen=True)
class Options:
    """
    How topics are fitted, chosen and described.

    Attributes
    ----------
    k : int or tuple of int
        Number of topics, or numbers to choose from. Empty: 4, 6, 8, 10, 12, 16 and 20, as far as there are three times as
        many documents.
    model : {"nmf", "lda"}
        Non-negative factorisation of tf-idf, or latent Dirichlet allocation.
    unit : {"document", "paragraph", "voice"}
        What the topics are fitted on: whole documents, paragraphs (needs the texts), or own and quoted words of each
        document apart. Shares are always of documents.
    n_seeds : int
        Models fitted for each K from different random starts; the final model is the consensus of these and, under "nmf", of
        the resamples.
    n_resamples : int
        Models fitted for each K on random parts of the documents, for stability and coherence on the documents left out.
        0 for none.
    resample_share : float
        Part of the documents in a resample.
    fit_seed : int
        Seed of the models. The argument `seed` only drives intervals and tests, so that all voices share one model.
    min_documents : int
        A word must stand in this many documents. 0: 3, or one in 300 documents if that is more.
    max_share : float
        A word that stands in more than this share of the documents is left out. Low values hide the words of a topic that
        most documents touch, and with them differences between sides.
    across_outlets : bool
        Words that follow the outlet rather than the matter weigh less in the factorisation ("nmf"), so that the house style of
        an outlet does not become a topic. Shares count every word in full.
    stop_words : tuple of str
        Further words to leave out.
    function_words : bool
        Leave out the package's list of English function words.
    numbers : bool
        Keep tokens that begin with a digit.
    headline : bool
        Count headlines as well.
    n_terms : int
        Top terms of a topic that count for coherence, stability and labels.
    n_passages : int
        Representative passages of each topic, where there are texts.
    anchors : table of lists of words
        Name of a topic and words it should hold; K must leave room for them.
    anchor_strength : float
        How much the words of an anchor weigh, as a share of the documents.
    names : str, optional
        CSV file with the columns topic and name (and terms, against which the names are checked).
    time : {"none", "year", "quarter", "month"}
        Periods of the timeline.
    covariates : tuple of str
        Columns for the regression of shares: "side", "outlet", "event", "date", "length".
    backbone : float
        Significance level of the disparity filter of the topic network; 0 keeps all edges.
    level : float
        Coverage of intervals.
    n_bootstrap, n_permutations : int
        Draws of clusters.
    correction : {"holm", "bh", "none"}
        For `p_adjusted`; the family is every topic and pair of sides of one voice.
    least_stability : float
        Below this mean stability no K is recommended.
    max_iter : int
        Most steps of one fit; 0: 200 for "nmf", 10 passes for "lda".
    """

    k: int | tuple[int, ...] = ()
    model: str = "nmf"
    unit: str = "document"
    n_seeds: int = 10
    n_resamples: int = 10
    resample_share: float = 0.8
    fit_seed: int = 0
    min_documents: int = 0
    max_share: float = 0.8
    across_outlets: bool = True
    stop_words: tuple[str, ...] = ()
    function_words: bool = True
    numbers: bool = False
    headline: bool = False
    n_terms: int = 10
    n_passages: int = 3
    anchors: Any = field(default=())
    anchor_strength: float = 0.05
    names: str | None = None
    time: str = "none"
    covariates: tuple[str, ...] = ()
    backbone: float = 0.0
    level: float = 0.95
    n_bootstrap: int = 2000
    n_permutations: int = 5000
    correction: str = "holm"
    least_stability: float = 0.6
    max_iter: int = 0

    def __post_init__(self) -> None:
        numbers = self.k if isinstance(self.k, (tuple, list)) else (self.k,)
        for value in numbers:
            integer("k", value, low=2)
        object.__setattr__(self, "k", tuple(sorted(set(numbers))))
        one_of("model", self.model, ("nmf", "lda"))
        one_of("unit", self.unit, ("document", "paragraph", "voice"))
        one_of("time", self.time, ("none", "year", "quarter", "month"))
        one_of("correction", self.correction, ("holm", "bh", "none"))
        for name in ("n_seeds", "n_terms"):
            integer(name, getattr(self, name), low=1)
        for name in ("n_resamples", "fit_seed", "min_documents", "n_passages", "n_bootstrap", "n_permutations", "max_iter"):
            integer(name, getattr(self, name))
        between("resample_share", self.resample_share, 0.1, 0.95)
        greater_than("max_share", self.max_share, 0)
        between("max_share", self.max_share, 0, 1)
        between("level", self.level, 0.5, 0.999)
        between("backbone", self.backbone, 0, 1)
        between("least_stability", self.least_stability, 0, 1)
        at_least("anchor_strength", self.anchor_strength, 0)
        for name in self.covariates:
            one_of("covariates", name, ("side", "outlet", "event", "date", "length"))
        object.__setattr__(self, "anchors", _anchors(self.anchors))
        if self.anchors and self.grid and min(self.grid) < len(self.anchors):
            raise OptionError(f"`k` must be at least the number of anchors ({len(self.anchors)}), got {min(self.grid)}")

    @property
    def grid(self) -> tuple[int, ...]:
        """The numbers of topics to try, ascending."""
        return self.k if isinstance(self.k, tuple) else (self.k,)


def _anchors(given: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Anchors as pairs of a name and its words, whichever way they were given."""
    pairs = given.items() if isinstance(given, Mapping) else given
    out = []
    for name, words in pairs:
        if isinstance(words, str) or not words:
            raise OptionError(f"`anchors`: {name!r} must be a list of words, got {words!r}")
        out.append((str(name), tuple(str(word).lower() for word in words)))
    return tuple(out)
