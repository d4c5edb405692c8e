"""From draft to document: one normal form of text, public addresses, ids that catch double downloads."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata

from framing.corpus.dates import printed_date
from framing.corpus.documents import Document
from framing.corpus.importers.base import Draft

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_BLANK = r"\t\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f"
# Single spaces are most matches of a simpler pattern and need no change.
_SPACES = re.compile(f"[{_BLANK}][ {_BLANK}]*| [ {_BLANK}]+")
# A byte that leads a character of UTF-8 and one that continues it, both read as Windows-1252.
_MOJIBAKE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[\u0080-\u009f]")
_INVISIBLE = re.compile("[\ufeff\u200b\u00ad\u2060\x00-\x08\x0e-\x1f\x7f]")
_PROXY = re.compile(r"^https?://[^?#]*(?:proxy|login|ezp)[^?#]*[?&](?:q?url|target)=(https?(?::|%3A).*)$", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?<=[?&])(?:accountid|account|parentSessionId|sessionid|groupid|pq-origsite|sourcetype)=[^&#]*&?", re.IGNORECASE
)


def tidy(text: str | None, draft: Draft | None = None) -> str:
    """
    NFC, one kind of space, no invisible characters, entities resolved, mojibake undone where there is evidence of it.

    Examples
    --------
    >>> tidy("Tom &amp; Jerry\\u00a0said"), tidy("the cafÃ© was closed"), tidy("Ã is a letter")
    ('Tom & Jerry said', 'the café was closed', 'Ã is a letter')
    """
    if not text:
        return ""
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if not text.isascii():
        text = _mend(text, draft)
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    elif _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return _SPACES.sub(" ", text).strip(" ")


def _mend(text: str, draft: Draft | None) -> str:
    if not _MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(text):
        return text
    mended = fix_encoding(text)
    if mended != text and draft is not None:
        draft.problems.append(("mojibake repaired", f"{text[:60]!r} read as {mended[:60]!r}"))
    return mended


def body(draft: Draft) -> str:
    """The paragraphs joined by one blank line each; lines inside a paragraph keep their breaks."""
    joined = "\n\n".join(draft.paragraphs)
    joined = tidy(joined, draft)
    done = []
    for paragraph in re.split(r"\n[ \t]*\n\s*", joined):
        lines = [line.strip(" ") for line in paragraph.split("\n")]
        lines = [line for line in lines if line and line != ">"]
        if lines:
            done.append("\n".join(lines))
    return "\n\n".join(done)


def public_url(url: str | None) -> str | None:
    """
    The address without the proxy, the account and the session of the library it was downloaded through.

    Examples
    --------
    >>> public_url("https://proxy.lib.example/login?url=https://www.proquest.com/docview/1/se-2?accountid=7")
    'https://www.proquest.com/docview/1/se-2'
    >>> public_url("https://www-proquest-com.ezproxy.lib.example/docview/1?accountid=7&x=1")
    'https://www.proquest.com/docview/1?x=1'
    """
    if not url:
        return None
    url = html.unescape(url.strip())
    while found := _PROXY.match(url):
        url = found[1]
        if re.match(r"https?%3A", url, re.IGNORECASE):
            from urllib.parse import unquote

            url = unquote(url)
    host = re.match(r"(https?://)([^/?#]+)(.*)$", url, re.IGNORECASE | re.DOTALL)
    if host and (
        rewritten := re.match(r"((?:[\w-]+[.-])*(?:proquest|nexis|factiva|europresse|eureka)[.-](?:com|cc))[.]?.*", host[2])
    ):
        url = host[1] + rewritten[1].replace("-", ".") + host[3]
    url = _ACCOUNT.sub("", url)
    return re.sub(r"[?&]+$", "", url) or None


def letters(text: str) -> str:
    """
    What is left of a text when spaces, marks and case are gone: damage of spaces does not change it.

    Examples
    --------
    >>> letters("The Spec tator (Online)") == letters("the spectator online")
    True
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def document_id(draft: Draft, text: str, date: str | None) -> str:
    """
    A stable id: hash of the accession number, else of outlet, date as printed, title and start of the body.

    The same document downloaded twice gets the same id, whatever file it came in and whatever happened to its spaces.

    Examples
    --------
    >>> document_id(Draft(accession="42", database="proquest"), "", None)
    'proquest-4a566ad5b43d'
    """
    if draft.accession:
        parts = [draft.database, draft.accession.strip().casefold()]
    else:
        outlet = letters(draft.outlet or "")
        parts = [
            outlet,
            (draft.date and letters(draft.date)) or date or "",
            letters(draft.title or ""),
            letters(text[:600])[:200],
        ]
        if not parts[3]:
            parts.append(draft.url or draft.key)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:12]
    return f"{draft.database}-{digest}"


def finish(draft: Draft, source: str) -> Document:
    """The document of a draft; a date that cannot be read for certain is None, with a problem noted in the draft."""
    text = body(draft)
    date = printed_date(draft.date)
    if draft.date and date is None:
        draft.problems.append(("date", f"{tidy(draft.date)[:80]!r} could not be read for certain"))
    if "\ufffd" in text:
        draft.problems.append(("encoding", f"{text.count(chr(0xFFFD))} characters could not be decoded"))
    if not text and not draft.stub:
        draft.problems.append(("text", "the document has no body"))
    return Document(
        id=draft.id or document_id(draft, text, date),
        text=text,
        side=draft.side,
        outlet=_line(draft.outlet, draft),
        date=date,
        title=_line(draft.title, draft),
        author=_line(draft.author, draft),
        section=_line(draft.section, draft),
        lang=draft.lang,
        event=draft.event,
        url=public_url(draft.url),
        rights=_line(draft.rights, draft),
        source=source,
    )


def _line(text: str | None, draft: Draft) -> str | None:
    return " ".join(tidy(text, draft).split()) or None if text else None
