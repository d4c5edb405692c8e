"""Dictionaries: matching rules, and the scores of optional packages read through our adapters."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill


@adapter(r"dictionary_matching.*", r"tokens_lookup.*")
def matching(case: dict[str, Any]) -> Any:
    from framing.annotate.counting.tokens import tokenise
    from framing.corpus.documents import Corpus, Document
    from framing.lexicons.match import match
    from framing.lexicons.model import Entry, Lexicon

    given = case["input"]
    entries = tuple(Entry(term, name) for name, terms in given["dictionary"].items() for term in terms)
    keep = str(case.get("params", {}).get("case", "")).lower() in {"sensitive", "keep"}
    lexicon = Lexicon.from_entries("case", entries, case="keep" if keep else "fold")
    text = given.get("text") or " ".join(given["tokens"])
    store = tokenise(Corpus((Document("d", text),)), {})
    names = list(given["dictionary"])
    counts = {}
    for key, overlap in (("overlapping_allowed", "allow"), ("longest_match_wins_across_categories", "longest")):
        hits = match(lexicon, store, overlap=overlap)
        numbers = np.bincount(hits.category, minlength=len(names))
        counts[key] = {name: int(numbers[i]) for i, name in enumerate(lexicon.category_names)}
        counts[key] = {name: counts[key].get(name, 0) for name in names}
    types = [store.types[t] for t in store.type_ids]
    return fill(case["expected"], counts | {"n_tokens": len(store), "tokens": types})


def _installed(name: str) -> Any:
    """The word list inside an optional package."""
    from framing.errors import ModelMissing
    from framing.lexicons.formats import load

    try:
        return load(name)
    except ModelMissing as error:
        raise NotImplementedError(str(error)) from error


@adapter(r"afinn.*")
def afinn(case: dict[str, Any]) -> Any:
    """AFINN adds up the values of its entries, phrases first."""
    from framing.annotate.counting.tokens import tokenise
    from framing.corpus.documents import Corpus, Document
    from framing.lexicons.match import match

    lexicon = _installed("afinn")
    texts = case["input"]["texts"]
    hits = (match(lexicon, tokenise(Corpus((Document("d", text),)), {}), overlap="longest") for text in texts)
    return {text: float(found.weight.sum()) for text, found in zip(texts, hits, strict=True)}


@adapter(r"vader.*")
def vader(case: dict[str, Any]) -> Any:
    """VADER with its rules; its package says 0 for an empty text, where we say NaN."""
    from framing.errors import ModelMissing
    from framing.lexicons.vader import vader_scores

    texts = case["input"]["texts"]
    try:
        rows = vader_scores(texts)
    except ModelMissing as error:
        raise NotImplementedError(str(error)) from error
    return dict(zip(texts, rows.fillna(0.0).to_dict("records"), strict=True))


@adapter(r"empath.*")
def empath(case: dict[str, Any]) -> Any:
    """Empath divides hits by the tokens between white space."""
    lexicon = _installed("empath")
    words = re.findall(r"\S+", case["input"]["texts"][0].lower())
    found = {}
    for name in case["expected"]:
        terms = {entry.term for entry in lexicon.entries if entry.category == name}
        found[name] = sum(word in terms for word in words) / len(words)
    return found
