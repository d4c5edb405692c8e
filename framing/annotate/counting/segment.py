"""Words of texts that are written without spaces, through an optional package."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import partial

from framing.corpus.words import TOKEN
from framing.errors import ModelMissing

Segmenter = Callable[[str], list[tuple[int, int]]]

# Languages that need a segmenter, and the packages that have one, best first.
SEGMENTERS: dict[str, tuple[str, ...]] = {"zh": ("rjieba", "jieba")}


def needs_segmenter(lang: str | None) -> bool:
    """
    True for a language that is written without spaces and has a segmenter.

    Examples
    --------
    >>> needs_segmenter("zh-Hant"), needs_segmenter("en"), needs_segmenter(None)
    (True, False, False)
    """
    return _base(lang) in SEGMENTERS


def segmenter(lang: str) -> tuple[str, Segmenter]:
    """
    The name and the function of the segmenter for a language.

    Parameters
    ----------
    lang : str
        Language code, "zh" with or without a script or country behind it.

    Returns
    -------
    name : str
        Package that does the work.
    function : callable
        From a text to start and end of its words; punctuation is no word.

    Raises
    ------
    ModelMissing
        If none of the packages is installed.
    """
    names = SEGMENTERS.get(_base(lang), ())
    for name in names:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        return name, partial(_words, package.cut)
    raise ModelMissing(
        f"texts in {lang!r} are written without spaces and need a word segmenter ({' or '.join(names) or 'none is known'}), "
        "which is not installed; install 'framing-analysis[zh]', or set `lang` of these documents to None to count runs of "
        "characters between punctuation"
    )


def _words(cut: Callable[[str], Iterable[str]], text: str) -> list[tuple[int, int]]:
    """Offsets of the pieces that hold a word; a piece with several gives each of them."""
    found: list[tuple[int, int]] = []
    start = 0
    for piece in cut(text):
        found += [(start + match.start(), start + match.end()) for match in TOKEN.finditer(piece)]
        start += len(piece)
    return found


def _base(lang: str | None) -> str:
    return (lang or "").replace("_", "-").split("-")[0].lower()
