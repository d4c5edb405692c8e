"""Chinese texts: words in marks right behind a speaker, a reporting verb and a colon."""

from __future__ import annotations

import re

from framing.annotate.cues import Cue
from framing.annotate.layout.marks import Marked
from framing.annotate.quotes.located import Located

NOTE = (
    "Chinese texts: only quotations in marks behind a speaker, a reporting verb and a colon (李明说：“…”) were looked for; "
    "quotations in another order or without a verb and indirect speech were not, and speakers have no resolved name or type"
)
# Verb to class and stance, in simplified and traditional characters.
_VERBS = {
    verb: (kind, stance)
    for verbs, kind, stance in (
        ("说 說 表示 称 稱 写道 寫道 回应 回應 回答 答 补充 補充 认为 認為 解释 解釋 宣布", "say", "neutral"),
        ("告诉 告訴", "tell", "neutral"),
        ("问 問", "ask", "neutral"),
        ("指出 强调 強調", "note", "endorsing"),
        ("坦言 承认 承認", "admit", "endorsing"),
        ("声称 聲稱", "claim", "distancing"),
        ("批评 批評", "criticise", "hostile"),
        ("呼吁 呼籲", "urge", "neutral"),
    )
    for verb in verbs.split()
}
_HAN = "[\u3400-\u9fff·]"
_BEFORE = re.compile(
    r"(?:^|(?<=[^\u3400-\u9fff·]))(?:昨[天日]|今[天日]|随后|隨後|但是?|而)?"
    rf"(?P<who>{_HAN}{{1,30}}?)(?:[对對向]{_HAN}{{1,8}}?)?[也则則还還又曾]?"
    rf"(?P<verb>{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?:道|(?<=[诉訴问問]){_HAN}{{1,8}})?\s?[：:]\s?$"
)
_FARTHEST = 60


def chinese_cues(text: str, marks: list[Marked]) -> list[Located]:
    """
    For each stretch between marks the cue that stands right before it.

    Parameters
    ----------
    text : str
    marks : list of Marked

    Returns
    -------
    list of Located

    Examples
    --------
    >>> from framing.annotate.layout.marks import marked
    >>> text = "李明告诉记者：“我们不走。”"
    >>> [(text[slice(*cue.speaker)], cue.cue.lemma) for cue in chinese_cues(text, marked(text))]
    [('李明', '告诉')]
    """
    found = []
    for n, mark in enumerate(marks):
        low = max(0, mark.start - _FARTHEST)
        low = max(low, text.rfind("\n", low, mark.start) + 1)
        if match := _BEFORE.search(text[low : mark.start]):
            verb = (low + match.start("verb"), low + match.end("verb"))
            kind, stance = _VERBS[match.group("verb")]
            cue = Cue(match.group("verb"), "v", kind, stance, True, frozenset("q"))
            who = (low + match.start("who"), low + match.end("who"))
            found.append(Located(cue, verb, [(mark.start, mark.end)], {n}, who, n, frame="c", head_span=verb))
    return found
