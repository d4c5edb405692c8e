"""Lexical diversity and readability."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill, plain


def _codes(tokens: list[str]) -> np.ndarray:
    return np.unique(np.array(tokens), return_inverse=True)[1]


def _of_tokens(tokens: list[str], params: dict[str, Any]) -> dict[str, Any]:
    from framing.stats import diversity as d

    kinds = _codes(tokens)
    simple = d.simple_measures(len(set(tokens)), len(tokens))
    window = int(next((v for k, v in params.items() if "window" in k and isinstance(v, int)), 50))
    draws = int(next((v for k, v in params.items() if plain(k) in {"draws", "sample", "hddsample", "hdddraws"}), 42))
    cut = (v for k, v in params.items() if "threshold" in k or ("factor" in k and isinstance(v, float)))
    threshold = float(next(cut, 0.72))
    n = len(tokens)
    frequencies = np.unique(kinds, return_counts=True)[1]
    simpson = float((frequencies * (frequencies - 1)).sum() / max(n * (n - 1), 1))
    mtld, short = d.mtld(kinds, threshold=threshold), d.mtld(kinds, threshold=threshold, min_tokens=10)
    # That library ends a stretch at the threshold, the others below it.
    at_most = d.mtld(kinds, threshold=float(np.nextafter(threshold, 1)))
    known: dict[str, Any] = simple | {
        "CTTR": simple["corrected_ttr"], "R": simple["root_ttr"], "RTTR": simple["root_ttr"], "guiraud": simple["root_ttr"],
        "C": simple["log_ttr"], "herdan": simple["log_ttr"], "herdan_c": simple["log_ttr"], "log_ttr": simple["log_ttr"],
        "carroll": simple["corrected_ttr"], "S": simple["summer"], "U": simple["dugast"], "maas_a2": simple["maas"],
        "maas_a": float(np.sqrt(simple["maas"])), "n_tokens": n, "n_types": len(set(tokens)), "tokens": n,
        "types": len(set(tokens)), "N": n, "V": len(set(tokens)), "HDD": d.hdd(kinds, sample=draws),
        "HD_D": d.hdd(kinds, sample=draws), f"hdd_{draws}": d.hdd(kinds, sample=draws), "MTLD": mtld,
        "mtld_lexicalrichness": at_most, "mtld_lr": at_most, "mtld_min10": short, "mtld_min_10": short,
        "mtld_min_factor_10": short, "mtld_lexical_diversity": short, "mtld_taaled": short, "mtld_ld": short,
        "yule_k": d.yule_k(kinds),
        "yules_k": d.yule_k(kinds), "K": d.yule_k(kinds), "MATTR": d.mattr(kinds, window=window),
        "MSTTR": d.msttr(kinds, window=window), "simpson_d": simpson,
    }  # fmt: skip
    for size in range(2, 501):
        known |= (
            {f"mattr_{size}": d.mattr(kinds, window=size), f"mattr_w{size}": d.mattr(kinds, window=size)}
            if size in _ROUND
            else {}
        )
        known |= {f"msttr_{size}": d.msttr(kinds, window=size)} if size in _ROUND else {}
    return known


_ROUND = {2, 3, 4, 5, 10, 20, 25, 30, 40, 42, 50, 75, 100, 200, 500}


@adapter(r"lexical_diversity.*", r"lexdiv.*", r"mtld.*", r"mattr.*", r"hd_?d.*", r"ttr.*")
def diversity(case: dict[str, Any]) -> Any:
    params = case.get("params", {})
    texts = {k: v for k, v in case["input"].items() if isinstance(v, list) and v and isinstance(v[0], str)}
    if not texts and "text" in case["input"]:
        texts = {"text": re.findall(r"\w+", case["input"]["text"].lower())}
    known = [_of_tokens(tokens, params) for tokens in texts.values()]
    got: dict[str, Any] = {}
    for key, value in case["expected"].items():
        suffix = re.fullmatch(r"(.+)_([^_]+)", key)
        if isinstance(value, list):
            got[key] = [fill({key: 0}, k).get(key) for k in known]
        elif isinstance(value, dict) and key in texts:
            got[key] = fill(value, known[list(texts).index(key)])
        elif isinstance(value, dict):
            got[key] = {t: fill({key: 0}, known[list(texts).index(t)]).get(key) for t in value if t in texts} or fill(
                value, known[0]
            )
        elif suffix and suffix.group(2) in texts:
            got |= {key: fill({suffix.group(1): 0}, known[list(texts).index(suffix.group(2))]).get(suffix.group(1))}
        else:
            got |= fill({key: value}, known[0])
    return got


@adapter(r"yule.*")
def yule(case: dict[str, Any]) -> Any:
    from framing.stats.diversity import yule_k_of_frequencies

    given = case["input"]
    value = next(v for v in given.values() if isinstance(v, (list, dict)))
    if isinstance(value, dict):
        pairs = [(float(k), float(v)) for k, v in value.items()]
    elif value and isinstance(value[0], (list, tuple)):
        pairs = [(float(x), float(y)) for x, y in value]
    elif value and isinstance(value[0], str):
        pairs = [(float(n), 1.0) for n in np.unique(np.array(value), return_counts=True)[1]]
    else:
        others = [v for v in given.values() if isinstance(v, list) and len(v) == len(value) and v is not value]
        pairs = list(zip(value, others[0] if others else [1.0] * len(value), strict=True))
    f, types = np.array(pairs).T
    k = yule_k_of_frequencies(f, types)
    n, v, squares = (f * types).sum(), types.sum(), (f**2 * types).sum()
    known = {
        "K": k, "yule_k": k, "yules_k": k, "k_formula": k, "value": k, "N": n, "V": v, "tokens": n, "types": v,
        "n_tokens": n, "n_types": v, "S1": n, "S2": squares, "M1": n, "M2": squares,
    }  # fmt: skip
    return fill(case["expected"], known)


@adapter(r"readability")
def readability(case: dict[str, Any]) -> Any:
    from framing.stats import readability as r

    x = {plain(k): v for k, v in case["input"].items()}
    w, s = x["w"], x["s"]
    known = {
        "flesch_re": r.flesch_reading_ease(w, s, x["sy"]), "fk_grade": r.flesch_kincaid_grade(w, s, x["sy"]),
        "ari": r.automated_readability_index(w, s, x["c"]), "coleman_liau": r.coleman_liau_index(w, s, x["c"]),
        "fog": r.gunning_fog(w, s, x["poly"]), "smog": r.smog_index(s, x["poly"]),
        "dale_chall": r.dale_chall(w, s, x.get("hard", np.nan)),
        "lix": r.lix(w, s, x.get("long", np.nan)), "lix_long_words": np.nan,
    }  # fmt: skip
    return fill(case["expected"], {k: float(v) for k, v in known.items()})


@adapter(r"readability_end_to_end", r"textstat")
def textstat(case: dict[str, Any]) -> Any:
    from framing.annotate.counting.syllables import textstat_offline

    module = textstat_offline().textstat
    texts = case["input"]["texts"]
    if isinstance(case["expected"], list):
        return [{name: getattr(module, name)(text) for name in row} for text, row in zip(texts, case["expected"], strict=True)]
    return {text: {name: getattr(module, name)(text) for name in row} for text, row in case["expected"].items()}
