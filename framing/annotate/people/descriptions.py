"""What a text says about a name: titles, appositions, relative clauses, "is a", ages, parties; and the kind that adds up to."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.cues import forms
from framing.annotate.people.names import TITLES, Name
from framing.annotate.people.sources import TYPES, kind_within, source_type
from framing.annotate.wordlists import word_list

_STATES = frozenset(("retired", "injured", "bereaved", "exiled", "self-employed", "married", "unemployed", "disabled"))
_NO_TITLE = word_list("quotes_words_en.txt")["no_title"]
# Verbs that go on with a sentence behind a comma and do not end in -ed.
_PAST = word_list("quotes_words_en.txt")["past"]
# Words that report and that name somebody too.
_NOUNS_TOO = frozenset(("counsel", "host", "judge", "witness", "guard", "champion", "head", "chair", "coach", "author"))
_HEADS = re.compile(
    r"(?:heads|leads|runs|chairs|directs|owns|manages|keeps|commands|oversees|edits|teaches|represents|works)\s"
)
_ACTS_FOR = re.compile(r", (?:acting|appearing) for (?=[\w ]{3,40},)")
_FOR_A_PARTY = re.compile(
    r", (?:appearing |acting |counsel )?for the (prosecution|state|crown|Crown|defen[cs]e|family|families|plaintiffs?|"
    r"appellants?),"
)
_FORMER = re.compile(r"(?:an? |the )?(?:former|ex-|one-time|retired) ", re.I)
_WHEN = re.compile(r"\s(?:and|when|while|after|before|since|until|last|this|next)\s")
_DETERMINED = re.compile(r".*\b(?=(?:its|his|her|their|whose)\s)", re.S)
# "the weekly Basin Lamp", "the exile magazine Far Pier"
_OUTLET = re.compile(
    r"\b(?:weekly|daily|monthly|quarterly|fortnightly|newspaper|paper|magazine|broadcaster|blog|tabloid|broadsheet|station|"
    r"channel|"
    r"newsletter|website|portal|podcast)s? (?:called |named )?$"
)
_PLACE = re.compile(r"\s+(?:of|from|at|with)\s+(?:the\s+)?((?:[A-Z][\w’'-]*\s?){1,5})")
_WITHIN_THE = re.compile(r"\s+of\s+the\s+((?:[a-z][\w-]+\s?){1,3})")
_SIGNED_FROM = re.compile(r",\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}\s*(?:\n|$)")
_OF_BODY = re.compile(r"((?:[A-Z][\w-]*\s)*[A-Z][\w-]*)[’']s\s+$")
_OFFICE = re.compile(
    r"\b(?:[\w-]+ )?(?:minister|secretary|commissioner|director|chancellor|head|chief|president|chair\w*|professor|governor|"
    r"mayor|bishop) "
    r"(?:of|for) .*\w(?<! of)(?<! the)(?<! for)$",
    re.I,
)
# "a promise of President Orr", "people whom President Orr knows": the title alone says who she is.
_LINK = re.compile(r".*\b(?:of|for|by|at|in|from|with|to|whom|on|about|than|like)\s+")
_LAST_STOP = re.compile(r"[.!?;:]\s|\n|[”\"]")
_CALLED = re.compile(
    r"\b(?i:an?|the|his|her|their|one|another)\s+((?:[\w’'-]+\s+){1,5}?)(?:called|named|surnamed|identified as|known as)\s+$"
)
_AGE = r"(?:\s*\([^)]{1,40}\))?,\s+(?:(?:aged\s+)?\d{1,3},?\s+)?"
_BEHIND = re.compile(
    _AGE + r"((?:an?|the|one|who|whose|[a-z]|"
    r"(?:C[EFOT]O|Chief|Director|President|Professor|Chair\w*|Head|Secretary|Minister|Editor|Founder|"
    r"Mayor)\b)[^.;:\n”\"]{3,120})"
)
_IS = re.compile(
    r"\s+(?:is|was|has been|had been|works as|worked as|serves as|became)\s+"
    r"((?:an?|the|one of|(?:co-)?founder|director|head|president|chair\w*|professor|mayor)\s+[^.;:,\n”\"]{3,90})"
)
_AGED = re.compile(r",?\s+(?:\(?\d{1,3}\)?,|\(\d{1,3}\)|aged \d)")
_PARTY = re.compile(r"(?:[’']s)?,?\s+(?:\([A-Z]{1,4}(?:[-‑–][A-Z][\w.]*)?\)|[RDI]-[A-Z])")
_POLITICS = re.compile(
    r"(?:[’']s?)?\s+(?:(?:presidential|re-?election|election|primary|senate|gubernatorial|mayoral)\s+)?(?:campaign|"
    r"administration|supporters?|"
    r"voters|backers|presidency|candidacy|nomination|rall(?:y|ies)|delegates|government|cabinet|aides?|allies|"
    r"advisers?|surrogates?|running mate)\b"
)  # fmt: skip
_VOTED = re.compile(
    r"(?:\b(?:vot(?:e|ed|es|ing) (?:for|against)|elect(?:ed|ing)?|endors(?:e|ed|es|ing)|nominat(?:e|ed|ing)|rival|"
    r"opponent|nominee|"
    r"candidates?|contender|president-elect|running mate|front-?runner)|\w-)(?:(?<!-)\s+(?:\w+\s)?)?$",
    re.I,
)
_DOES = (
    (re.compile(r"who (?:has |had |have )?(?:taken on|took on|takes|took|taken up|pleaded|argued|filed) (?:the|their|his|"
                r"her) (?:\w+ )?(?:case|cause|appeal|suit|brief)", re.I), "lawyer"),
    (re.compile(r"who (?:led|leads|conducted|designed|directed|co-wrote|carried out|ran) (?:it|the (?:\w+ )?(?:study|"
                r"survey|research|trial|"
                r"poll|experiment|excavation|audit))\b", re.I), "expert"),
    (re.compile(r"who(?:se)?\b.{0,40}\b(?:lost|injured|wounded|destroyed|survived|was (?:hit|hurt|beaten|robbed|"
    r"evicted|attacked|flooded))", re.I), "victim"),
    (re.compile(r"who (?:has |had )?(?:teach|taught)\w* .{0,60}\b(?:school|form|class|grade|pupils|children|"
    r"kindergarten)\b", re.I), "citizen"),
    (re.compile(r"who (?:has |had |now |also )?(?:writes?|wrote|reports?|reported|works?|worked) for (?:an? |"
                r"the )?(?:\w+ ){0,2}?"
                r"(?:weekly|daily|magazine|paper|newspaper|broadcaster|agency|blog|radio|website|[A-Z][\w ]*(?:Times|Post|"
                r"Radio|News))", re.I), "media"),
    (re.compile(r"who (?:has |had )?(?:teach|taught|stud|research|lectur|specialis|specializ|wrote|written|"
    r"co-wrote)", re.I), "expert"),
    (re.compile(r"who (?:has |had )?(?:report|cover|present|anchor|edit|host)", re.I), "media"),
    (re.compile(r"who (?:is )?(?:representing|represents?|represented|defends?|defended|defending|acts?|acted|"
    r"acting)\b(?!.{0,40}(?:district|ward|"
                r"constituency|state|county|province|seat|city|town))", re.I), "lawyer"),
    (re.compile(r"who (?:has |had )?(?:represents?|represented|governs?|governed|sits? (?:on|in)|sat (?:on|in)|"
    r"served|serves)\b", re.I), "official"),
)  # fmt: skip
# "who is head of news", not "who is 79 and lives there"
_WHO_IS = re.compile(
    r"who (?:is|was|has been|had been|remains|became|works as|worked as|serves as|served as) (?:now |still |once )*"
    r"(?=(?:an?|the|its|their|head|director|chief|chairman|chairwoman|chair|professor|president|secretary|mayor|editor)\b)",
    re.I,
)
_RUNS = re.compile(r"who (?:has |had |also |now |co-)*(?:heads?|headed|leads?|led|directs?|directed|chairs?|chaired|"
r"runs?|ran|owns?|owned|founded|"
                   r"manages?|managed|keeps?|kept|works? (?:for|at|in)|worked (?:for|at|in)|speaks? for|"
                   r"oversees?)\s+(.{3,60})", re.I)  # fmt: skip
_WHICH = re.compile(
    r", (?:the \w+ )?(?:which|that) (?:has |had |also |now |is |was )*(?:"
    r"(?P<company>employ|mak|made|produc|manufactur|sells?|sold|build|built|operat|owns|owned|suppl|import|export)"
    r"|(?P<group>represent|campaign|monitor|support|advocat|document|lobb)|(?P<newspaper>publish|print|broadcast|report))"
)
_LIVES = re.compile(
    r"(?:who )?(?:has |had |was |is |also )*(?:lives?|lived|living|works?|worked|grew|born|fish(?:es|ed)|sells?|sold|"
    r"drives?|drove|farms?|farmed|"
    r"watched|saw|witnessed|moved|attended|stood|came|travel+ed|queued|joined|shops?|uses?|grows|mends|repairs|"
    r"retired|waited|walked)\b|"
    r"whose (?:\w+ ){0,2}(?:father|mother|son|daughter|husband|wife|brother|sister|family|house|home|shop|boat|stall|"
    r"children|child)\b",
    re.I,
)  # fmt: skip

# "Father Orr", with a capital inside a sentence: nobody's father.
_CLERGY = re.compile(r"\b(?:Father|Fr|Sister|Brother|Mother Superior|Canon|Mullah|Imam|Lama|Swami)\.? $")
_WINNER = re.compile(r"\b(?:declared|elected|re-elected|swore in|inaugurated|sworn in) $")
_WON = re.compile(
    r",? (?:the winner|(?:who )?(?:was|has been|had been) (?:elected|re-elected|sworn in|declared the winner)|"
    r"won (?:the|a) (?:run-off|election|vote|seat|ballot|mayoralty|by-election))\b"
)

Told = tuple[str, float]


def described(text: str, name: Name) -> list[Told]:
    """
    Descriptions around one mention of a name, with the weight each has.

    Parameters
    ----------
    text : str
        The whole document.
    name : Name

    Returns
    -------
    list of (str, float)
        A phrase that `kind_told` can read and a weight > 0.

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> text = "Ann Orr, 43, who runs a bakery, was late."
    >>> described(text, names(text)[0])
    [('who runs a bakery, was late', 3.0), ('resident', 1.0)]
    """
    found: list[Told] = []
    before = _line_before(text, name)
    if (called := _called(text, name)) is not None:
        found.append((called, 3.0))
    elif title := _last_words(before):
        office = _OFFICE.search(title)
        run = office.group() if office else _DETERMINED.sub("", _LINK.split(noun_run(title))[-1])
        # "Monday's presidential debate Orr ...": only what ends in a word for people is a title, or "Minister of X".
        if run and source_type(run if office else run.split()[-1]):
            found.append((run, 3.0))
    named = name.person or len(name.words) > 1
    if named and (behind := _BEHIND.match(text, name.end, name.end + 170)) and _is_noun_phrase(behind.group(1)):
        # "Ann Orr, 44, heads the squad"
        found.append(("who " * bool(_HEADS.match(behind.group(1))) + behind.group(1), 3.0))
    if named and (copula := _IS.match(text, name.end, name.end + 120)):
        found.append((_WHEN.split(copula.group(1), maxsplit=1)[0], 2.0))
    if place := _PLACE.match(text, name.end, name.end + 80):
        found.append(("of " + place.group(1).strip(), 1.5))
    elif within := _WITHIN_THE.match(text, name.end, name.end + 60):
        found.append(("of " + within.group(1).strip(), 1.5))
    possessive = text[max(0, name.start - 3) : name.start].rstrip() in ("’s", "'s")
    if possessive and (owner := _OF_BODY.search(text, max(0, name.start - 60), name.start)):
        found.append(("of " + owner.group(1), 1.5))
    if not name.titles and _OUTLET.search(text[max(0, name.start - 24) : name.start]):
        found.append(("newspaper", 3.0))
    if (party := _FOR_A_PARTY.match(text, name.end)) is not None:
        found.append(("prosecutor" if party.group(1) in ("prosecution", "state", "crown", "Crown") else "lawyer", 3.0))
    if _ACTS_FOR.match(text, name.end):
        found.append(("lawyer", 3.0))
    if name.person and _CLERGY.search(text[max(0, name.start - 9) : name.start]):
        found.append(("priest", 7.0))
    if name.person and (_WINNER.search(text[max(0, name.start - 24) : name.start]) or _WON.match(text, name.end)):
        found.append(("politician", 2.5))
    found += _hints(text, name) if name.person else _does(text, name)
    # What somebody was before counts less than what they have become.
    return [(phrase, weight * (0.6 if _FORMER.match(phrase) else 1)) for phrase, weight in found if phrase]


def _called(text: str, name: Name) -> str | None:
    """ "a fisherman called Hugo Lind"."""
    before = text[max(0, name.start - 90) : name.start]
    if not before.rstrip().endswith(("called", "named", "as")):
        return None
    found = _CALLED.search(before)
    return found.group(1) if found else None


def _last_words(before: str) -> str:
    """Up to seven words that stand before, as far as nothing but blanks is between them."""
    kept: list[str] = []
    for word in reversed(before.rstrip(", \t\n\xa0").split()[-7:]):
        if not word.replace("’", "").replace("'", "").replace("-", "").replace(".", "" if not kept else ".").isalnum():
            break
        kept.append(word)
    while kept and kept[0][0].isupper() and kept[0].lower().rstrip(".") in TITLES and source_type(kept[0]) is None:
        # "chief health adviser Sir Hugo Lind"
        kept.pop(0)
    return " ".join(reversed(kept))


def _is_noun_phrase(behind: str) -> bool:
    """False where the sentence goes on behind the comma: "Ann Orr, called on both sides"."""
    first = behind.split()[0].lower()
    if first in ("who", "whose") or first in _STATES:
        return True
    goes_on = _NO_TITLE | {"which", "whom", "where", "then", "to", "for", "with"}
    verb = first in forms() and first not in _NOUNS_TOO
    return first not in goes_on | _PAST and not verb and not first.endswith("ed")


def _hints(text: str, name: Name) -> list[Told]:
    """What counts only where nothing else is said: an age, a party, the words of an election."""
    hints: list[Told] = []
    if text.startswith(" ", name.end) and _LIVES.match(text, name.end + 1, name.end + 60):
        hints.append(("resident", 0.6))
    if _SIGNED_FROM.match(text, name.end, name.end + 60):
        hints.append(("resident", 1.0))
    after = text[name.end : name.end + 60]
    if _PARTY.match(after):
        hints.append(("politician", 3.0))
    if _AGED.match(after):
        hints.append(("resident", 1.0))
    if _POLITICS.match(after) or _VOTED.search(text[max(0, name.start - 50) : name.start]):
        hints.append(("politician", 0.4))
    return hints


def _does(text: str, name: Name) -> list[Told]:
    """What a body does: "which employs nine hundred people"."""
    found = _WHICH.match(text, name.end, name.end + 120)
    kind = next((kind for kind in ("company", "group", "newspaper") if found and found.group(kind)), None)
    return [(kind, 3.0)] if kind else []


def _line_before(text: str, name: Name) -> str:
    before = text[max(0, name.start - 90) : name.start]
    stop = list(_LAST_STOP.finditer(before))
    before = before[stop[-1].end() :] if stop else before
    return before.rpartition(",")[2] if not before.rstrip().endswith(",") else before.rstrip(" ,").rpartition(",")[2]


def noun_run(words: str) -> str:
    """The words right before a name that can be its title; verbs and prepositions end the run."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if word.lower() in _NO_TITLE or (word.endswith("ed") and word.lower() not in _STATES):
            break
        kept.append(word)
    return " ".join(reversed(kept))


def kind_told(phrase: str, belonging: Callable[[str], str | None] | None = None) -> str | None:
    """
    The kind one description gives: its head noun, or what a relative clause says somebody does.

    Examples
    --------
    >>> kind_told("who runs a bakery"), kind_told("who heads the fisheries ministry"), kind_told("who teaches law")
    ('citizen', 'official', 'expert')
    """
    if phrase.startswith("of "):
        return kind_within(phrase[3:], belonging)
    if is_one := _WHO_IS.match(phrase):
        return source_type(phrase[is_one.end() :].partition(", ")[0], belonging)
    if not phrase.lower().startswith(("who ", "whose ")):
        return source_type(phrase, belonging)
    for pattern, kind in _DOES:
        if pattern.match(phrase):
            return kind
    if runs := _RUNS.match(phrase):
        small = source_type("owner of " + runs.group(1)) == "citizen"
        return "citizen" if small else source_type("head of " + runs.group(1), belonging)
    return "citizen" if _LIVES.match(phrase) else None


def kind_of(told: list[tuple[str, float]]) -> str | None:
    """
    The kind with the greatest weight; of equals the first in `TYPES`.

    Examples
    --------
    >>> kind_of([("official", 0.4), ("citizen", 3.0)])
    'citizen'
    """
    votes: dict[str, float] = {}
    for kind, weight in told:
        # Many weak hints weigh no more than one apposition.
        votes[kind] = min(votes.get(kind, 0) + weight, 2.9) if weight < 1 else votes.get(kind, 0) + weight
    return max(votes, key=lambda k: (votes[k], -TYPES.index(k))) if votes else None
