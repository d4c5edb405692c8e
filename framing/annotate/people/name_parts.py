"""What a name is, and the words with a capital that are none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from framing.annotate.wordlists import word_list

_RELATIONAL = word_list("quotes_words_en.txt")["relational"]
_NOBODY = frozenset(
    ("nobody", "somebody", "everybody", "anybody", "everyone", "someone", "none", "others", "neither", "reporters",
     "journalists", "editors", "commentators", "critics", "newspapers", "investigators", "both")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name as it stands in the text.

    Attributes
    ----------
    start, end : int
        Character offsets, titles left out.
    words : tuple of str
    family : str
        What the person is called by alone: the family name; of a body, its last word.
    person : bool
        False for what carries a word such as "Ministry" or "News".
    titles : tuple of str
        Capitalised titles before it, in lower case.
    """

    start: int
    end: int
    words: tuple[str, ...]
    family: str
    person: bool
    titles: tuple[str, ...]


@cache
def common() -> frozenset[str]:
    """Nouns for people and bodies, in lower case, that a sentence gives a capital."""
    sections = word_list("quotes_sources_en.txt")
    return frozenset().union(*(words for kind, words in sections.items() if kind != "media")) | _RELATIONAL | _NOBODY
