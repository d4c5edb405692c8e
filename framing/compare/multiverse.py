"""Does a claim survive other reasonable choices? Every combination of them, judged against shuffled outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.checks import one_of
from framing.compare.claims import Claim, parse_claim
from framing.compare.copies import KeptDocuments
from framing.compare.curve import Columns, Curve, curve
from framing.compare.draws import Drawer
from framing.compare.material import Material
from framing.compare.multiverse_tables import choice_tables, claim_row, dominance, what_matters
from framing.compare.specifications import CHOICES, VOICE_CHOICES, Options, specifications
from framing.corpus.documents import Corpus, cluster_of
from framing.errors import CorpusError
from framing.lexicons.model import Lexicon
from framing.registry import options_from
from framing.results import Provenance, Result
from framing.stats.multiplicity import holm
from framing.stats.permute import Splits, label_splits, p_values
from framing.stats.resample import cluster_weights
from framing.stats.speccurve import null_p_values


@dataclass(frozen=True)
class Multiverse(Result):
    """
    One row per claim and specification.

    `claim`, `specification` (from 0, the reference), `rank` (by estimate within the claim, from 0), one column for each
    choice ("" where it does not touch the claim), `side_a`, `side_b`, `mean_a`, `mean_b`, `estimate` (positive: more on
    side_a), `ci_low`, `ci_high`, `p` (permutation of outlets, one specification by itself, not corrected), `agrees` (the
    estimate has the claim's sign), `n_documents`, `reason`.

    `tables["claims"]`: one row per claim with the joint inference and a verdict in words. `tables["choices"]`: how much
    of the variance over specifications each choice makes. `tables["options"]`: median and share of the claim's sign under
    each option. `tables["dominance"]`: the documents with the largest share of the hits.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "claim", "specification", "rank", *CHOICES, "side_a", "side_b", "mean_a", "mean_b", "estimate", "ci_low", "ci_high",
        "p", "agrees", "n_documents", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "specification_curve"


@dataclass(frozen=True)
class _Design:
    """Units of the two sides, with the shuffles and bootstrap weights that all claims share."""

    sides: tuple[str, str]
    unit: NDArray[np.int64]
    is_a: NDArray[np.bool_]
    splits: Splits | None
    weights: tuple[Any, Any] | None
    reason: str


def multiverse(
    corpus: Corpus | Annotated, *, options: Options | None = None, seed: int = 0,
    lexicons: Mapping[str, Lexicon] | None = None, **settings: Any,
) -> Multiverse:  # fmt: skip
    """
    Run declared claims under every combination of declared choices.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords; `claims` must be among them.
    seed : int
    lexicons : mapping of str to Lexicon, optional
        Lists for "lexicon:NAME" claims that are not shipped ones or files.
    **settings
        Fields of `framing.compare.specifications.Options`.

    Returns
    -------
    Multiverse

    Raises
    ------
    OptionError
        For an impossible claim or option.
    CorpusError
        With fewer than two sides.

    Notes
    -----
    Claims and choices must be declared before the results are seen; otherwise the curve proves nothing. The p values of
    `tables["claims"]` shuffle whole outlets between the sides and rerun all specifications on every shuffle.

    References
    ----------
    Steegen et al. (2016), Perspect. Psychol. Sci. 11, 702-712; Simonsohn, Simmons & Nelson (2020), Nature Human
    Behaviour 4, 1208-1214.
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    sides = _two_sides(annotated.corpus, options.sides)
    claims = [parse_claim(text, sides) for text in options.claims]
    material = Material(annotated)
    design = _design(annotated.corpus, sides, options, seed)
    kept = KeptDocuments(annotated)
    frames, rows, choices, levels, heavy, notes = [], [], [], [], [], []
    used: dict[str, str] = {}
    for claim in claims:
        drawer = _drawer(claim, material, kept, design, lexicons or {})
        frame, codes, found = _one_claim(claim, drawer, design, options)
        frames.append(frame)
        rows.append(claim_row(claim, frame, found, design.splits, alpha=options.alpha, reason=design.reason))
        by_choice, by_option = choice_tables(claim, frame, codes, rows[-1]["side"])
        choices.append(by_choice)
        rows[-1] |= what_matters(by_choice)
        levels.append(by_option)
        heavy.append(dominance(claim, drawer, annotated.corpus, design.sides))
        used |= {drawer.lexicon.name: drawer.lexicon.sha256} if drawer.lexicon and claim.kind == "lexicon" else {}
    table = pd.DataFrame(rows)
    table["p_adjusted"] = holm(table["p_median"].to_numpy(dtype=np.float64))
    notes = [*kept.notes, *_notes(table, design, annotated.corpus)]
    tables = {"claims": table, "choices": pd.concat(choices, ignore_index=True)}
    tables |= {"options": pd.concat(levels, ignore_index=True), "dominance": pd.concat(heavy, ignore_index=True)}
    notes += _dominance_notes(tables["dominance"])
    provenance = Provenance(
        "multiverse", asdict(options), annotated.corpus.fingerprint, "several", seed, lexicons=used, models=annotated.models,
        notes=tuple(notes),
    )  # fmt: skip
    return Multiverse(pd.concat(frames, ignore_index=True), provenance, tables)


def _two_sides(corpus: Corpus, asked: tuple[str, ...]) -> tuple[str, str]:
    for side in asked:
        one_of("sides", side, corpus.sides)
    chosen = asked or corpus.sides[:2]
    if len(chosen) < 2:
        raise CorpusError(f"{corpus.name}: a multiverse compares two sides, the corpus has {len(corpus.sides)}")
    return chosen[0], chosen[1]


def _design(corpus: Corpus, sides: tuple[str, str], options: Options, seed: int) -> _Design:
    """Units are the clusters of each side; the same shuffles serve every claim and specification."""
    names = [(sides.index(d.side), cluster_of(d)) if d.side in sides else None for d in corpus]
    units = sorted({name for name in names if name is not None})
    code = {name: index for index, name in enumerate(units)}
    unit = np.array([-1 if name is None else code[name] for name in names], dtype=np.int64)
    is_a = np.array([side == 0 for side, _ in units], dtype=bool)
    n_a, n_b = int(is_a.sum()), int((~is_a).sum())
    if not n_a or not n_b:
        empty = sides[0] if not n_a else sides[1]
        raise CorpusError(f"{corpus.name}: side {empty!r} has no documents; nothing can be compared")
    streams = [np.random.default_rng(s) for s in np.random.SeedSequence([seed, 31]).spawn(3)]
    splits = label_splits(n_a, n_b, streams[0], n_draws=options.n_null, most=2 * options.n_null)
    weights, reason = None, ""
    if min(n_a, n_b) < 2:
        single = sides[0] if n_a < 2 else sides[1]
        reason = f"side {single!r} has one cluster: no interval can be computed"
    else:
        weights = cluster_weights(n_a, options.n_draws, streams[1]), cluster_weights(n_b, options.n_draws, streams[2])
    if len(splits.member) < 3:
        reason += f"; with {n_a} and {n_b} clusters no test is possible"
    return _Design(sides, unit, is_a, splits if len(splits.member) >= 3 else None, weights, reason)


def _drawer(claim: Claim, material: Material, kept: KeptDocuments, design: _Design, lexicons: Mapping[str, Lexicon]) -> Drawer:
    """The claim with its list of words."""
    lexicon = None
    if claim.kind == "keyness":
        lexicon = Lexicon.from_words(claim.name, [claim.name])
    elif claim.kind == "lexicon":
        lexicon = _lexicon(claim.name, lexicons)
    elif claim.kind == "voices":
        one_of(f"voice of claim {claim.text!r}", claim.name, VOICE_CHOICES)
    return Drawer(claim, material, lexicon, kept, design.unit >= 0)


def _lexicon(name: str, given: Mapping[str, Lexicon]) -> Lexicon:
    """A list by name, with one category if the claim names one."""
    from framing.lexicons.model import load_lexicon

    base, slash, category = name.partition("/")
    if name in given:
        return given[name]
    if Path(name).is_file():
        return load_lexicon(name)
    if slash and base in given:
        return given[base].only(category)
    return load_lexicon(base).only(category) if slash else load_lexicon(name)


@dataclass(frozen=True)
class Found:
    """What the joint inference needs of one claim."""

    estimate: Any
    p: Any
    null: Any
    null_p: Any


def _one_claim(
    claim: Claim, drawer: Drawer, design: _Design, options: Options
) -> tuple[pd.DataFrame, NDArray[np.int64], Found]:
    """All specifications of one claim as a frame, with their codes and null curves."""
    _, specs, codes = specifications(options, claim.kind)
    drawn = [drawer.draw(spec) for spec in specs]
    is_keyness = claim.kind == "keyness"
    scale = 1000.0 if claim.kind == "lexicon" and not (drawer.lexicon and drawer.lexicon.combine == "mean") else 1.0
    columns = Columns(
        top=np.stack([d[0] for d in drawn], axis=1), bottom=np.stack([d[1] for d in drawn], axis=1),
        by_word=np.array([spec["weight"] == "word" for spec in specs]), scale=scale, unit=design.unit, is_a=design.is_a,
        prior=np.array([d[2] for d in drawn if is_keyness]),
        prior_total=np.array([d[3] for d in drawn if is_keyness]),
    )  # fmt: skip
    splits = design.splits or Splits(np.zeros((0, len(design.is_a))), exact=True)
    fit = curve(columns, splits, design.weights, level=options.level)
    p = _single_p(fit, design.splits)
    null_p = null_p_values(fit.null) if len(fit.null) else fit.null
    frame = _frame(claim, specs, fit, p, columns, design, [d[4] for d in drawn], is_keyness=is_keyness)
    return frame, codes, Found(fit.estimate, p, fit.null, null_p)


def _single_p(fit: Curve, splits: Splits | None) -> Any:
    """Two-sided permutation p of each specification by itself."""
    if splits is None:
        return np.full(len(fit.estimate), np.nan)
    # A shuffle may leave a side without documents in some specifications; there it says nothing.
    out = np.full(len(fit.estimate), np.nan)
    whole = ~np.isnan(fit.null).any(axis=0)
    out[whole] = p_values(fit.estimate[whole], fit.null[:, whole], exact=splits.exact).two_sided
    for s in np.flatnonzero(~whole & ~np.isnan(fit.estimate)):
        null = fit.null[~np.isnan(fit.null[:, s]), s]
        out[s] = p_values(fit.estimate[s], null, exact=splits.exact).two_sided[0] if len(null) > 2 else np.nan
    return out


def _frame(
    claim: Claim, specs: list[dict[str, Any]], fit: Curve, p: Any, columns: Columns, design: _Design, reasons: list[str],
    *, is_keyness: bool,
) -> pd.DataFrame:  # fmt: skip
    """The rows of one claim."""
    data = pd.DataFrame([{choice: str(spec.get(choice, "")) for choice in CHOICES} for spec in specs])
    data.insert(0, "claim", claim.text)
    data.insert(1, "specification", range(len(specs)))
    order = np.argsort(np.where(np.isnan(fit.estimate), np.inf, fit.estimate), kind="stable")
    rank = np.empty(len(specs), dtype=np.int64)
    rank[order] = np.arange(len(specs))
    data.insert(2, "rank", rank)
    first = fit.estimate[~np.isnan(fit.estimate)][:1]
    lean = (first[0] >= 0) if len(first) else True
    positive = claim.side == design.sides[0] if claim.side else bool(lean)
    per = 1000.0 if is_keyness else 1.0
    reason = [r or ("no tokens on a side" if np.isnan(e) else "") for r, e in zip(reasons, fit.estimate, strict=True)]
    on_pair = (columns.bottom > 0) & (columns.unit >= 0)[:, None]
    return data.assign(
        side_a=design.sides[0], side_b=design.sides[1], mean_a=fit.mean_a * per, mean_b=fit.mean_b * per,
        estimate=fit.estimate, ci_low=fit.ci_low, ci_high=fit.ci_high, p=p,
        agrees=(fit.estimate > 0) if positive else (fit.estimate < 0), n_documents=on_pair.sum(axis=0), reason=reason,
    )  # fmt: skip


def _notes(table: pd.DataFrame, design: _Design, corpus: Corpus) -> list[str]:
    """What the whole table must say of itself."""
    notes = []
    if design.reason:
        notes.append(f"Multiverse: {design.reason.lstrip('; ')}; the curves are description.")
    others = [side for side in corpus.sides if side not in design.sides]
    if others:
        notes.append(f"The multiverse compares {design.sides[0]} with {design.sides[1]}; not {', '.join(others)}.")
    unsigned = table["declared"].eq(False).sum()
    if unsigned:
        notes.append(f"{unsigned} of {len(table)} claims declare no side; theirs is taken from the reference specification.")
    return notes


def _dominance_notes(table: pd.DataFrame) -> list[str]:
    """One sentence for each claim that hangs on one document."""
    heavy = table[table["flagged"]]
    return [
        f"Claim {row.claim}: one document ({row.document}) holds {row.share:.0%} of the hits of side {row.side!r}; "
        "look at the specifications without it."
        for row in heavy.itertuples()
    ]
