"""Quotations with the probability that they are right, in the place of the rank of the rule that found them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.certainty.clues import clues
from framing.annotate.certainty.weights import probability, weights
from framing.annotate.quotations import Quote


def certain(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """
    The quotations of one English text that a parser has read, with a probability as `confidence`.

    Parameters
    ----------
    text : str
    quotes : sequence of Quote
        All of the document, in the order of the text, with the rank that the rules give in `confidence`.

    Returns
    -------
    list of Quote
        `confidence` is the probability, in [0, 1], that these words are reported, if not in these very bounds (they overlap
        with what a reader would mark by a fifth or more), and that the speaker is right. The weights are learnt by
        `benchmarks/certainty.py`, which prints how far they hold in worlds they were not learnt from.

    Examples
    --------
    >>> from framing.annotate.quotations import find_quotes
    >>> texts = ('Mara Voss said that the pier was safe.', 'Guides speak of a leaning pier.')
    >>> plain, vague = (find_quotes([("a", text)]).quotes["a"][0].confidence for text in texts)
    >>> plain > vague
    True
    """
    return [replace(quote, confidence=probability(clues(text, quotes, n), weights())) for n, quote in enumerate(quotes)]


def counts(quote: Quote, indirect_from: float) -> bool:
    """
    Whether a quotation is reported: all between marks is, and thought; indirect speech from a probability on.

    Examples
    --------
    >>> from framing.annotate.quotations import Quote
    >>> [counts(Quote(0, 4, ((0, 4),), kind, (5, 9), confidence=0.3), 0.5) for kind in ("indirect", "direct")]
    [False, True]
    """
    return quote.kind != "indirect" or quote.cue is None or not quote.speech or quote.confidence >= indirect_from
