"""Web archives (WARC and ARC, compressed or not), through warcio."""

from __future__ import annotations

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from framing.corpus.importers.base import Draft, Log, Refused, importer
from framing.corpus.importers.encoding import encoding_of
from framing.corpus.importers.joins import address
from framing.corpus.importers.source import Source, needs
from framing.corpus.importers.web_page import page

#: A page larger than this is not read.
MAX_RECORD = 32 << 20


def _recognise(head: str) -> float:
    return 0.9 if head is not None else 0.0


@importer("warc", reads=("warc",), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per HTML page that was answered with status 200; each address once."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise needs("warcio") from error
    seen: set[str] = set()
    kinds: dict[str, int] = {}
    n_pages = n_articles = 0
    damage = ""
    with source.open() as stream:
        try:
            for record in _quietly(ArchiveIterator(stream, check_digests=False), log):
                kinds[str(record.rec_type)] = kinds.get(str(record.rec_type), 0) + 1
                if (content := _content(record, seen, log)) is None:
                    continue
                n_pages += 1
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                draft = page(_decoded(content, record), url)
                if draft is None:
                    log.problem("no article", f"{url}: no article was found on the page")
                else:
                    n_articles += 1
                    yield draft
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, TypeError, zlib.error) as error:
            reason = " ".join(str(error).split())[:200]
            damage = (
                f"the web archive is damaged after {sum(kinds.values())} records ({reason}); mend it with `warcio recompress`"
            )
    log.problem("records", ", ".join(f"{kind} {kinds[kind]}" for kind in sorted(kinds)) or "none")
    if not n_articles:
        none = "no article on a page" if n_pages else "no HTML page that was answered with status 200"
        raise Refused(damage or f"the web archive holds {none}")
    if damage:
        log.problem("damaged", damage)


@contextlib.contextmanager
def _heard(log: Log) -> Iterator[None]:
    """warcio prints its doubts; they belong into the report, once each."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        yield
    for line in dict.fromkeys(line.strip() for line in said.getvalue().splitlines()):
        if line and ("warcio", line) not in log.problems:
            log.problem("warcio", line)


def _quietly(records: Iterator[Any], log: Log) -> Iterator[Any]:
    while True:
        with _heard(log):
            record = next(records, None)
        if record is None:
            return
        yield record


def _content(record: Any, seen: set[str], log: Log) -> bytes | None:
    """The page of a record, or None for other records, other types, errors and addresses that came before."""
    if record.rec_type != "response" or record.http_headers is None:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = (record.http_headers.get_header("Content-Type") or "").casefold()
    if record.http_headers.get_statuscode() != "200" or not ("html" in kind or not kind):
        return None
    if address(url) in seen:
        log.problem("double address", f"{url}: kept once")
        return None
    seen.add(address(url))
    with _heard(log):
        content = record.content_stream().read(MAX_RECORD + 1)
    if len(content) > MAX_RECORD:
        log.problem("too large", f"{url}: larger than {MAX_RECORD >> 20} MB, not read")
        return None
    return content


def _decoded(content: bytes, record: Any) -> str:
    kind = record.http_headers.get_header("Content-Type") or ""
    if named := re.search(r"charset=[\"']?([\w-]+)", kind, re.IGNORECASE):
        try:
            return content.decode(named[1])
        except (LookupError, UnicodeDecodeError):
            pass
    return content.decode(encoding_of(io.BytesIO(content), declared=True), "replace")
