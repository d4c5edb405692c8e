"""Sources that are not to be known: asked not to be named, afraid, or given a cover name by the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_OWN = r"(?:his|her|their|whose)"
_PART = r"(?:names?|identit(?:y|ies)|faces?|initials?|surnames?|voices?)"
_WORK = r"(?:posts?|jobs?|safety|lives|life|pensions?|family|families|careers?|licen[cs]es?|freedom|visas?|permits?|places?)"
_ASKED = (
    r"(?:asks?|asked|begs?|begged|wish(?:es|ed)?|requests?|requested|prefers?|preferred|wants?|wanted|pleads?|pleaded|insists?|"
    r"insisted|implored|implores?|urged|told|made)"
)
_NOT = r"(?:not|n[’']t|never)"
_HIDDEN = re.compile(
    r"\banonym|not (?:to )?be (?:further |publicly )?(?:named|identified|quoted by name|recogni[sz]ed)"
    r"|(?:declined|refused|(?:(?:did|do|does) not|(?:did|do|does)n[’']t) (?:want|wish|care|like|dare)|not willing|"
    r"unwilling|neither of whom (?:wish\w*|want\w*)|none of whom "
    r"(?:wish\w*|want\w*)) to be (?:named|identified|quoted)"
    rf"|(?:would not|wouldn[’']t|did not want to|declined to|refused to) give (?:{_OWN}|a) (?:full |real |last )?names?\b"
    rf"|{_ASKED} (?:that )?(?:{_OWN} (?:\w+ )?{_PART} |(?:us |me |this \w+ |the \w+ )?(?:not|never) to (?:be )?(?:named?|"
    rf"use|mention|say|tell|give|appear|show|print)|to (?:remain|stay) "
    r"(?:un\w+|nameless|anonymous|in the dark))"
    rf"|{_ASKED} (?:that )?(?:us |me |this \w+ |the \w+ )?(?:that |to |not to )?(?:only )?(?:\w+ ){{0,4}}?{_OWN} (?:real |"
    rf"full |own |first )?"
    rf"(?:\w+ )?{_PART}\b(?! (?:of|on the list))"
    rf"|(?:did|does|do|would|will|could|should|may|dared?|must) ?{_NOT} (?:\w+ ){{0,3}}{_OWN} (?:\w+ )?(?:{_PART}|job|"
    rf"village|office)"
    r"(?: (?:in|to|or|printed|published|used|mentioned|known)\b|[,.;]|$)"
    rf"|(?:won|doesn|wouldn|didn)[’']t (?:\w+ ){{0,2}}{_OWN} (?:\w+ )?(?:{_PART}|job|village|office)\b"
    rf"|(?:withh[eo]ld|protect|conceal|changed|disclose|reveal|publish|print|hide|leave out|forget|keep(?:ing)? back|"
    rf"omit) (?:{_OWN} )?"
    rf"(?:full |real )?(?:{_PART})\b"
    rf"|\b(?:unnamed|unidentified|undisclosed|nameless)\b(?! (?:voices|graves?|dead|enem\w+|dread|fears?|hordes?|"
    rf"masses|hills?|streets?))|{_OWN} (?:real |full )?names? "
    r"(?:has|have|is|are|was|were) (?:been )?(?:changed|withheld|known to|left out|kept|not)"
    rf"|\bfear(?:ed|s|ing)? (?:for {_OWN} (?:\w+ )?{_WORK}"
    r"|(?:\w+ )?(?:reprisals?|retaliation|retribution|repercussions|arrest|dismissal|"
    r"being (?:dismissed|fired|arrested|punished)))"
    rf"|(?:for|from|in) fear of (?:losing|reprisals?|being|arrest|what|{_OWN})|afraid (?:of losing|for {_OWN}|"
    rf"to be (?:named|seen))"
    rf"|\bwho (?:\w+ )?(?:would|could|might|may|will|stands to) (?:\w+ )?(?:lose|cost (?:her|him|them)) (?:{_OWN}|the|"
    rf"more than|a) (?:\w+ ){{0,2}}?{_WORK}\b"
    rf"|(?:risks?|risked|risking) (?:losing )?{_OWN} (?:\w+ )?{_WORK}"
    r"|\bif (?:we|I|this \w+|the paper) (?:were to |should )?(?:named?|identif\w+|print\w*|publish\w*|said who)"
    r"|\b(?:we|I|this \w+|Our \w+) (?:do|does|will|shall|would|am|are|is|have agreed|promised|agreed|undertook)(?: not|"
    r"n[’']t)(?: to)? "
    r"(?:be )?(?:named?|naming|identify\w*|print|say who|give)"
    r"|\bwhom? (?:we|I|this \w+) (?:do|will|shall|are|may|cannot|must|have promised|can)(?: ?not|"
    r"n[’']t)? ?(?:not )?(?:to )?(?:name|naming|identify)"
    r"|\bon (?:the )?(?:condition|understanding|assurance|promise)\b|off the record|not for (?:attribution|quotation|print)"
    r"|(?:speaking|spoke|talked|talking|said so) (?:only )?(?:privately|in private|in confidence|confidentially)|"
    r"\bspeaks? (?:only )?in private"
    r"|not (?:his|her|their) real names?|\b(?:by|with|under|used?|giving|gave) (?:only )?(?:his|her|their|an?|only (?:his|"
    r"her|an?|their)) "
    r"(?:initials?|pseudonym)\b|only (?:his|her|their) initials?"
    r"|without (?:giving|leaving|telling us) (?:his|her|a|their) names?|gave no name|would give no name"
    r"|neither (?:he|she) nor \w+ \w+ (?:appear\w*|be\w*|is|was|were) (?:by name|named|identif\w+)|\bappear(?:ed|s)? by name"
    r"|\b(?:asks?|asked|begs?|begged|implore[sd]?|urge[sd]?|plead(?:s|ed)? with) (?:me|us|this \w+|our \w+|the reporters?) "
    r"(?:(?:not|never) to|to (?:leave out|omit|forget|hide|change|withhold|conceal|keep quiet|disguise|blur))\b"
    r"|\bagreed to (?:speak|talk|meet \w+) (?:\w+ ){0,3}?(?:only )?(?:if|on condition|provided|as long as)|"
    r"\bneither (?:(?:his|her|their) )?names? nor\b"
    r"|\bwhose (?:real |full )?names? (?:we|I|this \w+|the (?:paper|editors?|magazine|bulletin|newsroom|desk))\b|"
    r"\bas (?:he|she|they) (?:wants?|wanted|asks?|asked|prefers?|preferred|wish\w*) to be "
    r"(?:called|known|named)\b"
    r"|\b(?:person|people|someone|somebody|sources?|man|woman|insiders?) (?:inside|within|close to)\b"
    r"|\b(?:neither|none|both) of whom [^.;]{0,40}\b(?:names?|named|quoted|identified)\b"
    r"|\bto (?:remain|stay) (?:in the (?:shadows|background|dark)|out of (?:sight|print))\b"
    r"|\b(?:made|had) (?:us|me) promise\b|\bwho (?:would|could|might) be (?:dismissed|fired|sacked|arrested|punished|"
    r"expelled) if\b"
    r"|\bwithout (?:his|her|their|a) names?\b"
    r"|\b(?:asked|begged|preferred|wished|wanted|pleaded) not to be (?:quoted|seen|filmed|mentioned|recorded)\b"
    rf"|\b(?:would|[’']d) (?:much )?rather (?:not|never) (?:\w+ ){{0,3}}{_OWN} (?:\w+ )?{_PART}\b"
    rf"|\b(?:would|[’']d) (?:much )?rather (?:not|never) be (?:named|seen|quoted|identified|known)\b"
    r"|\bon condition that (?:we|I) (?:forget|leave out|omit|hide|do not (?:name|print|say))\b"
    r"|\bfor whose (?:safety|protection|sake)\b"
    rf"|\b{_OWN} names? (?:is|are) (?:better|best|safer) (?:left|kept|not)\b|\bkeep(?:s|ing)? {_OWN} names? (?:to|"
    rf"out|from|off)\b"
    r"|\bunsigned\b|\bwithout (?:a |any )?signatures?\b"
    r"|familiar with|close to the (?:matter|case|talks|investigation)|not (?:authori[sz]ed|allowed|permitted|cleared) to"
    r"|\b(?:with|had|has|have) knowledge of the|briefed on (?:the|its|his|her|their)",
    re.I,
)  # fmt: skip
# One of these stands in everything the pattern can match; asking for them first is many times faster.
_SIGNS = (
    "nam", "identi", "anonym", "face", "initial", "voice", "fear", "afraid", "lose", "cost", "risk", " on ", "record",
    "private", "confiden", "signature", "unsigned", "authori", "allowed", "permitted", "cleared", "familiar", "close to",
    "knowledge", "briefed", "undisclosed", "not for", "pseudonym", " to ", "job", "village", "office", "recogni", "agreed",
    "print", "publish", "said who", "inside", "within", "whom", "to be", "rather",
)  # fmt: skip
# "They asked not to be named", in the sentence behind.
_AFTERWARDS = re.compile(
    r"[.!?][”\"’']?\s+(?:They|Both|He|She|His|Her|Their|We|The (?:two|men|women|pair|three|paper|editors?|magazine|"
    r"bulletin|newspaper)|"
    r"This (?:paper|newspaper|magazine|bulletin)|Our (?:editors?)|All|None|Neither|Nobody)\b[^.!?\n]{0,160}"
)
_GIVEN = r"[A-Z][\w’'-]{0,60}(?: [A-Z][\w’'-]{0,60}){0,6}"
_COVER = re.compile(
    r"(?:\bwhom? (?:I|we|the \w+|this \w+)(?:[’'](?:ll|ve|m|re)| will| shall| have| am| are| must)* (?:only |here |simply )?|"
    r"\b(?:I|we)(?:[’']ll| will| shall| have| must)(?: only| here| simply)? )"
    rf"(?:call(?:ed|ing|s)?|nam(?:ed|ing)|know(?:n)? (?:here )?as|refer(?:red|ring)? to (?:here )?as)(?: (?:him|her|them|"
    rf"it))?(?: here)? (?P<a>{_GIVEN})"
    rf"|\b(?:asks|asked|wants?|wanted|wishes|wished|preferred|prefers) to be (?:called|known as|(?:identified|"
    rf"named) (?:only )?as) (?P<b>{_GIVEN})"
    rf"|\b(?:(?:under|using) (?:a|the) name|(?:under|using|by) (?:a|the) (?:pseudonym|alias|"
    rf"cover name)),? (?:of )?(?P<c>{_GIVEN})"
    rf"|\bto whom (?:we|I)(?:[’']ve| have| shall| will)? (?:give|given|gave) the name (?:of )?(?P<e>{_GIVEN})"
    r"|\b(?:appears?|speaks?|figures?|goes|go|is called|be called|is known|is named|was called) (?:here |"
    r"in this \w+ )(?:only )?"
    rf"(?:as|by the name (?:of )?|under the name (?:of )?|by )?\s?(?P<f>{_GIVEN})"
    rf"|\b(?:here (?:called|named|known as|given as)|(?:given|named|called|known|identified|"
    rf"referred to) (?:here|in this \w+) as) (?P<g>{_GIVEN})"
    rf"|\b(?:[Ll]et us|[Ll]et[’']s|[Ll]et me|(?:[Ww]e|I)(?:[’']ll| shall| will)?|[Pp]lease|may|to) (?:call|name) (?:him|"
    rf"her|them) (?P<h>{_GIVEN})"
    rf"|(?:^|[.!?] |\n|, )[Cc]all (?:him|her|them) (?P<j>{_GIVEN})"
    rf"|\bknown (?:here |to us |to this \w+ )?only as (?P<n>{_GIVEN})"
    rf"|(?:\b(?:be|is)|,) called (?P<o>{_GIVEN}) (?:here|in this \w+)\b"
    rf"|\bon condition of being (?:called|named|known as|referred to as) (?P<k>{_GIVEN})"
)  # fmt: skip
_CHANGED = re.compile(
    r"\b(?:names? (?:in this \w+ |of [\w ]{3,30} )?(?:has|have) been (?:changed|altered)|(?:changed|altered) "
    r"(?:the|some|all|their|"
    r"two|three|several) (?:of the )?names?)\b"
    r"|\b(?:[Ww]here|[Ww]hoever) (?:only )?(?:an? |the )?(?:(?:first|single|given) )?names? (?:stands?|is given|"
    r"appears?) (?:alone|"
    r"by itself)|\b[Ss]ingle names are not\b|\bfirst names (?:only|alone) are (?:not|invented|ours)\b",
    re.I,
)
# Where names were changed: one name by itself with a description, where everybody else has two.
_ALONE = re.compile(r"(?:^|[.!?:] )(?P<m>[A-Z][a-z]+)(?=, (?:an? |\d|the [a-z]|who ))")
# "Ann Orr wrote under the name of Heron": hers, and no secret.
_PEN = re.compile(
    r"[A-Z][\w’-]+ [A-Z][\w’-]+ (?:(?:has|had) )?(?:once |long )?(?:wr(?:ote|itten|ites)|published|posted|sang|blogged|drew|"
    r"performed)\b[^.!?]*$"
)
# These begin with the name: looking at every name of a text takes time, so what stands behind it is looked for first.
_NAME_FIRST = re.compile(
    rf"(?P<d>{_GIVEN})(?:,| \()\s?(?:which is |it is |that is )?(?:not (?:his|her|their) real name|"
    r"an? (?:pseudonym|alias|cover name)|name changed|as (?:we|I) (?:shall |will |have agreed to )?call (?:him|her|them)|"
    r"as (?:he|she) is called here|"
    r"whose (?:real )?name (?:has been|was|is) (?:changed|withheld|known to|not|kept))"
    rf"|\bby (?P<i>{_GIVEN}) (?:in|for) this (?:report|article|text|bulletin)"
)  # fmt: skip
_BEHIND_NAME = re.compile(
    r"\breal names?\b|\bpseudonym|\balias\b|\bcover name|\bname changed|\bcall (?:him|her|them)\b|\bis called here\b|"
    r"\bwhose name\b|\b(?:in|for) this (?:report|article|text|bulletin)"
)
# One of these stands in every line that can give a cover name.
_COVER_SIGNS = (
    "only as",
    "call",
    "nam",
    "known as",
    "refer",
    "identified",
    "pseudonym",
    "alias",
    " here",
    "in this ",
    "for this ",
)
_LINE = re.compile(r"[^\n]+")
_ITS_PART = re.compile(rf"{_OWN} (?:\w+ )?{_PART}$", re.I)
_DEFINITE = re.compile(r"(?:the|this|that|its|their) (?!two|three|men|women|pair|both|man|woman)", re.I)
_SENTENCE = re.compile(r"(?<=[\w”\"’)][.!?])[”\"’]?\s")


@lru_cache(maxsize=1 << 14)
def is_hidden(text: str) -> bool:
    """
    True where the words around a source say that it is not to be named.

    Examples
    --------
    >>> is_hidden("a clerk who feared for her post"), is_hidden("a clerk at the town hall")
    (True, False)
    >>> is_hidden("a guard who begs us to forget his face"), is_hidden("a guard with a sad face")
    (True, False)
    """
    low = text.lower()
    return any(sign in low for sign in _SIGNS) and _HIDDEN.search(text) is not None


def hidden_around(text: str, mention: tuple[int, int]) -> bool:
    """
    True where the sentence of a nameless source, or the one behind it, says so.

    Examples
    --------
    >>> text = "Speaking privately, a clerk said the books were closed."
    >>> hidden_around(text, (20, 27))
    True
    """
    start, end = mention
    low = max(text.rfind("\n", 0, start) + 1, start - 160)
    before = _SENTENCE.split(text[low:start])[-1]
    around = _SENTENCE.split(text[start : end + 220].partition("\n")[0])[0]
    opening = before if before.rstrip().endswith(",") and "“" not in before and '"' not in before else ""
    if is_hidden(around) or is_hidden(opening) or any(cover_names(around[: end - start + 60])):
        return True
    if _ITS_PART.match(text[start:end]):
        # "A guard who begs us to forget his face says": only the end of the phrase was found.
        return is_hidden(before + around)
    return _DEFINITE.match(text, start) is None and hidden_afterwards(text, end)


def hidden_before(text: str, at: int) -> bool:
    """True where one of the two sentences of the same paragraph before a pronoun says so of whom it means."""
    low = max(text.rfind("\n", 0, at) + 1, at - 420)
    above = text.rfind("\n", 0, max(0, low - 2)) + 1
    sentences = [s for s in _SENTENCE.split(text[low:at]) if s.strip()]
    if len(sentences) <= 1 and low - above < 400:
        sentences = [s for s in _SENTENCE.split(text[above:low]) if s.strip()] + sentences
    return any(is_hidden(s) for s in sentences[-3:])


def hidden_afterwards(text: str, end: int) -> bool:
    """True where the sentence behind the one that holds `end` says so: "They asked not to be named"."""
    behind = _AFTERWARDS.search(text, end, end + 460)
    return behind is not None and "\n" not in text[end : behind.start()] and is_hidden(behind.group())


@lru_cache(maxsize=64)
def names_changed(text: str) -> bool:
    """True where a text says once for all that it changed names."""
    return _CHANGED.search(text) is not None


def cover_names(text: str) -> Iterator[tuple[int, int]]:
    """
    Where the writer gives somebody a name that is not theirs.

    Examples
    --------
    >>> text = "A porter whom we shall call Moss shrugged."
    >>> [text[a:b] for a, b in cover_names(text)]
    ['Moss']
    """
    low, changed = text.lower(), names_changed(text)
    for line in _LINE.finditer(text):
        start, end = line.span()
        if changed:
            yield from (span for span in _spans(_ALONE, text, start, end) if not _has_family_name(text, span))
        if any(low.find(word, start, end) >= 0 for word in _COVER_SIGNS):
            # The break before it belongs to what opens a sentence.
            for match in _COVER.finditer(text, max(0, start - 1), end):
                if match.lastgroup and not (match.lastgroup == "c" and _PEN.search(text, start, match.start())):
                    yield match.span(match.lastgroup)
            if _BEHIND_NAME.search(text, start, end):
                yield from _spans(_NAME_FIRST, text, start, end)


def _has_family_name(text: str, span: tuple[int, int]) -> bool:
    """True where the text also gives this name together with a second one."""
    name = text[slice(*span)]
    return re.search(rf"\b{name} [A-Z]|[A-Z][\w’-]+ {name}\b", text) is not None


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text, start, end):
        if match.lastgroup:
            yield match.span(match.lastgroup)
