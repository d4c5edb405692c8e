"""What a name looks like: capitals, particles, hyphens, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Latin capitals with marks: `re` has no class for them.
_UPPER = "".join(c for c in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))) if c.isupper())
CAPITAL = rf"[A-Z{_UPPER}]"
# "O’Brien", "Ta’if", "N'Diaye"; what follows in "Orr’s" is no part of the name.
_AFTER_MARK = r"[’'](?!(?:s|t|re|ve|ll|d|m|S)\b)\w+"
_PIECE = rf"(?:(?:[A-Z]\.){{2,}}|(?:[dl][’'])?{CAPITAL}\w*(?:{_AFTER_MARK})?(?:-\w+){{0,6}}(?:&[A-Z]\w*)?\.?)"
_PARTICLE = r"(?:de|del|della|dela|der|den|van|von|vom|zu|bin|bint|ibn|al|el|la|le|da|dos|di|du|ter|zur|zum|af|av)"
_HYPHENED = r"(?:(?:al|el|ul|ad|as|ar|az|ez|ash|at)-)?"
_HANDLE = r"(?<![\w@./])@\w{2,30}(?![@\w])"
# "de Witt said", "al-Masri said"; "la" and "le" begin other things as well.
_FIRST = r"(?<![\w’'-])(?:(?:(?:van|von|de|del|bin|ibn|di|du)[ \xa0]+)(?:(?:der|den|la|los)[ \xa0]+)?|(?:al|el|ul)-)?"
NAME = re.compile(
    rf"{_HANDLE}|(?:{_FIRST})?{_PIECE}(?:[ \t\xa0]+(?:&[ \t\xa0]+|(?:{_PARTICLE}[ \t\xa0]+)*){_HYPHENED}{_PIECE})*"
)
# A name of small letters is one where the text says so and it looks like nothing else: "the user reed_7".
_USER = re.compile(
    r"\b(?:user(?:name)?|account|handle|nickname|screen name|alias|pseudonym|blogger|vlogger|streamer|poster|commenter|netizen|"
    r"(?:known|signs?|signed|posts?|posted|posting|writes?|wrote|writing|goes|tweets?|blogs?)"
    r"(?: online| only| there)? (?:as|under|by)"
    r"(?: the (?:user)?name(?: of)?)?|(?P<so>called|named))[ ,:]{1,2}"
    r"(?:(?(so)(?!))[“\"‘'](?P<marked>[a-z][\w.-]{2,30})[”\"’']|(?P<bare>(?=[a-z]+[\w.]*[\d_])[a-z][\w.]{2,30}\w))"
)
# Nothing but a user's name is written so: "reed_7".
_SNAKE = re.compile(r"(?<![\w@./:#-])(?:[^\W\d_]+(?:_[^\W_]+)+|[a-z]{4,}\d{1,4})(?![\w@/(-]|\.\w)")
# "A member known as oldcod wrote": a plain word is a user's name where somebody on a network is called so.
_PLAIN = re.compile(
    r"\b(?:user|member|reader|commenter|poster|blogger|subscriber|netizen|follower|account|streamer|moderator) "
    r"(?:called|named|known (?:here |there |online )?as|by the name of|with the (?:handle|nickname|name|alias)(?: of)?) "
    r"(?P<word>(?!\w*ly\b|(?:yesterday|today|again|later|earlier|twice|himself|herself|itself|themselves|those|these|their)\b)"
    r"[a-z]{5,20})(?=[,.;:]| (?:at|in|on|under|from|has|had)\b| [a-z]+(?:ed|s)\b| (?:wrote|said|told|put)\b)"
)
_WITH_ARTICLE = re.compile(r"\b(?:an?|the|his|her|its|their|this|that|some|any|no|every) $", re.I)


def _plain(text: str) -> Iterator[tuple[int, int]]:
    """All places of a plain word that a user is called by."""
    for word in {match["word"] for match in _PLAIN.finditer(text)}:
        for match in re.finditer(rf"(?<![\w’'-]){word}(?![\w-])", text):
            if not _WITH_ARTICLE.search(text[max(0, match.start() - 7) : match.start()]):
                yield match.span()


def handles(text: str) -> Iterator[tuple[int, int]]:
    """
    Where a user name in small letters stands.

    Examples
    --------
    >>> text = "The user reed_7 and a blogger known as ‘nightjar’ agreed."
    >>> [text[a:b] for a, b in handles(text)]
    ['reed_7', 'nightjar']
    """
    found = {match.span("marked" if match["marked"] else "bare") for match in _USER.finditer(text)}
    found |= {match.span() for match in _SNAKE.finditer(text)}
    yield from sorted(found | set(_plain(text)))
