"""What furniture looks like: the shapes of bylines, captions, share widgets, footers and their kin."""

from __future__ import annotations

import re

from framing.corpus.dates import find_date

_I = re.IGNORECASE

# Heads ----------------------------------------------------------------------------------------------------------------
BREADCRUMB = re.compile(r"(?:[\w&'’.-]+(?: [\w&'’.-]+){0,3})(?: ?[/>»›] ?(?:[\w&'’.-]+(?: [\w&'’.-]+){0,3})){1,5}")
UPDATED = re.compile(
    r"(?:last )?(?:updated|published|posted|modified|first published|publish date|date)(?: on| at)?\s*[:：]?\s*", _I
)
_NAME = r"[A-Z][\w.'’-]*(?: (?:[a-z]{1,3} )?[A-Z][\w.'’-]*){0,4}"
BY_NAMES = re.compile(r"(?:by|text by|words by|reported by|story by|from)\s*:?\s+(?P<names>.{3,200})", _I)
_PIPED = re.compile(r"[^|]{2,120}(?: ?\| ?[^|]{2,80}){1,3}")
_ALL_NAMES = re.compile(
    rf"by:? {_NAME}(?: in [A-Z].{{2,40}})?(?:(?:,| and| &|, and) {_NAME}(?: in [A-Z].{{2,40}})?)*"
    r"(?:,? (?:in|for|of|and) .{2,60})?(?:,[^.]{2,60})?", _I,
)  # fmt: skip
_BY_OUTLET = re.compile(r"by:? .{3,160}\((?P<outlet>[A-Z][^()]{2,60})\)\s*(?P<rest>.{0,60})", _I)
LANGUAGES = re.compile(
    r"(?:english|中文|双语|français|español|русский|عربي|日本語|한국어|deutsch|português|global edition|asia|us|europe|africa|[\s|/·]+)+",
    _I,
)

# Share widgets and page tools -----------------------------------------------------------------------------------------
_SHARE_CORE = re.compile(
    r"\b(?:share[ds]?|tweet|print|e-?mail|facebook|twitter|wechat|weibo|whatsapp|linkedin|pinterest|reddit|telegram|分享|打印)\b|分享按钮|分享到",
    _I,
)
_SHARE_WORDS = re.compile(
    r"(?:share[ds]?|this|article|story|page|via|on|to|with|friends?|tweet|print|e-?mail|mail|facebook|twitter|wechat|"
    r"weibo|sina|whatsapp|linkedin|pinterest|reddit|telegram|messenger|instagram|copy|link|save|bookmark|like|comments?|"
    r"text|font|size|large|larger|medium|small|smaller|a|x|minus|plus|分享|分享按钮|分享到|微信|微博|打印|评论|\d{1,5}|[^\w\s]+)", _I,
)  # fmt: skip
LIVE_TIME = re.compile(
    r"(?:block-time )?(?:published-time|updated-time(?:updated at)?|updated at|posted at)?\s*"
    r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:GMT|BST|UTC|[ECMP][SD]?T|AE[SD]?T|IST|CET|HKT)?", _I,
)  # fmt: skip
LIVE_NOTE = re.compile(
    r"(?:this|our) (?:live ?blog|briefing|live coverage|page) (?:has ended|is (?:now )?closed|is no longer).*|block-time .*", _I
)
VIDEO = re.compile(r"\[(?:video|audio|podcast|gallery|interactive|graphic|map)\b[^\]]{0,120}\]", _I)

# Captions and images --------------------------------------------------------------------------------------------------
_CREDIT_WORD = r"(?:photos?|photograph|photographed|picture|image|illustration|graphic|handout|screenshot|getty|file)"
BRACKET_CREDIT = re.compile(rf"\[(?=[^\]]*(?:/|\b{_CREDIT_WORD}\b|\bfor [A-Z]))(?!source)[^\[\]]{{3,110}}\]\s*$", _I)
ROUND_CREDIT = re.compile(
    rf"\((?:{_CREDIT_WORD}\b[^()]{{0,90}}|[^()]{{2,40}} photo/[^()]{{2,60}}|(?:xinhua|afp|ap|reuters|epa|cns)\s?/\s?[^()]{{2,60}})\)\s*$",
    _I,
)
COLON_CREDIT = re.compile(
    r"\b(?:photograph|photo credit|photo|picture|image credit|illustration|credit)s?(?: by)?: ?[A-Z][^.!?]{2,90}$"
)
PHOTO_LINE = re.compile(
    r"(?:photos?|photo credit|picture|caption|graphic|video|maps?|illustrations?)s?\s*:.*|\(photo.{0,90}\)", _I
)
CAPTION_WORDS = 90
IMAGE_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+(?: ?\.[^\s<>\"']+)?\.(?:jpe?g|png|gif|webp|svg|bmp)(?:\?[^\s<>\"']*)?", _I
)
BARE_URL = re.compile(r"(?:https?://|www\.)\S+", _I)

# Feet -----------------------------------------------------------------------------------------------------------------
COPYRIGHT = re.compile(
    r"(?:copyright\b(?! law)|©|\(c\) ?\d{4}|all rights reserved|licen[cs]e for publishing|(?:internet )?registration number ?:|"
    r"[^\w\s]?[京沪粤]icp).*", _I,
)  # fmt: skip
RIGHTS = re.compile(
    r"\ball rights reserved\b|\bwithout (?:prior )?(?:written )?(?:permission|authori[sz]ation)\b.*\b(?:republish|reproduc|reprint)",
    _I,
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
CONTACT = re.compile(
    r"(?:(?:please )?contact (?:the )?(?:writers?|authors?|reporters?|editors?|us)\b.{0,120}|"
    r"(?:e-?mail|write to|reach) (?:the )?(?:writers?|authors?|reporters?|editors?|him|her|us)\b.{0,120}|"
    r"e-?mail ?:.{0,80}|(?:tel|phone|fax) ?:.{0,40}|.{0,60}\bcan be (?:reached|contacted) (?:at|on|via)\b.{0,80})", _I,
)  # fmt: skip
RELATED_HEADING = re.compile(
    r"(?:related(?: (?:stories|articles|news|links|posts|content|coverage|topics|reading))?|read more|more (?:stories|news|on this(?: story)?|"
    r"from [\w' ]{2,30}|like this)|see also|also (?:read|see)|hot topics?|highlights?|editor'?s'? (?:picks?|choice)|recommended(?: reads?| for you)?|"
    r"you (?:may|might) (?:also )?like|most (?:read|viewed|popular|shared|commented)(?: .{1,20})?|latest (?:news|stories|videos?)|top (?:stories|news)|"
    r"trending(?: now| topics)?|popular(?: posts| stories)?|today'?s top (?:news|stories)|special(?: reports?| coverage)?|don'?t miss|up next|"
    r"topics?|tags?|keywords|photos?|videos?) ?[:：»>]*", _I,
)  # fmt: skip
RELATED_LINE = re.compile(
    r"(?:read more|read also|also read|also see|see also|related(?: story| article)?|more(?: here)?|watch|listen|tags|topics)\s*[:|»>]\s*\S.*",
    _I,
)
READ_ALL = re.compile(
    r"\(?(?:read|view|see) (?:the )?(?:full|whole|original|entire) (?:story|article|post|text|version|page)\b.{0,60}\)?", _I
)
PROMOTION = re.compile(
    r"(?:(?:please )?(?:subscribe|sign up|register|donate)\b(?: (?:to|for|here|now|today)\b.{0,120})?[.!]?|"
    r"(?:please )?(?:support|join) (?:us|our)\b.{0,120}|"
    r"(?:get|download|install) (?:the|our|your)\b.{0,60}\b(?:apps?|newsletters?|alerts?|e-?paper)\b.{0,60}|"
    r"(?:click|tap)\b.{0,30}\b(?:here|image|link|button|below|icon)\b.{0,120}|"
    r"(?:like|follow) (?:us|more|our|@)\b.{0,120}|follow [\w' ]{2,40} on (?:facebook|twitter|instagram|x|weibo|wechat|youtube|telegram)\b.{0,120}|"
    r"follow us|(?:google |sponsored )?(?:ads?|advertisements?|advertising|sponsored(?: content)?)(?: \d+)?)", _I,
)  # fmt: skip
APPEAL = re.compile(
    r"\b(?:your (?:contribution|donation|support|subscription)s?\b.{0,80}\b(?:help|allow|enable|keep|make|ensure)|"
    r"\b(?:we|us) (?:need|rely on|depend on) your (?:support|help)|non-?profit\b.{0,60}\b(?:need|support)|"
    r"(?:toggl\w+|click\w*|tap\w*|us(?:e|ing)|press\w*) the (?:switch|button|link|box|form|image|icon)\b.{0,20}\b(?:below|above|here)|"
    r"(?:is|are) powered by \w+|know more about this|sign up (?:here|now|for)|subscribe (?:here|now|to)|newsletters? .{0,40}\binbox|"
    r"we'?d like to hear (?:what you think|from you)|this (?:website|site|page) uses cookies)", _I,
)  # fmt: skip
FURNITURE = re.compile(
    r"(?:(?:back )?to (?:the )?top|top|home|menu|navigation|search|english|skip to .{2,30}|log ?in|log ?out|sign in|my account|open (?:popup|menu)|close(?: popup)?|"
    r"welcome(?: back)?!?|loading\.*|next|previous|page \d+(?: of \d+)?|about us|contact us|privacy(?: policy)?|terms(?: of (?:use|service))?|"
    r"cookie (?:policy|settings)|site ?map|e-?paper|rss|mobile|archives?|<!--|-->|[*_=~.•·#–—-]{3,}|(?:\* ){2,}\*|end|ends|enditem|###)", _I,
)  # fmt: skip
WIRE = re.compile(
    r"(?:.{2,160}\bcontributed (?:to this|reporting|research|to the)\b.{0,200}|(?:additional |editing |writing )?report(?:ing|ed)(?: and (?:research|writing|editing))? "
    r"(?:was|were)? ?(?:contributed )?by .{2,}|additional reporting .{2,120}|editing by .{2,120}|writing by .{2,120}|"
    r"[(\[—–-]*\s?(?:with (?:files|reporting|inputs?|material) from .{2,80}|source ?: ?.{2,60})[)\]]?\.?|"
    r"[(\[—–-]+\s?(?:xinhua|reuters|afp|ap|associated press|agencies|dpa|pti|ani|ians|efe|cns|bloomberg|tass|upi|aap|pa)(?:[ /,;-]+[\w ]{2,30})*[)\]]?\.?|"
    r"(?:xinhua|reuters|afp|agencies|associated press|china daily|global times)(?:[-–—/ ]+(?:xinhua|reuters|afp|ap|agencies|china daily))*)", _I,
)  # fmt: skip
AUTHOR_NOTE = re.compile(
    r"(?:[•*] ?)?(?:the (?:author|writer)s? (?:is|are|was|were)\b.{3,300}|.{3,60} is (?:a|an|the) .{0,40}\bcolumnist\b.{0,60}|"
    r"the (?:opinions|views)(?: expressed)?\b.{0,80}\b(?:are (?:those|personal|solely|the)|do not|expressed are)\b.{0,240})", _I,
)  # fmt: skip
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.-]+(?:[ -][A-Z][A-Z'’.]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?)"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.?) \d{1,2}(?:,? \d{4})?)?(?: \((?:[A-Z][\w. ]{1,24})\))? ?(?:--|—|–| - )\s?"
)


def is_share(text: str) -> bool:
    """
    True for a line of share and page tools.

    Examples
    --------
    >>> is_share("Print Mail Large Medium Small 0"), is_share("Share - WeChat"), is_share("Small shares fell")
    (True, True, False)
    """
    words = text.split()
    return len(words) <= 16 and bool(_SHARE_CORE.search(text)) and all(_SHARE_WORDS.fullmatch(word) for word in words)


def is_byline(text: str) -> bool:
    """
    True for a line that says who wrote it, or where and when it stood.

    Examples
    --------
    >>> is_byline("By ANN WRITER (The Post) Updated: 2014-10-09"), is_byline("By then the talks had failed.")
    (True, False)
    >>> is_byline("Ann Writer | The Post | Updated: 2019-11-15"), is_byline("By Ann Writer and Bo Li in Rome")
    (True, True)
    """
    if len(text.split()) > 40:
        return False
    if _PIPED.fullmatch(text) and (find_date(text) or text.lower().startswith("by ")):
        return True
    if (found := _BY_OUTLET.fullmatch(text)) and (not found["rest"] or find_date(found["rest"])):
        return True
    return text[:1].isupper() and bool(_ALL_NAMES.fullmatch(text)) and _looks_like_names(text)


def _looks_like_names(text: str) -> bool:
    """True if nearly every longer word after "By" is capitalised, and the line does not end like a sentence."""
    words = [word for word in text.split()[1:] if len(word) > 3]
    return not text.endswith((".", "!", "?")) and bool(words) and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_update(text: str) -> bool:
    """True for a line that is only a date of publication."""
    rest = UPDATED.sub("", text, count=1)
    return (
        len(text.split()) <= 9
        and find_date(text) is not None
        and (rest != text or rest[:1].isdigit() or len(text.split()) <= 5)
    )


def is_caption(text: str) -> bool:
    """
    True for a line that describes a picture, known by its credit.

    Examples
    --------
    >>> is_caption("Police lead a man away on Thursday. [Photo/Agency]"), is_caption("He said no. [Source]")
    (True, False)
    """
    if len(text.split()) > CAPTION_WORDS:
        return False
    credits = (BRACKET_CREDIT, ROUND_CREDIT, COLON_CREDIT)
    return any(credit.search(text) for credit in credits) or bool(PHOTO_LINE.fullmatch(text))


def is_related(text: str) -> bool:
    """True for the heading of a list of other articles, or a line that leads to one."""
    short = len(text.split()) <= 25
    return short and any(form.fullmatch(text) for form in (RELATED_HEADING, RELATED_LINE, READ_ALL))


def is_contact(text: str) -> bool:
    """True for an address of the writer."""
    return bool(CONTACT.fullmatch(text)) or (len(text.split()) <= 6 and bool(EMAIL.search(text)))


def is_promotion(text: str) -> bool:
    """True for a line that asks to subscribe, follow, click or give."""
    return bool(PROMOTION.fullmatch(text)) or (len(text.split()) <= 80 and bool(APPEAL.search(text)))


def in_head(text: str) -> bool:
    """True for a line that belongs above a body."""
    tests = (is_byline, is_update, is_share, is_caption)
    return bool(BREADCRUMB.fullmatch(text) or LANGUAGES.fullmatch(text) or IMAGE_URL.fullmatch(text)) or any(
        t(text) for t in tests
    )


def in_foot(text: str) -> bool:
    """True for a line that belongs below a body."""
    whole = (COPYRIGHT, FURNITURE, WIRE, AUTHOR_NOTE, IMAGE_URL, BARE_URL, LIVE_NOTE, VIDEO)
    tests = (is_share, is_related, is_contact, is_promotion, is_caption)
    return any(form.fullmatch(text) for form in whole) or bool(RIGHTS.search(text)) or any(test(text) for test in tests)
