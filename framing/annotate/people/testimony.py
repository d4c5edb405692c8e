"""What somebody's own words tell of their fate: harm in the first person, or in the third where they are only reported."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from framing.annotate.people.harm import _DONE, _HURT, _KIN, _LISTS, _LOST, _RUINED, _STATE

_I = r"\b(?:I|we)"
_THEY = r"\b(?:he|she|they)"
_HELD = r"(?:held|detained|locked|arrested|thrown out|dragged|fired|sacked|dismissed|turned away|searched|kicked out)"
_MINE = re.compile(
    rf"\b(?:my|our) (?:\w+ )?(?:{_KIN})\b[^.!?]{{0,60}}\b(?:{_DONE}|{_STATE}|did not come (?:up|back|home))\b"
    rf"|\b(?:my|our) (?:\w+ )?(?:{_LOST})\b (?:is|was|are|were|has|had|have) (?:\w+ )?(?:{_RUINED})\b"
    rf"|\b(?:took|beat|hit|kicked|struck|dragged|robbed|cheated|burned|burnt|destroyed|demolished|flooded|shot|stole|"
    rf"smashed|sold|cut|"
    rf"emptied|broke|crushed|tore|killed|drowned|poisoned)(?: (?:down|off|up))? (?:\w+ ){{0,2}}?"
    rf"(?:me\b|us\b|(?:my|our) (?:\w+ )?(?:{_LOST}|{_KIN}|{_LISTS['limbs']}|glasses|door)\b)"
    rf"|{_I} (?:have |had |’ve |'ve )?lost (?:my|our|a|two|three|everything)\b"
    rf"|{_I} (?:was|were|have been|had been|got) (?:\w+ )?(?:{_DONE}|{_HELD})\b"
    rf"|\bsp(?:at|it) (?:at|on) (?:me|us|my|our)\b|\b(?:my|our) (?:\w+ )?(?:{_KIN}) had to (?:change (?:schools?|"
    rf"trains|names)|leave|"
    rf"move|flee|hide|be moved|sell)\b"
    rf"|\b(?:hit|pointed at|beat|grabbed|struck|kicked) my\b|\bmy (?:\w+ )?(?:{_LISTS['hurt']})\b",
    re.I,
)
_THEIRS = re.compile(
    rf"{_THEY} (?:had |has |have |’d |’ve )?(?:lost|threw away|thrown away) (?:his|her|their|a|an|the|two|three|all|every|"
    rf"everything|(?!no)\w+ of)\b"
    rf"|{_THEY} (?:was|were|had been|have been|has been|’d been) (?:\w+ )?(?:{_DONE})\b"
    rf"|\b(?:took|stole|emptied|seized|destroyed|burned|burnt|flooded|smashed|killed|beat|cut down|drained|sold|ruined|cost) "
    rf"(?:\w+ )?(?:his|her|their) (?:\w+ )?(?:{_LOST}|{_KIN})\b"
    rf"|\b(?:his|her|their) (?:own )?(?:{_KIN}|[A-Z]\w+)\b[^.!?]{{0,50}}(?:{_HURT})",
)
# In a text that tells of harm: what others did to the speaker, and near kin in the past tense.
_DONE_TO_ME = re.compile(
    r"\b(?:they|he|she|it|nobody|no one|somebody|someone|no-one|the (?:\w+ )?\w+|a (?:\w+ )?\w+)\b (?:\w+ )?(?:\w+ )?"
    r"(?:gave|given|left|told|showed|shown|read|sent|asked|put|made|let|said|called|offered|promised|counted|pushed|took|"
    r"wrote|came for|"
    r"hit|pulled|forbade|warned|ordered|treated|rang|owe|owes|owed|paid|sold|charged|forgot|measured) "
    r"(?:[\w’'-]+ ){0,4}?(?:me|us)\b"
    rf"|\b(?:my|our) (?:\w+ )?(?:{_LISTS['close']}) (?:had|was|were|used to|loved|liked|never|always|went|wore|worked|"
    rf"would have)\b"
    r"|\b(?:my|our) (?:\w+ )?(?:boy|boys|girl|girls|son|sons|daughter|daughters|baby|babies|child|children|kids|twins)\b"
    r"|\b(?:swallowed|coughed|choked|held on to|clung to|swam|crawled)\b|\bwater (?:came|was|rose) (?:up )?(?:to|"
    r"over) (?:my|our)\b"
    r"|\b(?:I|we) (?:was|were) (?:\w+ )?(?:on|in|under|inside) (?:the|my|our) (?:roof|house|cellar|boat|mine|shaft|bus|"
    r"train|water|rubble|"
    r"mud|hold|lift|tunnel|well|ward)\b"
    # What officers and strangers did to a thing of one's own, and what a body felt.
    r"|\b(?:officers?|constables?|police|policem[ae]n|gendarmes?|soldiers?|guards?|bailiffs?|strangers|(?:two|three|four) men|"
    r"somebody|someone|they) (?:\w+ )?(?:read|took|opened|searched|copied|deleted|shut|closed|cut|broke|spat|"
    r"threw|emptied|wrote|"
    r"knocked|sealed) (?:[\w’'-]+ ){0,4}?(?:my|our)\b"
    r"|\b(?:my|our) (?:tongue|throat|eyes|stomach|legs|hands|skin|chest|lips|head|mouth) (?:\w+ )?(?:went|felt|burned|burnt|"
    r"swelled|turned|itched|hurt|ached|shook|stung)\b"
    r"|\b(?:they|he|she|somebody|someone) (?:wrote|said|claimed|told everybody) (?:that )?(?:I|we) (?:was|were|had)\b"
    r"|\bthen (?:the (?:lamps|lights?|floor|roof|wall|ground) (?:went|gave|came)|there was no light)\b",
    re.I,
)
_PAID = re.compile(
    r"\b(?:I|we|he|she|they) (?:had |has |have |’ve |’d )?(?:paid|put|sent|gave|given|invested|saved|deposited|borrowed|"
    r"had|pledged|signed)"
    r"\b[^.!?]{0,60}(?:\d|\bsavings\b|\btwice\b|\btimes\b|\bmoney\b|\bpension\b|\bwages\b)"
    r"|\b(?:I|we) (?:had |have |’ve )?(?:bought|ordered|rented|booked) [^.!?]{0,40}\bfrom (?:an?|the|them|him|her|this)\b",
    re.I,
)
_HANDED = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|who) (?:had |has |have )?(?:drawn|drew|handed|lost|transferred|wired|(?<=who )invested|"
    r"(?<=had )invested|deposited)\b"
    r"[^.!?]{0,40}(?:\d|\bsavings\b|\bmoney\b|\bpension\b|\bnest egg\b)"
    r"|\b(?:relieved|robbed|cheated|swindled) (?:her|him|them) of\b"
    r"|\btook (?:[\w-]+ ){1,4}(?:\w*thousand|hundred|\d[\d,]*) \w+"
)
_FRAUD = re.compile(
    r"\b(?:fraud\w*|swindl\w+|scams?|cheat\w*|frozen|refunds?|compensat\w+|bankrupt\w*|pyramid|illegal lenders?|debts?|"
    r"usury|savers|"
    r"depositors|unpaid|embezzl\w+|vanished|outage|collapse[ds]?|gang|crooks?|callers|con men|impostors?|conned|"
    r"bogus|fleec\w+|impersonat\w+|phishing|counterfeit\w*|tricksters?|"
    r"arrested|hoax\w*)\b",
    re.I,
)


# What others did to "her", in the sentence beside her words.
_TO_THEM = re.compile(
    r"\b(?:(?:held|kept|detained|questioned|interrogated|locked up|jailed) (?P<a>him|her) (?:for|until|overnight|without|"
    r"\w+ (?:hours|days|nights))"
    r"|(?:released|freed|let) (?P<b>him|her) (?:go |out )?(?:after|without|on)"
    r"|(?:took|dragged|marched|pulled) (?P<c>him|her) (?:from|out of|away)"
    r"|(?:dismissed|sacked|fired|evicted|expelled|beat|robbed|cheated|swindled|poisoned|burned) (?P<d>him|her))(?:[ ,.;]|$)",
)


def done_to(pronoun: str, sentence: str) -> bool:
    """
    True where a sentence tells of harm to "him" or "her".

    Examples
    --------
    >>> done_to("she", "The police held her for two nights."), done_to("he", "The police held her for two nights.")
    (True, False)
    """
    found = _TO_THEM.search(sentence)
    return found is not None and found.group(found.lastgroup or 0) == {"he": "him", "she": "her"}.get(pronoun)


@lru_cache(maxsize=64)
def tells_of_fraud(text: str) -> bool:
    """True where a text as a whole is about fraud, frozen accounts or debts."""
    return len(list(islice(_FRAUD.finditer(text), 2))) == 2


def lost_money(around: str, text: str) -> bool:
    """True where a text about fraud tells of a person what she paid: "she had drawn 900 crowns and handed them over"."""
    return _HANDED.search(around) is not None and tells_of_fraud(text)


def tells_of_own_harm(words: str, *, direct: bool = True) -> bool:
    """
    True where somebody says so: "they beat me", "my brother is missing"; in reported words "she had lost her shop".

    Examples
    --------
    >>> tells_of_own_harm("They took my boat."), tells_of_own_harm("My brother sells fish.")
    (True, False)
    >>> tells_of_own_harm("she had lost her shop", direct=False)
    True
    """
    return _MINE.search(words) is not None or (not direct and _THEIRS.search(words) is not None)


def tells_as_one_hit(words: str) -> bool:
    """True for what, in a text about harm, only somebody says whom it hit: "nobody has told us anything"."""
    return _DONE_TO_ME.search(words) is not None


def tells_of_lost_money(words: str, text: str) -> bool:
    """True where somebody says what they paid or had, in a text about fraud, frozen accounts or debts."""
    return _PAID.search(words) is not None and tells_of_fraud(text)
