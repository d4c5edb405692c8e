"""Agreement of coders, and of a dictionary with gold codes."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill, plain


def _matrix(rows: Any, missing: Any = None) -> tuple[np.ndarray, list[Any]]:
    """Codings as numbers; names become their place in the alphabet."""
    rows = [[None if v == missing or v in ("NaN", "*", "") else v for v in row] for row in rows]
    flat = sorted({v for row in rows for v in row if isinstance(v, str)})
    place: dict[Any, float] = {v: float(i) for i, v in enumerate(flat)}
    return np.array([[np.nan if v is None else place.get(v, v) for v in row] for row in rows], float), flat


def _codings(given: dict[str, Any]) -> np.ndarray:
    """One row per coder."""
    by_name = {plain(k): v for k, v in given.items()}
    for key, value in by_name.items():
        if key in {"unitsxcoders", "unitsxraters", "subjectsxraters"}:
            return _matrix(value)[0].T
        if key in {"codersxunits", "ratersxunits", "codings", "reliabilitydata", "data"}:
            return _matrix(value)[0]
    columns = [v for v in given.values() if isinstance(v, list) and v and not isinstance(v[0], (list, dict))]
    if len(columns) >= 2:
        return _matrix(columns)[0]
    return _matrix(next(v for v in given.values() if isinstance(v, list)))[0]


def alphas(matrix: np.ndarray) -> dict[str, float]:
    """Krippendorff's alpha at every level."""
    from framing.stats.agreement import LEVELS, krippendorff_alpha

    return {level: krippendorff_alpha(matrix, level).value for level in LEVELS}


@adapter(r"krippendorff.*")
def krippendorff(case: dict[str, Any]) -> Any:
    params = case.get("params", {})
    found = alphas(_codings(case["input"]))
    level = str(params.get("level", params.get("level_of_measurement", params.get("metric", "nominal"))))
    known = found | {f"alpha_{k}": v for k, v in found.items()} | {"alpha": found[level], "value": found[level]}
    if all(np.isnan(v) for v in found.values()):
        known["nominal"] = known["alpha"] = float("nan")
    return fill(case["expected"], known)


def _table(given: dict[str, Any]) -> np.ndarray:
    from framing.stats.agreement import confusion

    for key, value in given.items():
        if plain(key).startswith(("table", "confusion", "matrix", "counts", "contingency")):
            return np.array(value, float)
    if {"a", "b", "c", "d"} <= set(given) and not isinstance(given["a"], list):
        return np.array([[given["a"], given["b"]], [given["c"], given["d"]]], float)
    first, second = [v for v in given.values() if isinstance(v, list)][:2]
    return confusion(first, second)[0]


def _from_table(table: np.ndarray) -> np.ndarray:
    """Two rows of codings that have this confusion table."""
    first, second = np.indices(table.shape).reshape(2, -1).repeat(table.astype(int).ravel(), axis=1)
    return np.array([first, second], float)


@adapter(r"cohen_?kappa.*", r"weighted_kappa.*", r"kappa_paradox.*", r"kappa.*", r"percent_agreement.*", r"agreement_2x2.*")
def two_coders(case: dict[str, Any]) -> Any:
    from framing.stats.agreement import cohen_kappa
    from framing.stats.agreement_many import agreement

    table = _table(case["input"])
    kappa, observed, expected = cohen_kappa(table)
    linear, quadratic = cohen_kappa(table, "linear")[0], cohen_kappa(table, "quadratic")[0]
    codings = _from_table(table)
    ac1, pi, bp = (
        agreement(codings, name, categories=range(len(table))) for name in ("gwet_ac1", "fleiss", "brennan_prediger")
    )
    alpha = alphas(codings)
    wanted = str(case.get("params", {}).get("weights", "")).lower()
    known = {
        "kappa": {"linear": linear, "quadratic": quadratic}.get(wanted, kappa), "cohen_kappa": kappa, "cohen": kappa,
        "unweighted": kappa, "linear": linear, "quadratic": quadratic, "po": observed, "pe": expected,
        "percent_agreement": observed, "observed": observed, "agreement": observed, "gwet_ac1": ac1.value, "ac1": ac1.value,
        "gwet": ac1.value, "pe_ac1": ac1.expected, "ac1_pe": ac1.expected, "pe_gwet": ac1.expected, "scott_pi": pi.value,
        "fleiss": pi.value, "pi": pi.value, "brennan_prediger": bp.value, "bp": bp.value, "pabak": bp.value,
        "kappa_linear": linear, "kappa_quadratic": quadratic, "n": table.sum(), "krippendorff": alpha["nominal"],
        "krippendorff_alpha": alpha["nominal"], "alpha": alpha["nominal"], "alpha_nominal": alpha["nominal"],
    }  # fmt: skip
    return fill(case["expected"], known)


@adapter(r"fleiss.*")
def fleiss(case: dict[str, Any]) -> Any:
    from framing.stats.agreement_many import fleiss_kappa

    value = fleiss_kappa(case["input"].get("table", next(iter(case["input"].values()))))
    return fill(case["expected"], {"fleiss": value, "kappa": value, "fleiss_kappa": value})


@adapter(r"gwet.*", r"ac1.*", r"irr.*")
def gwet(case: dict[str, Any]) -> Any:
    from framing.stats.agreement_many import agreement

    codings = _codings(case["input"])
    names = {
        "gwet_ac1": "gwet_ac1", "ac1": "gwet_ac1", "gwet": "gwet_ac1", "fleiss": "fleiss", "krippendorff": "krippendorff",
        "conger": "conger", "bp": "brennan_prediger", "brennan_prediger": "brennan_prediger",
    }  # fmt: skip
    got = {}
    for key, value in case["expected"].items():
        if key in names:
            found = agreement(codings, names[key])
            # irrCAC prints a one-sided p for this coefficient and a two-sided one for the others.
            p = found.p / 2 if names[key] == "brennan_prediger" else found.p
            known = {
                "coefficient_value": found.value, "confidence_interval": [found.ci_low, found.ci_high],
                "se": found.std_error, "p_value": p, "pa": found.observed, "pe": found.expected,
            }  # fmt: skip
            got[key] = fill(value, known) if isinstance(value, dict) else found.value
    return got


@adapter(r"dictionary_vs_gold.*", r"validation.*")
def validation(case: dict[str, Any]) -> Any:
    """Accuracy, agreement and errors per class of a measure against gold codes."""
    from framing.stats.agreement import confusion

    given = case["input"]
    gold = given.get("gold")
    measured = next(v for k, v in given.items() if k != "gold" and isinstance(v, list) and len(v) == len(gold))
    pairs = [(g, m) for g, m in zip(gold, measured, strict=True) if g is not None and m is not None]
    table, labels = confusion([p[0] for p in pairs], [p[1] for p in pairs])
    alpha = alphas(np.array(pairs, float).T)
    hit, coded, said = np.diag(table), table.sum(axis=1), table.sum(axis=0)
    names = {-1: "neg", 0: "neut", 1: "pos"}
    with np.errstate(divide="ignore", invalid="ignore"):
        precision, recall, f1 = hit / said, hit / coded, 2 * hit / (said + coded)
    known = {
        "n": len(pairs), "acc": hit.sum() / table.sum(), "accuracy": hit.sum() / table.sum(),
        **{f"alpha_{level}": value for level, value in alpha.items()},
        **{
            name: {names.get(label, str(label)): values[i] for i, label in enumerate(labels)}
            for name, values in (("precision", precision), ("recall", recall), ("f1", f1))
        },
    }  # fmt: skip
    return fill(case["expected"], known)
