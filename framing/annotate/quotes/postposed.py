"""Reporting clauses behind what was said, at the end of their sentence or before a semicolon, read from the order of the words."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.annotate.cues import Cue, lexicon, sense
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.late_verbs import KINDS, NOUNS, ONLY_HERE, verbs
from framing.annotate.quotes.marked_ends import follows_marks
from framing.annotate.quotes.naming import DAYS, NAMES, OPENS, has_acting_subject, head_noun, is_speaker, phrase_end
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

# Papers and the like run, read and provide; people do other things when they do.
_OF_PAPERS = frozenset(("run", "provide", "go", "read", "begin", "close", "record"))
# Behind these stands whoever says it, whatever stands before: "Coincidence, shrugs Ann Orr."
_SAYS = frozenset(
    ("say", "answer", "reply", "shrug", "respond", "retort", "remark", "object", "counter", "insist", "argue", "complain", "sigh",
     "joke", "quip", "muse", "grumble", "mutter", "concede", "add", "state", "run", "read", "explain", "admit", "sob")
)  # fmt: skip
# With these a person right behind can be the one who is told or asked.
_TOLD = frozenset(("tell", "ask", "urge", "warn", "assure", "advise", "inform", "remind", "promise", "caution", "instruct"))
_NEVER_FIRST = frozenset(("tell", "inform", "remind", "instruct"))
_FROM = re.compile(rf"(?:was|is|runs|ran|came|comes|went|goes) (?:the|their|its|his|her) {NOUNS}(?: (?:from|of|at|in) )?")
_MADE_KNOWN = (("let", "it", "be", "known"), ("made", "it", "known"), ("makes", "it", "known"), ("made", "known"), ("has", "it"),
               ("had", "it"), ("would", "have", "it"))  # fmt: skip
_ADDRESSED = frozenset(("me", "us", "him", "her", "them", "you"))
_AUXILIARIES = frozenset(("has", "had", "have", "would", "will", "can", "could", "is", "was", "did"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_BUT = frozenset(("but", "and", "so", "yet", "though", "although", "while", "which"))
_SUBORDINATE = frozenset(("IN", "WRB", "VBG", "VBN", "TO"))
_ADJUNCT, _SPEAKER = 9, 26


def postposed(tree: Tree, found: list[Reading]) -> list[Reading]:
    """
    The readings of a sentence, and those of reporting clauses behind a comma that nothing else found.

    "It stood on a plot leased for goats, ran the warrant.", "The pens are small, the governor, Ann Orr, objected; nobody wrote."

    Parameters
    ----------
    tree : Tree
    found : list of Reading
        What the parse told. A reading of the same word without content before it gives way.
    """
    for low, end in _clauses(tree):
        for comma in range(end - 2, low, -1):
            if not _parts(tree, comma):
                continue
            reading = (
                _verb_first(tree, low, comma, end) or _subject_first(tree, low, comma, end) or _word_from(tree, low, comma, end)
            )
            if reading is None:
                continue
            before = set(range(low, comma))
            taken = any(before & set(r.content) for r in found if r.head > comma or r.head in reading.cue_tokens)
            if not taken and not any(
                before & {*r.cue_tokens, *r.speaker} and comma in range(min(r.content, default=0), max(r.content, default=-1))
                for r in found
            ):
                found = [r for r in found if r.head not in reading.cue_tokens]
                found.append(reading)
            break
    return found


def _clauses(tree: Tree) -> list[tuple[int, int]]:
    """First token and end of each stretch between semicolons; the end mark of the sentence is outside."""
    end = len(tree.words)
    while end and not tree.quoted[end - 1] and (tree.words[end - 1] in ".!?:" or tree.tags[end - 1] == "_SP"):
        end -= 1
    cuts = [t for t in range(end) if tree.words[t] == ";" and not tree.quoted[t]]
    return [(a + 1, b) for a, b in zip([-1, *cuts], [*cuts, end], strict=True) if b - a > 3]


def _parts(tree: Tree, t: int) -> bool:
    """A comma, or the question mark of what was asked, outside marks; marks before it belong to its sentence."""
    return tree.words[t] in (",", "?", "!") and not tree.quoted[t] and (not tree.quoted[t - 1] or follows_marks(tree, t - 1))


def _verb_first(tree: Tree, low: int, comma: int, end: int) -> Reading | None:
    """ ", ran the demolition warrant", ", warned a ferry pilot who teaches boys"."""
    v = comma + 1
    lemma = verbs().get(tree.lower[v])
    if lemma is None or lemma in _NEVER_FIRST or v + 1 >= end or tree.quoted[v]:
        return None
    first = v + 1
    if tree.tags[first] not in OPENS or tree.lower[first] in DAYS or tree.quoted[first]:
        return None
    high = phrase_end(tree, first, end)
    noun = head_noun(tree, first, high)
    if not is_speaker(tree, noun) or not _explains(tree, high, end):
        return None
    if lemma in _OF_PAPERS and tree.tags[noun] in NAMES:
        return None
    cue = _cue(lemma)
    if (
        (lemma in _TOLD or "o" in cue.frames or lemma in ONLY_HERE)
        and has_acting_subject(tree, comma)
        and not _other_tense(tree, low, comma, v)
    ):
        return None
    content = _content(tree, low, comma, bare=lemma in _SAYS)
    return Reading(cue, v, [v], content, list(range(first, high)), noun, frame="a") if content else None


def _subject_first(tree: Tree, low: int, comma: int, end: int) -> Reading | None:
    """ ", the governor, Colonel Mrok, objected last time", ", city hall made known towards evening"."""
    first = comma + 1
    if tree.tags[first] not in (*OPENS, "PRP") or tree.quoted[first] or tree.lower[first] in DAYS:
        return None
    at = _subject_end(tree, first, end)
    noun = first if tree.tags[first] == "PRP" else head_noun(tree, first, at)
    v = at
    while v < end and (tree.tags[v] == "RB" or tree.lower[v] in _AUXILIARIES) and v - at < 3:
        v += 1
    if v >= end or tree.quoted[v] or not is_speaker(tree, noun):
        return None
    if (known := _made_known(tree, at, end)) is not None:
        tokens, cue = known, replace(lexicon()["announce", "v"])
    else:
        lemma = verbs().get(tree.lower[v])
        if lemma is None or (lemma in _OF_PAPERS and tree.tags[noun] in (*NAMES, "PRP")):
            return None
        taken_for_noun = tree.tags[v] == "NNS" and not any(tree.tags[t] in (*NAMES, "DT", "PRP$") for t in range(first, v))
        if taken_for_noun or (tree.lower[first] in ("a", "an") and tree.tags[at - 1] in NAMES):
            return None
        tokens, cue = [v], _cue(lemma)
    last = tokens[-1] + 1
    last += last < end and tree.lower[last] in _ADDRESSED
    if not _is_adjunct(tree, last, end):
        return None
    content = _content(tree, low, comma, bare=False)
    if not content or (tree.tags[content[0]] in _SUBORDINATE and tree.lower[content[0]] != "if"):
        return None
    return Reading(cue, tokens[0], tokens, content, list(range(first, at)), noun, frame="a")


def _subject_end(tree: Tree, first: int, end: int) -> int:
    """Behind "the governor, Colonel Zyta Mrok," or the phrase alone; a verb that looks like a noun ends it."""
    if tree.tags[first] == "PRP":
        return first + 1
    at = phrase_end(tree, first, end)
    while (
        at - 1 > first
        and (at == end or tree.tags[at] not in _FINITE)
        and tree.lower[at - 1] in verbs()
        and tree.tags[at - 1] == "NNS"
    ):
        at -= 1
    if at < end and tree.words[at] == ",":
        close = next((t for t in range(at + 1, min(end, at + 12)) if tree.words[t] == ","), None)
        if close is not None and phrase_end(tree, at + 1, close) == close:
            return close + 1
    return at


def _word_from(tree: Tree, low: int, comma: int, end: int) -> Reading | None:
    """ ", was the word from the Commissariat"."""
    text = " ".join(tree.lower[comma + 1 : end])
    if not (match := _FROM.match(text)):
        return None
    first = comma + 1 + len(match.group().split())
    content = _content(tree, low, comma, bare=True)
    speaker = list(range(first, phrase_end(tree, first, end))) if match.group().endswith(" ") and first < end else []
    if not content or (not speaker and first < end):
        return None
    tokens = list(range(comma + 1, first - 1 if speaker else first))
    return Reading(
        lexicon()["say", "v"],
        comma + 1,
        tokens,
        content,
        speaker,
        head_noun(tree, first, speaker[-1] + 1) if speaker else -1,
        frame="a",
    )


def _made_known(tree: Tree, at: int, end: int) -> list[int] | None:
    """ "let it be known", "made known", "let her know"."""
    rest = tuple(tree.lower[at:end])
    for phrase in _MADE_KNOWN:
        if rest[: len(phrase)] == phrase:
            return list(range(at, at + len(phrase)))
    if len(rest) > 2 and rest[0] == "let" and rest[2] == "know":
        return [at, at + 1, at + 2]
    return None


def _cue(lemma: str) -> Cue:
    known = lexicon().get((lemma, "v"))
    if known is not None and known.speech and known.kind in KINDS and "c" in known.frames:
        return sense(known, "c")
    return replace(sense(lexicon()[ONLY_HERE.get(lemma, "say"), "v"], "c"), lemma=lemma)


def _content(tree: Tree, low: int, comma: int, *, bare: bool) -> list[int]:
    """What stands before, if it is a sentence of its own, or whatever it is where only something said can stand there."""
    content = trimmed(tree, list(range(low, comma + (tree.words[comma] != ","))))
    if tree.words[comma] == "?":
        content = list(range(content[0], comma + 1)) if content else []
    if not content or all(tree.quoted[t] for t in content if tree.words[t][0].isalnum()):
        return []
    main = _without_relatives(tree, content)
    finite = any(tree.tags[t] in _FINITE and not tree.quoted[t] for t in main) or tree.tags[content[0]] == "VB"
    # "The man, whom we shall call Marcus, says" has no sentence before its comma.
    return content if finite or (bare and main == content) else []


def _without_relatives(tree: Tree, content: list[int]) -> list[int]:
    """Without ", who wrote from a train" up to the next comma."""
    kept: list[int] = []
    inside = False
    for t in content:
        if tree.words[t] == ",":
            inside = tree.tags[t + 1] in ("WP", "WP$", "WDT")
        if not inside:
            kept.append(t)
    return kept


def _explains(tree: Tree, high: int, end: int) -> bool:
    """Behind the speaker nothing, an adjunct, or who that is: ", who ...", ", the chain that ...", "close to the accounts"."""
    if high >= end:
        return True
    if tree.words[high] == ",":
        following = tree.lower[high + 1] if high + 1 < end else ""
        if following in _BUT:
            return True
        named = phrase_end(tree, high + 1, end)
        opens = tree.tags[high + 1] in OPENS and named > high + 1
        relative = tree.tags[high + 1] in ("WP", "WP$", "WDT")
        return relative or (
            opens and (named == end or tree.words[named] == "," or tree.tags[named] in ("WP", "WP$", "WDT", "VBN"))
        )
    if tree.tags[high] in ("WP", "WP$", "WDT", "VBN", "JJ"):
        return True
    return _is_adjunct(tree, high, end)


def _is_adjunct(tree: Tree, low: int, end: int) -> bool:
    """Nothing, or a short phrase of time, place or manner up to the end or to ", but ..."."""
    stop = next(
        (t for t in range(low, end) if tree.words[t] == "," and tree.lower[t + 1 : t + 2] and tree.lower[t + 1] in _BUT), end
    )
    if low >= stop:
        return True
    opens = (
        tree.tags[low] in ("IN", "RB", "TO")
        or tree.lower[low] in DAYS
        or tree.lower[low] in ("that", "this", "next", "last", "one")
    )
    return opens and stop - low <= _ADJUNCT and not any(tree.tags[t] in _FINITE for t in range(low, stop))


def _other_tense(tree: Tree, low: int, comma: int, v: int) -> bool:
    """ "If you jail the finders, only sellers are left, warned a pilot": nobody does both."""
    before = {tree.tags[t] for t in range(low, comma) if tree.tags[t] in _FINITE and not tree.quoted[t]}
    past = not tree.lower[v].endswith("s")
    return bool(before) and ("VBD" not in before if past else before <= {"VBD"})
