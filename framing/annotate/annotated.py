"""An annotated corpus: who speaks in every character, and what there is to count."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from functools import cached_property

from framing.annotate.counts import Counts, count
from framing.annotate.quotations import Quote, find_quotes
from framing.annotate.tokens import TokenStore, tokenise
from framing.annotate.voices import VoiceSpan, voice_spans
from framing.corpus.documents import Corpus
from framing.errors import NeedsText
from framing.results import Result


@dataclass(frozen=True)
class Annotated:
    """
    A corpus with what `annotate` found in it. Everything that counts starts here.

    Attributes
    ----------
    corpus : Corpus
    quotes : dict of str to tuple of Quote
        By document id, in the order of the text.
    voices : dict of str to tuple of VoiceSpan
        By document id; a partition of the body.
    counts : Counts
        Document x voice rows, types as columns; all that is left in a features bundle.
    models : dict of str to str
        Language model name to sha256; empty where none was found.
    notes : tuple of str
        What was not done, and why.
    store : TokenStore or None
        None in a features bundle.
    ready : dict of str to Result
        Results that a features bundle carries because they cannot be computed from counts; keys "measure:voice".
    """

    corpus: Corpus
    quotes: dict[str, tuple[Quote, ...]]
    voices: dict[str, tuple[VoiceSpan, ...]]
    counts: Counts
    models: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    store: TokenStore | None = None
    ready: dict[str, Result] = field(default_factory=dict)

    @property
    def tokens(self) -> TokenStore:
        """
        The token store.

        Raises
        ------
        NeedsText
            If this is a features bundle, which holds counts only.
        """
        if self.store is None:
            raise NeedsText(
                f"{self.corpus.name}: this needs the texts, and the bundle holds counts only; run it where the texts are"
            )
        return self.store

    @cached_property
    def has_text(self) -> bool:
        """True unless this is a features bundle."""
        return self.store is not None


# One annotation per corpus object: notebooks call several measures on the same corpus.
_CACHE: weakref.WeakKeyDictionary[Corpus, Annotated] = weakref.WeakKeyDictionary()


def annotate(corpus: Corpus, *, progress: bool = False) -> Annotated:
    """
    Find quotes and speakers, give every character its voice, and count.

    Parameters
    ----------
    corpus : Corpus
    progress : bool
        Show a progress bar.

    Returns
    -------
    Annotated
    """
    found = find_quotes(((d.id, d.text) for d in corpus), lang=[d.lang for d in corpus], progress=progress)
    voices = {d.id: voice_spans(d.text, found.quotes[d.id]) for d in corpus}
    store = tokenise(corpus, voices)
    return Annotated(
        corpus=corpus, quotes=found.quotes, voices=voices, counts=count(store, corpus), models=found.models,
        notes=found.notes, store=store,
    )  # fmt: skip


def as_annotated(corpus: Corpus | Annotated) -> Annotated:
    """The annotated corpus, made once for each corpus object."""
    if isinstance(corpus, Annotated):
        return corpus
    if corpus not in _CACHE:
        _CACHE[corpus] = annotate(corpus)
    return _CACHE[corpus]
