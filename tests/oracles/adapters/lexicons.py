"""Dictionaries: matching rules, and the scores of optional packages read through our adapters."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from tests.oracles.adapters import adapter
from tests.oracles.comparing import fill


@adapter(r"dictionary_matching.*", r"tokens_lookup.*")
def matching(case: dict[str, Any]) -> Any:
    from framing.annotate.tokens import tokenise
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


def _package(name: str) -> Any:
    """The adapter of an optional package; where the package or its adapter is missing there is nothing to test."""
    from importlib.util import find_spec

    if find_spec(name) is None:
        raise NotImplementedError(f"the optional package {name} is not installed")
    return __import__("importlib").import_module("framing.lexicons.adapters")


@adapter(r"afinn.*")
def afinn(case: dict[str, Any]) -> Any:
    """AFINN adds up the values of its entries, phrases first."""
    lexicon = _package("afinn").load_afinn() if hasattr(_package("afinn"), "load_afinn") else _package("afinn").adapt("afinn")
    return {text: _sum(lexicon, text) for text in case["input"]["texts"]}


def _sum(lexicon: Any, text: str) -> float:
    from framing.annotate.tokens import tokenise
    from framing.corpus.documents import Corpus, Document
    from framing.lexicons.match import match

    hits = match(lexicon, tokenise(Corpus((Document("d", text),)), {}), overlap="longest")
    return float(hits.weight.sum())


@adapter(r"empath.*")
def empath(case: dict[str, Any]) -> Any:
    """Empath divides hits by the tokens between white space."""
    module = _package("empath")
    lexicon = module.load_empath() if hasattr(module, "load_empath") else module.adapt("empath")
    text = case["input"]["texts"][0]
    words = re.findall(r"\S+", text.lower())
    found = {}
    for name in case["expected"]:
        terms = {entry.term for entry in lexicon.entries if entry.category == name}
        found[name] = sum(word in terms for word in words) / len(words)
    return found
