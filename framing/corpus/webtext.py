"""From a web page saved as plain text to a document: metadata read off its head and foot, furniture cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from framing.corpus import patterns
from framing.corpus.clean import clean_page
from framing.corpus.dates import find_date
from framing.corpus.documents import Document
from framing.corpus.page import Page
from framing.errors import CorpusError

_MARKUP = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".eml")
_PAGES = (*_MARKUP, ".txt", ".md", ".text")

_OUTLET_IN_BRACKETS = re.compile(r"\((?P<outlet>[^()]{2,60})\)")
_PROPER = r"[A-Z][\w&'’.-]*(?: (?:of |the |and )?[A-Z][\w&'’.-]*){0,5}"
_OWNER = re.compile(
    rf"(?:belongs to|(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))(?:\s*(?:©|\([Cc]\)))?[\s\d–-]*(?:by )?)\s*(?P<owner>{_PROPER})"
)
_LEGAL = r"(?:Co|Ltd|Inc|LLC|Group|Corporation|Company|Limited|Corp)\b\.?"
_COMPANY = re.compile(rf"(?: (?:Information|Media|Publishing|News))?(?:,? {_LEGAL})+.*$")
_SELF = (
    re.compile(rf"\b(?:while|when) (?:browsing|visiting|reading) (?P<name>(?:The )?{_PROPER})"),
    re.compile(rf"^(?P<name>{_PROPER}) is an? (?:independent |non-?profit )+(?:news|media|newspaper|magazine)\b"),
    re.compile(rf"^(?:Subscribe to|Support) (?P<name>{_PROPER})[.!]?$"),
)


def read_page(
    raw: str | Path,
    *,
    source: str | None = None,
    id: str | None = None,
    rules: bool | Iterable[str] | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Document:
    """
    A document from a page saved as plain text, furniture and all.

    Parameters
    ----------
    raw : str or Path
        What stands on the page, or a text file (a path, or the name of a file that exists) that holds it.
    source : str or None
        File name, for the record; its stem is the id unless one is given.
    id : str or None
    rules : bool, iterable of str or None
        Cleaning rules by name; all by default.
    title, outlet : str or None
        Known metadata; it wins over what the page says.

    Returns
    -------
    Document
        Title, outlet, date, author and section are None where the page does not say them; nothing is taken from
        the sentences of the body.

    Raises
    ------
    CorpusError
        For a file that is not there, is no UTF-8, or is HTML, which `framing.import_paths` reads.

    Examples
    --------
    >>> head = "Home / World\\nA bridge opens\\nBy Ann Writer | The Post | Updated: 2019-11-15 08:34\\n"
    >>> document = read_page(head + "The bridge opened on Monday after ten years of work.", id="bridge")
    >>> document.title, document.author, document.outlet, document.date, document.section
    ('A bridge opens', 'Ann Writer', 'The Post', '2019-11-15', 'World')
    """
    if (file := _file(raw)) is not None:
        raw, source = _text_of(file), source or file.name
    return page_document(str(raw), source=source, id=id, rules=rules, title=title, outlet=outlet)


def _file(raw: str | Path) -> Path | None:
    """The file that is meant where a path is given, or a single word that ends like the name of a page."""
    if isinstance(raw, Path):
        return raw
    if "\n" in raw or len(raw) > 250:
        return None
    path = Path(raw)
    return path if path.suffix.lower() in _PAGES and (path.is_file() or not any(c.isspace() for c in raw)) else None


def _text_of(file: Path) -> str:
    """The text of a file, or a message that says what to do."""
    if not file.is_file():
        raise CorpusError(f"{file}: there is no such file; give the text of the page, or the path of a file that holds it")
    if file.suffix.lower() in _MARKUP:
        raise CorpusError(f"{file.name}: this is a saved page with its markup; read it with `framing.import_paths`")
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{file.name}: not UTF-8 (byte {error.start}); save the file as UTF-8") from error


def page_document(
    raw: str,
    *,
    source: str | None,
    id: str | None,
    rules: bool | Iterable[str] | None,
    title: str | None,
    outlet: str | None,
) -> Document:
    """The document of a page whose text is at hand; see `read_page`."""
    page = Page.of(raw, title=title, outlet=outlet)
    said = read_metadata(page)
    cleaned = clean_page(Page(page.raw, title, outlet or said["outlet"], page.lines), rules=rules)
    stem = source.rsplit("/", 1)[-1].rsplit(".", 1)[0] if source else None
    return Document(
        id=id or stem or "page",
        text=cleaned.text,
        title=title or said["title"],
        outlet=outlet or said["outlet"],
        date=said["date"],
        author=said["author"],
        section=said["section"],
        source=source,
        cuts=cleaned.cuts,
    )


def read_metadata(page: Page) -> dict[str, str | None]:
    """
    What the head and the foot of a page say about it.

    Returns
    -------
    dict
        With the keys title, outlet, date, author, section; None where nothing is said.
    """
    head = [line.text for line in page.lines[: page.head]]
    byline = next((text for text in head if patterns.is_byline(text)), None)
    author, outlet = parse_byline(byline) if byline else (None, None)
    dated = [text for text in head if patterns.is_byline(text) or patterns.is_update(text)]
    return {
        "title": page.headline.text if page.headline else None,
        "outlet": outlet or _outlet_of_foot(page),
        "date": next((date for text in dated if (date := find_date(text))), None),
        "author": author,
        "section": next((_section(text) for text in head if patterns.BREADCRUMB.fullmatch(text)), None),
    }


def _section(path: str) -> str | None:
    """The navigation path without "Home"."""
    steps = [step.strip() for step in re.split(r"[/>»›]", path)]
    return " / ".join(step for step in steps if step and step.casefold() != "home") or None


def parse_byline(text: str) -> tuple[str | None, str | None]:
    """
    Author and outlet of a byline.

    Parameters
    ----------
    text : str

    Returns
    -------
    author : str or None
        Names as they are written, joined with "; ".
    outlet : str or None

    Examples
    --------
    >>> parse_byline("By ANN WRITER (The Post) Updated: 2014-10-09 09:39")
    ('ANN WRITER', 'The Post')
    >>> parse_byline("By Ann Writer in Rome and Bo Li in Oslo, Norway (The Post)")
    ('Ann Writer; Bo Li', 'The Post')
    >>> parse_byline("thepost.example | Updated: 2020-04-02 21:06")
    (None, 'thepost.example')
    """
    has_names = text.lower().startswith("by")
    text = re.sub(r"^by\s*:?\s+", "", text, flags=re.IGNORECASE)
    outlet = None
    if found := _OUTLET_IN_BRACKETS.search(text):
        outlet = found["outlet"].strip()
        text = text[: found.start()]
    fields = [field.strip() for field in text.split("|")]
    fields = [field for field in fields if field and not (find_date(field) or patterns.UPDATED.match(field))]
    if (outlet is None and len(fields) > 1) or (outlet is None and fields and not has_names):
        outlet = fields.pop()
    names = _names(fields[0]) if fields else []
    return "; ".join(names) or None, outlet


def _names(text: str) -> list[str]:
    """Single names, without the places they wrote from."""
    names: list[str] = []
    placed = False
    for part in re.split(r",| and | & |;", text):
        name, has_place, _ = part.strip().partition(" in ")
        # "A in Jieyang, Guangdong": what follows a place without one of its own goes on naming the place.
        if name and not (placed and not has_place):
            names.append(name.strip())
        placed = bool(has_place) or (placed and not has_place)
    return [name for name in names if not re.fullmatch(r"(?:staff|special)? ?(?:writer|reporter|correspondent)s?", name, re.I)]


def _outlet_of_foot(page: Page) -> str | None:
    """The outlet that a copyright notice or the page's own promotion names."""
    foot = [line.text for line in page.lines[page.foot :]]
    for text in foot:
        if (patterns.COPYRIGHT.fullmatch(text) or patterns.RIGHTS.search(text)) and (found := _OWNER.search(text)):
            return _COMPANY.sub("", found["owner"]).strip() or None
    named = [found["name"] for text in foot if patterns.in_foot(text) for form in _SELF if (found := form.search(text))]
    # A page that calls itself by its initials says the full name elsewhere.
    full = [name for name in named if len(name.split()) > 1]
    return next(iter(full), None) or next(iter(named), None)
