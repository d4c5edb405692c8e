"""Who stands accused: arrested, in custody, charged, on trial, confessed; and who was only let go."""

from __future__ import annotations

import re

# Between a name and what is told of it: "Ann Orr, a cook, was arrested".
_APPOSED = r"(?:,(?! who\b)[^.;:,“”\"]{2,80},)?"
_HELD = (
    r"(?:(?:was|were|is|are|has been|have been|had been|is being|are being|sits|sat|remains|is still|was later|was then|"
    r"stands|stood)"
    r"(?: \w+)?(?: to be)? "
    r"(?:arrested|charged|indicted|convicted|sentenced|accused of|remanded|taken into custody|in custody|in detention|"
    r"in pre-trial|"
    r"in a cell|in jail|in prison|in the remand|held (?:in|on|at)|detained|on trial|under arrest|under house arrest|"
    r"behind bars|"
    r"on remand|caught (?:with|by (?:the )?police|red-handed|selling|stealing|smuggling|forging)|"
    r"wanted|on the run|in hiding|before the [\w ]{0,12}court|accused|facing (?:\w+ ){0,3}(?:charges?|trial)))"
)
_DID = (
    r"(?:has |had |have )?(?:confessed|pleaded (?:not )?guilty|admitted (?:to |having )?(?:the (?:charge|theft|offence|crime))|"
    r"been (?:charged|arrested|remanded|indicted)|"
    r"(?:pleaded|confessed|stood|(?:was|were) (?:led|brought|taken)) before (?:the|a) (?:[\w’-]+ "
    r"){0,2}(?:magistrate|judge|court|"
    r"bench|tribunal)|"
    r"faces? (?:up to |a charge|charges|trial|\w+ years)|awaits? trial|was sought|turned (?:himself|herself) in)"
)
_SUBJECT = re.compile(
    rf"{_APPOSED},?(?: who)? (?:{_HELD}|{_DID})\b"
    rf"|,[^.;:,“”\"]{{2,70}} who (?:{_HELD}|{_DID}|received (?:an? )?(?:\w+ ){{0,2}}sentence)\b"
    rf"|{_APPOSED},?(?: who)? (?:received (?:an? )?(?:\w+ ){{0,2}}sentence|must go to (?:prison|jail)|"
    rf"was sent to (?:prison|jail)|was jailed|"
    r"is serving|was given (?:\w+ ){1,3}(?:years|months)|was led away|was taken (?:away|into))\b"
    r"|, whom (?:\w+ )?(?:prosecutors|police|investigators|detectives) (?:call|accuse|suspect|hold|want|name|blame)\w*\b"
    r"|, (?:wanted (?:since|for|by)|sentenced to|convicted of|indicted for)\b"
    r"|, one of the \w+ (?:\w+ )?(?:on trial|in custody|arrested|accused|detained|charged)\b"
    r"|,? whose (?:trial|arrest|conviction|sentence|detention|case)\b"
    r"|,? the (?:\w+ )?(?:co-)?defendant\b|[^.;:“”\"]{0,40} before (?:his|her) (?:arrest|trial|conviction)\b"
    r"|[^.;:“”\"]{0,40} (?:in handcuffs|handcuffed)\b"
    r"|,? (?:accused of|charged with|on trial|in custody|awaiting trial|arrested|the (?:accused|defendant|suspect|ringleader)"
    r"|in the dock|held in)\b"
    r"|,[^.;:“”\"]{2,80}\bwho (?:has been|is|was|had been|sits) (?:\w+ )?(?:in (?:a|the|his|her) cell|in custody|arrested|"
    r"charged|on trial|"
    r"in the dock)\b",
    re.I,
)
_OBJECT = re.compile(
    r"\b(?:arrest(?:ed|ing|s)?|charg(?:ed|ing|es)|indict(?:ed|ing)|convicted|sentenced|detain(?:ed|ing)|remanded|"
    r"trial of|charges against|case against|"
    r"suspect|suspected|defendant|accused|detained|ringleader|alleged (?:\w+ )?(?:leader|ringleader|head|organi[sz]er))"
    r"(?: (?:the|a|an|named|as))?(?: [a-z-]+){0,3},?\s*$",
    re.I,
)
_DOCK = re.compile(
    r"\bin (?:a|his|her) (?:\w+ )?confession\b[^.;]{0,40}, $|\b(?:from|in) (?:the dock|(?:his|her|a) cell),? $",
    re.I,
)
_CELLS = re.compile(r"\b(?:in|from) (?:the|a|his|her|their) (?:\w+ )?(?:cells?|dock|remand \w+|prison|custody)\b", re.I)
_AMONG = re.compile(
    r"\bamong (?:those|the \w+) (?:held|arrested|detained|charged|accused|sentenced|convicted)(?: \w+){0,3} (?:is|are|was|"
    r"were)\s*$|"
    r"\b(?:arrest\w*|detention|detained|custody|charged|indicted|accused|remand\w*|trial)\b[^.;]{0,60}\b(?:among them|"
    r"including)\b[^.;]{0,60}$",
    re.I,
)
_ROLE = re.compile(
    r"\b(?:the |an? |one of the |two of the |three of the |several of the |another |other )?(?:\w+ )?(?:accused|suspects?|"
    r"defendants?|"
    r"ringleaders?|arsonists?|smugglers?|swindlers?|fraudsters?|con men|con man|tricksters?|impostors?|hoaxers?|scammers?|"
    r"convicts?|prisoners? in the dock|(?-i:gang members?|members? of the gang)|culprits?|perpetrators?|man in the dock|"
    r"woman in the dock)\b"
    r"(?![’']|-| (?:company|firm|bank|agency|police|ministry))"
    r"|(?:the |an? )?(?:jailed|arrested|imprisoned|convicted|accused) [a-z]+$"
    r"|(?:one|two|three|four|several|some|most|all|many) of (?:the|those) (?:detained|arrested|charged|convicted|"
    r"imprisoned)(?:$|,)",
    re.I,
)  # fmt: skip
_MENTIONED = re.compile(
    r"\b(?:charged with|indicted|sentenced|convicted|on trial|stood trial|accused of|pleaded|before the [\w ]{0,12}court|"
    r"to prison|in custody|among the (?:detained|accused|arrested))\b",
    re.I,
)  # fmt: skip
_ARRESTED = r"(?:arrested|detained|taken (?:into custody|away|from)|led (?:away|to)|charged|remanded|caught|rounded up|seized)"
_PEOPLE = r"(?:people|persons|men|women|suspects?|students|youths|boys|workers|[a-z]+ers|[a-z]+ists)"
_TAKEN = re.compile(
    rf"\b(?:{_PEOPLE}|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|\d+)\b[^.!?“”\"]{{0,40}}\b(?:were|"
    rf"have been|had been) "
    rf"(?:\w+ )?{_ARRESTED}\b"
    rf"|\b(?:arrested|detained|charged|rounded up) (?:[\w-]+ ){{1,3}}?{_PEOPLE}\b"
    rf"|\btook (?:[\w-]+ ){{1,4}}into custody\b|\bone of (?:those|the) (?:arrested|detained|charged)\b",
    re.I,
)
_ONE_OF_THEM = re.compile(
    r"(?:(?:one|two|three|another|some|several|the (?:\w+est|first|last|second|third)) of (?:them|these|those)|another|"
    r"a (?:second|third|fourth))(?:$|,)",
    re.I,
)
_SWINDLERS = re.compile(
    r"\b(?:lost|paid|handed|gave|given|sent)\b[^.!?]{0,80}\bto (?:the|some|two|three|a) (?:\w+ )?(?:men|women|"
    r"callers|voices|ring|"
    r"gang|strangers|people)\b[^.!?]{0,60}[.!?]\s*$",
    re.I,
)
_FREE = re.compile(r"\b(?:released|freed|acquitted|cleared|let go|without charge)\b", re.I)


def is_accused(before: str, after: str) -> bool:
    """
    True where the words beside a name say that this person is held, charged or on trial, and not let go.

    Parameters
    ----------
    before, after : str
        What stands in the same sentence before and behind the name.

    Examples
    --------
    >>> is_accused("", ", a cook, was charged with theft."), is_accused("", " said that a cook was charged with theft.")
    (True, False)
    >>> is_accused("Police arrested the cook ", " at noon."), is_accused("", " was charged with theft and acquitted.")
    (True, False)
    """
    found = _SUBJECT.match(after) is not None or _OBJECT.search(before) is not None or _AMONG.search(before) is not None
    return found and _FREE.search(after) is None


def speaks_from_dock(before: str) -> bool:
    """True for "From the dock, " right before a name."""
    return _DOCK.search(before) is not None


def speaks_of_cells(before: str) -> bool:
    """True where words set a scene in the cells or in the dock."""
    return _CELLS.search(before) is not None


def speaks_of_charge(sentence: str) -> bool:
    """True where a sentence speaks of a charge or a trial, whoever it is, and of no release."""
    return _MENTIONED.search(sentence) is not None and _FREE.search(sentence) is None


def are_taken(before: str) -> bool:
    """
    True where the sentences before tell that several people were arrested, and of no release.

    Examples
    --------
    >>> are_taken("Two men were arrested on the quay."), are_taken("Two men were arrested. Both were let go.")
    (True, False)
    """
    return _TAKEN.search(before) is not None and _FREE.search(before) is None


def are_swindlers(before: str) -> bool:
    """True where the sentence before "they" tells to whom somebody lost money: "lost savings to the men on the line"."""
    return _SWINDLERS.search(before) is not None


def one_of_taken(phrase: str, before: str) -> bool:
    """True for "one of them" and "another" right behind the arrest of several people."""
    return _ONE_OF_THEM.match(phrase) is not None and are_taken(before)


def accused_role(phrase: str) -> bool:
    """
    True for a phrase that names somebody by the charge alone.

    Examples
    --------
    >>> accused_role("one of the accused"), accused_role("a lawyer for the accused"), accused_role("the cook")
    (True, False, False)
    """
    return _ROLE.match(phrase) is not None
