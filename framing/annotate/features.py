"""From an annotated corpus to tables without text, and back."""

from __future__ import annotations

import gzip
import importlib
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import Counts
from framing.corpus.bundle import OUR_WORDS, csv_bytes, gzipped, hide_rare, opaque_names, read_files, without_text
from framing.corpus.documents import METADATA, Corpus, Document, cluster_of
from framing.errors import CorpusError
from framing.results import Provenance, Result

# No cell of a bundle holds more words in a row than this; eight words of a title or a speaker are enough to know it.
MOST_WORDS = 8


def count_table(counts: Counts) -> pd.DataFrame:
    """Counts as a long frame: document, voice, type, n; sorted, rare tokens hidden, headlines left out."""
    return hide_rare(_long(counts))


def hidden_words(counts: Counts) -> dict[str, str]:
    """The name under which a bundle keeps each word that it hides."""
    return opaque_names(_long(counts))


def _long(counts: Counts) -> pd.DataFrame:
    table = counts.matrix.tocoo()
    rows = counts.rows
    types = np.asarray(counts.types, dtype=object)
    return pd.DataFrame(
        {
            "document": rows["document"].to_numpy()[table.row],
            "voice": rows["voice"].to_numpy()[table.row],
            "type": types[table.col],
            "n": table.data.astype(int),
        }
    )


def document_table(annotated: Annotated) -> pd.DataFrame:
    """Metadata, hash and length of every document; titles are cut to eight words, so that none can stand for a text."""
    lengths = annotated.counts.select("all").n_tokens
    rows = [
        {key: getattr(d, key) for key in METADATA}
        | {"title": _short(d.title), "cluster": cluster_of(d), "sha256": d.sha256, "n_tokens": int(n)}
        for d, n in zip(annotated.corpus, lengths, strict=True)
    ]
    return pd.DataFrame(rows)


def _short(cell: Any) -> Any:
    """A cell as it is, or its first words."""
    words = cell.split() if isinstance(cell, str) else ()
    return cell if len(words) <= MOST_WORDS else " ".join(words[:MOST_WORDS]) + " …"


def clipped(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame without columns of running text, its other cells cut to a few words."""
    kept = without_text(frame)
    ours = [column for column in kept.columns if column in OUR_WORDS or pd.api.types.is_numeric_dtype(kept[column])]
    return kept.assign(**{column: kept[column].map(_short) for column in kept.columns if column not in ours})


def with_hidden(frame: pd.DataFrame, hidden: dict[str, str]) -> pd.DataFrame:
    """The frame with opaque names in the place of terms that a bundle hides."""
    return frame.assign(term=frame["term"].map(lambda term: hidden.get(term, term))) if "term" in frame else frame


def feature_files(annotated: Annotated, ready: dict[str, Result]) -> dict[str, bytes]:
    """
    The files of a features bundle.

    Parameters
    ----------
    annotated : Annotated
        With texts.
    ready : dict of str to Result
        Results that counts cannot give again; stored without any column of running text.

    Returns
    -------
    dict of str to bytes
    """
    hidden = hidden_words(annotated.counts)
    files = {
        "documents.csv": csv_bytes(document_table(annotated)),
        "counts.csv.gz": gzipped(csv_bytes(count_table(annotated.counts))),
    }
    for key, result in ready.items():
        folder = f"ready/{key.replace(':', '-')}"
        frames = {
            "data": result.data,
            **{f"tables/{name}": table for name, table in result.tables.items() if not _is_text(table)},
        }
        kind = f"{type(result).__module__}:{type(result).__name__}"
        about = {"key": key, "kind": kind, "provenance": result.provenance.as_dict(), "tables": sorted(frames)}
        files[f"{folder}/result.json"] = (json.dumps(about, indent=1, sort_keys=True) + "\n").encode()
        for name, frame in frames.items():
            files[f"{folder}/{name}.csv"] = csv_bytes(clipped(with_hidden(frame, hidden)))
    return files


def _is_text(frame: pd.DataFrame) -> bool:
    """True for evidence tables, which are made of running text."""
    return bool({"left", "right", "passage", "sentence"} & set(frame.columns))


def read_features(path: Path, *, sides: dict[str, Any], cluster: str, name: str) -> Annotated:
    """
    An annotated corpus out of a features bundle.

    Parameters
    ----------
    path : Path
        Folder or .zip.
    sides : dict of str to dict
        As in the study.
    cluster : str
        The field that is resampled.
    name : str

    Returns
    -------
    Annotated
        Without texts; `ready` holds what counts cannot give.

    Raises
    ------
    CorpusError
        If a file is missing or changed, or a side has no document.
    """
    files, package = read_files(path)
    documents = pd.read_csv(io.BytesIO(files["documents.csv"]), dtype=str, keep_default_na=False).replace({"": None})
    corpus = Corpus(tuple(_document(row, sides, cluster) for row in documents.to_dict("records")), tuple(sides), name)
    for side in sides:
        if not any(d.side == side for d in corpus):
            raise CorpusError(f"{path.name}: no document of the bundle is on side {side!r}; mend [sides]")
    # The texts are not here, so the fingerprint of the corpus that had them is carried along.
    corpus.__dict__["fingerprint"] = package["fingerprint"]
    return Annotated(
        corpus=corpus, quotes={}, voices={}, counts=_counts(files["counts.csv.gz"], corpus),
        models=package.get("models", {}), notes=tuple(package.get("notes", ())), store=None, ready=_ready(files, corpus),
    )  # fmt: skip


def _document(row: dict[Any, Any], sides: dict[str, Any], cluster: str) -> Document:
    """One document of the bundle, on the side the study gives it."""
    known: dict[str, Any] = {key: row.get(key) for key in METADATA}
    document = Document(text="", **{**known, "id": str(row["id"])})
    for side, fields in sides.items():
        if any((getattr(document, key) or "") in values for key, values in fields.items()):
            document = replace(document, side=side)
    return replace(
        document, cluster=document.cluster if cluster == "cluster" else getattr(document, cluster, None) or document.cluster
    )


def _counts(content: bytes, corpus: Corpus) -> Counts:
    """The sparse document x voice matrix."""
    long = pd.read_csv(io.BytesIO(gzip.decompress(content)), dtype={"type": str, "document": str}, keep_default_na=False)
    types = sorted(long["type"].unique())
    place = {d.id: i for i, d in enumerate(corpus)}
    pairs = sorted(set(zip(long["document"], long["voice"], strict=True)), key=lambda pair: (place[pair[0]], pair[1]))
    row_of = {pair: i for i, pair in enumerate(pairs)}
    column_of = {word: i for i, word in enumerate(types)}
    row = [row_of[pair] for pair in zip(long["document"], long["voice"], strict=True)]
    column = long["type"].map(column_of)
    matrix = sparse.csr_matrix((long["n"].to_numpy(dtype=np.int64), (row, column)), shape=(len(pairs), len(types)))
    frame = corpus.frame().set_index("id")
    meta = frame.loc[[document for document, _ in pairs], ["side", "outlet", "cluster", "event", "date"]].reset_index(
        names="document"
    )
    return Counts(matrix=matrix, rows=meta.assign(voice=[voice for _, voice in pairs]), types=tuple(types))


def _ready(files: dict[str, bytes], corpus: Corpus) -> dict[str, Result]:
    """The results a bundle carries; columns that were left out come back empty."""
    ready = {}
    for name, content in files.items():
        if not name.endswith("/result.json"):
            continue
        about = json.loads(content)
        folder = name.removesuffix("result.json")
        frames = {table: _frame(files[f"{folder}{table}.csv"]) for table in about["tables"]}
        module, kind = about["kind"].split(":")
        ready[about["key"]] = _rebuild(getattr(importlib.import_module(module), kind), frames, about, corpus)
    return ready


def _frame(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content)) if content.strip() else pd.DataFrame()


def _rebuild(kind: type[Result], frames: dict[str, pd.DataFrame], about: dict[str, Any], corpus: Corpus) -> Result:
    """A result of its own kind, on the sides of this study."""
    data = frames.pop("data")
    if "document" in data and "side" in data:
        data["side"] = data["document"].astype(str).map({d.id: d.side for d in corpus})
    for column in kind.columns:
        if column not in data:
            data[column] = None
    if "reason" in data:
        data["reason"] = data["reason"].astype(object).where(data["reason"].notna(), "")
    provenance = {**about["provenance"], "notes": tuple(about["provenance"]["notes"])}
    tables = {name.removeprefix("tables/"): frame for name, frame in frames.items()}
    return kind(data=data, provenance=Provenance(**provenance), tables=tables)
