"""What kind of source somebody is: from titles, head nouns, appositions and a documented word list."""

from __future__ import annotations

import re
from functools import cache

from framing.annotate.wordlists import word_list

TYPES = (
    "official",
    "police",
    "expert",
    "lawyer",
    "victim",
    "citizen",
    "media",
    "organisation",
    "company",
    "anonymous",
    "other",
)

# Whoever speaks for, heads or works for something is of the kind of that something.
_RELATIONAL = word_list("quotes_words_en.txt")["relational"]
_DEFAULT = {
    "spokesman": "organisation", "spokeswoman": "organisation", "spokesperson": "organisation", "president": "official",
    "secretary": "official", "leader": "official", "leaders": "official", "commissioner": "official", "officer": "official",
    "officers": "official", "worker": "citizen", "workers": "citizen", "employee": "citizen", "employees": "citizen",
    "founder": "organisation", "executive": "company", "executives": "company", "editor": "media", "aide": "official",
    "aides": "official", "inspector": "police", "counsel": "lawyer", "adviser": "official", "advisor": "official",
    "representative": "official", "captain": "official", "boss": "company", "secretary-general": "organisation",
    "adviser's": "official", "partner": "company",
}  # fmt: skip
_HIDDEN = re.compile(
    r"\banonym|not (?:to )?be (?:named|identified|quoted by name)|declined to be (?:named|identified)"
    r"|declined to give (?:his|her|their|a) (?:full )?name"
    r"|(?:asked|wished|requested|preferred|wanted) (?:that (?:his|her|their) name|not to|to remain)"
    r"|refused to be named|unnamed|unidentified"
    r"|familiar with|close to the (?:matter|case|talks|investigation)|not authori[sz]ed to|knowledge of the",
    re.I,
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z][\w’'.-]*")
_BREAK = re.compile(r"\b(?:of|from|at|in|for|with|who|which|that|to|on|by|near|whose)\b|,|\(|—|–|;")


@cache
def _kinds() -> dict[str, str]:
    """Word to kind; an earlier section wins."""
    found: dict[str, str] = {}
    for section, words in word_list("quotes_sources_en.txt").items():
        if section in TYPES:
            for word in words:
                found.setdefault(word, section)
    return found


def source_type(description: str) -> str | None:
    """
    The kind of source a description names.

    Parameters
    ----------
    description : str
        A title, noun phrase or apposition, without the name.

    Returns
    -------
    str or None
        One of `TYPES` (never "other"); None where no word of it is known.

    Examples
    --------
    >>> source_type("a spokeswoman for the fisheries ministry"), source_type("law professor at Orr University")
    ('official', 'expert')
    >>> source_type("a person familiar with the talks"), source_type("the tallest")
    ('anonymous', None)
    """
    if _HIDDEN.search(description):
        return "anonymous"
    cut = _BREAK.search(description.strip(" ,"))
    first = description.strip(" ,")[: cut.start()] if cut and cut.start() > 0 else description
    rest = description.strip(" ,")[cut.end() :] if cut and cut.start() > 0 else ""
    head_words = [_bare(w) for w in _WORD.findall(first)]
    if not head_words:
        return _any(description)
    head = head_words[-1]
    if head in _RELATIONAL:
        told = _any(" ".join(head_words[:-1])) or _any(re.split(r"\bwho\b|,", rest)[0])
        return told or _DEFAULT.get(head) or _kinds().get(head, "organisation")
    kinds = _kinds()
    for word in reversed(head_words):
        if word in kinds and word not in _RELATIONAL:
            return kinds[word]
        if word in _RELATIONAL:
            return _any(rest) or _DEFAULT.get(word) or kinds.get(word, "organisation")
    return None


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.lower()).strip(".")


def _any(text: str) -> str | None:
    """The kind of the last known word; people who speak for it do not count."""
    kinds = _kinds()
    found = [kinds[w] for w in map(_bare, _WORD.findall(text)) if w in kinds and w not in _RELATIONAL]
    return found[-1] if found else None


def is_hidden(text: str) -> bool:
    """True where the words around a source say that it is not to be named."""
    return _HIDDEN.search(text) is not None
