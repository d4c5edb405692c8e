"""The options of a contrast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.checks import at_least, between, integer, one_of
from framing.errors import OptionError

INTERVALS = {
    "percentile": "percentile interval of the cluster bootstrap, stretched for few clusters (Welch t)",
    "bca": "BCa interval of the cluster bootstrap, stretched for few clusters (Welch t)",
    "plain": "percentile interval of the cluster bootstrap",
    "plain-bca": "BCa interval of the cluster bootstrap",
}
# Measured in benchmarks/calibration.py: from here on the stretched percentile interval covers within 92-97 %.
ENOUGH_CLUSTERS = 5


@dataclass(frozen=True)
class ContrastOptions:
    """
    How sides are contrasted.

    Attributes
    ----------
    weight : {"document", "word"}
        Every document counts once, or by its words.
    n_draws : int
        Bootstrap draws.
    n_permutations : int
        Random permutations where more than 100,000 splits exist; below that all splits are listed.
    level : float
        Of the intervals.
    adjust : {"holm", "bh", "by", "bonferroni", "none"}
    family : tuple of str
        Columns (of name, voice, side_a, side_b) that split the tests into families; () for one family of all tests.
    interval : {"percentile", "bca", "plain", "plain-bca"}
    equivalence : float, mapping of score name to float, or None
        Smallest effect of interest, in the unit of the score.
    """

    weight: str = "document"
    n_draws: int = 2000
    n_permutations: int = 9_999
    level: float = 0.95
    adjust: str = "holm"
    family: tuple[str, ...] = ()
    interval: str = "percentile"
    equivalence: float | Mapping[str, float] | None = None

    def __post_init__(self) -> None:
        one_of("weight", self.weight, ["document", "word"])
        one_of("adjust", self.adjust, ["holm", "bh", "by", "bonferroni", "none"])
        one_of("interval", self.interval, list(INTERVALS))
        integer("n_draws", self.n_draws, low=100)
        integer("n_permutations", self.n_permutations, low=99)
        between("level", self.level, 0.5, 0.999)
        for column in self.family:
            one_of("family", column, ["name", "voice", "side_a", "side_b"])
        bounds = self.equivalence.values() if isinstance(self.equivalence, Mapping) else [self.equivalence]
        for bound in bounds:
            if bound is not None and not at_least("equivalence", bound, 0) > 0:
                raise OptionError("`equivalence` must be greater than 0, got 0")

    def bound(self, name: str) -> float:
        """Smallest effect of interest of one score; NaN if none was declared."""
        if isinstance(self.equivalence, Mapping):
            return float(self.equivalence.get(name, "nan"))
        return float("nan") if self.equivalence is None else float(self.equivalence)
