"""Names behind a description: "the chief clerk, Ann Orr", "a certain Ann Orr", "the operator, Orr Ferries"."""

from __future__ import annotations

import re

from framing.annotate.people.names import Name
from framing.annotate.people.sources import is_relational, source_type, word_kind
from framing.annotate.people.titles import is_title
from framing.annotate.quotations import Span

# ", the late Ann Orr", ", a young man named Hugo Lind", ", a Ms Orr", ", a clerk by the name of Orr", ", the Venerable Orr"
_TITLED = re.compile(
    r",\s*(?:(?:old|young|little|big|one|an?) (?:certain )?)?"
    r"(?:(?:[a-z]+ )?(?:[a-z]+ )(?:named|called|surnamed|by the name of) )?"
    r"(?:the (?:[a-z][\w -]*|(?:[A-Z][\w.]* )+)|[A-Z][\w.]*\s+)*$"
)
# "A clerk by the name of Orr"
_BY_NAME = re.compile(r"\b(?:an?|the) (?:[\w-]+ ){0,3}[\w-]+ (?:by|of|with) the name of (?:The )?$", re.I)
# "The owners of the mill, Orr & Lind", not "in the towns, Orr and Lind"
_WHAT = re.compile(r"(?:the|its|their|his|her|our|an?|this|that) [^,;:]{3,60}, (?:the )?", re.I)
_BEHIND = re.compile(r"$|,? (?:a|an|the|one|which|whose|based|owned)\b|,$")
_OF_BODIES = ("company", "organisation", "media", "official", "police")
# "Supporters of Ann Orr", "Vendors in Orr and Lind"
_BELONGS = re.compile(
    r"\b(?:of|for|from|in|at|with|on|to|near|against|behind|around|under|outside) (?:[a-z]+ ){0,2}"
    r"(?:(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*, ?)*[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*,? and )?$"
)
# They come to a body, and do not speak for it.
_OUTSIDERS = re.compile(
    r"\b(?:regulars|supporters|opponents|critics|customers|clients|patients|readers|users|victims|neighbours|neighbors|guests|"
    r"visitors|fans|friends|rivals|enemies|followers|viewers|listeners|subscribers|patrons|tenants|relatives|famil\w+)\s*$",
    re.I,
)

# " for European affairs Ann Orr"
_FIELD = re.compile(r" (?:for|of) (?:[\w’'-]+ ){0,3}?((?!(?:the|and|of|for|in|his|her|its|their)\b)[\w’'-]+) ")


def are_outsiders(core: str) -> bool:
    """
    True for people who do not speak for what they are told to belong to: "customers" of a bank.

    Examples
    --------
    >>> are_outsiders("The regulars"), are_outsiders("Officers")
    (True, False)
    """
    return _OUTSIDERS.search(core) is not None


def is_apposed(text: str, mention: Span, name: Name) -> bool:
    """
    True where a comma, or a comma and a description, stands between what a mention says first and a name.

    Parameters
    ----------
    text : str
    mention : (int, int)
    name : Name
        Behind the head of the mention.

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> told = ("the first signer, a certain Ann Orr", "the operator, Orr Ferries Ltd", "the clerk of the Orr Ferries Ltd")
    >>> [is_apposed(text, (0, len(text)), names(text)[-1]) for text in told]
    [True, True, False]
    """
    before = text[mention[0] : name.start]
    if not name.person:
        return _is_body_behind(text, mention, name, before)
    return before.rstrip().endswith(",") or _TITLED.search(before) is not None or _BY_NAME.search(before) is not None


def _is_body_behind(text: str, mention: Span, name: Name, before: str) -> bool:
    """ "The operator, Orr Ferries": what can be a body, a comma, and nothing but a description behind the name."""
    if _BY_NAME.search(before):
        return True
    if not _WHAT.fullmatch(before) or not _BEHIND.match(text[name.end : mention[1]]):
        return False
    what = before.partition(",")[0]
    return source_type(what) in _OF_BODIES and not is_relational(
        re.split(r" (?:of|for|in|from|at) ", what)[0].split()[-1].lower()
    )


def belongs(text: str, start: int, name: Name) -> bool:
    """
    True where a name tells what somebody belongs to, supports or lives in.

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> [belongs(text, 5, names(text)[-1]) for text in ("Vendors in Merrow and Lindport", "Mother superior Ann Orr")]
    [True, False]
    """
    return _BELONGS.search(text[start : name.start]) is not None


def bears(text: str, head: str, start: int, name: Name) -> bool:
    """
    True for the holder of an office whose field stands before the name: "minister for farm affairs Ann Orr".

    Parameters
    ----------
    text : str
    head : str
        Noun of the office.
    start : int
        Where the phrase goes on behind it.
    name : Name
        The last of the phrase.

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> told = ("minister for farm affairs Ann Orr", "minister of Ann Orr", "spokesman for candidate Ann Orr")
    >>> [bears(text, text.split()[0], text.index(" "), names(text)[-1]) for text in told]
    [True, False, False]
    """
    field = _FIELD.fullmatch(text[start : name.start])
    last = field.group(1) if field else ""
    return bool(last) and is_title(head) and not is_title(last) and word_kind(last.lower()) is None
