"""Representative passages: paragraphs in which a topic is strongest, with the voice and the speaker."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated
from framing.annotate.counting.tokens import VOICE_NAMES
from framing.measures.topics.fitted import Fitted
from framing.measures.topics.function_words import FUNCTION_WORDS
from framing.measures.topics.material import paragraph_counts, paragraph_of_token, paragraph_starts

Floats = NDArray[np.float64]
# A paragraph of few known words can be all one topic by chance: its share is pulled to zero as by so many words.
SHRINK, LOOKED_AT, LEAST = 10, 30, 8


def passages(fitted: Fitted, annotated: Annotated, shares: Floats, voice: str, n: int) -> pd.DataFrame:
    """
    Topic, rank, document, side, outlet, voice, speaker, share, start, end, passage; at most one passage of a document.

    `voice` is the one most words of the passage are in, and `speaker` whoever is quoted longest in it; None where the voice is
    the outlet's own. Of passages that stand word for word in several documents one is shown.

    Parameters
    ----------
    fitted : Fitted
    annotated : Annotated
        With texts.
    shares : (D, K) array
        Only the 30 documents with the largest share of a topic are looked at.
    voice : str
        Only words in this voice count.
    n : int
        Passages of each topic.
    """
    store, corpus = annotated.tokens, annotated.corpus
    number, owner = paragraph_of_token(annotated)
    spoken = np.where(store.in_voice(voice), number, -1)
    known = np.nan_to_num(shares)
    wanted = np.unique([d for k in range(fitted.k) for d in np.argsort(-known[:, k].round(9), kind="stable")[:LOOKED_AT]])
    spoken = np.where(np.isin(store.document_of, wanted), spoken, -1)
    counts = paragraph_counts(annotated, fitted.vocabulary, spoken, len(owner), least=LEAST)
    n_words = np.asarray(counts.sum(axis=1), dtype=np.float64).ravel()
    used = np.flatnonzero(n_words > 0)
    score = np.zeros((len(owner), fitted.k))
    score[used] = np.nan_to_num(fitted.shares(counts[used])) * (n_words / (n_words + SHRINK))[used, None]
    first = np.searchsorted(owner, np.arange(len(corpus)), side="left")
    voices = _voices(number, store.voice, len(owner))
    rows: list[dict[str, Any]] = []
    for k in range(fitted.k):
        seen: set[int] = set()
        said: set[str] = set()
        for paragraph in np.argsort(-score[:, k].round(9), kind="stable"):
            d = int(owner[paragraph])
            if len(seen) == n or score[paragraph, k] <= 0:
                break
            if d in seen:
                continue
            document = corpus.documents[d]
            starts = [*paragraph_starts(document.text).tolist(), len(document.text) + 2]
            start, end = starts[paragraph - first[d]], starts[paragraph - first[d] + 1] - 2
            passage = document.text[start:end].strip()
            if passage in said:
                continue
            seen.add(d)
            said.add(passage)
            quotes = annotated.quotes.get(document.id, ()) if voices[paragraph] != "own" else ()
            rows.append(
                {
                    "topic": k + 1, "rank": len(seen), "document": document.id, "side": document.side,
                    "outlet": document.outlet, "voice": voices[paragraph],
                    "speaker": speaker_between(quotes, start, end),
                    "share": score[paragraph, k] * (n_words[paragraph] + SHRINK) / n_words[paragraph],
                    "start": start, "end": end, "passage": passage,
                }
            )  # fmt: skip
    return pd.DataFrame(rows)


def _voices(number: NDArray[np.int64], voice: Any, n: int) -> list[str]:
    """The voice that most words of each paragraph are in; the first of equals."""
    body = number >= 0
    table = np.zeros((n, len(VOICE_NAMES)), dtype=np.int64)
    np.add.at(table, (number[body], np.asarray(voice)[body]), 1)
    return [VOICE_NAMES[i] for i in table.argmax(axis=1)]


def speaker_between(quotes: Any, start: int, end: int) -> str | None:
    """Whoever is quoted longest in the stretch; None if nobody but a pronoun is."""
    spoken: dict[str, int] = {}
    for quote in quotes:
        who = quote.speaker_resolved or quote.speaker_text
        if who and set(who.lower().replace("’", "'").split()) <= FUNCTION_WORDS:
            continue
        length = sum(max(0, min(b, end) - max(a, start)) for a, b in quote.parts)
        if who and length:
            spoken[who] = spoken.get(who, 0) + length
    return max(spoken, key=lambda who: (spoken[who], who)) if spoken else None
