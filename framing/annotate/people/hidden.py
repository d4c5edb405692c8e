"""Sources that are not to be known: asked not to be named, afraid, or given a cover name by the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OWN = r"(?:his|her|their)"
_HIDDEN = re.compile(
    r"\banonym|not (?:to )?be (?:further |publicly )?(?:named|identified|quoted by name)"
    r"|(?:declined|refused|did not want|didn[’']t want|not willing|unwilling) to be (?:named|identified|quoted)"
    rf"|(?:would not|wouldn[’']t|did not want to|declined to|refused to) give (?:{_OWN}|a) (?:full |real |last )?names?\b"
    r"|(?:asked|wished|requested|preferred|wanted) (?:that (?:his|her|their) names?|not to|to remain)"
    rf"|(?:withh[eo]ld|protect|conceal|changed|disclose|reveal|publish) (?:{_OWN} )?(?:full |real )?"
    r"(?:names?|identit(?:y|ies))\b"
    r"|\b(?:unnamed|unidentified|undisclosed)\b|whose names? (?:has|have|is|are|was|were) (?:been )?(?:changed|withheld|known)"
    rf"|\bfear(?:ed|s|ing)? (?:for {_OWN} (?:\w+ )?(?:posts?|jobs?|safety|lives|life|pensions?|family|"
    r"families|careers?|licen[cs]es?)"
    r"|(?:\w+ )?(?:reprisals?|retaliation|retribution|repercussions|arrest|dismissal|"
    r"being (?:dismissed|fired|arrested|punished)))"
    r"|familiar with|close to the (?:matter|case|talks|investigation)|not authori[sz]ed to|knowledge of the"
    r"|briefed on (?:the|its|his|her|their)",
    re.I,
)  # fmt: skip
# "They asked not to be named", in the sentence behind.
_AFTERWARDS = re.compile(
    r"[.!?][”\"’']?\s+(?:They|Both|He|She|The (?:two|men|women|pair|three)|All|None|Neither|Nobody)\b[^.!?\n]{0,120}"
)
_GIVEN = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_COVER = re.compile(
    r"(?:\bwhom? (?:I|we|the \w+)(?:[’'](?:ll|ve|m|re)| will| shall| have| am| are)* (?:only )?|"
    r"\b(?:I|we)(?:[’']ll| will| shall) )"
    rf"(?:call(?:ed|ing)?|nam(?:ed|ing)|refer(?:red|ring)? to (?:here )?as) (?P<a>{_GIVEN})"
    rf"|\b(?:asked|wants?|wanted|wished|preferred) to be (?:called|known as|(?:identified|named) (?:only )?as) (?P<b>{_GIVEN})"
    rf"|\b(?:under|using|by) (?:a|the) (?:name|pseudonym|alias|cover name),? (?:of )?(?P<c>{_GIVEN})"
    rf"|(?P<d>{_GIVEN})(?:,| \()\s?(?:which is |it is )?(?:not (?:his|her|their) real name|"
    r"an? (?:pseudonym|alias)|name changed|"
    r"whose (?:real )?name (?:has|was) )"
)


def is_hidden(text: str) -> bool:
    """
    True where the words around a source say that it is not to be named.

    Examples
    --------
    >>> is_hidden("a clerk who feared for her post"), is_hidden("a clerk at the town hall")
    (True, False)
    """
    return _HIDDEN.search(text) is not None


def hidden_afterwards(text: str, end: int) -> bool:
    """True where the sentence behind the one that holds `end` says so: "They asked not to be named"."""
    behind = _AFTERWARDS.search(text, end, end + 400)
    return behind is not None and is_hidden(behind.group())


def cover_names(text: str) -> Iterator[tuple[int, int]]:
    """
    Where the writer gives somebody a name that is not theirs.

    Examples
    --------
    >>> text = "A porter whom we shall call Moss shrugged."
    >>> [text[a:b] for a, b in cover_names(text)]
    ['Moss']
    """
    for match in _COVER.finditer(text):
        name = match.lastgroup
        if name:
            yield match.span(name)
