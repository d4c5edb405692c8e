"""Who the author is and how to reach them: the lines under an article that are about its writer."""

from __future__ import annotations

import re

from framing.corpus.forms import LONGEST, any_of

EMAIL = re.compile(r"[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,40}){1,5}")
_WRITER = r"(?:the )?(?:writers?|authors?|reporters?|editors?|him|her|us)\b"
_NETWORK = r"(?:twitter|x|instagram|facebook|bluesky|mastodon|threads|linkedin)"
CONTACT = any_of(
    rf"(?:please )?contact {_WRITER}.{{0,120}}", rf"(?:e-?mail|write to|reach) {_WRITER}.{{0,120}}", r"e-?mail ?:.{0,80}",
    r"(?:e-?mail|write to|contact|send letters to:?) .{2,120}@.{2,160}", r"(?:tel|phone|fax) ?:.{0,40}",
    r".{0,60}\bcan be (?:reached|contacted) (?:at|on|via)\b.{0,80}",
    r"(?:you|readers) (?:can|may) (?:contact|reach|write to|e-?mail|follow) .{2,120}@.{2,300}",
    rf"(?:follow (?:him|her|them|me) on )?{_NETWORK}\s?:?\s*@\w[\w.@-]{{1,60}}[.;]?", r"@\w{2,40}", r"\S{1,60}@\S{2,60}",
    r"[\d(][\d()+. -]{6,20}[|•·;,/ ]+\S{0,60}@\S{2,60}", r"\S{0,60}@\S{2,60}?[|•·;,/ ]+[\d(][\d()+. -]{6,20}",
)  # fmt: skip
_POST = (
    r"(?:reporter|columnist|writer|journalist|editor|correspondent|producer|photographer|critic|contributor|commentator|"
    r"bureau chief|strategist|professor|lecturer|fellow|analyst|director|lawyer|author|consultant|ceo|chair|president)s?"
)
_REACHED = (
    r"\b(?:follow|reach|contact|e-?mail|write to) (?:him|her|them|me)\b.{0,160}"
    r"(?:@ ?\S+|\w+@.{2,60}|(?:\[at\]|\bat\b) \S+\.\w{2,5}\b)[.;)]*"
)
AUTHOR_NOTE = any_of(
    r"(?:[•*] ?)?the (?:author|writer)s? (?:is|are|was|were) "
    r"(?:an?|the|both|currently|based|with|chair|former|chief|senior|deputy|vice|"
    r"director|professor|president|editor)s?\b.{3,300}",
    r"the (?:author|writer)s? (?:is|are) .{3,300}\b(?:views|opinions)\b.{3,160}",
    r"(?:[•*] ?)?.{3,60} is (?:a|an|the) .{0,40}\bcolumnist\b.{0,60}",
    r"the (?:opinions|views)(?: expressed)?\b.{0,80}"
    r"\b(?:are (?:those|personal|solely|the)|do(?: not|n[’']t)|expressed are)\b.{0,240}",
    r"[【（(\[]?\s?(?:责任编辑|责编|编辑|记者|校对|来源)\s*[:：][^】）)\]]{1,40}[】）)\]]?",
    # Nobody is quoted as "follow her on Twitter: @ann" at the end of a paragraph that says who she is.
    rf"[^\W\d_].{{2,100}}? (?:is|are|was|were) .{{3,500}}{_REACHED}",
    rf"[^\W\d_].{{2,80}}? (?:is|are) (?:an?|the) .{{0,160}}\b{_POST}\b.{{0,160}}[ (]\S{{1,60}}@ ?\S{{2,60}}",
    r"[^\W\d_][^.!?@]{2,60} \(@\w{2,30}\),? (?:is|are|was) (?:an?|the)\b.{3,500}",
)
_MAYBE = re.compile(rf"(?:[A-Z][\w.'’-]*,? ){{2,5}}(?:is|are) (?:an?|the) .{{0,200}}\b(?i:{_POST})\b.{{0,200}}", re.DOTALL)


def is_contact(text: str) -> bool:
    """
    True for an address of the writer.

    Examples
    --------
    >>> is_contact("Twitter: @annwriter"), is_contact("ann@post.example"), is_contact("Readers may reach the isle by boat.")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return False
    return bool(CONTACT.fullmatch(text)) or (len(text.split()) <= 6 and bool(EMAIL.search(text)))


def is_author_note(text: str) -> bool:
    """
    True for a note that says who the author is.

    Examples
    --------
    >>> is_author_note("Ann Writer is a reporter for the Post. Follow her on Twitter: @annwriter")
    True
    >>> is_author_note("Ann Writer is a reporter for the Post and was arrested on Monday.")
    False
    """
    return len(text) <= LONGEST and bool(AUTHOR_NOTE.fullmatch(text))


def may_be_author_note(text: str) -> bool:
    """
    True for a line that says what somebody is, as a note about the author does and a sentence may.

    Examples
    --------
    >>> may_be_author_note("Ann Writer is the director of the Institute for Harbours.")
    True
    """
    return len(text) <= 400 and bool(_MAYBE.fullmatch(text))
