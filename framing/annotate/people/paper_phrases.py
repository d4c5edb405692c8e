"""What the phrase for a document tells: an article of law, a part of another document, a second one, one of two."""

from __future__ import annotations

import re

from framing.annotate.cues import forms
from framing.annotate.people.people import head_of

# "Article 24 says"
_ARTICLE = re.compile(
    r"(?:the )?(?:article|section|clause|paragraph|chapter|rule|decree|ordinance|order|regulation|act)s? (?:no\. ?)?\d+\b", re.I
)
_NEWS = re.compile(
    r"(?:the |its |their )?(?:late|evening|morning|noon|nightly|news|main|television|radio) (?:bulletin|news|edition)s?$", re.I
)
# "A second message, three days later"
_FURTHER = re.compile(
    r"(?:an?|the) (?:second|third|fourth|fifth|further|later|last|final) [a-z-]+(?:,|$)|another [a-z-]+(?:,|$)", re.I
)
# "Two letters lay there. The first, signed by Ann Orr, said"
_ORDINAL = re.compile(r"(?:the )?(?:first|second|third|fourth|latter|former|other|last|one|another)(?=,|$)", re.I)
_PART = re.compile(
    r"(?:(?:the|an?|its|one) (?:[a-z-]+ )?(?:annexe?|appendix|supplement|addendum|preface|foreword|postscript|footnote|page|"
    r"line|paragraph|sentence|passage|part|chapter|section|summary|wording|text) (?:to|of|in)|"
    r"(?:each|one|all|both|none|most|some|many|several) of)\s+(?=(?:the|an?|this|that|these|those|its|their|his|her)\s)",
    re.I,
)
# "A leader in the Tide" is an article; other leaders are people.
_LEADING = re.compile(
    r"(?:an?|its|the|[\w’'-]+[’']s) (?:\w+ )?leader (?:in|on) (?:the |its |our )?|\w+day[’']s leader|.*front-page leader", re.I
)
# "Circular No. 14"
_NUMBERED = re.compile(r"(?<=[a-z])(?: [Nn]o\.?)? \d[\w/.-]*")


def is_article(phrase: str) -> bool:
    """
    True for a numbered part of the law.

    Examples
    --------
    >>> is_article("Article 24"), is_article("The article")
    (True, False)
    """
    return _ARTICLE.match(phrase) is not None


def is_bulletin(phrase: str) -> bool:
    """
    True for what a broadcaster sends out at its hour.

    Examples
    --------
    >>> is_bulletin("The late bulletin"), is_bulletin("A bulletin of the Fen Council")
    (True, False)
    """
    return _NEWS.match(phrase) is not None


def is_further(phrase: str) -> bool:
    """
    True for one more document of a kind.

    Examples
    --------
    >>> is_further("A second letter, two days later"), is_further("A second letter from the Fen Bank")
    (True, False)
    """
    return _FURTHER.match(phrase) is not None


def is_one_of_them(phrase: str) -> bool:
    """
    True for one of those before, by its number alone.

    Examples
    --------
    >>> is_one_of_them("The first, signed in May"), is_one_of_them("The first clerk")
    (True, False)
    """
    return _ORDINAL.match(phrase) is not None


def whole_of(phrase: str) -> int | None:
    """
    Where the document begins of which a phrase names a part; None where it names none.

    Examples
    --------
    >>> "The annex to the decision"[whole_of("The annex to the decision"):]
    'the decision'
    """
    part = _PART.match(phrase)
    return part.end() if part else None


def is_person_leading(head: str, phrase: str) -> bool:
    """
    True for a leader who is somebody; "a leader in the Tide" is an article.

    Examples
    --------
    >>> is_person_leading("leader", "The leader of the choir"), is_person_leading("leader", "A leader in the Tide")
    (True, False)
    """
    return head == "leader" and _LEADING.match(phrase) is None


def document_of(phrase: str) -> str:
    """
    The noun of a document, in small letters.

    Examples
    --------
    >>> document_of("Circular No. 14 of the Fen Board")
    'circular'
    """
    return head_of(_NUMBERED.sub("", phrase, count=1)).lower()


def up_to_verb(words: str) -> str:
    """
    What stands before a verb of saying.

    Examples
    --------
    >>> up_to_verb("The strike committee says that")
    'The strike committee'
    """
    kept = words.split(" ")
    verb = next((n for n, word in enumerate(kept) if n and word.lower() in forms()), len(kept))
    return " ".join(kept[:verb])
