"""What a text states of a name outside titles and appositions: "has been mayor", "chairs the union", "then mayor of Vale"."""

from __future__ import annotations

import re

from framing.annotate.people.names import Name
from framing.annotate.people.sources import source_type

Told = tuple[str, float]

_REST = r"[^.;:,\n”\"]"
_ARTICLE = r"(?:an?|the|its|their|his|her)"
_TITLE = r"(?:[A-Z][a-z]{1,4}\.? )?"
_TIME = r"(?:for|since|until|till|from|in|on|at|during|through|when|while|after|before|and|but|these|all|last|this)\b"
# Words that begin no role.
_NO_ROLE = r"(?!(?:not|by|at|in|on|when|where|of|for|to|with|from|as|like|more|less|too|here|there|still|also|both|all)\b)"
_ROLE = (
    rf"({_NO_ROLE}(?:[a-z][\w’'-]* ){{0,3}}?[a-z][\w’'-]*(?: (?:of|for|to|at) (?:the )?(?!{_TIME})[\w’'-]+)?)"
    rf"(?=[,.;:\n]| {_TIME})"
)
# "has been harbour master for nineteen years": no article, so that the words must name a role.
_BARE = re.compile(
    r"\s+(?:is|was|remains|remained|became|has been|had been|(?:has |had )?long been|is still|was then|is now)\s" + _ROLE
)
# Verbs behind which whatever stands is a role.
_AS = re.compile(
    r"\s+(?:used to be|(?:has |had )?(?:served|works|worked|acts|acted|serves|trained|retired|resigned|stepped down|qualified|"
    r"practised|practiced|started out|testified|sits|sat) as|"
    r"(?:was|is|has been|had been) (?:appointed|elected|re-elected|named|made|sworn in as|installed as|known as|employed as|"
    rf"promoted to|hired as|licensed as)(?: as)?) ((?:(?:{_ARTICLE}|one of the)\s+)?{_REST}{{3,80}})"
)
# "Ann Orr chairs the union": what somebody leads, has or does for a living, in the present or for long.
_DOES = re.compile(
    r"\s+((?:chairs|heads|leads|directs|manages|commands|edits|represents|defends|owns|co-owns|runs|teaches|lectures|studies|"
    r"researches|sells|drives|bakes|fishes|farms|weaves|mends|repairs|publishes|treats|practises|coaches|translates|sails|"
    r"skippers|cleans|cooks|works (?:for|at|in|on)|writes (?:for|about|books|novels|poems)|reports (?:for|from)|sits on the|"
    r"keeps (?:an?|the) (?:shop|inn|stall|bar|café|school|lodging|accounts|books|register|ledger|archive|library)|"
    r"keeps (?:bees|goats|sheep|hens|pigs|cows)|"
    r"has (?:chaired|headed|led|directed|managed|commanded|edited|represented|owned|run|taught|lectured|studied|sold|driven|"
    r"baked|fished|farmed|repaired|worked|written (?:for|about)))\b(?! (?:that|to|of|up|out|down)\b)"
    r"[^.;:\n”\"]{0,60})"
)
# "Ann Orr, for twenty-two years the librarian of the island", "Ann Orr, then mayor of Vale", "Ann Orr, by trade a baker"
_SET_OFF = re.compile(
    r", (?:then|once|later|formerly|until \w+(?: \w+)?|by (?:trade|training|profession)|these days|at the time|"
    r"for (?:[\w-]+ ){1,4}?(?:years|months|decades)|in (?:private|public|civil) life) "
    rf"((?:{_ARTICLE}|[a-z-]+)\s{_REST}{{3,70}})"
)
_SPEAKS_FOR = re.compile(
    r",? (?:(?:speaking|acting|writing|appearing|here) for|on behalf of|in the name of|(?<=, )for) "
    rf"((?:the|an?|its|their) {_REST}{{3,60}})"
)
_FROM = re.compile(rf", (?:of|from) ((?:the|an?) {_REST}{{3,60}}),")
_BESIDE = (
    re.compile(r"\s[–—-]\s((?:an?|the|once|now|then|[a-z]+)\s[^.;:\n”\"–—]{3,70})\s[–—-]\s"),
    re.compile(r"—((?:an?|the)\s[^.;:\n”\"–—]{3,70})—"),
    re.compile(r"\s\(((?:an?|the)?\s?[a-z][^)\d]{3,60})\)"),
)
_BEFORE = (
    # "The new mayor is Ann Orr", "the nurse, whose name is Ann Orr"
    re.compile(
        rf"\b((?i:{_ARTICLE}) [\w’' -]{{3,60}}?)(?:,? whose name (?:is|was)|(?: goes)?,? by the name of|"
        rf" (?:is|was|are|were)(?: called| named)?) {_TITLE}$"
    ),
    # "The judge in the case, Ann Orr,"
    re.compile(
        r"(?:^|[.!?\n”\"] ?|\b(?:by|to|from|with|and|of|for|as|that|told|asked|says|said) )"
        rf"((?i:{_ARTICLE}) (?:[a-z][\w’'-]* ){{0,3}}[a-z][\w’'-]*) "
        r"(?:in|at|on|behind|beside|inside|outside|near|with|under|over|above|below|opposite|aboard|across|between|"
        rf"among|around|before|within|by|from|to) [^,.;:“”\"\n]{{2,60}}, {_TITLE}$"
    ),
)
# What every one of them ends in, looked for first.
_ENDS = re.compile(rf"(?:\b(?:is|was|are|were|called|named|of)|,) {_TITLE}$")
# "The town elected Ann Orr mayor"
_MAKES = re.compile(rf"\b(?:elect|re-elect|appoint|nominat)(?:s|es|ed|ing)? {_TITLE}$")
_MADE = re.compile(rf" (?:as )?({_ARTICLE}?\s?[a-z]{_REST}{{3,60}})")
# "Ann Orr left the room. She is a nurse."
_SHE_IS = re.compile(
    r"[^.!?\n”\"]{0,160}[.!?] (She|He) (?:is|was|has been|had been|works as|worked as|used to be)\s"
    rf"((?:an?|the|one of the)\s{_REST}{{3,80}})"
)
_OTHER_NAME = re.compile(r"[a-z,] [A-Z][a-z]+ [A-Z][a-z]+")
_WHEN = re.compile(rf"\s{_TIME}")


def stated(text: str, name: Name) -> list[Told]:
    """
    What the text states of somebody at one mention.

    Parameters
    ----------
    text : str
        The whole document.
    name : Name

    Returns
    -------
    list of (str, float)
        A phrase that `kind_told` can read and a weight > 0.

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> text = "Ann Orr has been harbour master for nineteen years."
    >>> stated(text, names(text)[0])
    [('harbour master', 2.0)]
    """
    at = name.end
    found = [
        (_until(match[1]), weight)
        for match, weight in ((_BARE.match(text, at, at + 120), 2.0), (_AS.match(text, at, at + 150), 2.0),
                              (_SET_OFF.match(text, at, at + 130), 2.5))
        if match and source_type(match[1])
    ]  # fmt: skip
    if does := _DOES.match(text, at, at + 110):
        found.append((f"who {does[1]}", 2.0))
    if whom := _SPEAKS_FOR.match(text, at, at + 100):
        found.append((f"speaks for {_until(whom[1])}", 2.0))
    elif whence := _FROM.match(text, at, at + 90):
        found.append((f"of {whence[1]}", 1.5))
    if (she := _SHE_IS.match(text, at, at + 260)) and not _OTHER_NAME.search(text, at, she.start(1)):
        found.append((_until(she[2]), 2.0))
    before = text[max(0, name.start - 130) : name.start]
    if _MAKES.search(before) and (made := _MADE.match(text, at, at + 80)) and source_type(_until(made[1])):
        found.append((_until(made[1]), 2.0))
    beside = [pattern.match(text, at, at + 100) for pattern in _BESIDE]
    beside += [pattern.search(before) for pattern in _BEFORE if _ENDS.search(before[-16:])]
    return found + [(match[1], 3.0) for match in beside if match and source_type(match[1])]


def _until(phrase: str) -> str:
    """A phrase as far as no time or further clause begins."""
    return _WHEN.split(phrase, maxsplit=1)[0].strip()
