"""Who was harmed by what the text tells, who lost somebody, and who stands accused."""

from __future__ import annotations

import re
from itertools import islice

from framing.annotate.wordlists import word_list

_LISTS = word_list("quotes_harm_en.txt")
_KIN = "|".join(sorted(_LISTS["kin"]))
_DONE = "|".join(sorted(_LISTS["done"]))
_STATE = "|".join(sorted(_LISTS["state"]))
_LOST = "|".join(sorted(_LISTS["property"]))
_OWN = r"(?:his|her|their|whose|my|our)"
_OTHER = r"(?:[\w’'-]+ ){0,3}?"
# "her son is in hospital", "whose husband's body was found", "her missing brother".
_RELATIVE_HARMED = re.compile(
    rf"\b{_OWN} {_OTHER}(?:{_KIN})\b(?:[’']s?)?[^.!?;]{{0,60}}?\b(?:{_DONE}|{_STATE})\b"
    rf"|\b{_OWN} (?:\w+ )?(?:{_STATE}|late) {_OTHER}(?:{_KIN})\b"
    rf"|\b(?:{_DONE}|{_STATE})\b[^.!?;,]{{0,25}}\b{_OWN} {_OTHER}(?:{_KIN})\b"
    rf"|\b{_OWN} (?:\w+ )?(?:{_KIN}) (?:was|were|is|are|has been) (?:among|one of) the (?:\w+ )?(?:{_DONE}|{_STATE}|victims)\b"
    rf"|\blost (?:a|an|{_OWN}|both|two|three) {_OTHER}(?:{_KIN}|{_LOST})\b"
    rf"|\b{_OWN} {_OTHER}(?:{_LOST})\b (?:was|were|had been|has been) (?:\w+ )?(?:{'|'.join(sorted(_LISTS['ruined']))})\b",
    re.I,
)
_SELF_HARMED = re.compile(
    rf"(?:,? who)? (?:was|were|had been|has been|is being|was being|got) (?:\w+ )?(?:{_DONE})\b"
    rf"|[^.!?]{{0,120}}\b(?:from|in|at) (?:his|her) hospital (?:bed|room)|,? (?:who )?(?:had |has )?survived\b"
    rf"|,? who (?:was |had been )?(?:\w+ )?(?:{_DONE})\b",
    re.I,
)
_BEREAVED = re.compile(
    rf"\b(?:{_KIN}|next of kin|survivors) of (?:the |those |two |three |several )?(?:\w+ )?"
    rf"(?:{_DONE}|{_STATE}|victims?)\b",
    re.I,
)
# "The families" of a text that tells of the dead more than once are theirs.
_THE_KIN = re.compile(r"the (?:families|parents|mothers|fathers|relatives|next of kin|bereaved)", re.I)
_HARM = re.compile(rf"\b(?:{_DONE}|dead|died|missing|ill|sick|sickened|disappeared|coffins?|graves?|funerals?)\b", re.I)
_MINE = re.compile(
    rf"\b(?:my|our) (?:\w+ )?(?:{_KIN})\b[^.!?]{{0,60}}\b(?:{_DONE}|{_STATE})\b"
    rf"|\b(?:took|beat|hit|kicked|struck|dragged|robbed|cheated|burned|burnt|destroyed|demolished|flooded|shot) "
    rf"(?:me\b|us\b|(?:my|our) (?:\w+ )?(?:{_LOST}|{_KIN})\b)|\b(?:I|we) (?:have )?lost (?:my|our|everything)\b",
    re.I,
)
_ACCUSED = re.compile(
    r"\b(?:arrested|charged with|indicted|sentenced|convicted|on trial|stood trial|accused of|pleaded|"
    r"before the [\w ]{0,12}court|"
    r"to prison|in custody|among the (?:detained|accused|arrested)|the (?:accused|defendant|suspect))\b",
    re.I,
)  # fmt: skip
_FREE = re.compile(r"\b(?:released|freed|acquitted|cleared)\b", re.I)


def is_harmed(around: str, after_name: str) -> bool:
    """
    True where the sentences around a name tell of harm to that person or to their family.

    Parameters
    ----------
    around : str
        The sentence that holds the name and the one behind it.
    after_name : str
        What stands directly behind the name.

    Examples
    --------
    >>> is_harmed("Ann Orr, whose son was among the injured, wept.", ", whose son was among the injured, wept.")
    True
    >>> is_harmed("Ann Orr, whose son sells fish, laughed.", ", whose son sells fish, laughed.")
    False
    """
    return _RELATIVE_HARMED.search(around) is not None or _SELF_HARMED.match(after_name) is not None


def is_accused(around: str) -> bool:
    """True where the sentence that holds a name speaks of an arrest, a charge, a trial, and of no release."""
    return _ACCUSED.search(around) is not None and _FREE.search(around) is None


def bereaved(phrase: str) -> bool:
    """True for the family of somebody harmed: "parents of the dead children"."""
    return _BEREAVED.search(phrase) is not None


def is_kin_of_harmed(phrase: str, text: str) -> bool:
    """
    True for "the families" and their like where the whole text tells of harm three times or more.

    Examples
    --------
    >>> text = "Two men died. One is missing, three were injured. The families wept."
    >>> is_kin_of_harmed("The families", text), is_kin_of_harmed("The dockers", text)
    (True, False)
    """
    return _THE_KIN.fullmatch(phrase.strip()) is not None and len(list(islice(_HARM.finditer(text), 3))) == 3


def tells_of_own_harm(words: str) -> bool:
    """True where somebody says so in the first person: "they beat me", "my brother is missing"."""
    return _MINE.search(words) is not None
