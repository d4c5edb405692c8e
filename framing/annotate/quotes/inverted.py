"""Who stands right behind the cue of quoted words, where the tree does not tell: "“It leans,” replied the harbour master.\""""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.quotations import Span
from framing.annotate.quotes.located import Located

# "“It leans”, wrote", "It leans, claimed"
_QUOTED_BEFORE = re.compile(r"[”\"’…,],? $")
_PIECE = r"(?:[^\W\d_a-z][\w.’'-]*|[a-z]+_\w+|[a-z]{3,}\d+)"
_NAME = rf"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?{_PIECE}(?: (?:(?:of|the|van|de|von|bin|al|da|di|ten|ter) )?{_PIECE}){{0,4}}"
_ENDS = (
    r"(?=[.,;:]|$| (?:on|in|at|to|from|with|as|when|while|after|before|within|into|of|for|by|towards?|behind|under|during|over|"
    r"and|last|who|whose|yesterday|today)\b)"
)
_BEHIND = re.compile(
    rf" (?:{_NAME}{_ENDS}"
    rf"|(?:the|an?|one|another|her|his|my|our|their|its) (?:[a-z][\w’'-]* ){{0,3}}?(?:[a-z][\w’'-]*|{_NAME})"
    rf"(?: (?:by the name of|known as|called|named|nicknamed) \w+"
    rf"| (?:from|of|at|in|for) (?:the )?{_NAME}(?: [a-z]+)?(?=[.,;:]| [a-z]))?"
    rf"{_ENDS})"
    rf"(?:, {_NAME}(?=[.,;]))?"
)


def with_speakers(text: str, located: Sequence[Located]) -> list[Located]:
    """
    Readings without a speaker, with whoever stands behind their cue where quoted words stand before it.

    Parameters
    ----------
    text : str
    located : sequence of Located
    """
    return [replace(r, speaker=behind_cue(text, r.cue_span)) if r.speaker is None and r.cue.speech else r for r in located]


def behind_cue(text: str, cue: Span) -> Span | None:
    """
    The noun phrase right behind a cue that follows a closing mark or a comma.

    Examples
    --------
    >>> text = "“It leans,” replied the keeper, Ann Orr, when it rained."
    >>> text[slice(*behind_cue(text, (12, 19)))]
    'the keeper, Ann Orr'
    """
    if not _QUOTED_BEFORE.search(text, max(0, cue[0] - 4), cue[0]):
        return None
    found = _BEHIND.match(text, cue[1], min(len(text), cue[1] + 160))
    return (found.start() + 1, found.end()) if found else None
