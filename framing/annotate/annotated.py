"""An annotated corpus: who speaks in every character, and what there is to count."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from functools import cached_property

from framing.annotate.counting.counts import Counts, count
from framing.annotate.counting.tokens import TokenStore, tokenise
from framing.annotate.people.coreference import Coref
from framing.annotate.quotations import INDIRECT_FROM, Quote, find_quotes
from framing.annotate.voices import VoiceSpan, voice_spans
from framing.corpus.documents import Corpus
from framing.errors import NeedsText, OptionError
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


CLAUSAL = "indirect speech was looked for only where its content is a clause (`clausal_only`)"
UNSURE = "indirect speech counts from a probability of {} on (`indirect_from`); below, its words are the outlet's own"
COREF = "speakers that the built-in rules do not name were looked up with a coreference component of the user's"

# One annotation per corpus object: notebooks call several measures on the same corpus.
_CACHE: weakref.WeakKeyDictionary[Corpus, dict[tuple[bool, float], Annotated]] = weakref.WeakKeyDictionary()


def annotate(
    corpus: Corpus, *, clausal_only: bool = False, indirect_from: float = INDIRECT_FROM, coref: Coref | None = None,
    progress: bool = False,
) -> Annotated:  # fmt: skip
    """
    Find quotes and speakers, give every character its voice, and count.

    Parameters
    ----------
    corpus : Corpus
    clausal_only : bool
        Take as indirect speech only what is a clause ("said that ..."), not "spoke of a plot" or "promised to help".
    indirect_from : float
        Take as indirect speech only what is right with this probability, in [0, 1] (`Quote.confidence`); the rest stays the
        outlet's own words. Of no effect where no parser has read the text.
    coref : callable, optional
        `coref(text)` gives mentions as `(start, end, name)`; it is asked for speakers that the built-in rules do not name
        (see `framing.annotate.people.coreference`). Should it fail, the quotes stay and `notes` gives the reason.
    progress : bool
        Show a progress bar.

    Returns
    -------
    Annotated

    Examples
    --------
    >>> from framing.corpus.documents import Corpus, Document
    >>> corpus = Corpus((Document("a", '"We stay," the lady in red said.'),))
    >>> named = annotate(corpus, coref=lambda text: [(text.index("the lady"), text.index(" said"), "Ann Orr")])
    >>> named.quotes["a"][0].speaker_resolved
    'Ann Orr'
    """
    found = find_quotes(
        ((d.id, d.text) for d in corpus), lang=[d.lang for d in corpus], clausal_only=clausal_only,
        indirect_from=indirect_from, coref=coref, progress=progress,
    )  # fmt: skip
    voices = {d.id: voice_spans(d.text, found.quotes[d.id]) for d in corpus}
    store = tokenise(corpus, voices)
    said = (
        *[CLAUSAL] * clausal_only,
        *[UNSURE.format(indirect_from)] * (indirect_from != INDIRECT_FROM),
        *[COREF] * (coref is not None),
    )
    return Annotated(
        corpus=corpus, quotes=found.quotes, voices=voices, counts=count(store, corpus), models=found.models,
        notes=(*said, *found.notes), store=store,
    )  # fmt: skip


def as_annotated(
    corpus: Corpus | Annotated, *, clausal_only: bool = False, indirect_from: float = INDIRECT_FROM, coref: Coref | None = None
) -> Annotated:
    """
    The annotated corpus, made once for each corpus object; every measure takes it in the place of the corpus.

    Parameters
    ----------
    corpus : Corpus or Annotated
    clausal_only, indirect_from, coref
        As for `annotate`; with a `coref` the corpus is annotated anew at every call, so keep what comes back.

    Returns
    -------
    Annotated

    Raises
    ------
    OptionError
        If one of them is given for what is annotated already, or `indirect_from` is no number from 0 to 1.
    """
    if isinstance(corpus, Annotated):
        if clausal_only or indirect_from != INDIRECT_FROM or coref is not None:
            raise OptionError(
                "`clausal_only`, `indirect_from` and `coref` say how a corpus is annotated, and this one is already; "
                "give the corpus"
            )
        return corpus
    if coref is not None:
        return annotate(corpus, clausal_only=clausal_only, indirect_from=indirect_from, coref=coref)
    made = _CACHE.setdefault(corpus, {})
    chosen = (clausal_only, indirect_from)
    if chosen not in made:
        made[chosen] = annotate(corpus, clausal_only=clausal_only, indirect_from=indirect_from)
    return made[chosen]
