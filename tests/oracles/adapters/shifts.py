"""Word shifts, divergences and rankings."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.adapters.keyness import counts_of
from tests.oracles.comparing import fill, number


def _named(words: list[str], values: Any) -> dict[str, float]:
    return dict(zip(words, np.asarray(values, float).tolist(), strict=True))


@adapter(r"proportion_shift.*")
def proportion(case: dict[str, Any]) -> Any:
    from framing.stats.shift import proportion_shift

    words, a, b = counts_of(case)
    shift = proportion_shift(a, b)
    known = {"delta_p": shift.contribution, "contribution": shift.contribution, "shifterator_normalised": shift.normalised,
             "normalised": shift.normalised, "diff": shift.difference}  # fmt: skip
    return fill(case["expected"], {k: _named(words, v) if np.ndim(v) else v for k, v in known.items()})


@adapter(r".*entropy_shift.*")
def entropy(case: dict[str, Any]) -> Any:
    from framing.stats.shift import entropy_shift

    words, a, b = counts_of(case)
    shift = entropy_shift(a, b, base=float(case.get("params", {}).get("base", 2)))
    known = {
        "H_a": shift.value_a, "H_b": shift.value_b, "diff_b_minus_a": shift.difference, "diff": shift.difference,
        "shifterator_diff": shift.difference, "contribution": _named(words, shift.contribution),
        "raw_contribution": _named(words, shift.contribution),
        "shifterator_normalised": _named(words, shift.normalised), "normalised": _named(words, shift.normalised),
    }  # fmt: skip
    return fill(case["expected"], known)


@adapter(r".*jensen_shannon.*", r"jsd.*")
def jensen_shannon(case: dict[str, Any]) -> Any:
    from framing.stats.shift import jensen_shannon_shift

    words, a, b = counts_of(case)
    params = case.get("params", {})
    shift = jensen_shannon_shift(a, b, weights=params.get("weights", (0.5, 0.5)), base=float(params.get("base", 2)))
    share = _named(words, shift.normalised)
    known = {
        "jsd": shift.difference, "js_distance": np.sqrt(shift.difference), "contribution": _named(words, shift.contribution),
        "share": share, "shifterator_normalised": share, "normalised": share,
    }  # fmt: skip
    return fill(case["expected"], known)


@adapter(r".*lexicon_word_shift.*", r".*weighted_av.*", r"sentiment_shift.*")
def weighted(case: dict[str, Any]) -> Any:
    from framing.stats.shift import outside_lens, weighted_shift

    words, a, b = counts_of(case)
    params, given = case.get("params", {}), case["input"]
    scores_b = given.get("scores_b") and np.array([number(given["scores_b"].get(w)) for w in words], float)
    raw = given.get("scores", given.get("scores_a", {}))
    scores = np.array([number(raw.get(w)) for w in words], float)
    lens = _lens(params)
    shift = weighted_shift(a, b, scores, scores_b=scores_b, reference=_reference(params), lens=lens)
    used = outside_lens(scores, lens)
    kept = [w for w, u in zip(words, used, strict=True) if u]
    contribution = _named(kept, shift.contribution[used])
    share = _named(kept, shift.normalised[used])
    known = {
        "mean_a": shift.value_a, "mean_b": shift.value_b, "diff": shift.difference, "raw_contribution": contribution,
        "contribution": contribution, "normalised": share, "shifterator_normalised": share, "share": share,
        "sum": float(np.nansum(shift.contribution)), "coverage_a": a[used].sum() / a.sum(),
        "coverage_b": b[used].sum() / b.sum(), "share_scored_a": a[used].sum() / a.sum(),
        "share_scored_b": b[used].sum() / b.sum(), "words_used": sorted(kept), "kept": sorted(kept),
        "excluded": sorted(set(words) - set(kept)), "n_types": len(kept),
    }  # fmt: skip
    return fill(case["expected"], known)


def _reference(params: dict[str, Any]) -> float | str:
    given = params.get("reference", params.get("reference_value", "a"))
    if not isinstance(given, str):
        return float(given)
    try:
        return float(given)
    except ValueError:
        return {"b": "b", "2": "b"}.get(given.strip()[-1:], "pooled" if "pool" in given else "a")


def _lens(params: dict[str, Any]) -> tuple[float, float] | None:
    lens = next((v for k, v in params.items() if "lens" in k and v), None)
    while isinstance(lens, list) and lens and isinstance(lens[0], list):
        lens = lens[0]
    return (float(lens[0]), float(lens[1])) if lens else None


@adapter(r"distribution_distances.*", r"distances?")
def distances(case: dict[str, Any]) -> Any:
    from framing.stats.shift import distances as compute

    found = compute(case["input"]["p"], case["input"]["q"])
    known = found | {"jsd": found["jsd_base2"], "tv": found["total_variation"], "cosine_similarity": found["cosine"],
                     "cosine_distance": 1 - found["cosine"]}  # fmt: skip
    return fill(case["expected"], known)


@adapter(r"rank_turbulence.*", r"rtd.*")
def turbulence(case: dict[str, Any]) -> Any:
    from framing.stats.rank import rank_turbulence

    words, a, b = counts_of(case)
    alpha = number(case["params"]["alpha"])
    ours, union = (rank_turbulence(a, b, alpha=alpha, normaliser=kind) for kind in ("present", "union"))
    direction = np.where(ours.rank_a < ours.rank_b, "system1", np.where(ours.rank_a > ours.rank_b, "system2", "shared"))
    known = {
        "divergence": union.divergence,
        "raw": _raw(ours, alpha),
        "contributions": {
            w: {"contribution": union.contribution[i], "rank_a": ours.rank_a[i], "rank_b": ours.rank_b[i],
                "direction": str(direction[i])}
            for i, w in enumerate(words)
        },
        "divergence_allotax_reference": ours.divergence,
        "contributions_allotax_reference": _named(words, ours.contribution),
    }  # fmt: skip
    return fill(case["expected"], known)


def _raw(found: Any, alpha: float) -> float:
    """The sum before it is normalised."""
    from framing.stats.rank import _turbulence

    used = ~np.isnan(found.rank_a)
    return float(_turbulence(found.rank_a[used], found.rank_b[used], alpha).sum())


@adapter(r"rank_biased_overlap", r"rbo")
def overlap(case: dict[str, Any]) -> Any:
    from framing.stats.rank import rank_biased_overlap

    given = case["input"]
    lists = [given[k] for k in ("list_a", "list_b")] if "list_a" in given else list(given.values())[:2]
    truncated, extrapolated = rank_biased_overlap(*lists, p=float(case.get("params", {}).get("p", given.get("p", 0.9))))
    return fill(
        case["expected"], {"rbo_truncated": truncated, "rbo_ext": extrapolated, "rbo": extrapolated, "rbo_min": truncated}
    )
