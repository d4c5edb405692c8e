"""Words for whoever leads, owns or serves in something: their kind is that of what they lead."""

from __future__ import annotations

import re
from functools import cache

from framing.annotate.people.sources import is_relational
from framing.annotate.wordlists import word_list

# Heads that belong to the last body named where nothing else is said.
HEADS = frozenset(
    (
        "director",
        "chief",
        "head",
        "chairman",
        "chairwoman",
        "chair",
        "manager",
        "member",
        "staffer",
        "assistant",
        "deputy",
        "engineer",
    )
)
SCHOLARLY = frozenset(("director", "head", "chief", "rector", "founder"))
RANKS = frozenset(
    ("captain", "commander", "lieutenant", "major", "colonel", "officer", "officers", "inspector", "superintendent")
)
OWNERS = frozenset(("owner", "owners", "landlord", "landlady", "proprietor", "keeper", "manager"))
SMALL = re.compile(
    rf"\b(?:{'|'.join(sorted(word_list('quotes_words_en.txt')['small_trade']))}|house|hut|yard|flat|barrow)s?\b", re.I
)
ALL_RANKS = {
    "colonel",
    "captain",
    "commander",
    "lieutenant",
    "major",
    "rear",
    "vice",
    "admiral",
    "general",
    "brigadier",
    "commodore",
    "chief",
    "the",
    "a",
}


def leads(head: str) -> bool:
    """True for who speaks for, heads or works for whatever is named beside it."""
    return is_relational(head) or head in HEADS or head in RANKS or head.startswith("spokes")


@cache
def plural_kinds() -> frozenset[str]:
    """Words that name a kind of people by themselves, with the capital of their sentence or of a party."""
    sections = word_list("quotes_sources_en.txt")
    return frozenset(w for words in sections.values() for w in words if w.endswith("s") or w in ("police", "people"))
