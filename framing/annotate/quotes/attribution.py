"""Reading one parsed sentence: which reporting word has which content and which speaker."""

from __future__ import annotations

from collections.abc import Iterable

from framing.annotate.cues import Cue, forms, lexicon, nouns, sense
from framing.annotate.quotes.advice import advice
from framing.annotate.quotes.asides import aside
from framing.annotate.quotes.asserted import is_asserted, is_imagined
from framing.annotate.quotes.beside import NOMINAL, behind_mark, phrase_before
from framing.annotate.quotes.checked import checked
from framing.annotate.quotes.claims import claim_of, issuer, opening_claim
from framing.annotate.quotes.colon import before_colon, opened
from framing.annotate.quotes.composed import cue_tokens, made_believe, made_known, wanted_to_know
from framing.annotate.quotes.content import content_of, noun_content
from framing.annotate.quotes.counted import counted
from framing.annotate.quotes.edges import without_that
from framing.annotate.quotes.ending import ending
from framing.annotate.quotes.findings import made_public
from framing.annotate.quotes.fragments import fragment
from framing.annotate.quotes.headed import headed
from framing.annotate.quotes.hearsay import hearsay
from framing.annotate.quotes.hung import going_on
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.mended import mend
from framing.annotate.quotes.mistaken import heads_its_sentence, is_result, verb_taken_for_noun
from framing.annotate.quotes.order import inserted_by_order
from framing.annotate.quotes.ordered import ordered
from framing.annotate.quotes.own_voice import is_own_voice
from framing.annotate.quotes.papers import TALK, VERBS
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.phrasal import according, in_words
from framing.annotate.quotes.postposed import postposed
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.rumoured import RUMOURED, rumoured
from framing.annotate.quotes.subject import RELATIVE, is_passive, noun_phrase, possessor, speaker_of
from framing.annotate.quotes.talk import talk
from framing.annotate.quotes.unlisted import unlisted
from framing.annotate.quotes.untold import is_untold
from framing.annotate.quotes.word_first import VERBS as SPOKEN_BY
from framing.annotate.quotes.word_first import word_first
from framing.annotate.quotes.written import written

_OWN_WORDS = dict.fromkeys(("words", "view", "opinion", "judgement", "judgment"), "in") | dict.fromkeys(
    ("count", "reckoning", "account", "telling"), "by"
)


def readings(tree: Tree, hidden: Iterable[bool]) -> list[Reading]:
    """
    Every attribution in a sentence.

    Parameters
    ----------
    tree : Tree
    hidden : iterable of bool
        For each token, whether it belongs to quoted text; no cue is looked for there.

    Returns
    -------
    list of Reading
        In the order of the reporting words.
    """
    known = forms()
    hidden = tree.quoted = list(hidden)
    mend(tree)
    marked = any(hidden)
    found: list[Reading] = []
    for i, word in enumerate(tree.lower):
        if hidden[i]:
            continue
        reading = None
        if word == "according":
            reading = according(tree, i)
        elif word in _OWN_WORDS and tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] == _OWN_WORDS[word]:
            reading = in_words(tree, i)
        elif word in ("by", "on", "under"):
            reading = ordered(tree, i)
        elif word in known:
            reading = _by_tag(tree, i, known[word], hidden)
        if word in known and (reading is None or not reading.content or reading.frame == "o"):
            reading = ending(tree, i, known[word], reading) or reading
        if word in TALK and (reading is None or not reading.content):
            reading = talk(tree, i) or reading
        if word in VERBS and (reading is None or not reading.content):
            reading = written(tree, i) or counted(tree, i) or reading
        if word in RUMOURED:
            reading = rumoured(tree, i) or reading
        if marked and word in SPOKEN_BY and (reading is None or not reading.content):
            reading = word_first(tree, i) or reading
        if reading is not None:
            reading = headed(tree, reading) or opened(tree, checked(tree, reading, hidden))
        if marked and word in known and (reading is None or not reading.content):
            reading = fragment(tree, i, known[word], reading) or reading
        if reading is not None:
            found.append(reading)
    if (reading := before_colon(tree, hidden, found)) is not None:
        found.append(reading)
    found = postposed(tree, found)
    if marked:
        found = unlisted(tree, found)
    # "Gave his word that ..." is one cue.
    inside = {t for r in found for t in r.cue_tokens if t != r.head}
    found = [r for r in found if r.head not in inside]
    inner = [r.head for r in found]
    found = [r for r in found if not (r.cue.lemma == "quote" and any(h in r.content for h in inner))]
    return _inherited(tree, _once([_with_marks(tree, r, found) for r in found]))


def _with_marks(tree: Tree, reading: Reading, found: list[Reading]) -> Reading:
    """ "Said that there was a number: “forty a night”": words in marks right behind a clause belong to it."""
    content = reading.content
    if reading.frame not in ("c", "x") or not content or tree.quoted[content[-1]] or content[0] < reading.head:
        return reading
    low = content[-1] + 1
    low += tree.words[low : low + 1] in ([","], [":"])
    high = next((t for t in range(low, len(tree.words)) if not tree.quoted[t]), len(tree.words))
    # What another cue stands beside is said with that cue.
    free = not any(r is not reading and (set(range(low, high)) & set(r.content) or abs(r.head - high) <= 4) for r in found)
    if high > low and free:
        reading.content = [*content, *range(content[-1] + 1, high)]
    return reading


def _once(found: list[Reading]) -> list[Reading]:
    """ "Dismissed the claim that ..." is one quotation; "was shown a claim that ..." is the claim."""
    claims = [r for r in found if r.cue.part == "n" and not r.speaker]
    for claim in claims:
        same = [r for r in found if r is not claim and r.content and set(r.content) & set(claim.content)]
        dropped = [claim] if any(r.cue.speech for r in same) else same
        found = [r for r in found if not any(r is d for d in dropped)]
    return found


def _by_tag(tree: Tree, i: int, lemma: str, hidden: list[bool]) -> Reading | None:
    tag = tree.tags[i]
    if inserted := aside(tree, i, lemma) or inserted_by_order(tree, i, lemma) or hearsay(tree, i, lemma):
        return inserted
    if tag[0] == "V":
        return _verb(tree, i, lemma)
    if tree.deps[i] == "ROOT" and tree.kid(i, "ccomp") is not None and tag in ("NN", "NNS", "MD", "IN", "JJ"):
        return _verb(tree, i, lemma)
    if tag in ("NN", "NNS") and heads_its_sentence(tree, i):
        return _verb(tree, i, lemma)
    if tag in ("NNS", "NN", "NNP", "NNPS") and _verbal(tree, i, hidden) and (lemma, "v") in lexicon():
        speaker = list(range(behind_mark(hidden, i), i))
        return Reading(lexicon()[lemma, "v"], i, [i], speaker=speaker, speaker_head=speaker[-1])
    if (mistaken := verb_taken_for_noun(tree, i, lemma)) is not None:
        return mistaken
    return _noun(tree, i) if tag in ("NN", "NNS") else None


def _verbal(tree: Tree, i: int, hidden: list[bool]) -> bool:
    """A "notes" that the tagger took for a noun: quoted text, a name, the word, and the end of the clause."""
    low = behind_mark(hidden, i)
    ends = i + 1 >= len(tree.words) or tree.words[i + 1] in ".,:;" or tree.tags[i + 1] in ("IN", "TO", "RB", "_SP")
    return (
        0 < low < i <= low + 5 and ends and tree.lower[i].endswith(("s", "d")) and all(t in NOMINAL for t in tree.tags[low:i])
    )


def _inherited(tree: Tree, found: list[Reading]) -> list[Reading]:
    """ "Told us that Orr had lied, adding ...": who adds is who told, not the one inside what was told."""
    for n, reading in enumerate(found):
        if reading.speaker_head < 0 or tree.kid(reading.head, "nsubj") is not None or reading.cue.part != "v":
            continue
        for outer in reversed(found[:n]):
            if reading.speaker_head in outer.content and reading.head not in outer.content and outer.speaker:
                reading.speaker, reading.speaker_head, reading.relative = outer.speaker, outer.speaker_head, outer.relative
                break
    return found


def _entry(tree: Tree, i: int, lemma: str) -> tuple[Cue | None, list[int]]:
    """The lexicon entry of a verb with its particle, and the tokens of both."""
    cues = lexicon()
    thing = tree.kid(i, "dobj")
    for k in tree.kids[i]:
        # "Called Orr a clown on the radio" is not "called on".
        if tree.deps[k] == "prep" and ((thing is not None and i < thing < k) or _has_particle(tree, i, k)):
            continue
        if k > i and (tree.deps[k] in ("prt", "advmod", "acomp", "prep", "dobj") or (k == i + 1 and tree.lower[k] == "slip")):
            entry = cues.get((f"{lemma} {tree.lower[k]}", "v"))
            if entry is not None:
                return entry, [i, k]
    return cues.get((lemma, "v")), [i]


def _has_particle(tree: Tree, i: int, k: int) -> bool:
    """ "Goes about on bicycles" is not "goes on"."""
    return any(i < t < k and tree.deps[t] in ("prep", "prt") and t + 1 == k for t in tree.kids[i])


def _verb(tree: Tree, i: int, lemma: str) -> Reading | None:
    if tree.deps[i] in ("aux", "auxpass", "amod", "compound"):
        return None
    if (made := made_believe(tree, i) or made_known(tree, i)) is not None:
        return made
    cue, tokens = wanted_to_know(tree, i) or _entry(tree, i, lemma)
    if cue is None:
        return None
    reading = Reading(cue, i, cue_tokens(tree, i, tokens))
    reading.passive = is_passive(tree, i)
    reading.speaker_head = speaker_of(tree, i, reading.passive)
    if reading.speaker_head >= 0:
        reading.speaker = noun_phrase(tree, reading.speaker_head)
        own = tree.kid(i, "nsubj")
        if own is not None and own != reading.speaker_head and tree.lower[own] in RELATIVE:
            reading.relative = own
    elif not reading.passive and _may_be_finite(tree, i) and (before := phrase_before(tree, i, tree.quoted)):
        reading.speaker, reading.speaker_head = before, before[-1]
    reading.content, reading.frame = content_of(tree, i, cue, reading)
    reading.content = going_on(tree, i, sense(cue, reading.frame), reading.content, reading.frame)
    # "As announced" reports nobody.
    agreed = reading.frame == "a" and reading.passive and not reading.speaker
    if agreed or _announces(tree, reading) or is_result(tree, reading):
        reading.content, reading.frame = [], ""
    if reading.frame == "c":
        reading.content = without_that(tree, reading.content)
    if reading.frame not in ("", "c", "a") and not is_asserted(tree, i, reading):
        reading.content, reading.frame = [], ""
    if (cue.lemma == "put" and not reading.content) or (cue.lemma == "hold" and not _is_finite(tree, reading.content)):
        return None
    reading.cue = sense(cue, reading.frame)
    if is_imagined(tree, i, reading) or is_untold(tree, i, reading) or is_own_voice(tree, i, reading):
        return None
    return made_public(tree, reading)


def _may_be_finite(tree: Tree, i: int) -> bool:
    """A finite verb, or one that the tagger took for a noun."""
    return tree.tags[i] in FINITE or tree.tags[i][0] == "N"


def _announces(tree: Tree, reading: Reading) -> bool:
    """ "Describes the matter as follows:", "reported the speech thus:": what is said comes behind the colon."""
    words = [w for w in tree.lower if w.strip()]
    if reading.frame != "o" or words[-1:] != [":"]:
        return False
    return words[-2] in ("thus", "so", "follows") or words[-3:-1] == ["this", "way"]


def _is_finite(tree: Tree, content: list[int]) -> bool:
    """ "Held that the fine was just", not "held that to be right" or "held a meeting"."""
    return any(tree.tags[t] in FINITE for t in content)


def _noun(tree: Tree, i: int) -> Reading | None:
    cue = lexicon().get((nouns().get(tree.lower[i], ""), "n"))
    if cue is None:
        return None
    if (opened := opening_claim(tree, i, cue) or (advice(tree, i) if ":" in tree.words else None)) is not None:
        return opened
    content, frame = noun_content(tree, i, cue)
    if not content:
        return claim_of(tree, i, cue)
    reading = Reading(cue, i, [i], content, frame=frame)
    reading.speaker_head = owner if (owner := possessor(tree, i)) >= 0 else issuer(tree, i)
    if reading.speaker_head >= 0:
        reading.speaker = noun_phrase(tree, reading.speaker_head)
        return reading
    # "A claim that the vote was rigged" is made by somebody; "demand for tea" and "the message is that ..." may not be.
    if cue.kind == "object":  # a complaint is somebody's
        return None
    return reading if frame == "c" and content[0] == tree.subtree(i)[-1] + 1 - len(content) else None
