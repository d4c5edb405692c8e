"""Topics: coherence, diversity, stability, labels, networks, agreement of partitions."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill, plain


@adapter(r"frex.*")
def frex(case: dict[str, Any]) -> Any:
    from framing.stats.frex import exclusivity
    from framing.stats.frex import frex as compute

    beta = np.array(next(v for v in case["input"].values() if isinstance(v, list)), float)
    found = compute(beta, float(case.get("params", {}).get("w", 0.5)))
    return fill(case["expected"], {"exclusivity": exclusivity(beta).tolist(), "frex": found.tolist()})


@adapter(r"topic_diversity.*")
def diversity(case: dict[str, Any]) -> Any:
    from framing.stats.stability import topic_diversity

    topn = case.get("params", {}).get("topn")
    value = topic_diversity([topic[:topn] for topic in case["input"]["topics"]])
    return fill(case["expected"], {"diversity": value, "topic_diversity": value})


@adapter(r"npmi_coherence.*", r"topic_npmi.*")
def npmi_by_document(case: dict[str, Any]) -> Any:
    from framing.stats.coherence import npmi_document_window, presence

    texts, topics = case["input"]["texts"], case["input"]["topics"]
    words = sorted({w for topic in topics for w in topic})
    place = {w: i for i, w in enumerate(words)}
    there = presence(texts, words)
    unseen = float(case.get("params", {}).get("unseen_pair", -1))

    def score(topic: list[str]) -> float:
        return float(npmi_document_window(there, [[place[w] for w in topic]], unseen=unseen)[0])

    pairs = {f"{x}|{y}": score([x, y]) for x in words for y in words if x != y}
    per_topic = [score(topic) for topic in topics]
    return fill(case["expected"], {"per_topic": per_topic, "mean": float(np.mean(per_topic))}) | (
        {"pairs": {k: pairs[k] for k in case["expected"]["pairs"]}} if "pairs" in case["expected"] else {}
    )


@adapter(r"topic_coherence.*", r"coherence.*", r"u_?mass.*", r"c_(v|uci|npmi).*")
def coherence(case: dict[str, Any]) -> Any:
    from framing.stats.coherence import presence, sliding_window_coherence, umass

    texts = case["input"]["texts"]
    params = case.get("params", {})
    topn = params.get("topn")
    topics = [topic[:topn] for topic in case["input"]["topics"]]
    words = sorted({w for topic in topics for w in topic})
    place = {w: i for i, w in enumerate(words)}
    columns = [[place[w] for w in topic] for topic in topics]
    epsilon = float(params.get("epsilon", 1e-12))
    windows = params.get("window", {}) if isinstance(params.get("window"), dict) else {}
    found = {"u_mass": umass(presence(texts, words), columns, smoothing=epsilon * len(texts))}
    for name, usual in (("c_uci", 10), ("c_npmi", 10), ("c_v", 110)):
        found[name] = sliding_window_coherence(texts, topics, name, window=int(windows.get(name, usual)))
    known = {k: {"per_topic": v.tolist(), "mean": float(v.mean())} for k, v in found.items()}
    got = {}
    for key, value in case["expected"].items():
        name = next((k for k in known if plain(k) == plain(key)), None)
        if name:
            got[key] = (
                fill(value, known[name])
                if isinstance(value, dict)
                else found[name].tolist()
                if isinstance(value, list)
                else known[name]["mean"]
            )
    return got


@adapter(r"hungarian.*", r"topic_match.*")
def matching(case: dict[str, Any]) -> Any:
    from framing.stats.alignment import jaccard_matrix, match_topics

    first, second = list(case["input"].values())[:2]
    table = jaccard_matrix(first, second)
    partner, value = match_topics(table)
    known = {"jaccard": table.tolist(), "matching": [[i, int(j)] for i, j in enumerate(partner)], "mean": float(value.mean()),
             "matched": value.tolist(), "values": value.tolist()}  # fmt: skip
    return fill(case["expected"], known)


@adapter(r".*stability.*", r"average_jaccard.*", r".*greene.*")
def stability(case: dict[str, Any]) -> Any:
    """Average Jaccard of two lists, agreement of two sets of topics, stability over samples: whatever is given."""
    from framing.stats import stability as s

    given, known = case["input"], {}
    lists = {k: v for k, v in given.items() if isinstance(v, list) and v and isinstance(v[0], str)}
    sets = {k: v for k, v in given.items() if isinstance(v, list) and v and isinstance(v[0], list) and isinstance(v[0][0], str)}
    runs = [v for v in given.values() if isinstance(v, list) and v and isinstance(v[0], list) and isinstance(v[0][0], list)]
    for key in [k for k in sets if "list" in k and len(sets[k]) == 2]:
        lists = dict(enumerate(sets.pop(key))) | lists
    if len(lists) >= 2:
        one, two = list(lists.values())[:2]
        for name in ("average_jaccard", "AJ", "aj", "average_jaccard_R1_R2"):
            known[name] = s.average_jaccard(one, two)
        known["jaccard_per_depth"] = known["jac"] = [s.average_jaccard(one, two, depth=d) for d in range(1, len(one) + 1)]
    if len(sets) >= 2:
        one, two = list(sets.values())[:2]
        table = [[s.average_jaccard(x, y) for y in two] for x in one]
        from framing.stats.alignment import match_topics

        partner, value = match_topics(np.array(table))
        for name in ("agreement", "agree", "agreement_hungarian"):
            known[name] = s.agreement(one, two)
        known |= {"matrix": table, "aj_matrix": table, "similarity": table, "similarity_matrix": table,
                  "matching": [[i, int(j)] for i, j in enumerate(partner)], "mean": float(value.mean()),
                  "permutation": [int(j) for j in partner], "assignment": [int(j) for j in partner]}  # fmt: skip
    if runs and sets:
        values = s.stability(next(iter(sets.values())), runs[0])
        known |= {"stability": float(values.mean()), "per_sample": values.tolist(), "agreements": values.tolist()}
    return _nested(case["expected"], known)


def _nested(expected: Any, known: dict[str, Any]) -> Any:
    """Fill also where the case groups its values one level down."""
    got = fill(expected, known)
    for key, value in expected.items():
        if key not in got and isinstance(value, dict):
            inner = fill(value, known)
            if inner:
                got[key] = inner
    return got


@adapter(r"topic_network.*", r"antmn.*")
def network(case: dict[str, Any]) -> Any:
    from framing.stats.network import antmn

    x = {plain(k): v for k, v in case["input"].items()}
    theta = np.array(next(v for k, v in x.items() if k.startswith("theta")), float)
    deleted = case.get("params", {}).get("deleted_topics") or []
    theta = np.delete(theta, deleted, axis=1)
    fit = antmn(theta, x.get("doclengths"), backbone=case.get("params", {}).get("backbone"))
    groups = [np.flatnonzero(fit.community == c).tolist() for c in range(int(fit.community.max()) + 1)]
    known = {"cosine": fit.cosine.tolist(), "communities": groups, "modularity": fit.modularity,
             "topic_size_share": fit.size_share.tolist()}  # fmt: skip
    return fill(case["expected"], known)


@adapter(r"adjusted_rand.*", r"partition_agreement.*", r"ari.*", r"nmi")
def partitions(case: dict[str, Any]) -> Any:
    from framing.stats.network import partition_agreement

    first, second = [v for v in case["input"].values() if isinstance(v, list)][:2]
    ari, nmi = partition_agreement(first, second)
    return fill(case["expected"], {"ari": ari, "adjusted_rand_index": ari, "nmi": nmi})
