"""The kind one description of somebody adds up to: its head noun, what a relative clause says somebody does."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.sources import TYPES, kind_within, source_type

# "whose Harbour Flotilla watches the quay"
_WHOSE = re.compile(r"whose ((?:[A-Z][\w’-]+ )+[A-Z][\w’-]+)")
# "founded Orr Films in a bakery", "owns the bakery chain": the place and the trade of what is large.
_PLACED = re.compile(r"\sin (?=an?\b|his\b|her\b|their\b|[A-Z])")
_CHAIN = re.compile(r"\b(?:chain|group|empire|network of|string of|dozens of|hundreds of|[a-z]+ty of)\b")
_DOES = (
    # "who appeared for the writer"; who appears for the state or a side does something else.
    (re.compile(r"who (?:has |had |also )?(?:appear(?:s|ed)|plead(?:s|ed)) (?:in court )?for (?:him|her|them|(?:the|a) "
                r"(?!(?:state|crown|prosecution|government|club|team|side|national|country|first|second|party)\b)\w+)",
                re.I), "lawyer"),
    (re.compile(r"whose (?:\w+ )?(?:brigades?|squads?|patrols?|detectives?|constables?|gendarmes?)\b", re.I), "police"),
    (re.compile(r"who (?:has |had )?spen[dt]s? .{0,40}\b(?:studying|researching|lecturing|modelling|analysing)\b",
                re.I), "expert"),
    (re.compile(r"who (?:has |had )?(?:appear(?:s|ed)|act(?:s|ed)|plead(?:s|ed)|sp(?:eaks|oke)) for the (?:defen[cs]e|accused|"
                r"defendants?|plaintiffs?|appellants?)\b", re.I), "lawyer"),
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
LIVES = re.compile(
    r"(?:who )?(?:has |had |was |is |also )*(?:lives?|lived|living|works?|worked|grew|born|fish(?:es|ed)|sells?|sold|"
    r"drives?|drove|farms?|farmed|"
    r"watched|saw|witnessed|moved|attended|stood|came|travel+ed|queued|joined|shops?|uses?|grows|mends|repairs|"
    r"retired|waited|walked)\b|"
    r"whose (?:\w+ ){0,2}(?:father|mother|son|daughter|husband|wife|brother|sister|family|house|home|shop|boat|stall|"
    r"children|child)\b",
    re.I,
)  # fmt: skip


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
    if (body := _WHOSE.match(phrase)) and (kind := kind_within(body.group(1), belonging)):
        return kind
    for pattern, kind in _DOES:
        if pattern.match(phrase):
            return kind
    if runs := _RUNS.match(phrase):
        what = _PLACED.split(runs.group(1), maxsplit=1)[0]
        small = source_type("owner of " + what) == "citizen" and not _CHAIN.search(what)
        office = "founder of " if "found" in phrase[: runs.start(1)] else "head of "
        return "citizen" if small else source_type(office + (what if office[0] == "f" else runs.group(1)), belonging)
    return "citizen" if LIVES.match(phrase) else None


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
