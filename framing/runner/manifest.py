"""What a run was made from: every input, option, version and hash, and no clock."""

from __future__ import annotations

import hashlib
import json
from importlib import metadata
from pathlib import Path
from typing import Any

import framing
from framing.results import StudyResults

MARK = "manifest.json"

# The libraries whose version can change a number or a picture.
LIBRARIES = ("scikit-learn", "nltk", "textstat", "matplotlib", "numpy", "scipy", "pandas", "spacy", "typst", "networkx")


def versions() -> dict[str, str | None]:
    """Installed versions of the libraries that matter; None where one is not installed."""
    found: dict[str, str | None] = {}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
    return found


def manifest(results: StudyResults) -> dict[str, Any]:
    """
    The manifest as plain values.

    Returns
    -------
    dict
        Keys: framing, versions, study, corpus, models, results, warnings. The Python version is left out on purpose:
        one lock serves several, and the results are the same.
    """
    study, corpus = results.study, results.annotated.corpus
    return {
        "framing": framing.__version__,
        "versions": versions(),
        "study": {
            "title": study.title,
            "file": study.path.name,
            "sha256": hashlib.sha256(study.text.encode("utf-8")).hexdigest(),
            "seed": study.seed,
            "sides": {side: {key: list(value) for key, value in fields.items()} for side, fields in study.sides.items()},
            "voices": list(study.voices),
        },
        "corpus": {
            "fingerprint": corpus.fingerprint,
            "texts": "full text" if results.annotated.has_text else "features bundle, no text",
            "documents": [_document(d, with_hash=results.annotated.has_text) for d in corpus],
        },
        "models": dict(sorted(results.annotated.models.items())),
        "results": {key: results.results[key].provenance.as_dict() for key in sorted(results.results)},
        "contrasts": {key: results.contrasts[key].provenance.as_dict() for key in sorted(results.contrasts)},
        "warnings": list(results.warnings),
    }


def _document(document: Any, *, with_hash: bool) -> dict[str, Any]:
    """Metadata of one document and what cleaning did to it; no text."""
    rules: dict[str, int] = {}
    for cut in document.cuts:
        label = f"{cut.rule} (flagged, kept)" if cut.kept else cut.rule
        rules[label] = rules.get(label, 0) + 1
    shown = {
        key: getattr(document, key) for key in ("id", "side", "outlet", "date", "event", "cluster", "lang", "rights", "source")
    }
    return shown | {"sha256": document.sha256 if with_hash else None, "cuts": dict(sorted(rules.items()))}


def crate(results: StudyResults, folder: Path) -> dict[str, Any]:
    """An RO-Crate description of the files of a run."""
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": results.study.title,
        "description": "Results of a comparative framing analysis; see methods.md and manifest.json.",
        "hasPart": [{"@id": name} for name in files],
    }
    about = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    parts = [{"@id": name, "@type": "File", "sha256": _sha256(folder / name)} for name in files]
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": [about, root, *parts]}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_json(path: Path, value: Any) -> None:
    """JSON with sorted keys and Unix line ends."""
    path.write_text(json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
