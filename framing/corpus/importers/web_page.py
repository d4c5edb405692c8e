"""Saved web pages, through trafilatura."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from framing.corpus.importers.base import Draft, Log, Refused, importer
from framing.corpus.importers.eml import html_part
from framing.corpus.importers.fields import language_code
from framing.corpus.importers.source import Source, needs

#: A page larger than this is no article.
MAX_PAGE = 64 << 20


def _recognise(head: str) -> float:
    return 0.1 if re.search(r"<\w+", head) else 0.0


@importer("web_page", reads=("html", "eml"), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """The article of the page; menus, teasers and comments are left to trafilatura's judgement."""
    # Browsers save a page with its pictures in the form of a mail (MHTML).
    markup = html_part(source) if source.container == "eml" else source.text()
    if len(markup) > MAX_PAGE:
        raise Refused(f"the page is larger than {MAX_PAGE >> 20} MB, which no article is; pass `format` if it is an export")
    draft = page(markup)
    if draft is None:
        raise Refused("no article was found on the page (a start page, a login or an error page?)")
    log.announced = 1
    yield draft


def page(markup: str, url: str | None = None) -> Draft | None:
    """
    The draft of one page, or None where no article is found.

    Raises
    ------
    ModelMissing
        Without trafilatura or lxml_html_clean.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise needs("trafilatura") from error
    if not re.search(r"<body\b", markup, re.IGNORECASE):
        # Reader views save the article without a page around it.
        markup = f"<html><body><article>{markup}</article></body></html>"
    try:
        found: Any = trafilatura.bare_extraction(
            markup, url=url, include_comments=False, include_tables=True, with_metadata=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(f"the page could not be read ({type(error).__name__}: {error})") from error
    if found is None:
        return None
    blocks = _blocks(found.body) if getattr(found, "body", None) is not None else (found.text or "").split("\n")
    stated = _stated_body(markup)
    is_stated = len(stated) > 400 and sum(map(len, blocks)) < 0.4 * len(stated)
    if is_stated:
        blocks = [line for line in stated.split("\n") if line.strip()]
    if not any(block.strip() for block in blocks):
        return None
    draft = Draft(
        paragraphs=blocks, title=found.title, date=found.date, author=found.author, url=url or found.url, database="web"
    )
    draft.outlet = found.sitename or found.hostname
    if is_stated:
        draft.problems.append(
            ("structured data", "the visible page holds little text; the body is what the page states for machines")
        )
    language = re.search(r"<html[^>]*\blang\s*=\s*[\"']?([\w-]+)", markup[:20000], re.IGNORECASE)
    draft.lang = language_code(found.language) or (language_code(language[1]) if language else None)
    return draft


def _stated_body(markup: str) -> str:
    """The longest `articleBody` of the page's JSON-LD: pages built by scripts show nothing else."""
    best = ""
    for block in re.findall(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", markup, re.DOTALL | re.IGNORECASE):
        try:
            open_items = [json.loads(block)]
        except (ValueError, RecursionError):
            continue
        while open_items:
            item = open_items.pop()
            if isinstance(item, dict):
                body = item.get("articleBody")
                best = body if isinstance(body, str) and len(body) > len(best) else best
                open_items += item.values()
            elif isinstance(item, list):
                open_items += item
    return html.unescape(best)


def _blocks(body: Any) -> list[str]:
    """Paragraphs of trafilatura's tree; a quotation that stands alone is a block, one inside a paragraph is not."""
    done: list[str] = []

    def add(text: str, *, quoted: bool) -> None:
        lines = [" ".join(line.split()) for line in text.split("\n")]
        lines = [line for line in lines if line]
        if lines:
            done.append("\n".join(f"> {line}" if quoted else line for line in lines))

    def walk(element: Any, *, quoted: bool) -> None:
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag == "quote":
                if len(child) and any(part.tag in ("p", "list", "head", "quote") for part in child):
                    add(child.text or "", quoted=True)
                    walk(child, quoted=True)
                else:
                    add(_inline(child), quoted=True)
            elif tag in ("list", "table", "div", "body", "main", "row") and tag != "row":
                add(child.text or "", quoted=quoted)
                walk(child, quoted=quoted)
            elif tag == "row":
                add(" | ".join(filter(None, (" ".join(_inline(cell).split()) for cell in child))), quoted=quoted)
            elif tag:
                add(_inline(child), quoted=quoted)
            add(child.tail or "", quoted=quoted)

    add(body.text or "", quoted=False)
    walk(body, quoted=False)
    return done


def _inline(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if child.tag == "lb" else _inline(child))
        parts.append(child.tail or "")
    return "".join(parts)
