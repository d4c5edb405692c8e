"""Cleaning: run the rules on a raw text, cut what they name, log every cut with its offsets."""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.entities import html5

from framing.corpus.documents import Cut
from framing.corpus.lines import Line, is_wrapped, paragraphs, visible
from framing.corpus.page import Page
from framing.corpus.rules import chosen_rules

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_SUSPECT = re.compile(r"[ÂÃâåæçèéïðÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Ã.|\ufffd")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """
    A body and the log of what was taken out of it.

    Attributes
    ----------
    text : str
    cuts : tuple of Cut
        In the order of the raw text; those with `kept` stayed in the body and are only flagged.
    """

    text: str
    cuts: tuple[Cut, ...]


def clean(
    raw: str, *, rules: bool | Iterable[str] | None = None, title: str | None = None, outlet: str | None = None
) -> Cleaned:
    """
    Cut what is not the body of an article.

    Parameters
    ----------
    raw : str
        As read, with its line breaks.
    rules : bool, iterable of str or None
        Names of rules (see `framing.corpus.rules.RULES`), with a leading "-" to leave one out; all by default.
    title, outlet : str or None
        Known metadata, which helps to find repeated headlines and labels.

    Returns
    -------
    Cleaned
        Offsets of the cuts count characters of `raw`. A sentence of the body is never cut to be safe: a doubtful
        line stays and is flagged.

    Raises
    ------
    OptionError
        For a rule nobody knows.

    Examples
    --------
    >>> page = "China / Society\\n\\nAll is well\\n\\nBy Ann Writer (The Post)\\n\\nThe mayor said on Monday that all is well."
    >>> cleaned = clean(page)
    >>> cleaned.text
    'The mayor said on Monday that all is well.'
    >>> [cut.rule for cut in cleaned.cuts]
    ['page-furniture', 'headline', 'byline']
    """
    return clean_page(Page.of(raw, title=title, outlet=outlet), rules=rules)


def clean_page(page: Page, *, rules: bool | Iterable[str] | None = None) -> Cleaned:
    """`clean` for a page whose lines are known."""
    cuts = _cuts(page, rules)
    removed = sorted((cut.start, cut.end) for cut in cuts if not cut.kept)
    repairs: list[Cut] = []
    pieces: list[tuple[int, str]] = []
    repair = rules is not False
    for line in page.lines:
        left = _remaining(page.raw, line, removed)
        pieces += [(line.block, _repaired(text, line, repairs) if repair else text) for text in left]
    text = paragraphs(pieces, wrapped=is_wrapped(page.lines))
    log = sorted([*cuts, *repairs], key=lambda cut: (cut.start, cut.end, cut.rule))
    return Cleaned(text, tuple(log))


def _cuts(page: Page, rules: bool | Iterable[str] | None) -> list[Cut]:
    """What the rules mark, the earlier rule first where two mark the same."""
    taken: list[tuple[int, int]] = []
    found: list[Cut] = []
    for entry in chosen_rules(rules):
        for mark in entry.find(page):
            at = bisect.bisect_left(taken, (mark.start, mark.end))
            before_free = at == 0 or taken[at - 1][1] <= mark.start
            after_free = at == len(taken) or taken[at][0] >= mark.end
            if not (before_free and after_free):
                continue
            if mark.end > mark.start:
                taken.insert(at, (mark.start, mark.end))
            found.append(Cut(entry.name, mark.start, mark.end, page.raw[mark.start : mark.end], mark.reason, mark.kept))
    return found


def _remaining(raw: str, line: Line, removed: list[tuple[int, int]]) -> list[str]:
    """What is left of a line: nothing, or one piece."""
    first = max(bisect.bisect_left(removed, (line.start, 0)) - 1, 0)
    last = bisect.bisect_left(removed, (line.end, 0))
    inside = [(start, end) for start, end in removed[first:last] if start < line.end and line.start < end]
    if not inside:
        return [line.text]
    pieces, position = [], line.start
    for start, end in inside:
        pieces.append(raw[position:start])
        position = max(position, end)
    pieces.append(raw[position : line.end])
    left = visible(" ".join(pieces))
    return [left] if left else []


def _repaired(text: str, line: Line, log: list[Cut]) -> str:
    """Entities and wrongly decoded letters put right, and logged."""
    for name, damaged, mend in (("entities", _ENTITY, _unescaped), ("mojibake", _SUSPECT, _decoded)):
        if damaged.search(text) and (mended := visible(mend(text))) != text:
            log.append(Cut(name, line.start, line.end, text, "repaired, nothing cut", kept=True))
            text = mended
    return text


def _unescaped(text: str) -> str:
    """Entities that HTML has, with their semicolon; others ("&copyleft;") stay as they are written."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]) if found[0][1] == "#" else html5.get(found[0][1:], found[0]), text)


def _decoded(text: str) -> str:
    """Letters that went through the wrong encoding; quotes and Chinese full-width forms stay as they are."""
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, unescape_html=False)
