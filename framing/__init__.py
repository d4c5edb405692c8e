"""Comparative framing analysis: how two or more sides tell the same events, in whose voice, and how sure we are."""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# Public name -> module that defines it. Imported on first use, so that `import framing` stays fast.
_PUBLIC = {
    "Corpus": "framing.corpus.documents",
    "Document": "framing.corpus.documents",
}

__all__ = ["__version__", *sorted(_PUBLIC)]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(importlib.import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
