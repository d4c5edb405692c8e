"""Two corpora: log-odds, G2 and the effect sizes; dispersion; collocation."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill, number, plain


def counts_of(case: dict[str, Any]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Words and their counts in two corpora, from counts or tokens, whatever the two are called."""
    given = dict(case["input"])
    named = given.get("counts")
    if isinstance(named, dict) and len(named) == 2 and all(isinstance(v, dict) for v in named.values()):
        first, second = named.values()
    else:
        first, second = (_counter(given, which) for which in ("a", "b"))
    words = list(given.get("vocab", given.get("vocabulary", sorted(set(first) | set(second)))))
    return words, np.array([first.get(w, 0) for w in words], float), np.array([second.get(w, 0) for w in words], float)


def _counter(given: dict[str, Any], which: str) -> dict[str, float]:
    names = ("counts", "freqs", "frequencies", "tokens", "text", "corpus", "side", "words")
    for key in (*(f"{name}_{which}" for name in names), which):
        if key in given:
            value = given[key]
            return dict(value) if isinstance(value, dict) else dict(Counter(value))
    raise NotImplementedError(f"no counts of corpus {which!r} among {sorted(given)}")


@adapter(r".*log_?odds.*", r"fightin.*words.*")
def log_odds(case: dict[str, Any]) -> Any:
    from framing.stats.association import log_odds as fit

    words, a, b = counts_of(case)
    prior, total = _prior(case, words)
    near, full = (fit(a, b, prior, prior_total=total, variance=kind) for kind in ("approximate", "full"))
    # A case may list some words only, as rows or by name.
    known = {
        word: {
            "delta": near.estimate[i], "estimate": near.estimate[i], "log_odds": near.estimate[i],
            "var": near.std_error[i] ** 2, "variance": near.std_error[i] ** 2, "se": near.std_error[i], "z": near.z[i],
            "zeta": near.z[i], "var_full": full.std_error[i] ** 2, "z_full": full.z[i], "se_full": full.std_error[i],
            "count_a": a[i], "count_b": b[i], "n_a": a[i], "n_b": b[i], "y_a": a[i], "y_b": b[i], "word": word,
        }
        for i, word in enumerate(words)
    }  # fmt: skip
    known_sums = {"n_a": a.sum(), "n_b": b.sum(), "n_types": len(words), "vocabulary": len(words), "V": len(words)}
    return _by_word(case["expected"], known, known_sums | _ranked(words, near.z))


def _ranked(words: list[str], z: np.ndarray) -> dict[str, Any]:
    order = sorted(range(len(words)), key=lambda i: (-z[i], words[i]))
    return {"top_a": [words[i] for i in order], "top_b": [words[i] for i in reversed(order)]}


def _by_word(expected: Any, known: dict[str, Any], totals: dict[str, Any]) -> Any:
    """Values of the words in whatever shape the case lists them."""
    if isinstance(expected, list):
        return [_one_word(item, known) for item in expected]
    got: dict[str, Any] = {}
    for key, value in expected.items():
        if key in known and isinstance(value, (dict, float, int)):
            got[key] = fill(value, known[key]) if isinstance(value, dict) else known[key]["z"]
        elif isinstance(value, dict):
            got[key] = _by_column(key, value, known)
        elif isinstance(value, list) and plain(key) in {"topa", "topb"} and all(isinstance(v, str) for v in value):
            got[key] = totals[plain(key).replace("top", "top_")][: len(value)]
        elif isinstance(value, list):
            got[key] = [_one_word(item, known) for item in value]
        elif key in totals or plain(key) in {plain(t) for t in totals}:
            got[key] = {plain(t): v for t, v in totals.items()}[plain(key)]
    return got


def _by_column(name: str, values: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Either words of a group, or one measure of many words."""
    found = {}
    for word, value in values.items():
        if word in known:
            found[word] = fill(value, known[word]) if isinstance(value, dict) else known[word].get(name)
    return found


def _one_word(item: Any, known: dict[str, Any]) -> Any:
    if isinstance(item, dict):
        word = next((v for k, v in item.items() if plain(k) in {"word", "term", "w", "type", "token"}), None)
        return fill(item, known[word]) if word in known else None
    if isinstance(item, (list, tuple)) and item and item[0] in known:
        columns = {1: (), 2: ("z",), 3: ("delta", "z"), 4: ("count_a", "count_b", "z")}
        names = columns.get(len(item), ("count_a", "count_b", "delta", "z", "var")[: len(item) - 1])
        return [item[0], *(known[item[0]][name] for name in names)]
    return item if item in known else None


def _prior(case: dict[str, Any], words: list[str]) -> tuple[np.ndarray, float | None]:
    given, params = case["input"], case.get("params", {})
    everything = {**given, **params}
    background = next((everything[k] for k in ("background", "prior_counts", "background_counts") if k in everything), None)
    floor = params.get("alpha_w", params.get("alpha", params.get("prior_alpha", params.get("smoothing"))))
    if isinstance(background, dict):
        plus = re.search(r"\+\s*([\d.]+)", str(params.get("prior", "")))
        add = float(floor) if floor is not None else float(plus.group(1)) if plus else 0.0
        scale = float(params.get("scale", params.get("prior_scale", 1.0)))
        return np.array([background.get(w, 0) * scale + add for w in words]), None
    if isinstance(floor, dict):
        return np.array([floor.get(w, 0.0) for w in words]), params.get("alpha_0")
    if isinstance(floor, list):
        return np.array(floor, float), params.get("alpha_0")
    return np.full(len(words), 0.01 if floor is None else float(floor)), params.get("alpha_0")


@adapter(r"keyness_2corpora", r"keyness.*two.*", r"keyness")
def keyness_of_one_word(case: dict[str, Any]) -> Any:
    from framing.stats import association as s
    from framing.stats import keyness_effects as e

    x = {plain(k): v for k, v in case["input"].items()}
    a, b = (x.get(f"freq{w}", x.get(f"f{w}", x.get(w))) for w in "ab")
    n_a, n_b = (x.get(f"size{w}", x.get(f"n{w}", x.get(f"total{w}"))) for w in "ab")
    from scipy.stats import chi2

    given = ([a], [b], n_a, n_b)
    model = s.expected([a], [b], n_a, n_b)
    g2, g4 = s.log_likelihood(*given)[0], s.log_likelihood(*given, cells=4)[0]
    rate_a, rate_b = a / n_a, b / n_b
    known = {
        "E1": model[0][0], "E2": model[1][0], "LL_rayson_2cell": g2, "LL": g2, "G2_dunning_4cell": g4, "G2": g4,
        "p_LL": chi2.sf(g2, 1), "p_G2": chi2.sf(g4, 1), "BIC_bayes_factor": e.bayes_factor(*given)[0],
        "BIC": e.bayes_factor(*given)[0], "ELL": e.effect_size_of_log_likelihood(*given)[0],
        "log_ratio_hardie": e.log_ratio(*given)[0], "log_ratio": e.log_ratio(*given)[0],
        "pct_diff": e.percent_difference(*given)[0], "relative_risk": e.relative_risk(*given)[0],
        "odds_ratio": e.odds_ratio(*given)[0], "direction": "=" if rate_a == rate_b else "+" if rate_a > rate_b else "-",
        "per_million_a": rate_a * 1e6, "per_million_b": rate_b * 1e6,
        "diff_coefficient": e.difference_coefficient(*given)[0], "chi2": s.chi_squared(*given)[0],
        "chi2_yates": s.chi_squared(*given, yates=True)[0], "fisher_p": s.fisher_exact(*given)[0],
        "williams_q": s.williams(*given)[0], "G2_williams": g4 / s.williams(*given)[0],
        **{f"simple_maths_k{k}": e.simple_maths(*given, k=float(k))[0] for k in _ks(case["expected"])},
    }  # fmt: skip
    return fill(case["expected"], known)


def _ks(expected: Any) -> list[str]:
    return [match.group(1) for key in expected if (match := re.fullmatch(r"simple_?maths_k_?(\d+)", str(key)))]


@adapter(r"keyness_document.*", r"textstat_keyness", r".*keyness_quanteda.*")
def keyness_of_documents(case: dict[str, Any]) -> Any:
    from framing.stats import association as s
    from framing.stats import keyness_effects as e

    words, a, b = counts_of(case)
    given = (a, b, a.sum(), b.sum())
    sign = np.where(a * b.sum() >= b * a.sum(), 1, -1)
    g2, q, fisher = s.log_likelihood(*given, cells=4), s.williams(*given), s.fisher_exact(a, b, int(a.sum()), int(b.sum()))
    columns = {
        "chi2_signed": sign * s.chi_squared(*given), "G2_signed": sign * g2, "G2_williams_signed": sign * g2 / q,
        "chi2_yates_signed": sign * s.chi_squared(*given, yates=True), "fisher_p": fisher,
        "odds_ratio_sample": e.odds_ratio(*given), "pmi_nat": e.pointwise_information(*given),
        "log_ratio": e.log_ratio(*given),
    }  # fmt: skip
    known = {word: {name: values[i] for name, values in columns.items()} for i, word in enumerate(words)}
    return {word: fill(value, known.get(word, {})) for word, value in case["expected"].items()}


@adapter(r"G2.*2x2", r".*dunning.*", r"G2.*", r"log_?likelihood.*")
def g2_of_tables(case: dict[str, Any]) -> Any:
    from framing.stats.collocation import log_likelihood_of_table

    given = case["input"]
    tables = given.get("tables") or [given.get("table", next(iter(given.values())))]
    values = [float(log_likelihood_of_table(*np.ravel(t))) for t in tables]
    if isinstance(case["expected"], dict):
        return fill(case["expected"], {"G2": values if len(values) > 1 else values[0], "values": values})
    return [
        {"G2": v, "LL": v, "log_likelihood": v} if isinstance(e, dict) else v
        for v, e in zip(values, case["expected"], strict=True)
    ]


@adapter(r"dispersion.*", r"gries.*dp")
def dispersion(case: dict[str, Any]) -> Any:
    from framing.stats.dispersion import dispersion as many
    from framing.stats.dispersion import dispersion_of_one

    x = {plain(k): v for k, v in case["input"].items()}
    freqs = next(x[k] for k in ("freqs", "frequencies", "counts", "f") if k in x)
    sizes = next((x[k] for k in ("partsizes", "sizes", "parts", "s") if k in x), [1] * len(freqs))
    known = dispersion_of_one(freqs, sizes)
    # The sparse way must give the same as the textbook's.
    sparse = many(np.array([freqs]).T, sizes)
    if len(freqs) > 1 and min(sizes) > 0:
        known |= {"DP": sparse.dp[0], "DPnorm": sparse.dp_norm[0]}
    known |= {"DP_norm": known["DPnorm"], "juilland_D": known["juilland_D_relfreq"], "D2": known["carroll_D2"],
              "S": known["rosengren_S_adj"], "D": known["juilland_D_relfreq"]}  # fmt: skip
    return fill(case["expected"], known)


@adapter(r"log_?dice.*")
def log_dice(case: dict[str, Any]) -> Any:
    from framing.stats.collocation import log_dice as compute

    rows = case["input"].get("cases") or [[case["input"][k] for k in ("f_xy", "f_x", "f_y")]]
    values = compute(*np.array(rows, float).T)
    return fill(case["expected"], {"values": values.tolist(), "logdice": values[0]})


@adapter(r".*colloc.*", r".*manning.*", r"pmi", r"npmi", r"mi3", r"t_?score", r".*association_measures.*", r"delta_?p.*")
def collocations(case: dict[str, Any]) -> Any:
    """Pairs of words in many shapes: rows of names or numbers, with N beside them or in `params`."""
    groups, n = _pairs(case)
    found = {name: [_measures_of(row, n) for row in rows] for name, rows in groups.items()}
    if len(groups) == 1:
        return _shape_pairs(case["expected"], next(iter(found.values())))
    if isinstance(case["expected"], list):
        return _shape_pairs(case["expected"], [row for rows in found.values() for row in rows])
    got: dict[str, Any] = {}
    for key, value in case["expected"].items():
        # Several tables in one case: the one that carries the name of the measure, else one of the same length.
        n_rows = len(value) if isinstance(value, list) else 1
        same = [rows for rows in found.values() if len(rows) == n_rows] or list(found.values())
        named = [rows for name, rows in found.items() if re.match(rf"{re.escape(key)}(_|$)", name, re.IGNORECASE)]
        named += [rows for name, rows in found.items() if len(plain(key)) > 1 and plain(key)[:3] in plain(name)]
        got |= _shape_pairs({key: value}, (named or same)[0])
    return got


def _measures_of(row: Any, n: float | None) -> dict[str, float]:
    """Every measure of one pair of words, under all the names it goes by."""
    from framing.stats.collocation import association

    f_xy, f_x, f_y = (_cell(row, names) for names in (_JOINT, _FIRST, _SECOND))
    size = _cell(row, _SIZE)
    size = n if size is None else size
    if isinstance(row, dict) and size is None and _cell(row, ("o22",)) is not None:
        f_x, f_y = f_xy + _cell(row, ("o12",)), f_xy + _cell(row, ("o21",))
        size = f_x + _cell(row, ("o21",)) + _cell(row, ("o22",))
    found = {k: float(v) for k, v in association(f_xy, f_x, f_y, size).items()}
    return found | {
        "logdice": found["log_dice"], "mi": found["pmi"], "t": found["t_score"], "z": found["z_score"],
        "ll": found["log_likelihood"], "g2": found["log_likelihood"], "lr": found["log_likelihood"],
        "minus_2_log_lambda": found["log_likelihood"], "llr": found["log_likelihood"], "chi_squared": found["chi2"],
        "x2": found["chi2"], "delta_p_2_given_1": found["delta_p_forward"], "delta_p_1_given_2": found["delta_p_backward"],
        "delta_p_y_given_x": found["delta_p_forward"], "delta_p_x_given_y": found["delta_p_backward"],
        "deltaP_xy": found["delta_p_forward"], "deltaP_yx": found["delta_p_backward"], "e": found["expected"],
        "e11": found["expected"], "expected_frequency": found["expected"],
    }  # fmt: skip


_JOINT = ("fxy", "f12", "c12", "joint", "o11", "n11", "k11", "cooc", "both", "f", "o", "bigram", "freq", "observed", "c")
_FIRST = ("fx", "f1", "c1", "n1", "x", "w1freq", "r1", "freqx", "cx", "nx", "count1", "c1_")
_SECOND = ("fy", "f2", "c2", "n2", "y", "w2freq", "freqy", "cy", "ny", "count2", "c2_")
_SIZE = ("n", "size", "total", "corpussize", "ntokens", "tokens", "npp", "bign")


def _pairs(case: dict[str, Any]) -> tuple[dict[str, list[Any]], float | None]:
    """Rows by the name of the table they stand in, and N."""
    everything = {**case.get("params", {}), **case["input"]}
    n = next((v for k, v in everything.items() if plain(k) in _SIZE and isinstance(v, (int, float))), None)
    groups: dict[str, list[Any]] = {}
    for name, value in case["input"].items():
        if isinstance(value, list) and value and isinstance(value[0], (dict, list)):
            groups[name] = value
        elif isinstance(value, dict) and value and all(isinstance(v, (dict, list)) for v in value.values()):
            groups[name] = list(value.values())
        elif isinstance(value, dict) and value:
            groups[name] = [value]
    return groups or {"row": [case["input"]]}, n


def _cell(row: Any, names: tuple[str, ...]) -> float | None:
    if isinstance(row, dict):
        by_name = {plain(k): v for k, v in row.items() if isinstance(number(v), float)}
        return next((by_name[name] for name in names if name in by_name), None)
    numbers = [v for v in row if isinstance(number(v), float) and not isinstance(v, bool)]
    if names is _JOINT:
        # Rows of numbers are listed as f(x), f(y), f(xy) in Manning & Schuetze; the joint one is never the largest.
        return numbers[2] if numbers[2] <= min(numbers[:2]) else numbers[0]
    rest = numbers[:2] if numbers[2] <= min(numbers[:2]) else numbers[1:3]
    if names is _FIRST:
        return rest[0]
    if names is _SECOND:
        return rest[1]
    return numbers[3] if len(numbers) > 3 and names[0] == "n" else None


def _shape_pairs(expected: Any, known: list[dict[str, float]]) -> Any:
    if isinstance(expected, list):
        return [fill(e, k) for e, k in zip(expected, known, strict=True)]
    got: dict[str, Any] = {}
    for i, (key, value) in enumerate(expected.items()):
        if isinstance(value, dict):
            got[key] = fill(value, known[min(i, len(known) - 1)])
        elif isinstance(value, list):
            column = [fill({key: 0}, row).get(key) for row in known]
            got[key] = [fill(e, k) for e, k in zip(value, known, strict=True)] if isinstance(value[0], dict) else column
        else:
            got |= fill({key: value}, known[0])
    return got
