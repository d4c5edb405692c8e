"""Importers: from what news databases and the web give to documents, with a report of what happened on the way."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.corpus.importers.base import importers
    from framing.corpus.importers.imported import Imported, import_paths
    from framing.corpus.importers.iramuteq import write_iramuteq
    from framing.corpus.importers.output import Written, import_to_jsonl, write_jsonl
    from framing.corpus.importers.report import ParseReport

_HOMES = {
    "Imported": "imported",
    "ParseReport": "report",
    "Written": "output",
    "import_paths": "imported",
    "import_to_jsonl": "output",
    "importers": "base",
    "write_iramuteq": "iramuteq",
    "write_jsonl": "output",
}
__all__ = [
    "Imported",
    "ParseReport",
    "Written",
    "import_paths",
    "import_to_jsonl",
    "importers",
    "write_iramuteq",
    "write_jsonl",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
