"""Reporting words: their forms, class, stance and what can be their content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

CLASSES = ("say", "tell", "ask", "note", "admit", "claim", "deny", "object", "criticise", "praise", "urge", "call", "promise",
           "think", "poll")  # fmt: skip
STANCES = ("neutral", "endorsing", "distancing", "hostile", "warm")

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "read": "reads read reading", "go": "goes went gone going", "speak": "speaks spoke spoken speaking",
    "begin": "begins began begun beginning", "swear": "swears swore sworn swearing", "make": "makes made making",
    "think": "thinks thought thinking", "know": "knows knew known knowing", "feel": "feels felt feeling",
    "see": "sees saw seen seeing", "find": "finds found finding", "show": "shows showed shown showing",
    "understand": "understands understood understanding", "beseech": "beseeches beseeched besought beseeching",
    "quip": "quips quipped quipping", "put": "puts put putting", "draw": "draws drew drawn drawing",
    "hit": "hits hit hitting", "lash": "lashes lashed lashing", "give": "gives gave given giving",
    "hold": "holds held holding", "sing": "sings sang sung singing", "tweet": "tweets tweeted tweeting",
    "admit": "admits admitted admitting", "pan": "pans panned panning", "rap": "raps rapped rapping",
    "rip": "rips ripped ripping", "plan": "plans planned planning", "brag": "brags bragged bragging",
    "snap": "snaps snapped snapping", "beg": "begs begged begging", "chat": "chats chatted chatting",
    "submit": "submits submitted submitting", "refer": "refers referred referring", "rebut": "rebuts rebutted rebutting",
    "rebuff": "rebuffs rebuffed rebuffing", "dub": "dubs dubbed dubbing", "label": "labels labeled labelled labeling labelling",
    "signal": "signals signaled signalled signaling signalling", "sob": "sobs sobbed sobbing",
    "lay": "lays laid laying", "lead": "leads led leading", "plead": "pleads pleaded pled pleading",
    "teach": "teaches taught teaching", "hear": "hears heard hearing", "slam": "slams slammed slamming",
    "blog": "blogs blogged blogging", "bet": "bets bet betting", "foretell": "foretells foretold foretelling",
    "retell": "retells retold retelling", "break": "breaks broke broken breaking", "shoot": "shoots shot shooting",
    "forecast": "forecasts forecast forecasted forecasting", "concur": "concurs concurred concurring",
    "hurl": "hurls hurled hurling", "trash": "trashes trashed trashing", "zing": "zings zinged zinging",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """
    One reporting word.

    Attributes
    ----------
    lemma : str
        With its particle after a blank, for instance "point out".
    part : str
        "v" or "n".
    kind : str
        One of `CLASSES`.
    stance : str
        One of `STANCES`: what the choice of this word says about what is reported.
    speech : bool
        False for thought, plan and poll.
    frames : frozenset of str
        What can be the content; see the head of `framing/data/cues_en.txt`.
    """

    lemma: str
    part: str
    kind: str
    stance: str
    speech: bool
    frames: frozenset[str]


def _inflect(lemma: str, part: str) -> list[str]:
    if part == "n":
        return [lemma, lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"]
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    s = "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return [lemma, lemma + s, lemma + "ed", lemma + "ing"]


@cache
def lexicon() -> dict[tuple[str, str], Cue]:
    """
    Every cue by (lemma, part of speech).

    Examples
    --------
    >>> lexicon()["claim", "v"].stance
    'distancing'
    """
    text = resources.files("framing.data").joinpath("cues_en.txt").read_text(encoding="utf-8")
    cues: dict[tuple[str, str], Cue] = {}
    head: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            head = line.strip("[] ").split()
            continue
        part, kind, stance, speech, frames = head
        for word in line.split():
            lemma = word.replace("_", " ")
            known = cues.get((lemma, part))
            merged = frozenset(frames.split(",")) | (known.frames if known else frozenset())
            first = known or Cue(lemma, part, kind, stance, speech == "yes", merged)
            cues[lemma, part] = Cue(lemma, part, first.kind, first.stance, first.speech, merged)
    return cues


@cache
def forms() -> dict[str, str]:
    """Inflected form to lemma of the head word, for every cue (lower case)."""
    found: dict[str, str] = {}
    for lemma, part in sorted(lexicon(), key=lambda key: (key[1] == "v", key)):
        head = lemma.split()[0]
        for form in _inflect(head, part):
            found[form] = head
    return found
