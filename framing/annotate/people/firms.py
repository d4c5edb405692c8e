"""Firms that are told only by what they run, by their size, by their customers and by who leads them."""

from __future__ import annotations

import re

from framing.annotate.people.names import Name

_TRADE = (
    r"(?:message service|messenger|search engine|video (?:site|service)|web ?shop|hosts?|hosting|providers?|carriers?|"
    r"platforms?|portals?|operators?|retailers?|exporters?|importers?|manufacturers?|insurers?|lenders?|banks?|brewers?|"
    r"network operators?|chains?|shippers?|shipping lines?|airlines?|suppliers?|app|apps|marketplaces?|"
    r"delivery service|payment service|ferries|"
    r"power plants?|factories|mills|mines)"
)
_SIZE = (
    r"(?:(?:second|third|fourth|fifth)[- ])?(?:largest|biggest|oldest|leading|most (?:popular|used|visited|widely used)|main|"
    r"smallest|fastest-growing)"
)
# "Quillon, the country's second largest host", "Quillon, the largest of the ferry operators"
_OF_SIZE = re.compile(
    rf",\s+(?:the|its|one of the|a|by far the)\s+(?:[\w’'-]+[’']s\s+)?(?:[\w’'-]+\s+)??{_SIZE}\s+(?:of\s+(?:the|its)\s+)?"
    rf"(?:[\w’'-]+\s+){{0,2}}?{_TRADE}\b"
)
# "Quillon, which runs the province's busiest message service"
_RUNS = re.compile(
    r",\s+which\s+(?:has\s+|had\s+|also\s+|now\s+)*(?:runs?|ran|operates?|operated|hosts?|hosted|owns?|owned|rents out|leases?|"
    rf"carries)\s+[^,.;:\n]{{0,50}}?\b(?:{_TRADE}|pages|servers|messages|freight|cables|pipes|trams|ships)\b"
)
_TRADES = re.compile(
    r",\s+which\s+(?:has\s+|had\s+|also\s+|now\s+)*(?:sells?|sold|charges?|charged|lends?|lent|insures?|insured)\s"
)
_WHOSE = re.compile(
    r",\s+whose\s+(?:[\w-]+\s+){0,2}?(?:pages|customers|users|subscribers|shares|shareholders|servers|app|platform|shops|"
    r"branches|tills|clients|profits?|turnover|sales)\b"
)
_LEADERS = r"(?:managing director|chief executive|shareholders?|board of directors|sales director|head of sales)"
_LED = re.compile(rf"[’']s?\s+{_LEADERS}\b")
# "Quillon has promised to pay. Its chief executive ..."
_ITS = re.compile(rf"[^.!?\n]{{0,160}}[.!?][”\"’']?\s+[“\"]?(?:[^.!?\n]{{0,60}},\s)?[Ii]ts\s+{_LEADERS}\b")
# "a manager at Quillon"
_STAFF = re.compile(r"\b(?:[Mm]anager|[Ss]alesm[ae]n|[Ss]hareholders?|[Cc]ustomers?) (?:at|of) $")


def is_firm(text: str, name: Name) -> bool:
    """
    True where the text shows a name to be a firm's at this mention.

    Parameters
    ----------
    text : str
    name : Name

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> shown = ("Quillon, the coast's second largest host, wept.", "Quillon, a clerk, wept.")
    >>> [is_firm(text, names(text)[0]) for text in shown]
    [True, False]
    """
    behind = (_OF_SIZE, _RUNS, _TRADES, _WHOSE, _LED)
    if any(pattern.match(text, name.end, name.end + 160) for pattern in behind):
        return True
    if len(name.words) > 1:
        return False
    return (
        _ITS.match(text, name.end, name.end + 300) is not None
        or _STAFF.search(text[max(0, name.start - 16) : name.start]) is not None
    )
