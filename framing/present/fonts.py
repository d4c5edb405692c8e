"""The letters that a page or a picture needs, cut out of the figures' font so that both look the same everywhere."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

# What nearly every figure needs; one set for all keeps the subsetting to one run.
_BASIC = frozenset(map(chr, range(32, 127))) | frozenset("–—−·×±←→≥≤…’‘“”δα□°éèüöäçñ%∞")


@contextmanager
def without_layout_tables() -> Iterator[None]:
    """
    Embed fonts without their tables for setting text.

    A picture holds glyphs that are set already, so these tables do nothing in it; cutting them to size is the slowest part
    of writing a PDF. Where fontTools keeps its list of tables elsewhere, fonts are embedded as usual.
    """
    from fontTools import subset

    usual = getattr(subset.Options, "_drop_tables_default", None)
    if usual is None:
        yield
        return
    subset.Options._drop_tables_default = [*usual, "GSUB", "GPOS", "GDEF", "kern", "FFTM"]
    try:
        yield
    finally:
        subset.Options._drop_tables_default = usual


@lru_cache(maxsize=32)
def _subset(weight: str, characters: frozenset[str]) -> str:
    """Base64 of a TrueType font that holds these characters and no clock time."""
    import matplotlib as mpl
    from fontTools import subset

    name = "DejaVuSans-Bold.ttf" if weight == "bold" else "DejaVuSans.ttf"
    with without_layout_tables():
        options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[1, 2], glyph_names=False)
    font = subset.load_font(str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name), options, dontLoadGlyphNames=True)
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, characters)))
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    font.close()
    return base64.b64encode(out.getvalue()).decode("ascii")


def faces(texts: Iterable[str]) -> str:
    """
    CSS `@font-face` rules that carry the font's letters for these texts.

    Examples
    --------
    >>> faces(["abc"]).count("@font-face")
    2
    """
    characters = _BASIC | frozenset(c for text in texts for c in text)
    rule = "@font-face{{font-family:'DejaVu Sans';font-weight:{};src:url(data:font/ttf;base64,{}) format('truetype')}}"
    return "".join(rule.format(weight, _subset(weight, characters)) for weight in ("normal", "bold"))
