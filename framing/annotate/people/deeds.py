"""What a text lets a body do, or do with it: the kind of a name whose words tell nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NOW = r"(?:[’']s? )?(?:has |had |have |is |was |also |now |since |then |yesterday |\w+ly )*"
# Right behind the name.
_AFTER = {
    "police": re.compile(
        rf"\s{_NOW}(?:arrest(?:s|ed)|detain(?:s|ed)|raid(?:s|ed)|traced|search(?:es|ed)|polices|cordon(?:s|ed)|storm(?:s|ed)|"
        r"interrogat(?:es|ed)|took (?:\w+ ){1,3}into custody)\b"
        r"|[’']s? (?:\w+ )?(?:detectives|constables|batons?|sergeants?|cells)\b"
    ),
    "official": re.compile(
        rf"\s{_NOW}(?:clos(?:es|ed)|bann?(?:s|ed)|fin(?:es|ed)|licen[cs](?:es|ed)|revok(?:es|ed)|forb(?:ids|ade)|decree[sd]|"
        r"rul(?:es|ed)|seal(?:s|ed)|abolish(?:es|ed)|inspect(?:s|ed)|gazett(?:es|ed)|subpoena(?:s|ed))\b"
        r"|,? (?:which |that )?(?:was|is|has been|had been) (?:set up|created|founded|established|appointed|dissolved) by "
        r"(?:decree|law|statute|parliament|(?:the|a) (?:\w+ )?(?:decree|law|statute|president|government|senate|minister\w*))"
        r"|[’']s? (?:\w+ )?(?:inspectors|wardens|decrees?|licen[cs]es?|permits?|regulations?|bailiffs|seal)\b"
    ),
    "company": re.compile(
        rf",?\s(?:which |that ){{0,1}}{_NOW}(?:sell(?:s)?|sold|mak(?:es|ing)|manufactur(?:es|ed)|deliver(?:s|ed)|"
        rf"export(?:s|ed)|"
        r"rent(?:s|ed)|suppl(?:ies|ied)|brew(?:s|ed)|charg(?:es|ed) (?:its |\d)|lays? off|laid off|employ(?:s|ed)|"
        r"lost (?:\w+ ){0,4}(?:orders|customers|sales|money))\b"
        r"|[’']s? (?:\w+ )?(?:customers|subscribers|passengers|shareholders?|shares|profits?|turnover|prices|fares|"
        r"factor(?:y|ies)|"
        r"warehouses?|managing director|chief executive|advertising|sales|owners?|vans|lorries)\b"
    ),
    "organisation": re.compile(
        rf"\s{_NOW}(?:collect(?:s|ed)|campaign(?:s|ed)|rescu(?:es|ed)|distribut(?:es|ed) (?:food|blankets|meals|leaflets)|"
        r"feeds|petition(?:s|ed)|march(?:es|ed)|looks after)\b"
        r"|[’']s? (?:\w+ )?(?:volunteers|members|activists|donors|campaign|marchers|membership)\b"
    ),
    "media": re.compile(
        rf"\s{_NOW}(?:print(?:s|ed)|broadcast(?:s)?|headlined|run(?:s)? (?:a|an|the) (?:story|article|column|photograph))\b"
        r"|[’']s? (?:\w+ )?(?:readers|reporters?|front page|editors?|correspondents?|columnists?|website|newsroom|listeners|"
        r"viewers|editorial)\b"
    ),
}  # fmt: skip
# Right before it, with or without "the".
_BEFORE = {
    "police": re.compile(r"\b(?:detectives?|constables?|sergeants?|troopers?|patrolm[ae]n|(?:arrested|detained|raided|searched|"
                         r"interrogated|cordoned off|picked up) by) (?:(?:of|from|with) )?(?:the )?$", re.I),
    "official": re.compile(
        r"\b(?:(?:schedule|orders?|decrees?|regulations?|permits?|licen[cs]es?|ordinances?|directives?|summons|rulings?|fines?|"
        r"(?:closed|banned|fined|licensed|revoked|sealed|forbidden|ordered|decreed|confiscated)) (?:\w+ )?(?:by|of|from)|"
        r"(?:wardens|commissioners?|registrars?|bailiffs?|ministers?) (?:of|from|at)) (?:the )?$", re.I),
    "company": re.compile(
        r"\b(?:who (?:co-)?founded|(?:customers?|subscribers?|clients?|shareholders?|employees|workers|foremen|"
        r"owners?|founders?|products?|"
        r"shares) (?:of|at|in|to)|(?:imposed|levied) on|"
        r"(?:valve|tank|kiln|boiler|vat|furnace) (?:\w+ ){1,3}at|(?:platform|carrier|retailer|maker|"
        r"manufacturer|brewer|app|chain|start-?up|developer|operator|supplier|insurer|firm|company)) (?:the )?$", re.I),
    "organisation": re.compile(r"\b(?:(?:volunteers?|activists?|campaigners?|donations|sisters|nuns) (?:of|from|for|"
    r"at|to|with)|"
                               r"charity|initiative|collective) (?:the )?$", re.I),
    "media": re.compile(r"\b(?:(?:editorials?|columns?|articles?|leading articles?|front page|columnist|interview|"
    r"issue|edition|"
                        r"readers|reporters?) (?:in|of|for|with|at|by)) (?:the )?$", re.I),
}  # fmt: skip


def kind_by_deeds(text: str, mentions: Iterable[tuple[int, int]]) -> str | None:
    """
    The kind of body that the sentences around a name show; None where they show none.

    Parameters
    ----------
    text : str
    mentions : iterable of (int, int)
        Where the name stands.

    Returns
    -------
    str or None
        One of "police", "official", "company", "organisation", "media": what most mentions say, of equals the first.

    Examples
    --------
    >>> kind_by_deeds("The Orr closed two mills.", [(4, 7)]), kind_by_deeds("Orr’s customers wait.", [(0, 3)])
    ('official', 'company')
    >>> kind_by_deeds("Orr waits.", [(0, 3)])
    """
    votes: Counter[str] = Counter()
    for start, end in mentions:
        before, after = text[max(0, start - 60) : start], text[end : end + 90].partition("\n")[0]
        for kind, pattern in _AFTER.items():
            votes[kind] += (pattern.match(after) is not None) + (_BEFORE[kind].search(before) is not None)
    best = max(_AFTER, key=lambda kind: votes[kind])
    return best if votes[best] else None
