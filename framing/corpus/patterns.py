"""What furniture looks like: the shapes of bylines, captions, share widgets, footers and their kin."""

from __future__ import annotations

import re

from framing.corpus.databases import is_field
from framing.corpus.dates import find_date
from framing.corpus.forms import LONGEST
from framing.corpus.forms import any_of as _any
from framing.corpus.signatures import is_author_note, is_contact

# Heads
_STEP = r"[\w&'’.-]+(?: [\w&'’.-]+){0,3}"
BREADCRUMB = re.compile(rf"{_STEP}(?: ?[/>»›] ?{_STEP}){{1,5}}")
UPDATED = _any(r"(?:(?:last |first )?(?:updated|published|posted|modified)|publish date|date)(?: on| at)?\s*[:：]?\s*")
_NAME = r"[A-Z][\w.'’-]*(?: (?:[a-z]{1,3} )?[A-Z][\w.'’-]*){0,4}"
_PLACED = rf"{_NAME}(?: in [A-Z].{{2,40}})?"
_PIPED = re.compile(r"[^|]{2,120}(?: ?\| ?[^|]{2,80}){1,3}")
# Names keep their capitals: "by then the talks had failed" is no byline.
_ALL_NAMES = re.compile(
    rf"(?:[Bb]y|BY):? {_PLACED}(?:(?:,| and| &|, and) {_PLACED})*(?:,? (?:in|for|of|and) .{{2,60}})?(?:,[^.]{{2,60}})?"
)
_BY_OUTLET = re.compile(r"(?:[Bb]y|BY):? .{3,160}\((?P<outlet>[A-Z][^()]{2,60})\)\s*(?P<rest>.{0,60})")
BYLINE_PREFIX = re.compile(
    r"(?:[^|\n]{2,120} \| )?[^|\n]{2,60} \| (?:Updated|Published)\s*:?\s*\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\s+(?=\S)"
)
LANGUAGES = re.compile(
    r"(?:english|中文|双语|français|español|русский|عربي|日本語|한국어|deutsch|português|"
    r"global edition|asia|us|europe|africa|[\s|/·]+)+",
    re.IGNORECASE,
)

# Share widgets, page tools and rolling pages
_SHARE_CORE = _any(
    r"\b(?:share[ds]?|tweet|print|e-?mail|facebook|twitter|wechat|weibo|whatsapp|linkedin|pinterest|reddit|telegram)\b",
    "分享|打印",
)
_SHARE_WORDS = _any(
    "share[ds]?|this|article|story|page|via|on|to|with|friends?|tweet|print|e-?mail|mail|facebook|twitter|wechat|weibo|sina",
    "whatsapp|linkedin|pinterest|reddit|telegram|messenger|instagram|copy|link|save|bookmark|like|comments?|text|font|size",
    "large|larger|medium|small|smaller|a|x|minus|plus|分享|分享按钮|分享到|微信|微博|打印|评论",
    r"\d{1,5}|[^\w\s]+",
)
READ_OR_SHARE = _any(r"(?:read or )?share (?:this|on)\b.{0,40}https?://\S+")
LIVE_TIME = _any(
    r"(?:block-time )?(?:published-time|updated-time(?:updated at)?|updated at|posted at)?\s*\d{1,2}[.:]\d\d\s*"
    r"(?:[ap]\.?m\.?)?\s*(?:GMT|BST|UTC|[ECMP][SD]?T|AE[SD]?T|IST|CET|HKT)?"
)
LIVE_NOTE = _any(
    r"(?:this|our) (?:live ?blog|briefing|live coverage|page) (?:has ended|is (?:now )?closed|is no longer).{0,140}",
    "block-time .*",
)
VIDEO = _any(r"\[(?:video|audio|podcast|gallery|interactive|graphic|map)\b[^\]]{0,120}\]")

# Captions and images
_CREDIT_WORD = r"(?:photos?|photograph|photographed|picture|image|illustration|graphic|handout|screenshot|getty|file)"
BRACKET_CREDIT = _any(rf"\[(?=[^\]]{{0,110}}(?:/|\b{_CREDIT_WORD}\b|\bfor \w))(?!source)[^\[\]]{{3,110}}\]\s*$")
ROUND_CREDIT = _any(
    rf"\({_CREDIT_WORD}\b[^()]{{0,90}}\)\s*$",
    r"\([^()]{2,40} photo/[^()]{2,60}\)\s*$",
    r"\((?:xinhua|afp|ap|reuters|epa|cns)\s?/\s?[^()]{2,60}\)\s*$",
)
COLON_CREDIT = re.compile(
    r"\b(?i:photograph|photo credit|photo|picture|image credit|illustration|credit)s?(?i: by)?: ?[A-Z][^.!?]{1,90}$"
)
PHOTO_LINE = _any(
    r"(?:photos?|photo credits?|pictures?|captions?|graphics?|videos?|maps?|illustrations?)\s*:.*", r"\(photo.{0,90}\)"
)
PHOTO_LIST = re.compile(r"PHOTOS?:")  # the captions of a whole page in one line, at the end of agency texts
INNER_CREDIT = _any(rf"\[(?=[^\]]{{0,60}}(?:{_CREDIT_WORD}\b.{{0,40}}/|/.{{0,40}}{_CREDIT_WORD}\b|photo by))[^\[\]]{{3,110}}\]")
CAPTION_WORDS = 90
IMAGE_URL = _any(
    r"(?:https?://|www\.)[^\s<>\"']{1,300}(?: \.[^\s<>\"']{1,200})?\.(?:jpe?g|png|gif|webp|svg|bmp)(?:\?[^\s<>\"']{0,500})?"
)
BARE_URL = _any(r"(?:https?://|www\.)\S+")

# Feet
COPYRIGHT = _any(
    r"copyright\b(?! law).*", r"(?:[^.!?©]{0,40} )?©.*", r"\(c\) ?\d{4}.*", "all rights reserved.*",
    "licen[cs]e for publishing.*", r"(?:internet )?registration number ?:.*", r"[^\w\s]?[京沪粤]icp.*",
)  # fmt: skip
RIGHTS = _any(
    r"\ball rights reserved\b",
    r"\bwithout (?:prior )?(?:written )?(?:permission|authori[sz]ation)\b.*\b(?:republish|reproduc|reprint)",
)
_HEADINGS = _any(
    "related(?: (?:stories|articles|news|links|posts|content|coverage|topics|reading))?",
    "read more|see also|also (?:read|see)",
    r"more (?:stories|news|on this(?: story)?|from [\w' ]{2,30}|like this)", "hot topics?|highlights?|up next|don'?t miss",
    "editor'?s'? (?:picks?|choice)|recommended(?: reads?| for you)?|you (?:may|might) (?:also )?like",
    "most (?:read|viewed|popular|shared|commented)(?: .{1,20})?", "latest (?:news|stories|videos?)|top (?:stories|news)",
    "trending(?: now| topics)?|popular(?: posts| stories)?|today'?s top (?:news|stories)|special(?: reports?| coverage)?",
    "topics?|tags?|keywords|photos?|videos?",
)  # fmt: skip
RELATED_HEADING = re.compile(rf"(?:{_HEADINGS.pattern}) ?[:：»>]*", re.IGNORECASE)
_LEADS = "read more|read also|also read|also see|see also|related(?: story| article)?"
RELATED_LINE = _any(rf"(?:{_LEADS}|more(?: here)?|watch|listen|tags|topics)\s*[:|»>]\s*\S.*")
RELATED_INSIDE = _any(rf"(?:{_LEADS})\s*[:|»>]\s*\S.*")
READ_ALL = _any(
    r"\(?(?:read|view|see) (?:the )?(?:full|whole|original|entire) (?:story|article|post|text|version|page)\b.{0,60}\)?",
    r"read (?:more (?:from|about|on) .{2,80}|[\w ]{2,30}[’']s [\w -]{0,30}\bnews|.{2,60} here) ?\.?",
)
PROMOTION = _any(
    r"for more(?: information| details| stories)?,? (?:visit|go to|see|log on to) (?:https?://)?[\w-]+(?:\.[\w-]+){1,3}(?:/\S*)?",
    r"(?:please )?(?:subscribe|sign up|register|donate)\b(?: (?:to|for|here|now|today)\b[^.,;]{0,80})?!?",
    r"(?:please )?(?:support|join) (?:us|our)\b.{0,120}",
    r"(?:like|follow) (?:(?:us|our \w+)(?: (?:on|at|for|@).{0,120})?|(?:more|latest) [\w ]{2,60}|@.{0,120})",
    r"(?:get|download|install) (?:the|our|your)\b.{0,60}\b(?:apps?|newsletters?|alerts?|e-?paper)\b.{0,60}",
    r"(?:click|tap)\b.{0,30}\b(?:here|image|link|button|below|icon)\b.{0,120}",
    r"follow [\w' ]{2,40} on (?:facebook|twitter|instagram|x|weibo|wechat|youtube|telegram)\b.{0,120}",
    r"(?:google |sponsored )?(?:ads?|advertisements?|advertising|sponsored(?: content)?)(?: \d+)?",
)  # fmt: skip
APPEAL = _any(
    r"\byour (?:contribution|donation|support|subscription)s?\b.{0,80}\b(?:help|allow|enable|keep|make|ensure)",
    r"\b(?:we|us) (?:need|rely on|depend on) your (?:support|help)", r"non-?profit\b.{0,60}\b(?:need|support)",
    r"\b(?:toggl(?:e|ing)|click(?:ing)?|tap(?:ping)?|us(?:e|ing)|press(?:ing)?) the "
    r"(?:switch|button|link|box|form|image|icon)\b.{0,20}\b(?:below|above|here)\b.*\byou",
    r"(?:is|are) powered by \w+.{0,40}\bknow more\b|know more about this", "(?:sign up|subscribe) (?:here|now)",
    "(?:sign up|subscribe) (?:for|to) .{0,50}(?:newsletter|briefing|alert|e-?mail|channel|updates)",
    r"newsletters? .{0,40}\binbox|this (?:website|site|page) uses cookies|we['’]?d like to hear (?:what you think|from you)",
)  # fmt: skip
FURNITURE = _any(
    r"(?:back )?to (?:the )?top|top|home|menu|navigation|search|english|skip to .{2,30}|log ?in|log ?out|sign in|my account",
    r"open (?:popup|menu)|close(?: popup)?|welcome(?: back)?!?|loading\.*|next|previous|page \d+(?: of \d+)?",
    "about us|contact us",
    r"privacy(?: policy)?|terms(?: of (?:use|service))?|cookie (?:policy|settings)|site ?map|e-?paper|rss|mobile|archives?",
    r"<!--|-->|[*_=~.•·#–—-]{3,}|--|(?:\* ){2,}\*|end|ends|enditem|###",
    r"continue reading(?: .{2,30})?|our standards ?:.{3,60}|word count ?: ?\d{1,6}",
)
_AGENCY = "xinhua|reuters|afp|ap|associated press|agencies|dpa|pti|ani|ians|efe|cns|bloomberg|tass|upi|aap|pa"
_WIRES = "(?:(?:canadian|associated|australian associated) press|agence france-presse|bloomberg(?: news)?)"
WIRE = _any(
    r".{2,260}\bcontributed (?:to this|reporting|research|to the (?:story|report))\b.{0,200}",
    r"(?:additional )?report(?:ing|ed)(?: and (?:research|writing|editing))? (?:was|were)? ?(?:contributed )?by .{2,}",
    r"(?:additional reporting|editing by|writing by) .{2,120}", r"[(\[—–-]*\s?source ?: ?.{2,60}[)\]]?",
    r"[(\[—–-]*\s?with (?:files|reporting|inputs?|material) from .{2,80}",
    rf"[(\[—–-]+\s?(?:{_AGENCY})(?:[ /,;-]+[\w ]{{2,30}})*[)\]]?\.?",
    r"(?:xinhua|reuters|afp|agencies|associated press)(?:[-–—/ ]+(?:xinhua|reuters|afp|ap|agencies))*",
    rf"(?:the )?{_WIRES}(?:(?:,|,? and| ?/) (?:the )?{_WIRES})*\.?", r"this report by .{2,60} was first published .{4,40}",
    r"a version of this (?:article|story|column|review|essay) (?:appear(?:s|ed)|ran|was published) .{2,200}",
    r"(?:items )?compiled (?:from|by) .{2,80}\b(?:services|wires|agencies|reports|staff)\.?",
    r"this (?:article|piece|story|column|essay|report|op-ed|commentary) (?:was |has been )?(?:originally |first )"
    r"(?:appeared|published|ran|printed) (?:in|by|on|at) .{2,90}",
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
    if len(text) > LONGEST:
        return False
    words = text.split()
    if READ_OR_SHARE.fullmatch(text):
        return True
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
    if len(text) > LONGEST:
        return False
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
    if len(text) > LONGEST:
        return False
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
    if PHOTO_LIST.match(text):
        return True
    if len(text) > LONGEST or len(text.split()) > CAPTION_WORDS:
        return False
    credits = (BRACKET_CREDIT, ROUND_CREDIT, COLON_CREDIT)
    return any(credit.search(text) for credit in credits) or bool(PHOTO_LINE.fullmatch(text))


def is_related(text: str) -> bool:
    """True for the heading of a list of other articles, or a line that leads to one."""
    if len(text) > LONGEST:
        return False
    n_words = len(text.split())
    # "Related: The company said ..." is a sentence of a newsletter; a linked headline has no full stop.
    linked = RELATED_LINE.fullmatch(text) and not (n_words >= 8 and text.endswith((".", ".”", '."')))
    return n_words <= 25 and bool(linked or RELATED_HEADING.fullmatch(text) or READ_ALL.fullmatch(text))


def is_promotion(text: str) -> bool:
    """True for a line that asks to subscribe, follow, click or give."""
    if len(text) > LONGEST:
        return False
    return bool(PROMOTION.fullmatch(text)) or (len(text.split()) <= 80 and bool(APPEAL.search(text)))


def in_head(text: str) -> bool:
    """True for a line that belongs above a body."""
    if len(text) > LONGEST:
        return False
    tests = (is_byline, is_update, is_share, is_caption)
    return bool(BREADCRUMB.fullmatch(text) or LANGUAGES.fullmatch(text) or IMAGE_URL.fullmatch(text)) or any(
        t(text) for t in tests
    )


def in_foot(text: str) -> bool:
    """True for a line that belongs below a body."""
    if is_field(text):
        return True
    if len(text) > LONGEST:
        return False
    whole = (COPYRIGHT, FURNITURE, WIRE, IMAGE_URL, BARE_URL, LIVE_NOTE, VIDEO)
    tests = (is_share, is_related, is_contact, is_author_note, is_promotion, is_caption)
    return any(form.fullmatch(text) for form in whole) or bool(RIGHTS.search(text)) or any(test(text) for test in tests)


def is_page_foot(text: str) -> bool:
    """True for a line only the foot of a web page has; a caption or a credit may follow any text."""
    if len(text) > LONGEST:
        return False
    return any(test(text) for test in (is_share, is_related, is_promotion)) or bool(
        COPYRIGHT.fullmatch(text) or RIGHTS.search(text) or FURNITURE.fullmatch(text)
    )
