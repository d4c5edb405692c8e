"""What needs more than one document: addresses that agree, one spelling for each outlet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from framing.corpus.documents import Document
from framing.corpus.importers.finish import letters


def spellings(documents: Iterable[Document]) -> dict[str, str]:
    """
    Spelling of an outlet to the one most documents have, for outlets that differ in spaces and marks only.

    Examples
    --------
    >>> def paper(i, name):
    ...     return Document(str(i), "", outlet=name)
    >>> spellings([paper(1, "The Post"), paper(2, "The Po st"), paper(3, "The Post"), paper(4, "The Sun")])
    {'The Po st': 'The Post'}
    """
    groups: dict[str, Counter[str]] = {}
    for document in documents:
        if document.outlet:
            groups.setdefault(letters(document.outlet), Counter())[document.outlet] += 1
    return {
        spelling: usual
        for counter in groups.values()
        for usual in [_usual(counter)]
        for spelling in sorted(counter)
        if spelling != usual
    }


def _usual(counter: Counter[str]) -> str:
    """The spelling most documents have; between equals the one with fewer spaces, then the first by letters."""
    return min(counter, key=lambda name: (-counter[name], name.count(" "), name))


def address(url: str) -> str:
    """
    An address in the form in which two lists agree on it.

    Examples
    --------
    >>> address("http://www.Example.org/a/?utm_source=x#top") == address("https://example.org/a")
    True
    """
    url = re.sub(r"#.*$", "", url.strip())
    url = re.sub(r"(?<=[?&])(?:utm_\w+|fbclid|gclid)=[^&]*&?", "", url)
    url = re.sub(r"[?&/]+$", "", url)
    host, _, path = re.sub(r"^https?://(?:www\.)?", "", url, flags=re.IGNORECASE).partition("/")
    return f"{host.casefold()}/{path}"
