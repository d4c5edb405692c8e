"""Whether a noun that no list knows names a person or a thing."""

from __future__ import annotations

import re

from framing.annotate.wordlists import word_list

_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ness|ity|ism|ance|ence|ure|age|hood|acy|logy|graphy|nomy|cy|ty|ics|sis|ys|"
    r"(?<!sibl)(?<!underl)(?<!foundl)ing|"
    r"al|ook|ord|work|day|week|month|year|side|line|land|way|fall|ts?y)s?$"
)
_PERSON = re.compile(
    r"(?:er|or|ist|man|woman|men|women|ian|eer|ess|ster|ee|wright|hand|mate|folk|herd|monger|smith|keeper|ant|kin|boy|girl|"
    r"wife|people|"
    r"-old|person|ese|arian|youngest|oldest|eldest|tallest|naut|crat|phile|herd)s?$"
)
_NOT_PERSONS = word_list("quotes_documents_en.txt")["not-persons"]
_INDEFINITE = re.compile(
    r"(?:an?|one|another|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|a few|a dozen|dozens of|"
    r"hundreds of|"
    r"thousands of|\d[\d,]*|other|most|both|all|his|her|their|my|our|[\w-]+ of (?:the|them|these|those))\b",
    re.I,
)
_DOES = re.compile(
    r"(?:,| )\s?(?:who|whom|whose|aged|in (?:his|her) (?:\w+ )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies))\b"
)
_POINTING = re.compile(r"(?:this|that|these|those|such|it|which|what)\b", re.I)


def is_somebody(phrase: str, head: str) -> bool:
    """
    True where a noun phrase whose head no list knows most likely names a person.

    Parameters
    ----------
    phrase : str
        With its article.
    head : str
        Its head noun, in lower case.

    Examples
    --------
    >>> is_somebody("a salt raker", "raker"), is_somebody("a meeting", "meeting"), is_somebody("the 68-year-old", "68-year-old")
    (True, False, True)
    """
    if head[0].isdigit():
        return head.endswith("old")
    if _DOES.search(phrase):
        return True
    if _POINTING.match(phrase) or head in _NOT_PERSONS or head.rstrip("s") in _NOT_PERSONS:
        return False
    if _PERSON.search(head):
        return True
    return _INDEFINITE.match(phrase) is not None and _ABSTRACT.search(head) is None
