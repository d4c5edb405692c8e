"""The features bundle on disk: tables without text, hashed, checked for leaks, the same bytes every time."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from framing.errors import CorpusError, OutputError

PROFILE = "framing-features-1"
PACKAGE = "datapackage.json"
RARE = "<rare {}>"

# Columns that would carry running text or its place; they never enter a bundle.
TEXT_COLUMNS = frozenset({"text", "start", "end", "parts", "left", "right", "keyword", "passage", "sentence", "title_text"})
# Columns of prose that is the package's or a lexicon's, not the corpus's.
OUR_WORDS = frozenset({"definition", "citation", "licence", "note", "reason", "message", "repair", "validated"})
LONGEST_CELL = 40  # words; a title is shorter, a paragraph is longer

_PRIVATE = re.compile(r"@|^https?:|^www\.|^\+?\d[\d\s().-]{6,}$")
_NUMERAL = re.compile(r"^[\d.,:%/-]+$")


def hide_rare(counts: pd.DataFrame) -> pd.DataFrame:
    """
    Put opaque names in the place of tokens that identify somebody or something; totals and the size of the vocabulary hold.

    Parameters
    ----------
    counts : DataFrame
        Columns document, voice, type, n.

    Returns
    -------
    DataFrame
        E-mail addresses, URLs, telephone numbers, and numerals of one document only, named `<rare 1>`, `<rare 2>` ...

    Examples
    --------
    >>> frame = pd.DataFrame({"document": ["a", "a"], "voice": "own", "type": ["harbour", "me@x.org"], "n": [2, 1]})
    >>> hide_rare(frame)["type"].tolist()
    ['<rare 1>', 'harbour']
    """
    hiding = counts.assign(type=counts["type"].replace(opaque_names(counts)))
    return hiding.sort_values(["document", "voice", "type"], ignore_index=True)


def opaque_names(counts: pd.DataFrame) -> dict[str, str]:
    """The opaque name of each token that `hide_rare` hides."""
    n_documents = counts.groupby("type")["document"].nunique()
    hidden = [
        word for word in sorted(n_documents.index)
        if _PRIVATE.search(word) or (n_documents[word] == 1 and _NUMERAL.match(word) and len(word) > 4)
    ]  # fmt: skip
    return {word: RARE.format(number) for number, word in enumerate(hidden, start=1)}


def without_text(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame without the columns that carry running text or offsets."""
    return frame[[column for column in frame.columns if column not in TEXT_COLUMNS]]


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """CSV in UTF-8 with Unix line ends and shortest exact numbers."""
    buffer = io.StringIO()
    frame.to_csv(buffer, index=False, lineterminator="\n")
    return buffer.getvalue().encode("utf-8")


def check_leaks(files: dict[str, bytes]) -> None:
    """
    Refuse a bundle in which running text could stand.

    Parameters
    ----------
    files : dict of str to bytes
        Names and contents; every .csv and .csv.gz is read.

    Raises
    ------
    OutputError
        Naming table and column.
    """
    for name, content in files.items():
        if not name.endswith((".csv", ".csv.gz")):
            continue
        raw = gzip.decompress(content) if name.endswith(".gz") else content
        frame = pd.read_csv(io.BytesIO(raw), dtype=str, keep_default_na=False) if raw.strip() else pd.DataFrame()
        for column in frame.columns:
            if column in TEXT_COLUMNS:
                raise OutputError(f"bundle: {name} has the column {column!r}, which holds running text or its place")
            if column in OUR_WORDS:
                continue
            longest = max((len(str(cell).split()) for cell in frame[column]), default=0)
            if longest > LONGEST_CELL:
                raise OutputError(f"bundle: {name}, column {column!r} holds {longest} words in one cell; that may be text")


def write_files(files: dict[str, bytes], out: Path, description: dict[str, Any]) -> Path:
    """
    Write the files and their hashes as a folder, or as a .zip if the name ends so.

    Parameters
    ----------
    files : dict of str to bytes
    out : Path
    description : dict
        Further keys of `datapackage.json`.

    Returns
    -------
    Path
    """
    check_leaks(files)
    resources = [
        {"path": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(files.items())
    ]
    package = {"profile": PROFILE, **description, "resources": resources}
    everything = {**files, PACKAGE: (json.dumps(package, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode("utf-8")}
    try:
        if out.suffix == ".zip":
            _write_zip(everything, out)
        else:
            for name, content in everything.items():
                target = out / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    except OSError as error:
        raise OutputError(f"{out}: the bundle cannot be written ({error.strerror}); choose another place") from error
    return out


def _write_zip(files: dict[str, bytes], out: Path) -> None:
    """An archive without a clock: every member is dated 1980."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def read_files(path: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    """
    The files of a bundle, each checked against its hash.

    Raises
    ------
    CorpusError
        If there is no bundle, or a file is missing or was changed.
    """
    contents = dict(_members(path))
    if PACKAGE not in contents:
        raise CorpusError(
            f"{path.name}: there is no features bundle here ({PACKAGE} is missing); make one with `framing bundle`"
        )
    package = json.loads(contents.pop(PACKAGE))
    if package.get("profile") != PROFILE:
        raise CorpusError(f"{path.name}: the bundle has profile {package.get('profile')!r}, this version reads {PROFILE!r}")
    files = {}
    for resource in package["resources"]:
        name = resource["path"]
        if name not in contents:
            raise CorpusError(f"{path.name}: {name} is missing from the bundle; get a complete copy")
        if hashlib.sha256(contents[name]).hexdigest() != resource["sha256"]:
            raise CorpusError(f"{path.name}: {name} is not what the bundle promises (its hash differs); get an unchanged copy")
        files[name] = contents[name]
    return files, package


def _members(path: Path) -> Iterable[tuple[str, bytes]]:
    """Names and bytes of a folder's files or of a zip's members."""
    if path.is_dir():
        for file in sorted(p for p in path.rglob("*") if p.is_file()):
            yield file.relative_to(path).as_posix(), file.read_bytes()
        return
    if not zipfile.is_zipfile(path):
        raise CorpusError(f"{path}: this is neither a folder nor a .zip with a features bundle")
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.file_size > 500_000_000:
                raise CorpusError(f"{path.name}: {info.filename} would unpack to {info.file_size / 1e6:.0f} MB; refused")
            yield info.filename, archive.read(info)


def gzipped(content: bytes) -> bytes:
    """Compressed without a clock."""
    return gzip.compress(content, mtime=0)
