"""Phrases whose kind hangs on more than the head noun: officers, ranks, heads of wards, the people of a body."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.fixed_phrases import is_office
from framing.annotate.people.sources import word_kind

_A = r"(?:(?:the|an?|one|its|their|his|her|another|chief|senior|deputy|former|assistant|acting|[\w’'-]+[’']s?|[\w-]+) ){0,4}"
# The first that fits decides; a phrase is read from its beginning to the first comma.
_OFFICERS = tuple(
    (re.compile(rf"{_A}(?:{pattern})\b", re.I), kind)
    for pattern, kind in (
        (r"(?:returning|polling|presiding|election|elections|electoral|registration|customs|probation|immigration|housing|"
         r"welfare|relief|"
        r"resettlement|medical|fire|planning|district|ward|revenue|tax|labour|information|education|licensing|"
        r"duty) officers?", "official"),
        (r"(?:loan|credit|compliance|claims|account|accounts|finance|financial|operating|technology|marketing|sales|risk|"
         r"investor relations|"
        r"customer) officers?", "company"),
        (r"(?:union|welfare|branch|membership|campaigns?|programme|field|advocacy|policy|youth|"
         r"shop) officers?", "organisation"),
        (r"(?:social|video|messaging|photo|dating|payments?|sharing|streaming|microblogging) (?:network|app|apps|platform|"
         r"service|site)s?",
         "company"),
        (r"(?:ministers?|secretary|deputy ministers?) (?:of|for) \w+|(?:village|ward|district|town|township|county|parish|"
         r"borough|hamlet) "
         r"(?:head|chief|elder|clerk|secretary|council\w*)", "official"),
        (r"(?:head|chief|director|professor|chair) of (?:the )?(?:\w+ ){0,2}(?:surgery|medicine|paediatrics|pediatrics|"
         r"cardiology|\w+ology|"
         r"intensive care|emergency medicine|trauma|burns unit|psychiatry|orthopaedics|obstetrics|anaesthesia|physics|"
         r"chemistry|forecasting)",
         "expert"),
        (r"(?:branch|regional|country|area|sales|plant|factory|mine|works|store|hotel|bank|project|site|operations|general|"
         r"hostel|depot|"
         r"terminal|quarry|port) managers?", "company"),
        (r"(?:same |exile |state |party |local )?(?:weekly|daily|monthly|fortnightly|quarterly|tabloid|broadsheet)", "media"),
        (r"(?:an? )?officers? (?:of|from|at|in) (?:the|a|its) (?:\w+ ){0,2}(?:board|office|commission|department|ministry|"
         r"council|registry|court|"
         r"agency|prefecture|town hall)", "official"),
        (r"(?:an? )?(?:leading |great )?authority on", "expert"),
        (r"(?:strike|action|relief|tenants[’']?|residents[’']?|citizens[’']?|parents[’']?|workers[’']?|students[’']?|"
         r"miners[’']?|victims[’']?) "
         r"(?:committee|council|collective|assembly)", "organisation"),
        (r"(?:municipal|government|federal|provincial|ministry|council|state|city hall|town hall) (?:stewards?|workers?|"
         r"employees?|clerks?|"
         r"staff|engineers?|surveyors?|planners?|crews?|drivers?|agents?|aides?|envoys?)", "official"),
        (r"(?:police(?! (?:surgeon|doctor|physician|psychologist|pathologist|union|federation|court|reporter|"
         r"correspondent))|gendarmerie|constabulary|coast ?guard|security bureau|patrol|border guard) \w+|(?:public security|"
         r"criminal investigation)", "police"),
    )
)  # fmt: skip
_RANK = re.compile(
    r"(?:(?:the|an?|retired|former|deputy|acting|chief|regional|local|rear|vice|lieutenant|staff|senior|duty)[ -])*"
    r"(?:colonel|captain|commander|lieutenant|major|general|admiral|commodore|sergeant|corporal|chief|head|officer|"
    r"officers|commandant|"
    r"brigadier|inspector|superintendent|spokes\w+|deputy|duty officer|adjutant|warden|(?:press )?office|headquarters|"
    r"barracks|post|station)\b",
    re.I,
)
_COMMANDS = re.compile(
    r"(?:who |which )(?:now |also )?(?:commands?|commanded|heads?|headed|leads?|led|runs?|ran|serves? (?:in|with)) (.+)",
    re.I | re.S,
)
_POLICE = re.compile(
    r"\b(?:police|gendarmerie|gendarmes|constabulary|coast ?guard|public security|state security|border (?:guard|police|force)|"
    r"(?:cyber|fraud|vice|crimes?|riot|drugs?|narcotics|anti-\w+|homicide|harbou?r) (?:\w+ )?(?:squad|unit|brigade|patrol))\b",
    re.I,
)  # fmt: skip
# Who does something for a body in its name; a resident "of the County of Orr" does not.
_SERVES = re.compile(
    r"(?:(?:an?|the|one|two|three|four|five|some|several|young|old|retired|former|senior|two of the|one of the) )*"
    r"(?:volunteers?|mediators?|ushers?|observers?|stewards?|delegates?|envoys?|emissar\w+|messengers?|helpers?|monitors?|"
    r"organisers?|"
    r"organizers?|fieldworkers?|caseworkers?|aid workers?|campaigners?|recruiters?|negotiators?|clerks?|guards?|"
    r"counsellors?|inspectors?|"
    r"porters?|sisters?|brothers?|nuns?|monks?|friars?|canvassers?|foremen|receptionists?|dispatchers?|representatives?|"
    r"agents?|"
    r"secretar(?:y|ies)|employees?|staff|attendants?|interpreters?|accountants?|buyers?|technicians?|colleagues?|"
    r"co-workers?|(?:press|communications|media|public relations|liaison) officers?|press secretar(?:y|ies))"
    r" (?:of|for|from|with|at) (.+)",
    re.I | re.S,
)
# "A man from the prefecture" is of it; a woman from the district lives there.
_SENT_BY = re.compile(
    r"(?:an?|the|one|two|three|some|several) (?:[a-z]+ )?(?:man|woman|men|women|gentleman|gentlemen|lady|voice|"
    r"somebody|someone|"
    r"people|person) (?:from|at) the ((?:[\w’'-]+ )*(?:ministry|prefecture|office|town hall|city hall|council|"
    r"department|registry|"
    r"bureau|agency|commission|court|treasury|embassy|consulate|company|firm|bank|police|[Cc]hancery|[Mm]inistry|[Oo]ffice))$",
    re.I,
)
_WORKS_FOR = re.compile(r"(?:an?|one|two|three|another|the) (?:[\w-]+ ){0,2}?([\w-]+) for (?:the )?([A-Z].*)", re.S)
_NAMED = re.compile(r"[A-Z][\w’'-]*(?:(?: (?:of|for|and|the|&))* [A-Z][\w’'-]*)*")
_BODIES = ("organisation", "official", "company", "media", "police")


def kind_of_phrase(phrase: str, belonging: Callable[[str], str | None]) -> str | None:
    """
    The kind a phrase tells as a whole; None where its head noun decides.

    Parameters
    ----------
    phrase : str
    belonging : callable
        Gives the kind of what somebody belongs to.

    Examples
    --------
    >>> kind_of_phrase("the returning officer", lambda text: None), kind_of_phrase("a tall officer", lambda text: None)
    ('official', None)
    >>> kind_of_phrase("commander of the gendarmerie in Orr", lambda text: None)
    'police'
    """
    first = phrase.split(",")[0].strip()
    if (rank := _RANK.match(first)) and _POLICE.search(first[rank.end() :]):
        return "police"
    if (commands := _COMMANDS.match(phrase)) and _POLICE.search(commands.group(1).split(",")[0]):
        return "police"
    for pattern, kind in _OFFICERS:
        if pattern.fullmatch(first) or (
            (found := pattern.match(first)) and re.match(r" (?:of|for|at|in|from|with)\b", first[found.end() :])
        ):
            return kind
    if (works := _WORKS_FOR.match(first)) and (word_kind(works.group(1).lower()) or "citizen") == "citizen":
        named = _NAMED.match(works.group(2))
        if named and (employer := body_kind(named.group())) in _BODIES:
            return employer
    if is_office(first):
        return "official"
    if (sent := _SENT_BY.match(first)) and (sender := _sender(sent.group(1), belonging)) in ("official", "police", "company"):
        return sender
    if serves := _SERVES.match(first):
        body = serves.group(1)
        named = _NAMED.search(body)
        of_body = (body_kind(named.group()) if named else None) or belonging(body)
        return of_body if of_body in _BODIES else None
    return None


def _sender(words: str, belonging: Callable[[str], str | None]) -> str | None:
    """The kind of where somebody comes from; halls are those of towns."""
    return "official" if words.endswith(("town hall", "city hall")) else belonging(words)
