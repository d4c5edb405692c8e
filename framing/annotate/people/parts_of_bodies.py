"""Parts and staff of a body that speak for it: "the fraud squad of the Harbour Police", "officers of the ministry"."""

from __future__ import annotations

import re

from framing.annotate.quotations import Span

# "The fraud squad of the Harbour Police", "a mission of the Health Office"
_PART = re.compile(
    r"[Tt]he (?:[a-z]+ ){0,2}?(?:squad|unit|branch|section|department|division|secretariat|headquarters|management|leadership|"
    r"press office|press service|archive|board|presidium|(?<!chief )executive|"
    r"laborator(?:y|ies)|clinic|newsroom|mission|delegation)"
    r"|[Aa]n? (?:[a-z]+ )??(?:mission|delegation|squad|unit|patrol)"
)
_ITSELF = re.compile(r"(?<=[a-z])(?<!paper) (?:itself|himself|herself|themselves)\b(?=,|$)")
_STAFF = re.compile(r"(?:The )?(?:[A-Z]?[a-z]+|[a-z]+ [a-z]+)(?<!s)s")


def speaks_for_body(phrase: str) -> bool:
    """
    True for what stands before "of" and a body, and speaks for that body.

    Parameters
    ----------
    phrase : str

    Returns
    -------
    bool

    Examples
    --------
    >>> speaks_for_body("The laboratory"), speaks_for_body("Officers"), speaks_for_body("An officer")
    (True, True, False)
    """
    return _STAFF.fullmatch(phrase) is not None or is_part(phrase)


def is_part(phrase: str) -> bool:
    """
    True for a part of a body, which the text may come back to alone: "the mission".

    Examples
    --------
    >>> is_part("A mission"), is_part("Officers")
    (True, False)
    """
    return _PART.fullmatch(phrase) is not None


def without_itself(text: str, mention: Span) -> Span:
    """
    A mention up to "itself": "the association itself" is the association.

    Parameters
    ----------
    text : str
    mention : (int, int)

    Returns
    -------
    (int, int)

    Examples
    --------
    >>> without_itself("The association itself, on Monday", (0, 22)), without_itself("The association", (0, 15))
    ((0, 15), (0, 15))
    """
    alone = _ITSELF.search(text, *mention)
    return (mention[0], alone.start()) if alone else mention
