"""What words tell of harm: done to somebody or to their family, said by them in the first person, told by a whole text."""

from __future__ import annotations

import re
from itertools import islice

from framing.annotate.wordlists import word_list

_LISTS = {section: "|".join(sorted(words, key=len, reverse=True)) for section, words in word_list("quotes_harm_en.txt").items()}
_KIN, _DONE, _STATE, _LOST, _RUINED = (_LISTS[name] for name in ("kin", "done", "state", "property", "ruined"))
_OWN = r"(?:his|her|their|whose|my|our)"
_OTHER = r"(?:[\w’'-]+ ){0,3}?"
_WAS = r"(?:was|were|is|are|has been|have been|had been|is being|was being|were being|got)"
_HURT = (
    rf"\b(?:{_LISTS['hurt']}) (?:\w+ )?(?:{_LISTS['limbs']})\b"
    rf"|\b(?:{_LISTS['limbs']}) (?:\w+ )?(?:is|was|were|are|had been|still )?\s?(?:in|under) (?:plaster|an? (?:sling|cast|"
    rf"splint|bandage)|"
    r"bandages|splints)\b"
    r"|\b(?:in|with|wearing|on) (?:an? )?(?:\w+ )?(?:neck brace|brace|bandages?|sling|cast|drip|black eye|eye ?patch|limp|"
    r"scar|stitches)\b"
    r"|\bon crutches\b|\bin a wheelchair\b|\b(?:with|from) (?:\w+ ){0,3}(?:burns|stitches|bruises|wounds|injuries)\b"
    r"|\bin (?:intensive care|a coma)\b"
)
# "her son is in hospital", "whose husband's body was found", "her missing brother", "lost her shop", "his leg was taken off".
_RELATIVE_HARMED = re.compile(
    rf"\b{_OWN} {_OTHER}(?:{_KIN})\b(?:[’']s?)?[^.!?;]{{0,60}}?\b(?:{_DONE}|{_STATE})\b"
    rf"|\b{_OWN} (?:\w+ )?(?:{_STATE}|late) {_OTHER}(?:{_KIN})\b"
    rf"|\b(?:{_DONE}|{_STATE})\b[^.!?;,]{{0,25}}\b{_OWN} {_OTHER}(?:{_KIN})\b"
    rf"|\b{_OWN} (?:\w+ )?(?:{_KIN}) (?:was|were|is|are|has been) (?:among|one of) the (?:\w+ )?(?:{_DONE}|{_STATE}|victims)\b"
    rf"|\b{_OWN} {_OTHER}(?:{_KIN}) (?:has|have|had|is|was|were) (?:\w+ )?(?:not|never|yet to) (?:yet )?(?:be |been |come )?"
    r"(?:found|seen|returned|back|home|heard|identified)\b"
    rf"|\b{_OWN} {_OTHER}(?:{_KIN}) (?:had |has )?(?:went down with|gone down with|never came (?:up|back|home)|"
    rf"did not come (?:up|"
    r"back|home)|was (?:lost|on board)|were (?:lost|on board))\b"
    rf"|\bsearching for (?:news of )?{_OWN} {_OTHER}(?:{_KIN})\b"
    rf"|\b(?:has|have|had) (?:not|never) (?:seen|heard from|found|buried) {_OWN} {_OTHER}(?:{_KIN})\b"
    rf"|\b(?:buried|identified|mourns|mourned) {_OWN} {_OTHER}(?:{_KIN})\b"
    rf"|\b{_OWN} {_OTHER}(?:{_KIN})[’']s? (?:\w+ )?(?:body|remains|ashes)\b"
    rf"|\blost (?:a|an|the|all|{_OWN}|both|two|three|four) {_OTHER}(?:{_KIN}|{_LOST})\b"
    rf"|\b{_OWN} {_OTHER}(?:{_LOST})\b (?:{_WAS}|had|have) (?:\w+ )?(?:{_RUINED})\b"
    # An event takes; of a person "took his boat" can tell that he sailed.
    rf"|\b(?:{_LISTS['events']}|fire|storm|wave|gas|poison|shell)s? (?:had |has )?(?:took|taken|cost|destroyed|"
    rf"ruined|killed|burned|"
    rf"burnt|swallowed) (?:(?:him|them) )?{_OWN} {_OTHER}(?:{_LOST}|{_KIN}|{_LISTS['limbs']})\b",
    re.I,
)
_CARRIED = (
    r"(?:washed|swept|carried|dragged|thrown|knocked|hauled|flung|blown|pulled|dug|rescued|airlifted|winched|freed|lifted|"
    r"driven|turned|"
    r"chased) (?:off|away|out|from|into|down|through|under|by|alive|ashore)"
)
_SHELTER = (
    r"(?:living|lives|lived|sleeps|sleeping|slept|camped|camping|staying) (?:now )?(?:in|under|on|with) (?:an? |the |his |"
    r"her )?(?:\w+ )?"
    r"(?:tents?|tarpaulins?|shelters?|gymnasium|bus station|sports hall|school hall|container|relatives|church hall)"
)
# Between a name and what is told of it: "Ann Orr, a crane driver of 24, has lost ...".
_APPOSED = r"(?:,(?! who\b)[^.;:,“”\"]{2,70},)?"
_HELD = r"(?:held|detained|locked up|jailed|imprisoned|arrested|interrogated|questioned)"
_SELF_HARMED = re.compile(
    rf"{_APPOSED},?(?: (?:who|and))? {_WAS} (?:\w+ )?{_CARRIED}\b"
    rf"|[^.!?“\"]{{0,60}}\b{_SHELTER}\b"
    rf"|[^.!?“\"]{{0,60}}\bwho (?:says?|said) (?:he|she|they) (?:was|were|had been) (?:\w+ )?(?:{_DONE})\b"
    r"|[^.!?“\"]{0,60}\b(?:has|have|had) not been paid\b|[^.!?“\"]{0,60}\b(?:who|and) (?:is|are|was|were) (?:still )?owed\b"
    rf"|{_APPOSED},?(?: who)? (?:had|has|have) (?:his|her|their) (?:\w+ )?\w+ (?:{_RUINED})\b"
    rf"|[^.!?“\"]{{0,60}}\bwho (?:had |has |have )?(?:put|invested|paid|sunk|placed|lent) (?:all )?(?:his|her|their) (?:\w+ )?"
    r"(?:savings|pension|money|wages|inheritance|everything|deposit)\b|"
    rf"{_APPOSED},?(?: who)? {_WAS} (?:\w+ )?(?:{_DONE})\b"
    rf"|[^.!?]{{0,120}}\b(?:from|in|at) (?:his|her|a) (?:hospital|sick)[ -]?(?:bed|room|ward)\b"
    rf"|{_APPOSED},? (?:who )?(?:had |has |have )?(?:survived|outlived the|barely escaped|narrowly escaped)\b"
    rf"|,? who {_WAS} (?:\w+ )?(?:{_DONE})\b"
    rf"|{_APPOSED},?(?: who)? (?:had |has |have )?lost (?:the |his |her |their |both |all |two |three )"
    rf"(?:\w+ ){{0,2}}?(?:{_KIN}|{_LOST})\b"
    rf"|[^.!?“\"]{{0,60}},? who (?:had |has |have )?(?:swam|clung|crawled|jumped from|leapt from|was pulled|were pulled|"
    rf"was dug|were dug|"
    r"was rescued|were rescued|was carried|woke (?:up )?in)\b"
    r"|[^.!?“\"]{0,60}\b(?:who|which) (?:had |have |has |were |are )?(?:fallen into debt|been cheated|lost|owed|"
    r"gone unpaid|been evicted)\b"
    r"|[^.!?“\"]{0,80}\bwhose (?:[\w’'-]+ ){1,4}(?:is|was|are|were) among\b"
    r"|[^.!?“\"]{0,80}\bwhose (?:[\w’'-]+ )?(?:ruin|loss|injury|injuries|eviction|suffering|ordeal|dismissal|disappearance)\b"
    rf"|[^.!?“\"]{{0,60}}(?:{_HURT})"
    r"|[^.!?“\"]{0,60},? (?:who )?(?:was |were |had been )?(?:released|freed|let go|let out)"
    r"(?: \w+)? (?:after|on|without|from|last|two|three)\b"
    rf"|[^.!?“\"]{{0,40}}(?:,? who)? (?:was|were|had been) {_HELD} (?:\w+ ){{0,4}}(?:without (?:a )?(?:charge|warrant)|"
    rf"and released)"
    rf"|{_APPOSED},?(?: who)? (?:was|were|had been) (?:\w+ )?{_HELD} for (?:\w+ ){{1,3}}(?:hours|days|nights|weeks|months)"
    r"|[^.!?“\"]{0,60} spent (?:\w+ ){1,3}(?:hours?|days?|nights?|weeks?|months?|years?) (?:in|under) (?:\w+ ){0,2}"
    r"(?:custody|detention|cell|cells|prison|jail|hospital|cellar|water|rubble|corridors?|infirmary|ward)\b",
    re.I,
)
_BEREAVED = re.compile(
    rf"\b(?:{_KIN}|next of kin|survivors) of (?:a |an |the |one of the |those |two |three |several )?(?:\w+ )?"
    rf"(?:{_DONE}|{_STATE}|victims?)\b"
    rf"|\b(?:{_KIN}|next of kin) of (?:a |an |the |one of the )?[\w ]{{0,30}}\bwho (?:had |has |"
    rf"have )?(?:been )?(?:{_DONE}|{_STATE})\b",
    re.I,
)
# "The families" of a text that tells of the dead more than once are theirs.
_COUNT = (
    r"(?:[\w-]+(?:[ -]\w+)? of (?:the |these |those )?|some |several |many |most |two |three |four |all |all the |other |"
    r"the |[\d,.]+ )*"
)
_THE_KIN = re.compile(
    rf"{_COUNT}(?:\d+ |other |bereaved |grieving |evicted |displaced |homeless |injured )*"
    r"(?:famil(?:y|ies)|parents|mothers|fathers|relatives|next of kin|bereaved|widows|orphans|widow|survivors|households|"
    r"evacuees|mourners)"
    r"(?:,? (?:in|of|from|at|on|outside|who|which|whose|that|under|along|behind|gathered|waiting|sleeping|living|camping|"
    r"huddled)\b.*)?",
    re.I | re.S,
)
_HARM = word_list("quotes_harm_en.txt")["done"] | word_list("quotes_harm_en.txt")["events"]
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_WIDOW = re.compile(
    r"^(?:(?:the|an?|one|two|three|several)\s)?(?:\w+ )?(?:widow|widows|widower|widowers|orphan|orphans)\b(?! of (?:the|"
    r"those|a)\b)",
    re.I,
)
_DEATH = re.compile(
    r"\b(?:dead|deaths?|died|killed|drowned|perished|missing|funerals?|coffins?|graves?|bodies|buried|bereaved|mourning|"
    r"lost (?:his|her|their) (?:husband|wife|son))\b",
    re.I,
)
# "Three children drank from the tap and spent six days in hospital. Their father ..."
_PARENT_OF = re.compile(
    r"(?:their|his|her|the (?:boy|girl|child|children|twins|pupils)(?:[’']s|[’'])) (?:\w+ )?(?:father|mother|"
    r"parents?|grandmother|"
    r"grandfather|guardian)\b",
    re.I,
)
_CHILD_HARMED = re.compile(
    rf"\b(?:children|twins|boys?|girls?|child|pupils?|sons?|daughters?|baby|babies|toddlers?)\b[^.!?“\"]{{0,120}}\b"
    rf"(?:{_DONE}|{_STATE})\b",
    re.I,
)
# Kin of whoever is held are nobody's victims.
_OF_HELD = re.compile(
    r"\bof (?:one of )?(?:the |those |an? )?(?:\w+ )?(?:detained|arrested|accused|defendants?|suspects?|charged|convicted|"
    r"prisoners?|detainees?|imprisoned)\b",
    re.I,
)
_PHRASE_END = re.compile(r",|\b(?:of|from|in|at|with|who|whose|which|that|for|on|by|near|behind)\b")


_GOES_ON = re.compile(r"^[^.!?]*[.!?][”\"’']?\s+(?:He|She|They)\b", re.S)
_HIT_GROUP = re.compile(
    rf"{_COUNT}(?:an? |\d+ )?(?:\w+ )?(?:{_DONE}|homeless|stranded|rescued|grieving|unpaid|dismissed|sacked) [a-z]+(?:,|"
    rf"$)"
    # "Another of the cheated", "one of those evicted".
    rf"|(?:one|another|two|three|four|some|several|many|most|others?|a \w+) of (?:the|those) (?:\w+ )?"
    rf"(?:{_DONE})(?:,|$| by\b| in\b| on\b| from\b)",
    re.I,
)
_OF_CHILD = re.compile(
    rf"(?:the|that) (?:\w+ )?(?:boy|girl|child|baby|infant|toddler|pupil|teenager|twin|victim|patient|dead \w+|casualty|twins|"
    rf"children|boys|girls|victims)(?:[’']s|[’']) (?:\w+ )?(?:{_KIN})\b",
    re.I,
)
# "A mother of two", "the father of the twins".
_PARENT = re.compile(
    rf"(?:(?:the|a|another|one|two|three|several|some|young|single|other) )*(?:[a-z]+ and )?(?:mothers?|fathers?|parents?|"
    rf"grandmothers?|"
    r"grandfathers?|guardians?|wife|husband|wives|sons?|daughters?|brother|sister|uncle|aunt)(?:,|$| of\b| from\b| in\b|"
    r" with\b| whose\b)"
    rf"|whose (?:\w+ ){{0,2}}(?:{_LISTS['close']})\b",
    re.I,
)


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
    >>> is_harmed("Ann Orr, a cook with a broken wrist, laughed.", ", a cook with a broken wrist, laughed.")
    True
    """
    if _RELATIVE_HARMED.search(around) is not None or _SELF_HARMED.match(after_name) is not None:
        return True
    goes_on = _GOES_ON.match(after_name)
    return goes_on is not None and _SELF_HARMED.match(after_name[goes_on.end() :]) is not None


def bereaved(phrase: str) -> bool:
    """True for the family of somebody harmed: "parents of the dead children"."""
    return _BEREAVED.search(phrase) is not None


def is_kin_of_harmed(phrase: str, text: str) -> bool:
    """
    True for "the families" and their like where the whole text tells of harm twice or more.

    Examples
    --------
    >>> text = "Two men died. One is missing, three were injured. The families wept."
    >>> is_kin_of_harmed("The families", text), is_kin_of_harmed("The dockers", text)
    (True, False)
    """
    return _THE_KIN.fullmatch(phrase.strip()) is not None and tells_of_harm(text, 2)


def is_hit_group(phrase: str) -> bool:
    """True for "one of the evicted tenants": what was done to them stands before the noun."""
    return _HIT_GROUP.match(phrase) is not None


def is_kin_of_child(phrase: str) -> bool:
    """True for "the girl's mother": whose child a text is about."""
    return _OF_CHILD.match(phrase) is not None


def is_parent_of_harmed(phrase: str, before: str) -> bool:
    """True for "their father" right behind what befell the children."""
    return _PARENT_OF.match(phrase) is not None and _CHILD_HARMED.search(before) is not None


def is_parent(phrase: str) -> bool:
    """True for who is named for being somebody's near kin: "a mother of two", "whose twin sons were there"."""
    return _PARENT.match(phrase) is not None and _OF_HELD.search(phrase) is None


def is_widowed_elsewhere(phrase: str, text: str) -> bool:
    """True for "the widow" in a text that tells of no death: what befell her is not its event."""
    return _WIDOW.search(phrase) is not None and _DEATH.search(text) is None


def is_kin(phrase: str) -> bool:
    """
    True where a word for family heads a phrase.

    Examples
    --------
    >>> is_kin("her eldest son, aged 15"), is_kin("her lawyer"), is_kin("the lawyer of her son")
    (True, False, False)
    """
    return _heads(phrase) in word_list("quotes_harm_en.txt")["kin"]


def is_bystander(phrase: str) -> bool:
    """True for a witness, a neighbour, a vendor: whoever is named for having been near."""
    return _heads(phrase) in word_list("quotes_harm_en.txt")["bystanders"]


def _heads(phrase: str) -> str:
    """The last word before a comma, a preposition or a relative clause, in lower case."""
    words = _PHRASE_END.split(phrase.lower(), maxsplit=1)[0].split()
    return words[-1] if words else ""


def tells_of_harm(text: str, times: int) -> bool:
    """True where a text has that many words of harm."""
    found = (word for word in _WORD.findall(text.lower()) if word in _HARM or word.rstrip("s") in _HARM)
    return len(list(islice(found, times))) == times
