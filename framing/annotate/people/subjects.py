"""Somebody without a name whom a sentence is about: "a young constable held the door", "we rang the nurse"."""

from __future__ import annotations

import re
from functools import cache

from framing.annotate.people.names import FEMININE, MASCULINE, TITLES
from framing.annotate.people.people import People
from framing.annotate.people.somebody import is_somebody
from framing.annotate.people.sources import is_relational, word_kind
from framing.annotate.quotations import Span

_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
_ARTICLE = r"(?:an?|the|one|another|my|our|his|her|their|its|this)"
_WORDS = r"[\w’'-]+(?: [\w’'-]+){0,4}"
_LEAD = (
    r"(?:on|in|at|by|from|outside|inside|behind|near|for|since|through|during|after|before|as|when|while|later|then|upstairs|"
    r"downstairs|opposite|below|above|across|among|beside|between|under|over|with|without|next|last|earlier|yesterday|today|"
    r"tonight|once|still|now|there|here|if|because|although|though|meanwhile|instead|nearby|afterwards|finally|and|but|so|yet)"
)
# At the head of a sentence, behind "On Tuesday, outside the hall," or ", and".
_SUBJECT = re.compile(
    rf"(?:^|[.!?…:_][”\"’)]?\s+|\n)(?:{_LEAD}\b[^.,;:!?_\n]{{0,60}}, (?:[a-z][^.,;:!?_\n]{{0,60}}, )?)?({_ARTICLE} {_WORDS})"
    rf"|, (?:and|but) ({_ARTICLE} {_WORDS})",
    re.I,
)
# "We rang the nurse", "I found its founder behind the counter".
_MET = re.compile(
    rf"\b(?:I|[Ww]e) (?:have |had |then |also )?(?:rang|called|met|found|asked|visited|know|knew|phoned|saw|caught|reached|"
    rf"spoke to|talked to|spoke with|wrote to) ({_ARTICLE} {_WORDS})"
)
# "Between them stands the owner."
_INVERTED = re.compile(rf"\b(?:sat|sits|stood|stands|waited|waits|came|comes|lives|lived|lay|lies) ({_ARTICLE} {_WORDS})")
# "One lost her stall."
_ONE = re.compile(r"[.!?…]\s+(One)(?: of (?:them|the [a-z]+))? (?!of|or|and|in|on|by|[a-z]+s? (?:is|was|has|had|in)\b)[a-z]+")
# ", Ann Orr,", " of the guild, the baker Ann Orr", " of the morning was Ann Orr"
_APPOSED = re.compile(r" |[^.;:!?\n]{0,70}, (?:the |an? )?(?:[a-z]+ ){0,3}| [^.;:!?\n]{0,70}\b(?:is|was|remains|named|called) ")
_BEHIND_ARTICLE = re.compile(r"(?<= )\S+")
_GENITIVE = ("’s", "'s", "s’", "s'")
# What ends a noun phrase.
_NO_NOUN = frozenset(
    ("is", "was", "were", "are", "be", "has", "had", "have", "of", "to", "by", "and", "or", "in", "on", "at", "from", "with",
     "for", "the", "a", "an", "her", "his", "their", "its", "that", "who", "which", "as", "not", "he", "she", "it", "they",
     "than", "after", "before", "over", "under", "never", "ever", "later", "there", "then", "still")
)  # fmt: skip
# Several people in one noun.
_MANY = frozenset(
    ("crowd", "audience", "public", "jury", "couple", "family", "staff", "electorate", "crew", "pair", "opposition")
)
_OWN = {"she": "her ", "he": "his "}
_FAMILY_SHE = frozenset(("mother", "sister", "lady", "queen", "princess"))
_FAMILY_HE = frozenset(("father", "brother", "king", "prince", "lad"))
_SHE, _HE = FEMININE | _FAMILY_SHE, MASCULINE | _FAMILY_HE


def subject_phrase(text: str, low: int, stop: int, pronoun: str) -> Span | None:
    """
    The last noun phrase for one person that a sentence is about and that can be this pronoun.

    Parameters
    ----------
    text : str
    low, stop : int
        Where to look: from the beginning of a paragraph to the pronoun or its sentence.
    pronoun : str
        "he" or "she".

    Returns
    -------
    (int, int) or None

    Examples
    --------
    >>> text = "The hall was full. Outside, a young constable held the door. "
    >>> text[slice(*subject_phrase(text, 0, len(text), "he"))]
    'a young constable'
    """
    own = _QUOTED.sub(lambda m: "_" * len(m.group()), text[low:stop])
    found = next(((low + m.start(1), low + m.end(1)) for m in reversed(list(_ONE.finditer(own)))), None)
    for pattern in (_SUBJECT, _MET, _INVERTED):
        for match in pattern.finditer(own):
            group = match.lastindex or 1
            end = _noun_end(match.group(group), pronoun)
            behind = own[match.start(group) + end : match.start(group) + end + 6]
            if behind.startswith(",") and pattern is _SUBJECT and own[: match.start(group)].endswith((", ", " and ", " but ")):
                # "She is forty, a seamstress, and": an apposition.
                continue
            span = (low + match.start(group), low + match.start(group) + end)
            if end and (found is None or span > found):
                found = span
    return found


def is_named_behind(people: People, end: int) -> bool:
    """
    True where the name of whoever is described stands right behind.

    Examples
    --------
    >>> is_named_behind(People("The surgeon on duty, Ann Orr, wept."), 11)
    True
    """
    near = people.within(end, end + 90)
    return any(_APPOSED.fullmatch(people.text, end, people.names[n].start) for n in near)


def _noun_end(phrase: str, pronoun: str) -> int:
    """Where the noun for a person ends that these words begin with; 0 where they begin with none that agrees."""
    end, head = 0, ""
    for match in _BEHIND_ARTICLE.finditer(phrase):
        word = match.group()
        if word[0].isupper():
            # "The baker Ann Orr" has a name.
            return 0
        if word in _NO_NOUN:
            break
        if word.endswith(_GENITIVE):
            end = 0
        elif _is_person(word):
            end, head = match.end(), word
        elif end:
            break
    if phrase.lower().startswith(_OWN[pronoun]) and head not in (_SHE if pronoun == "she" else _HE):
        # "Her lawyer ... she" is whose lawyer it is.
        return 0
    if pronoun == "he":
        wrong = head in _SHE or head.endswith(("woman", "ress", "mistress"))
    else:
        wrong = head in _HE or (head.endswith("man") and not head.endswith("woman"))
    return 0 if wrong else end


@cache
def _is_person(word: str) -> bool:
    """A noun for one person, as far as the lists and its ending tell."""
    if word in _MANY or (word.endswith("s") and not word.endswith("ss")):
        return False
    kind = word_kind(word)
    if kind in ("company", "organisation", "media", "state"):
        return word in TITLES or word in ("owner", "landlord", "landlady", "editor", "reporter", "correspondent")
    return (
        kind in ("citizen", "victim", "expert", "lawyer")
        or word in FEMININE
        or word in MASCULINE
        or word in TITLES
        or word == "accused"
        or is_relational(word)
        or (kind is None and is_somebody(f"the {word}", word))
    )
