"""Quotations of many documents through one parser stream, in bounded memory."""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from framing.annotate.layout.blocks import Block, blocks
from framing.annotate.layout.marks import Marked, marked
from framing.annotate.people.coreference import Asked, Coref
from framing.annotate.quotations import Quote
from framing.annotate.quotes.assemble import assemble
from framing.annotate.quotes.attribution import readings
from framing.annotate.quotes.chinese import NOTE, chinese_cues
from framing.annotate.quotes.located import Located
from framing.annotate.quotes.models import load_model
from framing.annotate.quotes.parse import Sentence, Tree, prepare, tree
from framing.annotate.quotes.simple import simple_cues
from framing.annotate.source_types.weigh import Evidence
from framing.engine import one_thread

_LINE = re.compile(r"[^\n\r]+")
_BATCH_DOCUMENTS = 64
_BATCH_CHARACTERS = 400_000


@dataclass(slots=True)
class Work:
    """One document on its way: what the parser needs and what came back."""

    id: str
    text: str
    english: bool
    lines: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Marked] = field(default_factory=list)
    blocks: tuple[Block, ...] = ()
    sentences: list[Sentence] = field(default_factory=list)
    located: list[Located] = field(default_factory=list)


def attribute_all(
    texts: Iterable[tuple[str, str, str | None]],
    *,
    nlp: Any,
    clausal_only: bool,
    indirect_from: float,
    coref: Coref | None,
    models: dict[str, str],
    notes: list[str],
) -> Iterator[tuple[str, tuple[Quote, ...], list[Evidence]]]:
    """
    Quotations of each document in turn; `models` and `notes` are filled on the way.

    Yields
    ------
    (id, tuple of Quote, list of Evidence)
        Source types are those of the document by itself; the evidence is what it tells of each speaker.
    """
    model: list[Any] = []
    asked = Asked(coref, notes) if coref is not None else None
    stream = iter(texts)
    while batch := _batch(stream, notes):
        parser = None
        if any(work.english and work.sentences for work in batch):
            if not model:
                model.append(_model(nlp, models, notes))
            parser = model[0]
        with collected_later():
            if parser is not None:
                _parse(parser, batch, notes)
            else:
                for work in batch:
                    work.located = simple_cues(work.text, work.marks, work.sentences) if work.english else work.located
            least = None if parser is None else indirect_from
            found = [(work.id, *_finish(work, clausal_only, least, asked, notes)) for work in batch]
        yield from found


@contextmanager
def collected_later() -> Iterator[None]:
    """
    No search for cyclic garbage while a batch is read.

    Each search walks through the whole model of the parser, a tenth of all the time, and a batch leaves little to be found.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _model(nlp: Any, models: dict[str, str], notes: list[str]) -> Any:
    if nlp is not None:
        meta = getattr(nlp, "meta", {})
        models[f"{meta.get('lang', '?')}_{meta.get('name', '?')} {meta.get('version', '?')}"] = "given by the caller"
        return nlp
    found, hashes, remarks = load_model()
    models.update(hashes)
    notes.extend(remarks)
    return found


def _batch(stream: Iterator[tuple[str, str, str | None]], notes: list[str]) -> list[Work]:
    """The next documents, up to a number of them or of characters."""
    batch: list[Work] = []
    size = 0
    for id, text, lang in islice(stream, _BATCH_DOCUMENTS):
        batch.append(_start(id, text, lang, notes))
        size += len(text)
        if size > _BATCH_CHARACTERS:
            break
    return batch


def _start(id: str, text: str, lang: str | None, notes: list[str]) -> Work:
    english = lang is None or lang.lower().startswith("en")
    work = Work(id, text, english)
    try:
        work.lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
        work.marks = marked(text)
        work.blocks = blocks(text)
        if english:
            work.sentences = prepare(text, work.marks, work.lines)
        elif lang is not None and lang.lower().startswith("zh"):
            work.located = chinese_cues(text, work.marks)
            notes.append(NOTE)
        else:
            notes.append(f"texts in {lang!r}: only what stands between quotation marks was looked for")
    except Exception as error:  # one strange text must not cost the others
        notes.append(f"{id}: could not be read for quotations ({type(error).__name__}: {error})")
        work.sentences = []
    return work


def _parse(nlp: Any, batch: list[Work], notes: list[str]) -> None:
    """Parse what is worth it, all documents through one pipe, and keep only what was read off."""
    todo = [(s.text, (work, n)) for work in batch for n, s in enumerate(work.sentences) if s.parsed]
    unwanted = [
        p for p in nlp.pipe_names if p not in ("tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "morphologizer")
    ]
    with nlp.select_pipes(disable=unwanted):
        for doc, (work, n) in _piped(nlp, todo, notes):
            try:
                work.located.extend(locate(tree(doc), work, n))
            except Exception as error:  # one strange sentence must not cost the document
                notes.append(f"{work.id}: a sentence could not be read ({type(error).__name__}: {error})")


def _piped(nlp: Any, todo: list[tuple[str, tuple[Work, int]]], notes: list[str]) -> Iterator[tuple[Any, tuple[Work, int]]]:
    """One pipe; should a batch fail, its sentences one by one, so that only the guilty one is lost."""
    size = 2048
    for low in range(0, len(todo), size):
        chunk = todo[low : low + size]
        try:
            with one_thread():
                parsed = list(nlp.pipe(chunk, as_tuples=True, batch_size=256))
            yield from parsed
        except Exception:
            for text, context in chunk:
                try:
                    yield nlp(text), context
                except Exception as error:
                    notes.append(f"{context[0].id}: a sentence could not be parsed ({type(error).__name__}: {error})")


def locate(parse: Tree, work: Work, n: int) -> list[Located]:
    """The readings of one sentence, in offsets of the text."""
    sentence = work.sentences[n]
    token_marks = [_mark_of(sentence, work.marks, start) for start in parse.starts]
    return [
        Located.of(reading, parse, sentence, n, work.marks, token_marks)
        for reading in readings(parse, [m >= 0 for m in token_marks])
    ]


def _mark_of(sentence: Sentence, marks: list[Marked], start: int) -> int:
    """Number of the mark a token belongs to, or -1."""
    if not sentence.marks:
        return -1
    i = bisect_right(sentence.at, start) - 1
    if sentence.hidden[i] >= 0:
        return sentence.hidden[i]
    at = start + sentence.shift[i]
    return next((m for m in sentence.marks if marks[m].start <= at < marks[m].end), -1)


def _finish(
    work: Work, clausal_only: bool, least: float | None, coref: Asked | None, notes: list[str]
) -> tuple[tuple[Quote, ...], list[Evidence]]:
    try:
        return assemble(
            work.text, work.lines, work.marks, work.sentences, work.located, work.blocks,
            clausal_only=clausal_only, indirect_from=least if work.english else None, coref=coref,
        )  # fmt: skip
    except Exception as error:
        notes.append(f"{work.id}: quotations could not be put together ({type(error).__name__}: {error})")
        return (), []
