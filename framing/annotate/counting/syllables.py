"""Syllables of English words: a packaged table, and textstat made to use it without a network."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import re
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.errors import FramingWarning, ModelMissing

# Of the packaged table and of the corpus file that is made from it.
TABLE_SHA256 = "f565afe488de9bf1d689f1ffb6e5dbbaa0648e1b7b45b151973194eac91e46f6"
CORPUS_SHA256 = "963a85460deeb57faed0ac62a110f1fa3fd0b3c8a4635d0d0307e9429571f9d9"
_CORPUS_FILE = Path("corpora", "cmudict", "cmudict")
_PARTS = re.compile(r"[^\w']+")


@cache
def table() -> dict[str, int]:
    """
    Syllables of 126,052 English word forms, lower-cased, from the CMU Pronouncing Dictionary.

    Raises
    ------
    ModelMissing
        If the packaged file is damaged.

    Examples
    --------
    >>> table()["government"], len(table())
    (3, 126052)
    """
    packed = resources.files("framing").joinpath("data", "syllables.txt.gz").read_bytes()
    text = gzip.decompress(packed)
    if hashlib.sha256(text).hexdigest() != TABLE_SHA256:
        raise ModelMissing("framing/data/syllables.txt.gz is damaged (its hash differs); install the package again")
    lines = (line.split() for line in text.decode("utf-8").splitlines())
    return {word: int(number) for number, *words in lines for word in words}


def count_syllables(types: Iterable[str]) -> NDArray[np.int64]:
    """
    Syllables of each type.

    The table decides; a compound is looked up whole and then part by part; a word that is not in the table gets one
    more than its hyphenation points (pyphen, `en_US`), as textstat counts it. A number is one syllable, as there.

    Parameters
    ----------
    types : iterable of str
        Words, in any case.

    Returns
    -------
    (V,) int array

    Examples
    --------
    >>> count_syllables(["Officials", "law-and-order", "2014", "zhongnanhaiology"])
    array([3, 4, 1, 5])
    """
    known = table()
    return np.array([_syllables(word.lower().replace("’", "'"), known) for word in types], dtype=np.int64)


def _syllables(word: str, known: dict[str, int]) -> int:
    if word in known:
        return known[word]
    if not any(letter.isalpha() for letter in word):
        return 1
    return sum(_of_part(part, known) for part in _PARTS.split(word))


def _of_part(part: str, known: dict[str, int]) -> int:
    if part in known:
        return known[part]
    if not part:
        return 0
    return len(_hyphenation().positions(part)) + 1


@cache
def _hyphenation() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_US")


def _corpus_text() -> bytes:
    """The table as the file that NLTK's reader expects: textstat counts the phones that end in a digit."""
    return "".join(f"{word.upper()} 1{' X0' * n}\n" for word, n in sorted(table().items())).encode("utf-8")


def _folders() -> Iterator[Path]:
    """Where the corpus may lie: the user's cache, else a temporary folder of this user, else a new one."""
    import platformdirs

    name = f"nltk-data-{TABLE_SHA256[:12]}"
    yield Path(platformdirs.user_cache_dir("framing-analysis", appauthor=False)) / name
    owner = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    yield Path(tempfile.gettempdir()) / f"framing-analysis-{owner}" / name
    with contextlib.suppress(OSError):
        yield Path(tempfile.mkdtemp(prefix="framing-analysis-")) / name


def _is_ours(file: Path) -> bool:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() == CORPUS_SHA256
    except OSError:
        return False


def _write(file: Path) -> None:
    """Whole or not at all: written beside, then moved, so that several processes may do it at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".cmudict-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(_corpus_text())
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


@cache
def nltk_folder() -> Path:
    """
    A folder for `nltk.data.path` that holds the pronouncing dictionary, made on first use and checked by hash.

    Raises
    ------
    ModelMissing
        If no folder can be written, naming those that were tried.
    """
    tried = []
    for folder in _folders():
        file = folder / _CORPUS_FILE
        if _is_ours(file):
            return folder
        try:
            _write(file)
        except OSError as error:
            tried.append(f"{folder} ({error.strerror})")
            continue
        if _is_ours(file):
            return folder
        tried.append(f"{folder} (the file was changed after it was written)")
    raise ModelMissing(f"textstat needs its syllable dictionary in a folder that can be written; tried {'; '.join(tried)}")


def textstat_offline() -> ModuleType:
    """
    textstat, with our syllable counts first on NLTK's path, so that nothing is ever downloaded.

    Returns
    -------
    module
        `textstat`.

    Raises
    ------
    ModelMissing
        If textstat is not installed.
    """
    try:
        import nltk
        import textstat
    except ImportError as error:
        raise ModelMissing(
            f"readability by textstat needs the package {error.name!r}; install it or use library = 'counts'"
        ) from error
    folder = str(nltk_folder())
    if folder not in nltk.data.path[:1]:
        nltk.data.path.insert(0, folder)
    root = getattr(nltk.corpus.cmudict, "root", folder)
    if not str(root).startswith(folder):
        warnings.warn(
            f"textstat counts syllables with the dictionary in {root}, loaded before ours; scores may differ a little",
            FramingWarning,
            stacklevel=2,
        )
    return textstat
