"""Who answers: "she wrote to the harbour office. The reply, two lines long, said" is the office's."""

from __future__ import annotations

import re

_REPLY = re.compile(r"(?:the|its|their|this|that|no) (?:[a-z-]+ )?(?:reply|answer|response)\b", re.I)
# "Hugo Lind has asked the office for a reason"
_TURNED_TO = re.compile(
    r"\b(?:ask(?:ed|s)?|wr(?:ote|ites|itten) to|writing to|appl(?:ied|ies|y) to|appeal(?:ed|s)? to|turn(?:ed|s)? to|"
    r"complain(?:ed|s)? to|petition(?:ed|s)?|approach(?:ed|es)?|contact(?:ed|s)?|question(?:ed|s)?|(?:letter|question|request|"
    r"inquiry|enquiry|complaint|appeal|petition)s? (?:\w+ ){0,2}?to|requested (?:[\w’'-]+ ){1,4}from)\s+"
    r"(?:(?:the|its|our|their)\s+)?"
    r"(?:([a-z]{4,})\b|(?=[A-Z]))"
)


def is_reply(phrase: str) -> bool:
    """
    True for "The reply, two lines long".

    Examples
    --------
    >>> is_reply("The reply, two lines long"), is_reply("The replica")
    (True, False)
    """
    return _REPLY.match(phrase) is not None


def asked_before(text: str, at: int) -> list[tuple[int, str | None]]:
    """
    Where those who were asked something shortly before a place are named, the last one first, or the noun they are called by.

    Parameters
    ----------
    text : str
    at : int

    Returns
    -------
    list of (int, str or None)

    Examples
    --------
    >>> text = "She wrote to the Fen Bank and asked the office for a reason."
    >>> [(text[start:][:8], noun) for start, noun in asked_before(text, len(text))]
    [('office f', 'office'), ('Fen Bank', None)]
    """
    low = max(text.rfind("\n", 0, at) + 1, at - 500)
    found = _TURNED_TO.finditer(text, low, at)
    return [(m.start(1) if m.group(1) else m.end(), m.group(1)) for m in found][::-1]
