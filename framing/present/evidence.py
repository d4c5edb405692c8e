"""Evidence: the lines and documents behind a number, sampled with the study's seed where there are too many."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Any

import numpy as np

from framing.present.content import Concordance, Line
from framing.present.inert import body, plain
from framing.present.numbers import count

_WIDTH = 70


@lru_cache(maxsize=4096)
def pattern(term: str) -> re.Pattern[str]:
    """
    A term as it may stand in a text: `*` for any ending, any white space between the words of a phrase.

    Examples
    --------
    >>> bool(pattern("contr*").search("Controlled")), bool(pattern("art").search("start"))
    (True, False)
    """
    words = [re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w?") for word in term.split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


class Evidence:
    """
    Finds lines in the texts of an annotated corpus.

    Parameters
    ----------
    annotated : Annotated
        Without texts (a features bundle) it finds nothing and says so.
    seed : int
        Draws the sample of lines.
    """

    def __init__(self, annotated: Any, seed: int = 0) -> None:
        self.annotated = annotated
        self.seed = seed
        self.documents = list(annotated.corpus)
        self.has_text = bool(getattr(annotated, "has_text", True)) and any(d.text for d in self.documents)
        self.number = {d.id: i for i, d in enumerate(self.documents)}
        self._folded = [d.text.lower() for d in self.documents] if self.has_text else []

    def lines(self, term: str, anchor: str, *, voices: tuple[str, ...] = (), per_side: int = 4) -> Concordance:
        """At most `per_side` lines of each side, drawn at random with the seed and shown in the order of the corpus."""
        found = [hit for hit in self._hits(term) if not voices or self._voice(*hit[:2]) in voices]
        rng = np.random.default_rng(np.random.SeedSequence([self.seed, len(found), len(term)]))
        chosen: list[tuple[int, int, int]] = []
        for side in dict.fromkeys(d.side for d in self.documents):
            own = [hit for hit in found if self.documents[hit[0]].side == side]
            take = sorted(rng.choice(len(own), size=min(per_side, len(own)), replace=False)) if own else []
            chosen += [own[i] for i in take]
        said = f"{count(len(chosen))} of {count(len(found))} lines" + (
            ", drawn at random with the study's seed" if len(chosen) < len(found) else ""
        )
        return Concordance(anchor, plain(term), said, tuple(self._line(*hit) for hit in chosen))

    def _hits(self, term: str) -> list[tuple[int, int, int]]:
        """Document number, start and end of every hit."""
        if not self.has_text or not term.strip():
            return []
        probe = re.split(r"[*?\s]", term.lower())[0]
        regex = pattern(term)
        return [
            (i, m.start(), m.end())
            for i, folded in enumerate(self._folded)
            if probe in folded
            for m in regex.finditer(self.documents[i].text)
        ]

    def _voice(self, document: int, start: int) -> str:
        """The voice of a character."""
        spans = self.annotated.voices.get(self.documents[document].id, ())
        at = bisect_right([span.start for span in spans], start) - 1
        return str(spans[at].voice) if spans and at >= 0 else "own"

    def _speaker(self, document: int, start: int) -> str:
        """Who says a character, as far as a quote was found around it."""
        for quote in self.annotated.quotes.get(self.documents[document].id, ()):
            if any(a <= start < b for a, b in quote.parts or ((quote.start, quote.end),)):
                return plain(quote.speaker_resolved or quote.speaker_text)
        return ""

    def _line(self, document: int, start: int, end: int) -> Line:
        d = self.documents[document]
        left, right = body(d.text[max(0, start - _WIDTH) : start]), body(d.text[end : end + _WIDTH])
        voice = self._voice(document, start)
        speaker = self._speaker(document, start) if voice != "own" else ""
        return Line(
            document, plain(d.outlet), plain(d.side), voice, speaker, plain(left), plain(d.text[start:end]), plain(right)
        )
