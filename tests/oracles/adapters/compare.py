"""Resampling, permutation, multiple testing, effect sizes, specification curves."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill, number, plain


def _floats(values: Any) -> np.ndarray:
    return np.array([number(v) for v in values], float)


def _one_sample(x: np.ndarray, params: dict[str, Any]) -> dict[str, Any]:
    """Percentile, basic and BCa intervals of a mean (or median): enumerated, or drawn if `n_resamples` says so."""
    from framing.stats import resample as r

    level = float(params.get("level", params.get("confidence_level", params.get("confidence", 0.95))))
    n = len(x)
    many = params.get("n_resamples")
    rng = np.random.default_rng(params.get("seed", 0))
    weights = r.cluster_weights(n, int(many), rng) if many else r.all_weights(n)
    statistic = params.get("statistic", "mean")
    if statistic == "median":
        order = np.argsort(x)
        draws = np.array([np.median(np.repeat(x[order], w[order].astype(int))) for w in weights])
        jackknife = np.array([np.median(np.delete(x, i)) for i in range(n)])
        theta = float(np.median(x))
    else:
        draws, jackknife, theta = weights @ x / n, (x.sum() - x) / (n - 1), float(x.mean())
    fit = r.bca_interval(theta, draws, jackknife, level)
    low, high = r.percentile_interval(draws, level)
    basic = r.basic_interval(theta, draws, level)
    bca = [float(fit.low[0]), float(fit.high[0])]
    return {
        "theta": theta, "estimate": theta, "z0": fit.z0[0], "acceleration": fit.acceleration[0], "a": fit.acceleration[0],
        "alpha_adjusted": [fit.alpha_low[0], fit.alpha_high[0]], "ci_bca": bca, "ci": bca, "bca": bca,
        "ci_percentile": [low, high], "percentile": [low, high], "ci_basic": list(basic), "basic": list(basic),
        "se": draws.std(), "n_resamples": len(weights),
    }  # fmt: skip


@adapter(r"bootstrap_?bca.*", r"bca.*", r"bootstrap_(percentile|basic|ci).*")
def bootstrap(case: dict[str, Any]) -> Any:
    x = _floats(next(v for v in case["input"].values() if isinstance(v, list)))
    return fill(case["expected"], _one_sample(x, case.get("params", {})))


def _clusters(given: dict[str, Any]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Values of each cluster of the two sides, from nested lists, mappings or long columns."""
    sides = []
    for key, value in given.items():
        if isinstance(value, dict) and all(isinstance(v, list) for v in value.values()):
            sides.append([_floats(v) for v in value.values()])
        elif isinstance(value, list) and value and isinstance(value[0], list):
            sides.append([_floats(v) for v in value])
        elif isinstance(value, dict) and len(value) == 2 and all(isinstance(v, dict) for v in value.values()):
            return _clusters(value)
        elif isinstance(value, list) and value and isinstance(value[0], dict) and key:
            return _long(value)
    if len(sides) != 2:
        values = [v for k, v in given.items() if isinstance(v, list) and plain(k) in {"values", "scores", "y", "x"}]
        groups = [
            v for k, v in given.items() if isinstance(v, list) and plain(k) in {"cluster", "clusters", "outlet", "outlets"}
        ]
        labels = [v for k, v in given.items() if isinstance(v, list) and plain(k) in {"side", "sides", "group", "labels"}]
        if not (values and groups and labels):
            raise NotImplementedError(f"clusters of two sides among {sorted(given)}")
        return _long([{"side": s, "cluster": c, "value": v} for s, c, v in zip(labels[0], groups[0], values[0], strict=True)])
    return sides[0], sides[1]


def _long(rows: list[dict[str, Any]]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    found: dict[Any, dict[Any, list[float]]] = {}
    for row in rows:
        r = {plain(k): v for k, v in row.items()}
        side = r.get("side", r.get("group"))
        cluster = r.get("cluster", r.get("outlet"))
        found.setdefault(side, {}).setdefault(cluster, []).append(float(r.get("value", r.get("score", r.get("y")))))
    first, second = found.values()
    return [_floats(v) for v in first.values()], [_floats(v) for v in second.values()]


def _unit(case: dict[str, Any]) -> str:
    said = str(case.get("params", {}).get("unit", case.get("params", {}).get("statistic", ""))).lower()
    return "cluster" if "cluster mean" in said or "mean of cluster" in said or said == "cluster" else "document"


@adapter(r"cluster_?bootstrap.*", r"bootstrap_cluster.*")
def cluster_bootstrap(case: dict[str, Any]) -> Any:
    from framing.stats.clusters import bootstrap_clusters

    params = case.get("params", {})
    a, b = _clusters(case["input"])
    drawn = next((int(v) for k, v in params.items() if plain(k) in {"nresamples", "ndraws", "b"} and isinstance(v, int)), None)
    fit = bootstrap_clusters(a, b, n_draws=drawn, seed=int(params.get("seed", 0)), unit=_unit(case))
    level = float(params.get("level", params.get("confidence_level", 0.95)))
    plain_ci, bca = ([float(x[0]) for x in fit.interval(level, kind)] for kind in ("plain", "plain-bca"))
    theta = float(fit.estimate[0])
    known = {
        "estimate": theta, "theta": theta, "diff": theta, "difference": theta, "mean_diff": theta, "observed": theta,
        "ci": plain_ci, "ci_percentile": plain_ci, "percentile": plain_ci, "ci_95": plain_ci, "ci_low": plain_ci[0],
        "ci_high": plain_ci[1], "low": plain_ci[0], "high": plain_ci[1], "ci_bca": bca, "bca": bca,
        "se": float(fit.draws.std()), "sd": float(fit.draws.std()), "boot_mean": float(fit.draws.mean()),
        "mean": float(fit.draws.mean()), "n_resamples": len(fit.draws),
    }  # fmt: skip
    return fill(case["expected"], known)


def _tests(found: Any, statistic: float, expected: Any, p_min: float) -> Any:
    two, more, less, far = (float(x[0]) for x in (found.two_sided, found.greater, found.less, found.absolute))
    p = {
        "two-sided": two, "two_sided": two, "greater": more, "less": less, "absolute": far, "two_sided_abs": far,
        "two-sided-abs": far, "abs": far, "two_sided_doubled": two,
    }  # fmt: skip
    known = p | {
        "statistic": statistic, "observed": statistic, "estimate": statistic, "diff": statistic, "mean_diff": statistic,
        "difference": statistic, "p_two_sided": two, "p_greater": more, "p_less": less, "p_abs": far,
        "p_two_sided_abs": far, "p_value": two, "n_permutations": found.n_splits, "n_splits": found.n_splits,
        "n_assignments": found.n_splits, "min_p": p_min, "p_min": p_min, "minimum_p": p_min,
        "minimum_attainable_p": p_min, "min_attainable_p": p_min, "p_min_two_sided": p_min, "min_p_two_sided": p_min,
    }  # fmt: skip
    return fill(expected, known | {"p": p if isinstance(expected.get("p"), dict) else two})


@adapter(r"permutation.*")
def permutation(case: dict[str, Any]) -> Any:
    from framing.stats.permute import minimum_p, permutation_test

    a, b = (_floats(v) for v in [v for v in case["input"].values() if isinstance(v, list)][:2])
    found = permutation_test(a, b)
    return _tests(found, float(a.mean() - b.mean()), case["expected"], minimum_p(len(a), len(b)))


@adapter(r"cluster_?perm.*")
def cluster_permutation(case: dict[str, Any]) -> Any:
    from framing.stats.clusters import permute_clusters, sums_and_sizes
    from framing.stats.permute import minimum_p

    a, b = _clusters(case["input"])
    unit = _unit(case)
    (top_a, n_a), (top_b, n_b) = (sums_and_sizes(x, unit=unit) for x in (a, b))
    statistic = float(top_a.sum() / n_a.sum() - top_b.sum() / n_b.sum())
    return _tests(permute_clusters(a, b, unit=unit), statistic, case["expected"], minimum_p(len(a), len(b)))


@adapter(r"multiple_testing.*", r"bh.*", r"holm.*", r"fdr.*", r"p_?adjust.*")
def multiple_testing(case: dict[str, Any]) -> Any:
    from framing.stats.multiplicity import adjust

    names = {
        "fdrbh": "bh",
        "bh": "bh",
        "benjaminihochberg": "bh",
        "holm": "holm",
        "bonferroni": "bonferroni",
        "fdrby": "by",
        "by": "by",
    }
    p = _floats(case["input"].get("p", case["input"].get("p_values")))
    alpha = float(case.get("params", {}).get("alpha", 0.05))
    m = int((~np.isnan(p)).sum())
    got: dict[str, Any] = {}
    for key, value in case["expected"].items():
        if plain(key) in names:
            adjusted = adjust(p, names[plain(key)])
            rejected = [None if np.isnan(q) else bool(q <= alpha) for q in adjusted]
            wanted = value.get("reject") if isinstance(value, dict) else None
            if wanted is not None and None not in wanted:
                rejected = [bool(r) for r in rejected]
            known = {"adjusted": adjusted.tolist(), "reject": rejected, "n_reject": sum(map(bool, rejected))}
            got[key] = fill(value, known) if isinstance(value, dict) else adjusted.tolist()
        else:
            got |= fill({key: value}, {"m": m, "n": m, "n_tests": m, "family_size": m})
    return got


@adapter(r"cliffs?_?delta.*")
def cliffs_delta(case: dict[str, Any]) -> Any:
    from framing.stats.effect import cliffs_delta as delta

    pairs = case["input"].get("cases")
    if pairs is None:
        return effect_sizes(case)
    values = [float(delta(_floats(a), _floats(b))) for a, b in pairs]
    return fill(case["expected"], {"values": values, "cliffs_delta": values})


@adapter(r"effect_sizes?.*", r"hedges.*", r"cohens?_d.*")
def effect_sizes(case: dict[str, Any]) -> Any:
    from framing.stats import effect as e

    groups = case["input"].get("cases") or [[v for v in case["input"].values() if isinstance(v, list)][:2]]
    found = [_effects(_floats(a), _floats(b), e) for a, b in groups]
    if len(found) == 1 and "cases" not in case["input"]:
        return fill(case["expected"], found[0])
    if isinstance(case["expected"], list):
        return [fill(want, have) for want, have in zip(case["expected"], found, strict=True)]
    return {key: [fill({key: 0}, f).get(key) for f in found] for key in case["expected"]}


def _effects(a: np.ndarray, b: np.ndarray, e: Any) -> dict[str, float]:
    d, exact, near = float(e.cohens_d(a, b)), float(e.hedges_g(a, b)), float(e.hedges_g(a, b, exact=False))
    delta, u, df = float(e.cliffs_delta(a, b)), float(e.mann_whitney_u(a, b)), len(a) + len(b) - 2
    j, j_near = float(e.small_sample_correction(df)), float(e.small_sample_correction(df, exact=False))
    return {
        "cohens_d": d, "cohen_d": d, "d": d, "hedges_g": exact, "hedges_g_exact": exact, "hedges_g_exact_J": exact,
        "hedges_g_exact_gamma": exact, "hedges_g_gamma": exact, "g_exact": exact, "hedges_g_R": exact, "g": exact,
        "hedges_g_effectsize": exact, "hedges_g_approx": near, "hedges_g_approx_J": near, "g_approx": near,
        "hedges_g_pingouin": near, "hedges_g_approximate": near, "cliffs_delta": delta, "cliff_delta": delta,
        "cliffs_d": delta, "U": u, "mann_whitney_u": u, "mann_whitney_U_a": u, "A12": (delta + 1) / 2,
        "vargha_delaney_A": (delta + 1) / 2, "cles": (delta + 1) / 2, "rank_biserial": delta, "J": j, "J_exact": j,
        "J_gamma": j, "J_approx": j_near, "mean_diff": float(a.mean() - b.mean()), "df": df,
        "mean_a": float(a.mean()), "mean_b": float(b.mean()), "n_a": len(a), "n_b": len(b),
    }  # fmt: skip


@adapter(r"specification_curve.*", r"spec_?curve.*")
def specification_curve(case: dict[str, Any]) -> Any:
    from framing.stats.speccurve import curve_inference, curve_statistics

    x, alpha = case["input"], float(case.get("params", {}).get("alpha", 0.05))
    estimates, p = _floats(x["estimates"]), _floats(x["p_values"])
    seen = curve_statistics(estimates, p, alpha=alpha)
    known: dict[str, Any] = {
        "median": seen.median, "share": seen.share, "stouffer_Z": seen.stouffer, "stouffer": seen.stouffer,
        "share_significant_dominant_sign": seen.share, "n_specifications": len(estimates),
    }  # fmt: skip
    if "null_estimates" in x:
        null = [np.array(x[k], float) for k in ("null_estimates", "null_p_values")]
        fit = curve_inference(estimates, p, *null, alpha=alpha)
        plus = {"median": fit.p_plus_one_median, "share_significant_dominant_sign": fit.p_plus_one_share,
                "stouffer": fit.p_plus_one_stouffer, "share": fit.p_plus_one_share}  # fmt: skip
        known["p"] = {
            "median": fit.p_median,
            "share_significant_dominant_sign": fit.p_share,
            "share": fit.p_share,
            "stouffer": fit.p_stouffer,
        }
        known |= {"p_plus_one": plus, "p_plus1": plus, "p_with_plus_one": plus, "p_corrected": plus, "n_null": fit.n_null}
    return fill(case["expected"], known)
