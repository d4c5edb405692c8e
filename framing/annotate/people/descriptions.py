"""What a text says about a name: titles, appositions, relative clauses, "is a", ages, parties; and the kind that adds up to."""

from __future__ import annotations

import re

from framing.annotate.cues import forms
from framing.annotate.people.firms import is_firm
from framing.annotate.people.names import TITLES, Name
from framing.annotate.people.sources import source_type
from framing.annotate.people.stated import Told, stated
from framing.annotate.people.told_kinds import LIVES
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
# "The doctor who set the bone, Ann Orr,"
_WHO_DID = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|"
    r"[Hh]er) ((?:[a-z-]+ )?[a-z-]+) who [^,.;:“”\"\n]{3,60}, (?:[A-Z]\w{1,4}\.? )?$"
)
# "its chair, the novelist Ann Orr": the post counts, not the trade.
_POST = re.compile(
    r"\b([Ii]ts (?:\w+ )?(?:chair\w*|president|director|head|secretary|spokes\w+|founder)), the (?:[a-z-]+ ){1,2}$"
)
_OF_THE_BAR = re.compile(r",?\s+of the (?:[\w’'-]+\s){0,2}bar\b")
# "Captain Lind, who sails the mail boat", "Sister Orr, who runs the night ward": a trade, no rank and no order.
_CIVIL = re.compile(
    r", who (?:has |had |now |also )?(?:sail(?:s|ed)|skipper(?:s|ed)|row(?:s|ed)|steer(?:s|ed)|"
    r"fish(?:es|ed)|ferr(?:ies|ied))\b"
    r"|, who (?:has |had |now |also )?(?:runs?|ran|works?|worked|is|heads?|leads?|led)\b[^.;:]{0,30}\b(?:wards?|"
    r"night shift|nurses?|infirmary)\b"
)
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
    r"\b(?:[\w-]+ )?(?:minister|secretary|commissioner|inspector|superintendent|registrar|intendant|surveyor|overseer|"
    r"director|chancellor|head|chief|president|chair\w*|professor|governor|"
    r"mayor|bishop) "
    r"(?:of|for) .*\w(?<! of)(?<! the)(?<! for)$",
    re.I,
)
_LEADS_IN = re.compile(r"^(?:of|for|by|at|in|from|with|to|and|on|as|than|that|when|while|where) ")
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
    r"Mayor)\b|(?:[A-Z]\w+ ){0,2}(?:Councillor|Commissioner|Inspector|Secretary|Minister|Superintendent|Registrar|Overseer) "
    r"(?:of|for)\b)[^.;:\n”\"]{3,120})"
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
_WHICH = re.compile(
    r", (?:the \w+ )?(?:which|that) (?:has |had |also |now |is |was )*(?:"
    r"(?P<company>employ|mak|made|produc|manufactur|sells?|sold|build|built|operat|owns|owned|suppl|import|export)"
    r"|(?P<group>represent|campaign|monitor|support|advocat|document|lobb)|(?P<newspaper>publish|print|broadcast|report))"
    r"|, whose (?:(?:[\w-]+ ){0,2}?(?P<paper>leaders?|editorials?|front page|editors?|columnists?|special edition))\b"
)
# "Father Orr", with a capital inside a sentence: nobody's father.
_CLERGY = re.compile(r"\b(?:Father|Fr|Sister|Brother|Mother Superior|Canon|Mullah|Imam|Lama|Swami)\.? $")
# "Harbour master U Aung Myat", "Chief Inspector Dr Orr": forms of address between title and name.
_ADDRESS = re.compile(
    r"(?<=\w) (?:U|Daw|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Don|Doña|Dom|Dona|Herr|Frau|Pan|Pani|Tun|Dato|Haji)\.?$"
)
_WINNER = re.compile(r"\b(?:declared|elected|re-elected|swore in|inaugurated|sworn in) $")
_WON = re.compile(
    r",? (?:the winner|(?:who )?(?:was|has been|had been) (?:elected|re-elected|sworn in|declared the winner)|"
    r"won (?:the|a) (?:run-off|election|vote|seat|ballot|mayoralty|by-election))\b"
)


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
    found = _before(text, name)
    named = name.person or len(name.words) > 1
    if named and (behind := _BEHIND.match(text, name.end, name.end + 170)) and _is_noun_phrase(behind.group(1)):
        # "Ann Orr, 44, heads the squad"
        found.append(("who " * bool(_HEADS.match(behind.group(1))) + behind.group(1), 3.0))
    if named and (copula := _IS.match(text, name.end, name.end + 120)):
        found.append((_WHEN.split(copula.group(1), maxsplit=1)[0], 2.0))
    found += _within(text, name) + _roles(text, name)
    if named:
        found += [(phrase, weight) for phrase, weight in stated(text, name) if all(phrase != other for other, _ in found)]
    found += _hints(text, name) if name.person else _does(text, name)
    # What somebody was before counts less than what they have become.
    return [(phrase, weight * (0.6 if _FORMER.match(phrase) else 1)) for phrase, weight in found if phrase]


def _before(text: str, name: Name) -> list[Told]:
    """A title, or "a fisherman called"."""
    if (called := _called(text, name)) is not None:
        return [(called, 3.0)]
    if name.person and (setter := _WHO_DID.search(text, max(0, name.start - 110), name.start)):
        return [(setter.group(1), 3.0)]
    if not (title := _ADDRESS.sub("", _last_words(_line_before(text, name)))):
        return []
    office = _OFFICE.search(title)
    run = _LEADS_IN.sub("", office.group()) if office else _DETERMINED.sub("", _LINK.split(noun_run(title))[-1])
    # "Monday's presidential debate Orr ...": only what ends in a word for people is a title, or "Minister of X".
    is_title = run and (source_type(run if office else run.split()[-1]) or _is_double_title(run))
    return [(run, 3.0)] if is_title else []


def _within(text: str, name: Name) -> list[Told]:
    """What somebody belongs to: "of the Orr Bank", "Orr Bank's Ann Lind"."""
    found: list[Told] = []
    if place := _PLACE.match(text, name.end, name.end + 80):
        found.append(("of " + place.group(1).strip(), 1.5))
    elif within := _WITHIN_THE.match(text, name.end, name.end + 60):
        found.append(("of " + within.group(1).strip(), 1.5))
    possessive = text[max(0, name.start - 3) : name.start].rstrip() in ("’s", "'s")
    if possessive and (owner := _OF_BODY.search(text, max(0, name.start - 60), name.start)):
        found.append(("of " + owner.group(1), 1.5))
    if not name.titles and _OUTLET.search(text[max(0, name.start - 24) : name.start]):
        found.append(("newspaper", 3.0))
    return found


def _roles(text: str, name: Name) -> list[Told]:
    """Lawyers of a party or a bar, clergy, boatmen with a rank, winners of an election."""
    found: list[Told] = []
    if (party := _FOR_A_PARTY.match(text, name.end)) is not None:
        found.append(("prosecutor" if party.group(1) in ("prosecution", "state", "crown", "Crown") else "lawyer", 3.0))
    if name.person and (post := _POST.search(text, max(0, name.start - 90), name.start)):
        found.append((post.group(1), 4.0))
    if _OF_THE_BAR.match(text, name.end, name.end + 60):
        found.append(("lawyer", 4.0))
    if _ACTS_FOR.match(text, name.end):
        found.append(("lawyer", 3.0))
    if name.person and _CIVIL.match(text, name.end, name.end + 90):
        found.append(("resident", 4.0))
    elif name.person and _CLERGY.search(text[max(0, name.start - 9) : name.start]):
        found.append(("priest", 7.0))
    if name.person and (_WINNER.search(text[max(0, name.start - 24) : name.start]) or _WON.match(text, name.end)):
        found.append(("politician", 2.5))
    return found


def _is_double_title(run: str) -> bool:
    """ "Harbour Master", "harbour master": two words that only together name an office."""
    last = run.split()[-2:]
    titled = all(word[0].isupper() for word in last) or last[-1] == "master"
    return len(last) == 2 and titled and source_type(" ".join(last)) == "official"


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
    if text.startswith(" ", name.end) and LIVES.match(text, name.end + 1, name.end + 60):
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
    if found and found.group("paper"):
        kind = "newspaper"
    if is_firm(text, name):
        return [("company", 4.0)]
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
