"""Kinds of source that were coded by hand, in the place of those the model gives."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.people.full_names import full_names
from framing.annotate.people.sources import TYPES
from framing.annotate.quotations import Quote
from framing.checks import one_of
from framing.corpus.documents import Corpus
from framing.errors import CorpusError, NeedsText, OptionError

_NAMED = 3


def code_speakers(corpus: Corpus | Annotated, speakers: Mapping[str, str] | str | Path) -> Annotated:
    """
    The annotated corpus with the kinds of some speakers as a coder set them.

    Parameters
    ----------
    corpus : Corpus or Annotated
    speakers : mapping of str to str, or path
        Speaker to kind of source, one of `framing.annotate.people.sources.TYPES`; or a table (CSV, UTF-8) with the columns
        "speaker" and "source_type", such as `sources(corpus).tables["speakers"]` written out, mended and given back. Rows
        without a kind are passed over. A speaker is a name as the tables give it; a source without a name is called by the
        phrase that stands in the text ("a police officer"). Upper and lower case are the same.

    Returns
    -------
    Annotated
        Quotations of coded speakers have that `source_type`, and None as `type_confidence`. A note says how many there are,
        and which speakers of the table nobody quotes.

    Raises
    ------
    OptionError
        For a kind that is unknown.
    CorpusError
        For a table that cannot be read, or has two kinds for one speaker; file and row are named.
    NeedsText
        For a features bundle, which holds no quotations.

    Examples
    --------
    >>> import framing as fr
    >>> corpus = fr.Corpus((fr.Document("a", "Ann Orr said that it was late."),))
    >>> quote, = fr.code_speakers(corpus, {"Ann Orr": "lawyer"}).quotes["a"]
    >>> quote.source_type, quote.type_confidence
    ('lawyer', None)
    """
    annotated = as_annotated(corpus)
    if not annotated.has_text:
        raise NeedsText("speakers are coded where the texts are, and this bundle holds counts only; code them there")
    if isinstance(speakers, Mapping):
        kinds, origin = {_key(name): one_of("source_type", kind, TYPES) for name, kind in speakers.items()}, ""
    else:
        path = Path(speakers)
        kinds, origin = read_coded(path), f" in {path.name} (sha256 {_sha256(path)})"
    full = full_names(
        dict.fromkeys(q.speaker_resolved for found in annotated.quotes.values() for q in found if q.speaker_resolved)
    )
    met: dict[str, int] = {}
    quotes = {
        id: tuple(_coded(quote, _names(quote, full), kinds, met) for quote in found) for id, found in annotated.quotes.items()
    }
    return replace(annotated, quotes=quotes, notes=(*annotated.notes, *_notes(kinds, met, origin)))


def read_coded(path: Path) -> dict[str, str]:
    """
    Speaker, in lower case, to the kind that a table gives.

    Parameters
    ----------
    path : Path
        See `code_speakers`.

    Raises
    ------
    CorpusError
        Naming file and row.
    """
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: there is no such table of speakers; mend the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path.name}: cannot be read ({error}); save it as CSV in UTF-8") from error
    lacking = [name for name in ("speaker", "source_type") if not rows or name not in rows[0]]
    if lacking:
        raise CorpusError(
            f"{path.name}: needs the columns 'speaker' and 'source_type' and a row; {' and '.join(lacking)} not found"
        )
    kinds: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        name, kind = (row["speaker"] or "").strip(), (row["source_type"] or "").strip()
        if not name or not kind:
            continue
        try:
            one_of("source_type", kind, TYPES)
        except OptionError as error:
            raise CorpusError(f"{path.name}, row {number} ({name}): {error}") from error
        if (above := kinds.setdefault(_key(name), kind)) != kind:
            raise CorpusError(
                f"{path.name}, row {number}: {name!r} is {kind!r} here and {above!r} above; one speaker has one kind"
            )
    return kinds


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _names(quote: Quote, full: dict[str, str]) -> list[str]:
    """What the speaker of a quotation may be called in a table: the name, short and whole, or the phrase."""
    if not quote.speaker_resolved:
        return [quote.speaker_text] if quote.speaker_text else []
    return [quote.speaker_resolved, *filter(None, [full.get(quote.speaker_resolved)])]


def _coded(quote: Quote, names: list[str], kinds: dict[str, str], met: dict[str, int]) -> Quote:
    key = next((key for key in map(_key, names) if key in kinds), None)
    if key is None:
        return quote
    met[key] = met.get(key, 0) + 1
    return replace(quote, source_type=kinds[key], type_confidence=None)


def _notes(kinds: dict[str, str], met: dict[str, int], origin: str) -> list[str]:
    n, lost = sum(met.values()), sorted(set(kinds) - set(met))
    notes = [
        f"The kinds of {len(met)} speaker{'s' * (len(met) != 1)} ({n} quotation{'s' * (n != 1)}) were coded by hand{origin}."
    ]
    if lost:
        named = ", ".join(lost[:_NAMED]) + (", ..." if len(lost) > _NAMED else "")
        notes.append(f"{len(lost)} coded speaker{'s' * (len(lost) != 1)} speak{'s' * (len(lost) == 1)} in no text: {named}.")
    return notes


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
