"""Does a contrast hang on one outlet, on one entry of a word list, or on the length of the texts?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from framing.compare.design import Design, Floats
from framing.results import DocumentScores
from framing.stats.resample import jackknife_ratio

# METHODS: a single contribution above a quarter is reported; of a handful of hits it says nothing.
DOMINANT = 0.25
LEAST_HITS = 8


def leave_one_out(design: Design, sums: Floats, sizes: Floats) -> pd.DataFrame:
    """
    Every contrast again without each outlet in turn.

    Parameters
    ----------
    design : Design
    sums, sizes : (G, K) float array
        From `design.sums()`.

    Returns
    -------
    DataFrame
        Columns name, voice, side_a, side_b, side and left_out (the outlet), estimate (without it), change (from the
        full estimate), share (its part of the documents or words of its side) and sign_changes.
        NaN where nothing is left of a side.
    """
    parts = []
    for a, b in design.pairs():
        units = [np.flatnonzero(design.unit_side == side) for side in (a, b)]
        with np.errstate(invalid="ignore", divide="ignore"):
            means = [sums[u].sum(axis=0) / sizes[u].sum(axis=0) for u in units]
            share = [sizes[u] / sizes[u].sum(axis=0) for u in units]
        left = [jackknife_ratio(sums[u], sizes[u]) for u in units]
        without = np.concatenate([left[0] - means[1], means[0] - left[1]])
        parts.append(_long(design, np.concatenate(units), (a, b), means[0] - means[1], without, np.concatenate(share)))
    return pd.concat(parts, ignore_index=True)


def _long(
    design: Design, units: np.ndarray, pair: tuple[int, int], full: Floats, without: Floats, share: Floats
) -> pd.DataFrame:
    """One row per column and unit that has documents in it."""
    column, unit = np.nonzero(share.T > 0)
    estimate, before = without[unit, column], full[column]
    return pd.DataFrame({
        "name": design.keys["name"].to_numpy()[column], "voice": design.keys["voice"].to_numpy()[column],
        "side_a": design.sides[pair[0]], "side_b": design.sides[pair[1]],
        "side": [design.sides[design.unit_side[units[u]]] for u in unit],
        "left_out": [design.unit_names[units[u]] for u in unit],
        "estimate": estimate, "change": estimate - before, "share": share[unit, column],
        "sign_changes": np.sign(estimate) * np.sign(before) < 0,
    })  # fmt: skip


def length_correlation(design: Design) -> pd.DataFrame:
    """
    Does a score follow the length of the texts? Spearman's correlation over documents, on each side and on all.

    Parameters
    ----------
    design : Design

    Returns
    -------
    DataFrame
        Columns name, voice, side ("all" for all sides), n_documents and spearman in [-1, 1]; NaN with fewer than
        four documents or without variation. No rows for scores without a length.

    References
    ----------
    Spearman (1904), Amer. J. Psychol. 15, 72-101; Chan et al. (2021), Comput. Commun. Res. 3, 1-27 (why to look).
    """
    columns = np.flatnonzero((~np.isnan(design.lengths)).any(axis=0))
    parts = []
    for index, side in [(None, "all"), *enumerate(design.sides)]:
        rows = np.full(len(design.side), True) if index is None else design.side == index
        x, y = design.values[np.ix_(rows, columns)], design.lengths[np.ix_(rows, columns)]
        n, r = spearman_columns(x, y)
        parts.append(design.keys.iloc[columns].assign(side=side, n_documents=n, spearman=r, _column=columns))
    table = pd.concat(parts).sort_values("_column", kind="stable", ignore_index=True)
    return table.drop(columns="_column")


def spearman_columns(x: Floats, y: Floats) -> tuple[np.ndarray, Floats]:
    """
    Spearman's correlation of matching columns, pairs with NaN left out.

    Parameters
    ----------
    x, y : (D, K) float array

    Returns
    -------
    (n, r) : (K,) int and float arrays
        NaN with fewer than four pairs, or where a column does not vary.

    Examples
    --------
    >>> n, r = spearman_columns(np.array([[1.0], [2], [3], [9]]), np.array([[2.0], [4], [8], [16]]))
    >>> int(n[0]), float(r[0])
    (4, 1.0)
    """
    there = ~np.isnan(x) & ~np.isnan(y)
    n = there.sum(axis=0)
    if not x.size:
        return n, np.full(x.shape[1], np.nan)
    ranks = [np.where(there, stats.rankdata(np.where(there, z, np.inf), axis=0), np.nan) for z in (x, y)]
    with np.errstate(invalid="ignore", divide="ignore"):
        centred = [np.where(there, r - np.where(there, r, 0).sum(axis=0) / n, 0.0) for r in ranks]
        r = (centred[0] * centred[1]).sum(axis=0) / np.sqrt((centred[0] ** 2).sum(axis=0) * (centred[1] ** 2).sum(axis=0))
    return n, np.where(n >= 4, r, np.nan)


def leave_one_term_out(scores: DocumentScores, design: Design) -> pd.DataFrame | None:
    """
    Every contrast of a word list again without each of its entries in turn; rates over all words of a side.

    Parameters
    ----------
    scores : DocumentScores
        With `tables["hits"]` (name, entry, side, n, weight), as lexicon scores have it, for one voice.
    design : Design

    Returns
    -------
    DataFrame or None
        Columns name, voice, side_a, side_b, left_out (the entry), n_a, n_b (its hits), estimate (without it), change
        (from the estimate with all entries), share (its part of all hits) and sign_changes. Documents weigh by their
        words here, whatever the contrast does. None without such a table, or where the entries do not add up to the
        scores (mean weights, negations that flip).
    """
    hits = scores.tables.get("hits")
    if hits is None or not {"name", "entry", "side", "n", "weight"} <= set(hits.columns) or len(set(design.keys["voice"])) != 1:
        return None
    parts = []
    for k, (name, voice) in enumerate(design.keys.itertuples(index=False)):
        table = hits[hits["name"] == name]
        for a, b in design.pairs():
            pair = (design.sides[a], design.sides[b])
            part = _without_entries(table, pair, *_totals(design, k, (a, b)))
            if part is not None:
                parts.append(part.assign(name=name, voice=voice, side_a=pair[0], side_b=pair[1]))
    if not parts:
        return None
    columns = ["name", "voice", "side_a", "side_b", "left_out", "n_a", "n_b", "estimate", "change", "share", "sign_changes"]
    return pd.concat(parts, ignore_index=True)[columns]


def _totals(design: Design, k: int, pair: tuple[int, int]) -> tuple[list[float], list[float]]:
    """Score times words, and words, of both sides."""
    rows = [(design.side == side) & ~np.isnan(design.values[:, k]) & (design.lengths[:, k] > 0) for side in pair]
    tops = [float((design.values[r, k] * design.lengths[r, k]).sum()) for r in rows]
    return tops, [float(design.lengths[r, k].sum()) for r in rows]


def _without_entries(table: pd.DataFrame, pair: tuple[str, str], tops: list[float], words: list[float]) -> pd.DataFrame | None:
    """One row per entry, or None where the entries do not add up to the scores."""
    entries = sorted(set(table["entry"]))
    if not entries or not min(words) > 0:
        return None
    by_side = [table[table["side"] == side].set_index("entry") for side in pair]
    n = [part["n"].reindex(entries, fill_value=0).to_numpy(dtype=np.float64) for part in by_side]
    weight = table.drop_duplicates("entry").set_index("entry")["weight"].reindex(entries).to_numpy(dtype=np.float64)
    made = [float((x * weight).sum()) for x in n]
    known = [t / m for t, m in zip(tops, made, strict=True) if m]
    if not known or not all(abs(t - known[0] * m) <= 1e-6 * max(1.0, abs(t)) for t, m in zip(tops, made, strict=True)):
        return None
    full = tops[0] / words[0] - tops[1] / words[1]
    without = full - known[0] * weight * (n[0] / words[0] - n[1] / words[1])
    return pd.DataFrame({
        "left_out": entries, "n_a": n[0].astype(np.int64), "n_b": n[1].astype(np.int64), "estimate": without,
        "change": without - full, "share": (n[0] + n[1]) / (n[0] + n[1]).sum(),
        "sign_changes": np.sign(without) * np.sign(full) < 0,
    }).sort_values(["share", "left_out"], ascending=[False, True], kind="stable")  # fmt: skip


def top_documents(scores: DocumentScores, design: Design) -> pd.DataFrame:
    """
    The document with the most hits of each score, voice and side, for scores that count something (`n`).

    Parameters
    ----------
    scores : DocumentScores
    design : Design

    Returns
    -------
    DataFrame
        Columns name, voice, side, document, n, share (of the side's hits), n_documents (with a hit) and flagged: more
        than a quarter of at least eight hits, and more than twice its fair part of the side's documents.
    """
    data = scores.data.assign(n=pd.to_numeric(scores.data["n"], errors="coerce"))
    data = data[data["side"].isin(design.sides) & (data["n"] > 0)]
    by = ["name", "voice", "side"]
    columns = [*by, "document", "n", "share", "n_documents", "flagged"]
    if not len(data):
        return pd.DataFrame(columns=columns)
    groups = data.groupby(by, sort=False, observed=True)["n"]
    top = data.loc[groups.idxmax(), [*by, "document", "n"]].reset_index(drop=True)
    total = groups.agg(total="sum", n_documents="size").reset_index()
    top = top.merge(total, on=by, validate="one_to_one")
    size = scores.data.drop_duplicates("document").groupby("side", observed=True).size()
    fair = 2 / top["side"].map(size).to_numpy(dtype=np.float64)
    top["share"] = top["n"] / top["total"]
    top["flagged"] = (top["share"] > np.maximum(DOMINANT, fair)) & (top["total"] >= LEAST_HITS)
    return top[columns]
