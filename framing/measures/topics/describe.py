"""What a topic is about, and what speaks against it: terms, labels, flags."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.measures.topics.fitted import Fitted
from framing.measures.topics.grid import top_words
from framing.stats.coherence import co_documents
from framing.stats.frex import frex, lift

Floats = NDArray[np.float64]
SHOWN = 20
ONE_DOCUMENT, ONE_OUTLET, UNSTABLE, TOGETHER = 0.5, 0.8, 0.4, 0.7


def term_table(fitted: Fitted) -> pd.DataFrame:
    """
    Topic, rank, term, weight, frex, lift, rank_frex, rank_lift.

    Terms are those that lead by weight in the model, by FREX or by lift; `rank` is by the weight in the model, and
    `weight` the probability of the word in the topic. Lift is ranked among words that are not rarer than the median.
    """
    by_frex, by_lift = frex(fitted.words), lift(fitted.words, fitted.marginal)
    often = fitted.marginal >= np.median(fitted.marginal)
    frames = []
    for k in range(fitted.k):
        ranks = {
            "rank": _ranks(fitted.components[k]),
            "rank_frex": _ranks(np.nan_to_num(by_frex[k])),
            "rank_lift": _ranks(np.where(often, np.nan_to_num(by_lift[k]) * (fitted.words[k] > 1e-6), 0)),
        }
        shown = np.flatnonzero(np.min(list(ranks.values()), axis=0) <= SHOWN)
        frames.append(
            pd.DataFrame(
                {
                    "topic": k + 1, "rank": ranks["rank"][shown], "term": [fitted.vocabulary.words[i] for i in shown],
                    "weight": fitted.words[k, shown], "frex": by_frex[k, shown], "lift": by_lift[k, shown],
                    "rank_frex": ranks["rank_frex"][shown], "rank_lift": ranks["rank_lift"][shown],
                }
            ).sort_values("rank")
        )  # fmt: skip
    return pd.concat(frames, ignore_index=True)


def _ranks(values: Floats) -> NDArray[np.int64]:
    """1 for the largest; ties in alphabetical order of the words."""
    out = np.empty(len(values), dtype=np.int64)
    out[np.argsort(-values.round(12), kind="stable")] = np.arange(1, len(values) + 1)
    return out


def topic_table(
    fitted: Fitted,
    terms: pd.DataFrame,
    shares: Floats,
    counts: Any,
    rows: pd.DataFrame,
    langs: Any,
    anchors: Any = (),
) -> pd.DataFrame:
    """
    One row per topic: label, terms by weight, FREX and lift, size, quality, and flags.

    Parameters
    ----------
    fitted : Fitted
    terms : DataFrame
        From `term_table`.
    shares : (D, K) array
        Of whole documents.
    counts : (D, V) sparse matrix
    rows : DataFrame
        Document and outlet of each row.
    langs : sequence of D str or None
    anchors : tuple of (name, words)
    """
    n_words = np.asarray(counts.sum(axis=1), dtype=np.float64).ravel()
    known = np.nan_to_num(shares)
    mass = known * n_words[:, None]
    leader = np.where(np.isnan(shares).any(axis=1), -1, np.nan_to_num(shares).argmax(axis=1))
    tops = top_words(fitted.components, 10)
    out = []
    for k in range(fitted.k):
        part = terms[terms["topic"] == k + 1]
        by = {name: part.sort_values(name)["term"].head(10).tolist() for name in ("rank", "rank_frex", "rank_lift")}
        flags, because = flags_of(mass[:, k], counts, tops[k], rows, langs)
        if k < len(anchors) and not set(anchors[k][1]) & set(part.loc[part["rank"] <= SHOWN, "term"]):
            flags.append("anchor lost")
            because.append(f"none of its anchor words ({', '.join(anchors[k][1])}) is among its {SHOWN} first terms")
        if fitted.overlap[k] < UNSTABLE:
            flags.append("unstable")
            because.append(f"its top words come back in {fitted.overlap[k]:.0%} of their ranks over {len(fitted.runs)} seeds")
        out.append(
            {
                "topic": k + 1, "name": "", "label": ", ".join(by["rank"][:4]), "terms": ", ".join(by["rank"]),
                "frex_terms": ", ".join(by["rank_frex"]), "lift_terms": ", ".join(by["rank_lift"]),
                "share": float(np.nanmean(shares[:, k])) if len(shares) else np.nan, "n_documents": int((leader == k).sum()),
                "stability": float(fitted.overlap[k]), "seed_cosine": float(fitted.similarity[:, k].mean()),
                "npmi": float(fitted.coherence[k]), "flags": ", ".join(flags), "because": "; ".join(because),
            }
        )  # fmt: skip
    return pd.DataFrame(out)


def flags_of(mass: Floats, counts: Any, top: NDArray[np.int64], rows: pd.DataFrame, langs: Any) -> tuple[list[str], list[str]]:
    """Signs that a topic is an artefact, each with its reason; such topics stay in all tables."""
    flags: list[str] = []
    because: list[str] = []
    total = mass.sum()
    if total > 0 and mass.max() / total >= ONE_DOCUMENT:
        flags.append("one document")
        because.append(f"{rows['document'].iloc[int(mass.argmax())]!r} holds {mass.max() / total:.0%} of it")
    words = np.asarray(counts.sum(axis=1), dtype=np.float64).ravel()
    for name, groups in (("one outlet", rows["outlet"]), ("language", pd.Series(list(langs), dtype=object))):
        held = _concentrated(mass, words, groups)
        if held:
            flags.append(name)
            because.append(f"{held[0]!r} holds {held[1]:.0%} of it, and {held[2]:.0%} of all words")
    together, once = _fixed_wording(counts, top)
    if together >= TOGETHER and once:
        flags.append("boilerplate")
        because.append(f"its top words stand together, once each, in the same documents (Jaccard {together:.2f})")
    return flags, because


def _concentrated(mass: Floats, words: Floats, groups: pd.Series) -> tuple[str, float, float] | None:
    """The group that holds nearly all of a topic though it does not hold nearly all words."""
    codes, names = pd.factorize(groups)
    if len(names) < 2 or not mass.sum() > 0:
        return None
    known = codes >= 0
    of_topic = np.bincount(codes[known], mass[known], len(names)) / mass.sum()
    of_words = np.bincount(codes[known], words[known], len(names)) / max(words.sum(), 1)
    top = int(of_topic.argmax())
    if of_topic[top] < ONE_OUTLET or of_words[top] >= ONE_OUTLET / 2:
        return None
    return str(names[top]), float(of_topic[top]), float(of_words[top])


def _fixed_wording(counts: Any, top: NDArray[np.int64]) -> tuple[float, bool]:
    """Mean Jaccard of the documents of the top words, and whether five or more documents have each word about once."""
    joint = co_documents(counts, top)
    single = np.diag(joint)
    union = single[:, None] + single[None, :] - joint
    pairs = np.triu_indices(len(top), 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        jaccard = np.nan_to_num(joint / union)[pairs].mean() if len(top) > 1 else 0.0
    per_document = np.asarray(counts[:, top].sum(axis=0)).ravel() / np.maximum(single, 1)
    return float(jaccard), bool(np.median(single) >= 5 and np.median(per_document) <= 1.2)
