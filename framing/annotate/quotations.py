"""Quotations: what is said by whom, with which word, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

from framing.checks import between

Span = tuple[int, int]
# Indirect speech is reported where it is more probable than not.
INDIRECT_FROM = 0.5
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def word_count(text: str, parts: Iterable[Span]) -> int:
    """
    Words in some stretches of a text.

    Examples
    --------
    >>> word_count("one two, three", [(0, 3), (9, 14)])
    2
    """
    return sum(len(_WORD.findall(text, start, end)) for start, end in parts)


@dataclass(frozen=True, slots=True)
class Quote:
    """
    One utterance; its fragments are its parts.

    Attributes
    ----------
    start, end : int
        Character offsets of the whole, from the first part to the last.
    parts : tuple of (int, int)
        The fragments, in order, without overlap; a cue between two fragments is in neither.
    kind : str
        "direct" (at least 90 % of its words between marks), "indirect" (none) or "mixed".
    cue : (int, int) or None
        The reporting word.
    cue_text, cue_lemma, cue_class, stance : str or None
        See `framing.annotate.cues`.
    speaker : (int, int) or None
        The mention in the text.
    speaker_text : str or None
        What stands there.
    speaker_resolved : str or None
        The name the mention stands for in this document; None for unnamed sources.
    source_type : str or None
        One of `framing.annotate.people.sources.TYPES`.
    confidence : float
        Probability, in [0, 1], that these words are reported and that the speaker is right (see
        `framing.annotate.certainty.certain`). Where no parser has read the text, and in other languages than English, a rank
        of the rule that found it, in [0, 1].
    speech : bool
        False for thought, plan and poll, which are reported and not counted.
    block : bool
        True inside a passage taken over from another outlet.
    id : int
        Number in the document, from 0.
    type_confidence : float or None
        Probability of the source type in [0, 1], by the model of `framing.annotate.source_types`; None where a list names the
        speaker.
    """

    start: int
    end: int
    parts: tuple[Span, ...]
    kind: str
    cue: Span | None = None
    cue_text: str | None = None
    cue_lemma: str | None = None
    cue_class: str | None = None
    stance: str | None = None
    speaker: Span | None = None
    speaker_text: str | None = None
    speaker_resolved: str | None = None
    source_type: str | None = None
    confidence: float = 1.0
    speech: bool = True
    block: bool = False
    id: int = 0
    type_confidence: float | None = None


@dataclass(frozen=True)
class Found:
    """
    What `find_quotes` found, and what it could not do.

    Attributes
    ----------
    quotes : dict of str to tuple of Quote
        By document id, in the order of the text; every document given has an entry.
    models : dict of str to str
        Model name to sha256; empty where none was used.
    notes : tuple of str
        What was not done, and why.
    """

    quotes: dict[str, tuple[Quote, ...]]
    models: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def find_quotes(
    texts: Iterable[tuple[str, str]],
    *,
    lang: str | Iterable[str | None] | None = None,
    nlp: Any = None,
    clausal_only: bool = False,
    indirect_from: float = INDIRECT_FROM,
    coref: Any = None,
    progress: bool = False,
) -> Found:
    """
    Find quotations with cue, speaker and source type.

    Parameters
    ----------
    texts : iterable of (id, text)
    lang : str or iterable of str, optional
        Language of all texts or of each; None means English. In other languages only what stands between marks is found.
    nlp : spacy.language.Language, optional
        A pipeline with a parser and tagger to use instead of the installed English model.
    clausal_only : bool
        Report indirect speech only where its content is a clause ("said that ...").
    indirect_from : float
        Report indirect speech from this `confidence` on, in [0, 1]; what is less probable stays the outlet's own words. By
        default what is more probable than not; 0 reports everything the rules find.
    coref : callable, optional
        `coref(text)` gives mentions as (start, end, name); it is asked for speakers that the built-in rules do not name
        (see `framing.annotate.people.coreference`).
    progress : bool
        Show a progress bar.

    Returns
    -------
    Found

    Raises
    ------
    OptionError
        If `indirect_from` is no number from 0 to 1.

    Examples
    --------
    >>> found = find_quotes([("a", '"We will rebuild the pier," Mara Voss said.')])
    >>> quote = found.quotes["a"][0]
    >>> quote.kind, quote.speaker_text, quote.cue_text
    ('direct', 'Mara Voss', 'said')
    """
    from framing.annotate.documents import attribute_all
    from framing.annotate.source_types.pool import pooled

    between("indirect_from", indirect_from, 0, 1)
    notes: list[str] = []
    models: dict[str, str] = {}
    stream = attribute_all(
        _with_language(texts, lang), nlp=nlp, clausal_only=clausal_only, indirect_from=indirect_from, coref=coref,
        models=models, notes=notes,
    )  # fmt: skip
    quotes: dict[str, tuple[Quote, ...]] = {}
    evidence = {}
    for id, of_document, told in _shown(stream, progress):
        quotes[id], evidence[id] = of_document, told
    return Found(pooled(quotes, evidence), models, tuple(dict.fromkeys(notes)))


def _with_language(
    texts: Iterable[tuple[str, str]], lang: str | Iterable[str | None] | None
) -> Iterator[tuple[str, str, str | None]]:
    languages = repeat(lang) if lang is None or isinstance(lang, str) else iter(lang)
    for (id, text), language in zip(texts, languages, strict=False):
        yield id, text, language


def _shown(stream: Iterator[Any], progress: bool) -> Iterable[Any]:
    from tqdm.auto import tqdm

    return tqdm(stream, desc="quotes", unit="text", disable=not progress)  # type: ignore[no-any-return]
