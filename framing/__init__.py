"""Comparative framing analysis: how two or more sides tell the same events, in whose voice, and how sure we are."""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# Public name -> module that defines it. Imported on first use, so that `import framing` stays fast.
_PUBLIC = {
    "Annotated": "framing.annotate.annotated",
    "Corpus": "framing.corpus.documents",
    "Document": "framing.corpus.documents",
    "FramingError": "framing.errors",
    "FramingWarning": "framing.errors",
    "agency": "framing.measures.agency",
    "as_annotated": "framing.annotate.annotated",
    "balance_sides": "framing.corpus.balance",
    "between_voices": "framing.compare.matched",
    "code_speakers": "framing.annotate.coded",
    "collocations": "framing.measures.collocations",
    "contrast": "framing.compare.sides",
    "diversity": "framing.measures.diversity",
    "duplicate_clusters": "framing.corpus.duplicates",
    "execute": "framing.runner.execute",
    "import_paths": "framing.corpus.importers",
    "import_to_jsonl": "framing.corpus.importers",
    "keyness": "framing.measures.keyness",
    "kwic": "framing.annotate.counting.kwic",
    "lexicon": "framing.measures.lexicon",
    "load_lexicon": "framing.lexicons.model",
    "matched": "framing.compare.matched",
    "mixed": "framing.compare.mixed",
    "multiverse": "framing.compare.multiverse",
    "over_time": "framing.compare.time",
    "plan": "framing.runner.plan",
    "power": "framing.compare.power",
    "quotes": "framing.measures.quotes",
    "read_corpus": "framing.corpus.readers",
    "read_page": "framing.corpus.webtext",
    "read_study": "framing.study",
    "readability": "framing.measures.readability",
    "run": "framing.runner.output",
    "shift": "framing.measures.shift",
    "sources": "framing.measures.sources",
    "suggest_pairs": "framing.corpus.matching",
    "topics": "framing.measures.topics",
    "voices": "framing.measures.voices",
    "write": "framing.runner.output",
    "write_iramuteq": "framing.corpus.importers",
    "write_jsonl": "framing.corpus.importers",
}

__all__ = ["__version__", *sorted(_PUBLIC)]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(importlib.import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
