"""
Word lists that lie inside packages a user has installed.

Nothing of them is shipped, and nothing of the package is run: the data file is found and read where it lies.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framing.checks import one_of
from framing.errors import LexiconError, ModelMissing


@dataclass(frozen=True)
class Installed:
    """Where a list lies, how it is read, and its papers."""

    package: str
    files: tuple[str, ...]
    format: str
    metadata: dict[str, Any] = field(default_factory=dict)
    conflicts: str = "last"


INSTALLED: dict[str, Installed] = {
    "vader": Installed(
        "vaderSentiment",
        ("vader_lexicon.txt",),
        "vader",
        {
            "citation": "Hutto & Gilbert (2014), VADER, ICWSM 8(1), 216-225",
            "licence": "MIT",
            "language": "en",
            "definition": "valence of words in social media; only the list is used, not the rules",
        },
    ),
    "afinn": Installed(
        "afinn",
        ("data/AFINN-en-165.txt",),
        "afinn",
        {
            "citation": "Nielsen (2011), A new ANEW, arXiv:1103.2903",
            "licence": "ODbL-1.0",
            "language": "en",
            "version": "en-165",
            "weights": "valence from -5 to 5",
            "weight_range": (-5.0, 5.0),
        },
    ),
    "empath": Installed(
        "empath",
        ("data/categories.tsv",),
        "rows",
        {
            "citation": "Fast, Chen & Bernstein (2016), Empath, CHI 2016, 4647-4657",
            "licence": "not stated in the package",
            "language": "en",
        },
    ),
    "opinion-lexicon": Installed(
        "nltk",
        ("positive-words.txt", "negative-words.txt"),
        "list",
        {
            "citation": "Hu & Liu (2004), Mining and summarizing customer reviews, KDD 2004, 168-177",
            "licence": "not stated; see the head of the files",
            "language": "en",
        },
    ),
}


def installed(name: str) -> list[Path]:
    """
    The data files of a list.

    Raises
    ------
    LexiconError
        For an unknown name.
    ModelMissing
        If the package or its data is not installed, saying what to install.
    """
    spec = INSTALLED[one_of("name", name, INSTALLED, error=LexiconError)]
    folder = _opinion_folder() if spec.package == "nltk" else _package_folder(spec.package)
    paths = [folder / file for file in spec.files] if folder is not None else []
    if not paths or not all(path.is_file() for path in paths):
        how = "put NLTK's corpus `opinion_lexicon` into your nltk_data" if spec.package == "nltk" else f"install {spec.package}"
        raise ModelMissing(f"the lexicon {name!r} lies in a package that is not installed here; {how} and try again")
    return paths


def present() -> list[str]:
    """Names of the lists that are installed."""
    found = []
    for name in INSTALLED:
        try:
            installed(name)
        except ModelMissing:
            continue
        found.append(name)
    return found


def read_installed(name: str, read: Callable[..., Any], build: Callable[..., Any], **metadata: Any) -> Any:
    """Read a list with the given functions of `framing.lexicons.formats`; several files become several categories."""
    spec = INSTALLED[name]
    paths = installed(name)
    settings = {"name": name, **spec.metadata, **metadata}
    if len(paths) == 1:
        return read(paths[0], spec.format, spec.conflicts, settings)
    return build(paths, spec.format, settings)


def _package_folder(package: str) -> Path | None:
    found = importlib.util.find_spec(package)
    places = list(found.submodule_search_locations or []) if found is not None else []
    return Path(places[0]) if places else None


def _opinion_folder() -> Path | None:
    """NLTK's own places for data, without importing it."""
    prefix = Path(sys.prefix)
    roots = [*os.environ.get("NLTK_DATA", "").split(os.pathsep), str(Path.home() / "nltk_data"), str(prefix / "nltk_data")]
    roots += [str(prefix / "share" / "nltk_data"), "/usr/share/nltk_data", "/usr/local/share/nltk_data"]
    for root in filter(None, roots):
        folder = Path(root) / "corpora" / "opinion_lexicon"
        if folder.is_dir():
            return folder
    return None
