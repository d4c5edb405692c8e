"""Reporting words: their forms, class, stance and what can be their content."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    "take": "takes took taken taking", "pay": "pays paid paying", "cast": "casts cast casting",
    "undertake": "undertakes undertook undertaken undertaking", "let": "lets let letting", "cut": "cuts cut cutting",
    "forewarn": "forewarns forewarned forewarning", "grin": "grins grinned grinning", "shrug": "shrugs shrugged shrugging",
    "nod": "nods nodded nodding", "bid": "bids bade bidden bidding", "crow": "crows crowed crowing",
    "set": "sets set setting", "regret": "regrets regretted regretting", "hurl": "hurls hurled hurling",
   "trash": "trashes trashed trashing", "zing": "zings zinged zinging",
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


def inflected(lemma: str, part: str) -> list[str]:
    """The forms of a verb or noun, itself first."""
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
def _listed() -> tuple[Cue, ...]:
    """Every word of every group in the order of the list; a word can stand in several."""
    text = resources.files("framing.data").joinpath("cues_en.txt").read_text(encoding="utf-8")
    found: list[Cue] = []
    head: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            head = line.strip("[] ").split()
        elif line.strip() and not line.startswith("#"):
            part, kind, stance, speech, frames = head
            found += [
                Cue(word.replace("_", " "), part, kind, stance, speech == "yes", frozenset(frames.split(",")))
                for word in line.split()
            ]
    return tuple(found)


@cache
def lexicon() -> dict[tuple[str, str], Cue]:
    """
    Every cue by (lemma, part of speech), with all its frames; class and stance are those of its first group.

    Examples
    --------
    >>> lexicon()["claim", "v"].stance
    'distancing'
    """
    cues: dict[tuple[str, str], Cue] = {}
    for cue in _listed():
        known = cues.get((cue.lemma, cue.part))
        cues[cue.lemma, cue.part] = replace(known, frames=known.frames | cue.frames) if known else cue
    return cues


@cache
def _senses() -> dict[tuple[str, str, str], Cue]:
    return {(cue.lemma, cue.part, frame): cue for cue in reversed(_listed()) for frame in cue.frames}


@cache
def sense(cue: Cue, frame: str) -> Cue:
    """
    The same word with class and stance of the group that has this frame.

    Examples
    --------
    >>> [sense(lexicon()["call", "v"], frame).kind for frame in ("o", "for")]
    ['call', 'urge']
    """
    meant = _senses().get((cue.lemma, cue.part, "c" if frame == "a" else frame), cue)
    return replace(cue, kind=meant.kind, stance=meant.stance, speech=meant.speech)


@cache
def nouns() -> dict[str, str]:
    """
    Form to lemma of every noun that reports.

    Examples
    --------
    >>> nouns()["warnings"], forms()["warning"]
    ('warning', 'warn')
    """
    return {form: lemma for lemma, part in lexicon() if part == "n" for form in inflected(lemma, part)}


@cache
def forms() -> dict[str, str]:
    """Inflected form to lemma of the head word, for every cue (lower case)."""
    found: dict[str, str] = {}
    for lemma, part in sorted(lexicon(), key=lambda key: (key[1] == "v", key)):
        head = lemma.split()[0]
        for form in inflected(head, part):
            found[form] = head
    return found


@cache
def reports(word: str) -> bool:
    """
    True for a form of a verb that reports by itself: "take" does only in "take issue".

    Examples
    --------
    >>> reports("said"), reports("took")
    (True, False)
    """
    return (forms().get(word, ""), "v") in lexicon()


# Behind these a word that can be noun or verb is a noun.
_BEFORE_NOUNS = frozenset(
    ("the", "a", "an", "his", "its", "their", "our", "my", "your", "s",
    "of", "in", "for", "on", "by", "with", "from", "at", "no", "any", "every", "each", "united")
)  # fmt: skip
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


@cache
def reporting(word: str, before: str) -> frozenset[str] | None:
    """
    Whether a word can report something, read from the word before it alone.

    Parameters
    ----------
    word, before : str
        In lower case.

    Returns
    -------
    frozenset of str or None
        None if it cannot; else the particles of which one must stand in the sentence, empty where it reports without any.

    Examples
    --------
    >>> reporting("states", "notice"), reporting("states", "the"), sorted(reporting("paid", "they"))
    (frozenset(), None, ['tribute'])
    """
    lemma = forms().get(word)
    if lemma is None:
        return None
    cues = lexicon()
    if (lemma, "n") in cues:
        return frozenset()
    if before in _BEFORE_NOUNS and word in inflected(lemma, "n"):
        return None
    if (lemma, "v") in cues:
        # "Is expected to" says nothing of who expects it.
        return frozenset(("by",)) if before in _BE and not cues[lemma, "v"].speech else frozenset()
    return frozenset(other.split()[1] for other, part in cues if part == "v" and other.startswith(lemma + " "))
