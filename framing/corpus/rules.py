"""The cleaning rules by name; each says which stretches of a raw text are not the body, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from framing.checks import unknown
from framing.corpus import databases, patterns, signatures
from framing.corpus.lines import Line
from framing.corpus.page import Finder, Mark, Page, mark, same
from framing.errors import OptionError


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One cleaning rule.

    Attributes
    ----------
    name : str
    about : str
        What it cuts, in one line.
    find : callable
        From a `Page` to marks.
    """

    name: str
    about: str
    find: Finder


RULES: dict[str, Rule] = {}


def rule(name: str, about: str) -> Callable[[Finder], Finder]:
    """Register the decorated finder as the rule `name`; the order of registration is the order of precedence."""

    def register(find: Finder) -> Finder:
        RULES[name] = Rule(name, about, find)
        return find

    return register


def chosen_rules(names: bool | Iterable[str] | None) -> tuple[Rule, ...]:
    """
    The rules to run, in their order of precedence.

    Parameters
    ----------
    names : bool, iterable of str or None
        True or None for all, False for none; names with a leading "-" are left out of all the others.

    Returns
    -------
    tuple of Rule

    Raises
    ------
    OptionError
        For a name nobody knows.

    Examples
    --------
    >>> [rule.name for rule in chosen_rules(["byline", "caption"])]
    ['byline', 'caption']
    >>> "caption" in [rule.name for rule in chosen_rules(["-caption"])]
    False
    """
    if names is None or isinstance(names, bool):
        return tuple(RULES.values()) if names is not False else ()
    names = [names] if isinstance(names, str) else list(names)
    for name in names:
        if name.removeprefix("-") not in RULES:
            raise OptionError(f"`clean`: {unknown('cleaning rule', name.removeprefix('-'), RULES)}")
    named = {name for name in names if not name.startswith("-")}
    wanted = named if named or not names else set(RULES)
    return tuple(entry for name, entry in RULES.items() if name in wanted and f"-{name}" not in names)


def _lines(page: Page, test: Callable[[str], object], reason: str, *zones: str) -> Iterator[Mark]:
    """Marks of the lines in these zones that pass the test."""
    for line, zone in zip(page.lines, page.zones, strict=True):
        if (not zones or zone in zones) and len(line.text) <= patterns.LONGEST and test(line.text):
            yield mark(line, reason)


@rule("headline", "the headline, which is kept apart as the title")
def _headline(page: Page) -> Iterator[Mark]:
    if page.headline is not None:
        yield mark(page.headline, "headline, kept apart as the title")


@rule("duplicate-headline", "a line of its own that repeats the headline")
def _duplicate_headline(page: Page) -> Iterator[Mark]:
    title = page.headline.text if page.headline else page.title
    if title and len(title.split()) >= 3:
        yield from _lines(page, lambda text: same(text, title), "repeats the headline")


@rule("byline", "who wrote it, for which outlet, and when")
def _byline(page: Page) -> Iterator[Mark]:
    yield from _lines(page, patterns.is_byline, "byline", "head")
    for line in page.lines[: max(page.head, 1)]:
        found = patterns.BYLINE_PREFIX.match(page.raw, line.start, line.end)
        if found and not patterns.is_byline(line.text):
            yield Mark(line.start, found.end(), "byline before the first sentence")


@rule("dateline", "date lines, and the place and agency before the first sentence")
def _dateline(page: Page) -> Iterator[Mark]:
    yield from _lines(page, patterns.is_update, "date line", "head")
    body = page.lines[page.head : page.foot][:1]
    for line in body:
        raw = page.raw[line.start : line.end]
        if (found := patterns.DATELINE.match(raw)) and found.end() < len(raw):
            yield Mark(line.start, line.start + found.end(), "place and agency before the first sentence")


@rule("database-field", "credits, captions and place holders that a news database puts around the text")
def _database(page: Page) -> Iterator[Mark]:
    for index, line in enumerate(page.lines):
        if (index == 0 or index >= page.foot) and databases.PLACE_HOLDER.fullmatch(line.text):
            yield mark(line, "place holder of the database")
        elif index >= page.foot and databases.is_field(line.text):
            yield mark(line, "field of the database")
        elif databases.is_label(line.text) and not patterns.is_caption(line.text):
            yield mark(line, "looks like a field of the database, but stands inside the text or is very long", kept=True)


@rule("caption", "captions, known by their credit")
def _caption(page: Page) -> Iterator[Mark]:
    for line in page.lines:
        if patterns.is_caption(line.text):
            yield mark(line, "picture caption with its credit")
        else:
            for found in patterns.INNER_CREDIT.finditer(page.raw, line.start, line.end):
                yield Mark(found.start(), found.end(), "credit inside a paragraph; its caption may stand before it", kept=True)


@rule("share-widget", "buttons to share, print, mail or resize")
def _share(page: Page) -> Iterator[Mark]:
    yield from _lines(page, patterns.is_share, "share or page tools")


@rule("image-url", "addresses of images, inside sentences too")
def _image_url(page: Page) -> Iterator[Mark]:
    for found in patterns.IMAGE_URL.finditer(page.raw):
        yield Mark(found.start(), found.end(), "address of an image")


@rule("copyright", "copyright notices, licences and registration numbers")
def _copyright(page: Page) -> Iterator[Mark]:
    def test(text: str) -> bool:
        return bool(patterns.COPYRIGHT.fullmatch(text) or patterns.RIGHTS.search(text))

    yield from _lines(page, test, "copyright notice", "head", "foot")


@rule("contact", "how to reach the writer")
def _contact(page: Page) -> Iterator[Mark]:
    yield from _lines(page, signatures.is_contact, "address of the writer", "head", "foot")


@rule("promotion", "calls to subscribe, follow, click or give; advertisements")
def _promotion(page: Page) -> Iterator[Mark]:
    yield from _lines(page, patterns.is_promotion, "promotion", "head", "foot")


@rule("related-links", "links to other articles and their headings")
def _related(page: Page) -> Iterator[Mark]:
    yield from _lines(page, patterns.is_related, "link to other articles", "foot")
    for line in _listed(page):
        yield mark(line, "headline in a list of other articles")
    for line in page.lines[page.head : page.foot]:
        if len(line.text) <= patterns.LONGEST and patterns.RELATED_INSIDE.fullmatch(line.text):
            # "Related: The company said ..." is a sentence of a newsletter; a linked headline has no full stop.
            doubtful = line.has_full_stop or line.n_words > 25
            yield mark(line, "link to another article" + (", or a sentence" if doubtful else ""), kept=doubtful)


def _listed(page: Page) -> list[Line]:
    """Headlines under the heading of a list in the foot: short lines without an end mark, up to the next furniture."""
    listed, open_list = [], False
    for line in page.lines[page.foot :]:
        if patterns.in_foot(line.text):
            open_list = bool(patterns.RELATED_HEADING.fullmatch(line.text))
        elif open_list and 3 <= line.n_words <= 16 and not line.has_full_stop:
            listed.append(line)
        else:
            open_list = False
    return listed


@rule("wire-credit", "agencies and colleagues named at the end")
def _wire(page: Page) -> Iterator[Mark]:
    yield from _lines(page, patterns.WIRE.fullmatch, "credit to an agency or a colleague", "foot")


@rule("author-note", "who the author is, and whose opinion it is")
def _author_note(page: Page) -> Iterator[Mark]:
    yield from _lines(page, signatures.is_author_note, "note about the author", "foot")
    yield from _signed(page)
    for line in page.lines[page.head : page.foot][1:][-1:]:
        if page.foot < len(page.lines) and signatures.may_be_author_note(line.text):
            yield mark(line, "may be a note about the author, or a sentence", kept=True)


def _signed(page: Page) -> Iterator[Mark]:
    """Names the credit repeats, and notes that a narrow column broke over two or three lines."""
    names = [name for line in page.lines[page.foot :] if (name := databases.credited(line.text))]
    for index in range(1, len(page.lines)):
        line = page.lines[index]
        if index + 1 >= page.foot and line.n_words <= 5 and any(same(line.text, name) for name in names):
            yield mark(line, "signature, as in the credit")
        for n in (2, 3):
            run = page.lines[index : index + n]
            broken = index + n > page.foot and len(run) == n and all(part.n_words < 20 for part in run)
            if broken and not line.is_ended and signatures.is_author_note(" ".join(part.text for part in run)):
                yield from (mark(part, "note about the author, broken over lines") for part in run)


@rule("live-blog", "time stamps of rolling pages; a page with many is flagged as a whole")
def _live_blog(page: Page) -> Iterator[Mark]:
    short = [line for line in page.lines if line.n_words <= 8 and len(line.text) < 100]
    stamps = [line for line in short if patterns.LIVE_TIME.fullmatch(line.text)]
    for line in stamps:
        yield mark(line, "time stamp of a rolling page")
    yield from _lines(page, patterns.LIVE_NOTE.fullmatch, "note about the rolling page")
    if len(stamps) >= 4:
        line = stamps[0]
        yield Mark(
            line.start, line.start, f"rolling live blog: {len(stamps)} time stamps; think about leaving it out", kept=True
        )


@rule("page-furniture", "navigation, section labels, page controls")
def _furniture(page: Page) -> Iterator[Mark]:
    yield from _lines(page, patterns.VIDEO.fullmatch, "place holder of a player")
    yield from _navigation(page)
    yield from _lines(page, patterns.FURNITURE.fullmatch, "page control", "foot")
    yield from _lines(page, patterns.BARE_URL.fullmatch, "address without a sentence", "foot")
    yield from _fragments(page)


def _navigation(page: Page) -> Iterator[Mark]:
    """The path, and all that stands above it; labels of one or two words above the headline."""
    head = page.lines[: page.head]
    crumbs = [line.start for line in head if patterns.BREADCRUMB.fullmatch(line.text) and not patterns.is_byline(line.text)]
    title = page.headline
    for line in head:
        if crumbs and line.start <= crumbs[-1] and line is not title:
            yield mark(line, "navigation")
        elif title and line.start < title.start and line.n_words <= 2 and not line.is_ended:
            yield mark(line, "label above the headline")
        elif page.outlet and same(line.text, page.outlet):
            yield mark(line, "name of the outlet")


_SMALL = re.compile(r"(?:a|an|the|of|by|in|on|for|to|and|or|at|with|from|is)\b", re.IGNORECASE)


def _fragments(page: Page) -> Iterator[Mark]:
    """Short unended lines in title case in a foot that is surely one; any other line there is doubted and stays."""
    listed = {line.start for line in _listed(page)}
    others = [line for line in page.lines[page.foot :] if not patterns.in_foot(line.text) and line.start not in listed]
    labels = {line.start for line in others if _is_label(line)}
    # Where several lines could be body, the "foot" may be a list with headings of its own.
    sure = len(others) - len(labels) <= 2 and page.has_page_foot
    for line in others:
        cut = sure and line.start in labels
        reason = "label in the foot of the page" if cut else "stands in the foot of the page, but may belong to the body"
        yield mark(line, reason, kept=not cut)


def _is_label(line: Line) -> bool:
    words = [word for word in line.text.split() if not _SMALL.fullmatch(word)]
    return line.n_words <= 6 and not line.is_ended and not any(word[0].islower() for word in words)


@rule("doubtful-line", "flags, never cuts: lines of the head that are neither headline nor known furniture")
def _doubtful(page: Page) -> Iterator[Mark]:
    for line in page.lines[: page.head]:
        if not patterns.in_head(line.text):
            yield mark(line, "stands in the head of the page, but may belong to the body", kept=True)
