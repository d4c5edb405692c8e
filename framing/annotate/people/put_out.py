"""Who put a document out, as the words behind it tell: "taped to the door by", "which the bank sends", "with the seal of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MADE = (
    r"(?:signed|published|issued|put out|released|written|drawn up|prepared|adopted|sent|posted|printed|circulated|compiled|"
    r"conducted|carried out|commissioned|co-authored|kept|held|held up|carried|hung(?: out| up)?|put up|pinned up|nailed up|"
    r"painted|hoisted|raised|brandished|filed|read out|distributed|handed out|endorsed|left)"
)
_SET_DOWN = (
    r"(?:posted|pasted|taped|nailed|pinned|glued|stuck|hung|left|fixed|tacked|chalked|painted|pushed|slipped|handed|sent|shown|"
    r"put|submitted|presented|delivered|laid|placed|distributed|read|given|addressed)"
)
# "on the door", "to every tenant"
_WHERE = (
    r"(?:(?:up|out|round) )?(?:(?:on|at|in|to|over|above|outside|beside|under|inside|into|across|through|around|near) "
    r"(?:(?:the|an?|every|each|its|his|her|their|all|our|one of the|some of the) )?(?:[\w’'-]+ ){1,3}?)?"
)
_BEHIND = re.compile(
    rf",?\s+(?:dated [^,.;]{{3,30}}?,?\s+)?(?:and )?(?:{_MADE}\s+(?:\w+ ){{0,3}}?by\s+|{_SET_DOWN}\s+{_WHERE}by\s+)"
    r"|,?\s+(?:filed|lodged|kept|registered|deposited|held)\s+(?:at|with|in)\s+"
    # "The slip that he was given by the bank", "the letter she got from the bank"
    r"|,?\s+(?:(?:which|that)\s+)?(?:he|she|they|we|I|you)\s+(?:(?:was|were|had been|has been|have been)\s+(?:given|handed|"
    r"sent|shown|served|issued|read)(?: with)?\s+by|(?:had |has |have )?(?:got|gets?|received|obtained)\s+from)\s+"
    # "The letter, headed Fen Bank,"
    r"|,?\s+headed\s+[“\"‘]?(?=(?:the )?[A-Z])",
    re.I,
)
# "A memo warned of leaks. It is signed by Ann Orr."
_NEXT = re.compile(
    r"[^.!?\n]{0,200}[.!?][”\"’']?\s+(?:(?:It|This|The \w+)(?:[’']s| is| was| had been) (?:signed|written|issued|drafted|"
    r"drawn up|prepared|compiled) by|The (?:sender|author|writer) (?:is|was))\s+"
)
# "A sheet with the stamp of the Bureau", also where that stands in the next clause.
_UNDER = re.compile(
    r"[^.;!?\n“”\"]{0,60}?\b(?:with|under|bearing|bears?|bore|carrying|carries|carried) (?:the|an?|its) (?:\w+ )?(?:stamp|seal|"
    r"letterhead|coat of arms|crest|emblem|logo|signature) of (?:the )?(?=[A-Z])"
)
# "An email which the firm's director, Ann Orr, sent"
_WHICH = re.compile(
    r",? (?:which|that) (?:took )?(?:the |its |his |her |their |our )?"
    r"(?:(?:[a-z][\w’'-]*|[A-Z][\w’'-]*[’']s),? ){0,4}?(?=[A-Z])"
)
_MAKES = re.compile(
    r"(?:[’']s [a-z]+(?: [a-z]+)?)?(?: (?:of|at|in) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|for|and) )?(?:the )?[A-Z][\w’'-]*)*)?,?"
    r"(?: (?:had|has|have))?(?: \w+)? (?:sent|sends|prepared|prepares|published|publishes|wrote|written|writes|issued|issues|"
    r"released|releases|drew up|drawn up|compiled|compiles|commissioned|put up|put out|puts out|posted|posts|pasted|printed|"
    r"prints|circulated|distributed|hands out|handed out|sent out|gave out|filed|submitted|signed|drafted|hung|left)\b"
    r"|(?: \w+){1,4} to (?:issue|write|print|sign|send|draw up|publish|draft)\b"
)


def behind(text: str, end: int) -> re.Match[str] | None:
    """
    What stands right behind a document and before whoever issued it.

    Parameters
    ----------
    text : str
    end : int
        Where the mention of the document ends.

    Returns
    -------
    re.Match or None

    Examples
    --------
    >>> behind("A notice taped to the door by the Fen Bank", 8).end(), behind("A notice said no", 8)
    (30, None)
    """
    return _BEHIND.match(text, end, end + 120)


def put_out_by(text: str, mention: tuple[int, int]) -> Iterator[int]:
    """
    The places behind a mention of a document where whoever issued it may be named.

    Parameters
    ----------
    text : str
    mention : (int, int)

    Yields
    ------
    int

    Examples
    --------
    >>> text = "A notice taped to the door by the Fen Bank"
    >>> [text[at:] for at in put_out_by(text, (0, 8))]
    ['the Fen Bank']
    """
    start, end = mention
    if found := behind(text, end):
        yield found.end()
    if signed := _NEXT.match(text, end, end + 300):
        yield signed.end()
    if under := _UNDER.match(text, start, end + 100):
        yield under.end()


def which_makers(text: str, mention: tuple[int, int]) -> Iterator[int]:
    """
    Where the one who made a document may be named in a clause about it.

    Parameters
    ----------
    text : str
    mention : (int, int)

    Yields
    ------
    int
        Where the name begins, if one does; `makes` tells whether a verb of making stands behind it.

    Examples
    --------
    >>> text = "A letter that the clerk Ann Orr wrote"
    >>> [text[at:] for at in which_makers(text, (0, 8))]
    ['Ann Orr wrote']
    """
    for found in _WHICH.finditer(text, mention[0], mention[1]):
        yield found.end()
    if (after := _WHICH.match(text, mention[1], mention[1] + 90)) is not None:
        yield after.end()


def makes(text: str, end: int) -> bool:
    """
    True where a verb of making stands behind a name that ends here.

    Examples
    --------
    >>> text = "A letter that Ann Orr wrote"
    >>> makes(text, 21), makes("A letter that Ann Orr read", 21)
    (True, False)
    """
    return _MAKES.match(text, end) is not None
