"""Do the sides differ, and how sure are we? Contrasts of document scores, resampling outlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from framing.compare.design import Design, Floats, lay_out
from framing.compare.options import ENOUGH_CLUSTERS, INTERVALS, ContrastOptions
from framing.compare.sensitivity import leave_one_out, leave_one_term_out, length_correlation, top_documents
from framing.registry import options_from
from framing.results import DocumentScores, SideContrast
from framing.stats.effect import cliffs_delta, hedges_g
from framing.stats.equivalence import tost_permutation, verdict
from framing.stats.multiplicity import adjust as adjusted
from framing.stats.permute import Splits, label_splits, omnibus, permute_difference, permute_labels
from framing.stats.resample import bootstrap_difference, cluster_weights

# From here on a side is hardly more than one of its outlets.
MOST_OF_A_SIDE = 2 / 3


def contrast(
    scores: DocumentScores, *, seed: int | None = None, sides: Sequence[str] | None = None,
    family: str | Sequence[str] | None = None, **options: Any,
) -> SideContrast:  # fmt: skip
    """
    Contrast the sides, pair by pair, in every score and voice.

    Parameters
    ----------
    scores : DocumentScores
    seed : int, optional
        The seed of the scores unless given.
    sides : sequence of str, optional
        Order of the sides, if the scores do not know it.
    family : sequence of str, optional
        Columns that split the tests into families for the correction; one family of all tests unless given.
    **options
        Fields of `ContrastOptions`: `weight`, `n_draws`, `n_permutations`, `level`, `adjust`, `interval`, `equivalence`.

    Returns
    -------
    SideContrast
        `estimate` is the mean of `side_a` less that of `side_b`, in the unit of the score; `hedges_g` and
        `cliffs_delta` compare documents. Intervals resample outlets with their documents inside each side; `p` moves
        whole outlets between the sides and is two-sided; `p_min` is the least it can be in this design.
        NaN with a `reason` where the design allows none. `tables` holds "leave_one_out", "length", "dominance" (the
        document with most hits), and where they
        apply "omnibus" (three or more sides), "equivalence" and
        "leave_one_term_out".

    Raises
    ------
    CorpusError
        With documents on fewer than two sides.
    OptionError
        For an impossible option.

    References
    ----------
    Davison & Hinkley (1997), section 3.8; Fisher (1935); Hedges (1981); Cliff (1993); Holm (1979).
    """
    columns = (family,) if isinstance(family, str) else tuple(family or ())
    chosen = _options(columns, options)
    design = lay_out(scores, weight=chosen.weight, sides=sides)
    seed = scores.provenance.seed if seed is None else seed
    sums, sizes = design.sums()
    parts, equivalent = [], []
    for a, b in design.pairs():
        rows, bounds = _pair(design, sums, sizes, a, b, chosen, seed)
        parts.append(rows)
        equivalent.append(bounds)
    data = pd.concat(parts, ignore_index=True).sort_values("_column", kind="stable", ignore_index=True)
    data = _corrected(data.drop(columns="_column"), chosen)
    tables = {"leave_one_out": leave_one_out(design, sums, sizes), "length": length_correlation(design)}
    tables["dominance"] = top_documents(scores, design)
    if len(design.sides) > 2:
        tables["omnibus"] = _omnibus(design, sums, sizes, chosen, seed)
    if chosen.equivalence is not None:
        tables["equivalence"] = pd.concat(equivalent, ignore_index=True)
    without_terms = leave_one_term_out(scores, design)
    if without_terms is not None:
        tables["leave_one_term_out"] = without_terms
    settings = {f: getattr(chosen, f) for f in chosen.__dataclass_fields__} | {"interval_name": INTERVALS[chosen.interval]}
    provenance = replace(
        scores.provenance, seed=seed, options=scores.provenance.options | {"contrast": settings, "sides": list(design.sides)},
        notes=scores.provenance.notes + design.notes + _notes(data, chosen) + _dominance(tables["dominance"]),
    )  # fmt: skip
    return SideContrast(data, provenance, tables)


def _options(family: tuple[str, ...], options: dict[str, Any]) -> ContrastOptions:
    """Checked options; an unknown keyword names the nearest one."""
    return options_from(ContrastOptions, None, options | {"family": family})


def _pair(
    design: Design, sums: Floats, sizes: Floats, a: int, b: int, options: ContrastOptions, seed: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """All columns of one pair of sides: the contrast, and its equivalence tests."""
    on_pair = np.isin(design.unit_side, (a, b))
    in_a, in_b = design.side == a, design.side == b
    k = len(design.keys)
    bounds = np.array([options.bound(name) for name in design.keys["name"]])
    out = {name: np.full(k, np.nan) for name in ("mean_a", "mean_b", "estimate", "ci_low", "ci_high", "p", "p_min")}
    out |= {name: np.full(k, np.nan) for name in ("inner_low", "inner_high", "p_equivalence")}
    out |= {name: np.zeros(k, dtype=np.int64) for name in ("n_clusters_a", "n_clusters_b")}
    out |= {name: np.zeros(k) for name in ("top_share_a", "top_share_b")}
    out |= {name: np.full(k, "", dtype=object) for name in ("top_unit_a", "top_unit_b")}
    for there, columns in design.patterns(np.where(on_pair[:, None], sizes, 0)):
        _pattern(out, design, sums, sizes, there, columns, (a, b), options, bounds, seed)
    there = design.weights > 0
    values = np.where(there, design.values, np.nan)
    out["n_documents_a"], out["n_documents_b"] = there[in_a].sum(axis=0), there[in_b].sum(axis=0)
    out["hedges_g"], out["cliffs_delta"] = hedges_g(values[in_a], values[in_b]), cliffs_delta(values[in_a], values[in_b])
    with np.errstate(invalid="ignore"):
        flat = _flat(values[in_a | in_b])
    for name in ("ci_low", "ci_high", "p", "inner_low", "inner_high", "p_equivalence"):
        out[name][flat] = np.nan
    data = design.keys.assign(side_a=design.sides[a], side_b=design.sides[b], **out)
    data["p_adjusted"] = np.nan
    data["interval"] = INTERVALS[options.interval]
    data["reason"] = [_reason(row, design.noun, is_flat) for row, is_flat in zip(data.to_dict("records"), flat, strict=True)]
    order = [*SideContrast.columns, "interval"]
    equivalence = data[["name", "voice", "side_a", "side_b", "estimate"]].assign(
        bound=bounds, level=2 * options.level - 1, ci_low=out["inner_low"], ci_high=out["inner_high"],
        p_equivalence=out["p_equivalence"],
        verdict=[verdict(x, y, z) for x, y, z in zip(out["inner_low"], out["inner_high"], bounds, strict=True)],
        reason=data["reason"],
    )  # fmt: skip
    return data[order].assign(_column=range(k)), equivalence[~np.isnan(bounds)]


def _pattern(
    out: dict[str, Any], design: Design, sums: Floats, sizes: Floats, there: Any, columns: Any, pair: tuple[int, int],
    options: ContrastOptions, bounds: Floats, seed: int,
) -> None:  # fmt: skip
    """Fill in the columns whose scores stand in the same units."""
    units_a, units_b = (np.flatnonzero(there & (design.unit_side == side)) for side in pair)
    out["n_clusters_a"][columns], out["n_clusters_b"][columns] = len(units_a), len(units_b)
    cell = [x[np.ix_(units, columns)] for units in (units_a, units_b) for x in (sums, sizes)]
    with np.errstate(invalid="ignore", divide="ignore"):
        out["mean_a"][columns], out["mean_b"][columns] = cell[0].sum(0) / cell[1].sum(0), cell[2].sum(0) / cell[3].sum(0)
    out["estimate"][columns] = out["mean_a"][columns] - out["mean_b"][columns]
    for letter, units, sizes_of in (("a", units_a, cell[1]), ("b", units_b, cell[3])):
        if len(units) > 1:
            out[f"top_share_{letter}"][columns] = sizes_of.max(axis=0) / sizes_of.sum(axis=0)
            out[f"top_unit_{letter}"][columns] = [design.unit_names[units[i]] for i in sizes_of.argmax(axis=0)]
    if not len(units_a) or not len(units_b):
        return
    # A stream for each pair and use, so that no column changes with the company it is in.
    streams = [np.random.default_rng(s) for s in np.random.SeedSequence([seed, *pair]).spawn(3)]
    if min(len(units_a), len(units_b)) >= 2:
        weights = [cluster_weights(len(u), options.n_draws, rng) for u, rng in zip((units_a, units_b), streams, strict=False)]
        fit = bootstrap_difference(*cell, *weights)
        out["ci_low"][columns], out["ci_high"][columns] = fit.interval(options.level, options.interval)
        if options.equivalence is not None:
            inner = fit.interval(2 * options.level - 1, options.interval)
            out["inner_low"][columns], out["inner_high"][columns] = inner
    splits = label_splits(len(units_a), len(units_b), streams[2], n_draws=options.n_permutations)
    _test(out, cell, columns, splits, len(units_a), bounds)


def _test(out: dict[str, Any], cell: list[Floats], columns: Any, splits: Splits, n_a: int, bounds: Floats) -> None:
    """Permutation p of some columns, and their equivalence p where a bound was declared."""
    both, both_sizes = np.concatenate([cell[0], cell[2]]), np.concatenate([cell[1], cell[3]])
    is_a = np.arange(len(both)) < n_a
    out["p_min"][columns] = splits.p_min
    if splits.p_min < 1:
        out["p"][columns] = permute_difference(both, both_sizes, is_a, splits).two_sided
        declared = ~np.isnan(bounds[columns])
        if declared.any():
            wanted = np.asarray(columns)[declared]
            test = tost_permutation(both[:, declared], both_sizes[:, declared], is_a, splits, bounds[wanted])
            out["p_equivalence"][wanted] = test[0]


def _flat(values: Floats) -> Any:
    """Columns in which all documents have the same score."""
    there = ~np.isnan(values)
    low = np.where(there, values, np.inf).min(axis=0)
    high = np.where(there, values, -np.inf).max(axis=0)
    return there.any(axis=0) & (high - low <= 1e-12 * np.maximum(np.abs(high), np.abs(low)))


def _reason(row: dict[Any, Any], noun: str, flat: bool) -> str:
    """Why something is missing or weak in one row, in plain words; '' where nothing is."""
    numbers = {row["side_a"]: row["n_clusters_a"], row["side_b"]: row["n_clusters_b"]}
    empty = [side for side, n in numbers.items() if n == 0]
    if empty:
        return f"side {empty[0]!r} has no document with this score: nothing can be compared"
    if flat:
        return "all documents have the same score: there is no spread to compute an interval or a test from"
    single = [side for side, n in numbers.items() if n == 1]
    said = [f"side {side!r} has one {noun}: no interval can be computed" for side in single]
    n_a, n_b = numbers.values()
    if not single and min(n_a, n_b) < ENOUGH_CLUSTERS:
        said.append(f"few {noun}s ({n_a} and {n_b}): the interval is rough")
    for letter in "ab":
        if row[f"top_share_{letter}"] > MOST_OF_A_SIDE:
            side, unit, share = row[f"side_{letter}"], row[f"top_unit_{letter}"], row[f"top_share_{letter}"]
            said.append(f"{noun} {unit!r} holds {share:.0%} of side {side!r}: the contrast is mostly about it")
    if not row["p_min"] < 1:
        said.append(f"with {n_a} and {n_b} {noun}s no test is possible")
    elif row["p_min"] > 0.05:
        said.append(f"with {n_a} and {n_b} {noun}s the smallest possible p is {row['p_min']:.2g}")
    return "; ".join(said)


def _corrected(data: pd.DataFrame, options: ContrastOptions) -> pd.DataFrame:
    """Adjusted p within each family, and the number of tests in it."""
    groups = data.groupby(list(options.family), sort=False).indices.values() if options.family else [np.arange(len(data))]
    p, corrected, n_tests = data["p"].to_numpy(), np.full(len(data), np.nan), np.zeros(len(data), dtype=np.int64)
    for rows in groups:
        corrected[rows] = adjusted(p[rows], options.adjust)
        n_tests[rows] = (~np.isnan(p[rows])).sum()
    return data.assign(p_adjusted=corrected, n_tests=n_tests)


def _omnibus(design: Design, sums: Floats, sizes: Floats, options: ContrastOptions, seed: int) -> pd.DataFrame:
    """Three or more sides at once: one row per score and voice."""
    k, n_sides = len(design.keys), len(design.sides)
    statistic, p, n_units = np.full(k, np.nan), np.full(k, np.nan), np.zeros(k, dtype=np.int64)
    reason = np.full(k, "", dtype=object)
    for there, columns in design.patterns(sizes):
        labels, n_units[columns] = design.unit_side[there], there.sum()
        if len(np.unique(labels)) < n_sides:
            reason[columns] = "a side has no document with this score"
        elif (np.bincount(labels) < 2).all():
            reason[columns] = f"every side has one {design.noun}: no test is possible"
        else:
            rng = np.random.default_rng(np.random.SeedSequence([seed, 987]))
            shuffled = permute_labels(labels, options.n_permutations, rng)
            cell = np.ix_(there, columns)
            statistic[columns], p[columns] = omnibus(sums[cell], sizes[cell], labels, shuffled)
    flat = _flat(np.where(design.weights > 0, design.values, np.nan))
    p[flat], reason[flat] = np.nan, "all documents have the same score"
    return design.keys.assign(
        n_sides=n_sides, n_clusters=n_units, statistic=statistic, p=p, p_adjusted=adjusted(p, options.adjust), reason=reason
    )


def _notes(data: pd.DataFrame, options: ContrastOptions) -> tuple[str, ...]:
    """What the whole table must say of itself."""
    notes = []
    if options.adjust == "none" and data["p"].notna().sum() > 1:
        notes.append(f"{data['p'].notna().sum()} tests were made without correction: none of them may be called significant.")
    least = data["p_min"].min() * data["n_tests"].max() if options.adjust in ("holm", "bonferroni") else data["p_min"].min()
    if data["p"].notna().any() and least > 1 - options.level:
        notes.append(
            f"With {int(data['n_tests'].max())} test(s) in the family and a smallest possible p of {data['p_min'].min():.2g}, "
            f"no adjusted p can fall below {min(1.0, least):.2g}: this design cannot show a difference by a test."
        )
    few = data["reason"].str.startswith("few ").sum()
    if few:
        notes.append(f"{few} of {len(data)} intervals rest on fewer than {ENOUGH_CLUSTERS} clusters on a side.")
    return tuple(notes)


def _dominance(table: pd.DataFrame) -> tuple[str, ...]:
    """One sentence for each score that hangs on one document."""
    return tuple(
        f"{row.name}, voice {row.voice!r}: one document ({row.document}) holds {row.share:.0%} of the hits of "
        f"side {row.side!r}; look at the contrast without it."
        for row in table[table["flagged"].astype(bool)].itertuples(index=False)
    )
