"""Frame lexicons, polarity, power, frame axes."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill, number, plain


@adapter(r"frame_presence.*", r"frame_assignment.*")
def assignment(case: dict[str, Any]) -> Any:
    from framing.stats.framesets import frames_of_document

    params = case.get("params", {})
    got = []
    for words in case["input"]["documents"]:
        hits, present, primary = frames_of_document(
            words, case["input"]["lexicon"], min_hits=params.get("min_hits", 3), primary_min=params.get("primary_min", 4)
        )
        got.append({"hits": hits, "present": present, "primary": primary})
    return got


@adapter(r"pmi_frame_lexicon.*", r"frame_lexicon.*")
def lexicon(case: dict[str, Any]) -> Any:
    from framing.stats.framesets import expand_spans, frame_word_information

    in_frame, corpus = expand_spans(case["input"]["documents"])
    sizes = {frame: words.total() for frame, words in in_frame.items()}
    known = {"pmi": frame_word_information(in_frame, corpus), "frame_tokens": sizes, "corpus_tokens": corpus.total()}
    return fill(case["expected"], known)


@adapter(r"frame_topic_npmi.*", r"npmi_frame.*")
def topic_npmi(case: dict[str, Any]) -> Any:
    from framing.stats.framesets import frame_topic_npmi

    x = case["input"]
    value = frame_topic_npmi(x["n_both"], x["n_topic"], x["n_frame"], x["n_docs"])
    return fill(case["expected"], {"npmi": value})


@adapter(r"connotation.*", r"power.*")
def power(case: dict[str, Any]) -> Any:
    from framing.stats.framesets import power_scores

    scores, n = power_scores(case["input"]["triples"], case["input"]["verb_power"])
    return fill(case["expected"], {"scores": scores, "n": n})


@adapter(r".*polarity.*")
def polarity(case: dict[str, Any]) -> Any:
    from framing.stats.framesets import polarity as compute

    x = case["input"]
    found = compute(x["pos"], x["neg"], x["n_tokens"], smooth=case.get("params", {}).get("smooth", 0.5))
    return fill(case["expected"], {k: v.tolist() for k, v in found.items()})


@adapter(r"frame_?axis.*")
def axis(case: dict[str, Any]) -> Any:
    """Vectors by word, counts by word (one document or several), an antonym pair, a corpus bias."""
    from framing.stats.framesets import frame_axis

    x = {plain(k): v for k, v in {**case.get("params", {}), **case["input"]}.items()}
    vectors = next(v for k, v in x.items() if "vec" in k or "embed" in k)
    plus, minus = _poles(x, vectors)
    documents = next((v for k, v in x.items() if k.startswith(("doc", "count", "word", "text", "token", "freq"))), None)
    base = next((number(v) for k, v in x.items() if "baseline" in k or (k in {"corpusbias", "bt"} and number(v) == v)), None)
    several = isinstance(documents, list) and documents and isinstance(documents[0], (list, dict))
    texts = documents if several else [documents]
    corpus = next((v for k, v in x.items() if k in {"corpuscounts", "background", "corpus"} and isinstance(v, dict)), None)
    if base is None:
        base = frame_axis(*_counted(corpus if corpus else _pooled(texts), vectors), plus, minus)[0]
    results = [frame_axis(*_counted(t, vectors), plus, minus, baseline=float(base)) for t in texts]
    biases, intensities = [r[0] for r in results], [r[1] for r in results]
    one = len(results) == 1 and not several
    known = {"bias": biases[0] if one else biases, "intensity": intensities[0] if one else intensities,
             "B": biases[0] if one else biases, "I": intensities[0] if one else intensities,
             "corpus_bias": base, "baseline": base, "B_T": base, "cosines": _cosines(vectors, plus, minus),
             "cosine": _cosines(vectors, plus, minus), "contribution": _cosines(vectors, plus, minus)}  # fmt: skip
    return fill(case["expected"], known)


def _poles(x: dict[str, Any], vectors: dict[str, Any]) -> tuple[Any, Any]:
    pair = next((v for k, v in x.items() if k in {"axis", "pair", "antonyms", "poles", "antonympair", "microframe"}), None)
    if isinstance(pair, dict):
        pair = list(pair.values())
    if pair is None:
        first = next(v for k, v in x.items() if k in {"wplus", "positive", "pole1", "polea", "pos", "wpos", "wp"})
        pair = [first, next(v for k, v in x.items() if k in {"wminus", "negative", "pole2", "poleb", "neg", "wneg", "wm"})]
    return tuple(vectors[p] if isinstance(p, str) else p for p in pair)  # type: ignore[return-value]


def _pooled(texts: list[Any]) -> dict[str, float]:
    total: dict[str, float] = {}
    for text in texts:
        for word, n in text.items() if isinstance(text, dict) else ((w, 1) for w in text):
            total[word] = total.get(word, 0) + n
    return total


def _counted(text: Any, vectors: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    counts = {w: n for w, n in _pooled([text]).items() if w in vectors}
    return np.array(list(counts.values()), float), np.array([vectors[w] for w in counts], float)


def _cosines(vectors: dict[str, Any], plus: Any, minus: Any) -> dict[str, float]:
    from framing.stats.framesets import frame_axis

    return {w: frame_axis([1], [v], plus, minus)[0] for w, v in vectors.items()}
