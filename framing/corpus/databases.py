"""Paragraphs that a news database puts around a text: labelled credits and captions, and its place holders."""

from __future__ import annotations

import re

# The captions of a whole page may run together; a longer paragraph may hold body that lost its line break.
LONGEST_FIELD = 4000

# Capitals are the database's own; nobody begins a paragraph of prose with "CAPTION:".
_LABEL = re.compile(r"(?:CREDITS?|CAPTIONS?|Captions?|(?i:illustrations? captions?|(?:photo|picture|image) captions?)) ?:")
_BARE = re.compile(r"(?:illustrations?|photographs?|graphics?|captions?|credits?)(?: captions?)?(?: ?:)?[ ;.]*", re.IGNORECASE)
# "Credit: The bank said on Monday ..." may be an item of a newsletter; a credit names people and their posts.
_POST = r"(?:staff|writers?|reporters?|correspondents?|columnists?|critics?|editors?|services?|photographers?)"
_CREDIT = re.compile(rf"Credits? ?: ?(?:(?:By|BY) [^.!?]{{2,160}}|[A-Z].{{0,120}}\b{_POST}\b[^.!?]{{0,40}})[.;]?")
_KIND = "PHOTOGRAPHS?|PHOTOS?|GRAPHICS?|MAPS?|DRAWINGS?|ILLUSTRATIONS?|CHARTS?"
_MADE_BY = re.compile(rf"\((?:{_KIND}) BY [^()a-z]{{2,140}}\)(?: \([A-Z]{{1,2}}\d{{1,3}}\))?$")
_CREDITED = re.compile(r"(?:CREDIT|Credit) ?: ?(?:By |BY )?(?P<names>\w.{1,160}?)[ ;.]*")
PLACE_HOLDER = re.compile(
    r"\W*(?:captions? text only|(?:full )?text (?:is )?not available|no (?:full )?text(?: available)?|photo only|"
    r"see (?:image|pdf|print edition)(?: for .{2,60})?)\W*",
    re.IGNORECASE,
)


def is_label(text: str) -> bool:
    """
    True for a paragraph that begins with a field name only databases print.

    Examples
    --------
    >>> is_label("CAPTION: Ships wait."), is_label("CREDIT: ;"), is_label("Credit: the word of the year")
    (True, True, False)
    """
    return bool(_LABEL.match(text))


def is_field(text: str) -> bool:
    """
    True for a credit, a caption or an empty field, if it stands after the text.

    Examples
    --------
    >>> is_field("Illustration"), is_field("Credit: Orr and Lind are Post staff writers.")
    (True, True)
    >>> is_field("Credit: The bank said on Monday that it lends again.")
    False
    """
    if len(text) > LONGEST_FIELD:
        return False
    short = len(text) <= 240 and (_BARE.fullmatch(text) or _CREDIT.fullmatch(text) or PLACE_HOLDER.fullmatch(text))
    return bool(short) or is_label(text) or bool(_MADE_BY.search(text, max(len(text) - 200, 0)))


def credited(text: str) -> str | None:
    """
    Who or what a credit names.

    Examples
    --------
    >>> credited("CREDIT: Ann Writer;"), credited("CAPTION: Ann Writer") is None
    ('Ann Writer', True)
    """
    found = _CREDITED.fullmatch(text)
    return found["names"] if found else None
