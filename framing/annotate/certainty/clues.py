"""What the text shows of how sure one quotation is, as a set of clues that can be weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.annotate.quotations import Quote

_WORD = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|can|could|should|may|might|must|do|does|did)\b|n[’']t\b", re.I
)
_NEAR = 60
# Quotations of more words than this are all long.
_LONG = 64
_PRONOUNS = frozenset(("i", "we", "he", "she", "it", "they", "one", "who", "which"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "these", "those", "some"))


def clues(text: str, quotes: Sequence[Quote], n: int) -> set[str]:
    """
    What stands in and around one quotation.

    Parameters
    ----------
    text : str
        The whole document.
    quotes : sequence of Quote
        All of the document, in the order of the text, with the rank that the rules give in `confidence`.
    n : int
        Which of them.

    Returns
    -------
    set of str
        Each "SLOT=VALUE": what the rules say of it, its cue and the words around that, its first words and its length, what
        stands before and behind, the words of the speaker's phrase, and what is quoted just before.

    Examples
    --------
    >>> from framing.annotate.quotations import Quote
    >>> quote = Quote(10, 21, ((10, 21),), "indirect", (4, 8), "said", "say", "say", "neutral", (0, 3), "Orr")
    >>> found = clues("Orr said  it was late.", [quote], 0)
    >>> {"kind=indirect", "cue=say", "first=it", "speaker=orr", "b0=said"} <= found
    True
    """
    quote = quotes[n]
    return _of_rules(quote) | _of_words(text, quote) | _of_cue(text, quote) | _of_speaker(quote) | _of_place(text, quotes, n)


def _of_rules(quote: Quote) -> set[str]:
    rank, kind, lemma = f"{quote.confidence:.2f}", quote.kind, quote.cue_lemma or ""
    return {
        f"rank={rank}", f"rank,kind={rank},{kind}", f"kind={kind}", f"cue={lemma}", f"cue,kind={lemma},{kind}",
        f"class={quote.cue_class}", f"class,kind={quote.cue_class},{kind}", f"stance={quote.stance}",
        f"parts={min(len(quote.parts), 3)}", f"block={quote.block}",
    }  # fmt: skip


def _of_words(text: str, quote: Quote) -> set[str]:
    """The first and last words, the length, and whether there is a finite verb that everybody knows."""
    words = _words(" ".join(text[start:end] for start, end in quote.parts))
    plain = [word for word in words if word[0].isalnum()]
    first = plain[0] if plain else ""
    size = min(len(plain), _LONG).bit_length() if len(plain) > 6 else f"={len(plain)}"
    finite = bool(_FINITE.search(text, quote.start, quote.end))
    lemma, kind = quote.cue_lemma or "", quote.kind
    return {
        f"first={first}", f"two={' '.join(plain[:2])}", f"last={words[-1] if words else ''}", f"size={size}",
        f"size,kind={size},{kind}", f"cue,first={lemma},{first}", f"class,first={quote.cue_class},{first}",
        f"finite,class={finite},{quote.cue_class},{kind}", f"finite,cue={finite},{lemma}",
    }  # fmt: skip


def _of_cue(text: str, quote: Quote) -> set[str]:
    """Where the cue stands, what is between it and the quotation, and the words around it."""
    if quote.cue is None:
        return {"no cue", f"no cue,kind={quote.kind}"}
    start, end = quote.cue
    where = "before" if start < quote.start else "inside" if start < quote.end else "behind"
    between = _words(text[end : quote.start]) if end <= quote.start else []
    before, behind = _words(text[max(0, start - _NEAR) : start])[-3:], _words(text[end : end + _NEAR])[:3]
    found = {
        f"where={where}",
        f"where,kind={where},{quote.kind}",
        f"gap={min(len(between), 8)}",
        f"form={text[start:end].lower()}",
    }
    found |= {f"c{k}={word}" for k, word in enumerate(reversed(before))} | {f"d{k}={word}" for k, word in enumerate(behind)}
    if between:
        found.add(f"cue,gap={quote.cue_lemma},{between[-1]}")
    return found


def _of_speaker(quote: Quote) -> set[str]:
    phrase = quote.speaker_text
    if not phrase:
        return {"nobody", f"nobody,kind={quote.kind}", f"nobody,cue={quote.cue_lemma}"}
    words = _words(phrase)
    first = words[0] if words else ""
    shape = "pronoun" if first in _PRONOUNS else "common" if first in _ARTICLES or phrase[:1].islower() else "name"
    named = quote.speaker_resolved is not None
    away = "" if quote.speaker is None else _away(quote)
    return {
        f"speaker={first}", f"speaker end={words[-1] if words else ''}", f"speaker size={min(len(words), 8)}",
        f"shape={shape}", f"shape,named={shape},{named}", f"shape,kind={shape},{quote.kind}", f"away={away}",
        f"away,kind={away},{quote.kind},{quote.cue is None}",
    }  # fmt: skip


def _away(quote: Quote) -> str:
    """How far the speaker stands from the cue or, without one, from the quotation."""
    assert quote.speaker is not None
    start, end = quote.cue or (quote.start, quote.end)
    gap = start - quote.speaker[1] if quote.speaker[1] <= start else quote.speaker[0] - end
    side = "<" if quote.speaker[1] <= start else ">" if quote.speaker[0] >= end else "in"
    return f"{side}{min(max(gap, 0), 255).bit_length()}"


def _of_place(text: str, quotes: Sequence[Quote], n: int) -> set[str]:
    """What stands before and behind; of words in marks without a cue, whether they go on with whoever spoke before."""
    quote = quotes[n]
    before, behind = (
        _words(text[max(0, quote.start - _NEAR) : quote.start])[-3:],
        _words(text[quote.end : quote.end + _NEAR])[:2],
    )
    found = {f"b{k}={word}" for k, word in enumerate(reversed(before))} | {f"a{k}={word}" for k, word in enumerate(behind)}
    if quote.cue is not None:
        return found
    if n == 0:
        return found | {"opens"}
    last = quotes[n - 1]
    same = (
        last.speaker_resolved == quote.speaker_resolved if quote.speaker_resolved else last.speaker_text == quote.speaker_text
    )
    between = text[last.end : quote.start]
    apart = "inside" if last.end > quote.start else "paragraph" if "\n" in between else str(min(len(between), 255).bit_length())
    return found | {f"same={same}", f"same,kind={same},{quote.kind}", f"apart={apart}", f"apart,same={apart},{same}"}


def _words(stretch: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(stretch)]
