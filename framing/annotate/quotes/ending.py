"""Reporting clauses that end their sentence, read from order alone, where the parser found nothing for their verb."""

from __future__ import annotations

from framing.annotate.cues import Cue, lexicon, sense
from framing.annotate.quotes.asides import earlier
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.marked_ends import follows_marks
from framing.annotate.quotes.naming import (
    DAYS,
    NAMES,
    NOMINAL,
    OPENS,
    has_acting_subject,
    head_noun,
    in_phrase,
    is_speaker,
    phrase_end,
)  # fmt: skip
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_TAGS = frozenset(("VBD", "VBZ", "VBP", "VBN", "NNS"))
# "My grandmother used to say", "the clerks wanted to know".
_BEFORE_INFINITIVE = frozenset(("used", "wanted", "liked", "wants", "likes"))
_HAVE = frozenset(("has", "had", "have"))
# With these a person right behind can be the one who is told: "he came in, warned the guard".
_TRANSITIVE = frozenset(("tell", "ask", "urge"))
_NEVER_FIRST = frozenset(("tell", "inform"))
_SPEAKER, _ADJUNCT = 24, 8

Clause = tuple[int, list[int], int]


def ending(tree: Tree, i: int, lemma: str, reading: Reading | None) -> Reading | None:
    """
    "The hall would be cleared, warned the presiding judge.", "Ice “carried no horses”, the ferryman argued."

    Parameters
    ----------
    tree : Tree
    i : int
        A word that can report.
    lemma : str
    reading : Reading or None
        What the parse says of it; without content of a clause.

    Returns
    -------
    Reading or None
        With all that stands before the clause as content.
    """
    if i < 3 or (tree.tags[i] not in _TAGS and tree.lower[i - 1] != "to"):
        return None
    cue = reading.cue if reading is not None else lexicon().get((lemma, "v"))
    if cue is None or cue.part != "v" or not cue.speech:
        return None
    # "He “knew nothing”, mocked Ann Orr."
    if "c" not in cue.frames and not (tree.words[i - 1] == "," and tree.quoted[i - 2]):
        return None
    end = _sentence_end(tree)
    clause = _verb_first(tree, i, cue, end) or _subject_first(tree, i, end)
    if clause is None:
        return None
    low, speaker, head = clause
    content = trimmed(tree, earlier(tree, low - 1))
    if len(content) < 2 or not any(tree.tags[t][0] == "V" for t in content) or all(tree.quoted[t] for t in content):
        return None
    tokens = reading.cue_tokens if reading is not None else [i]
    return Reading(sense(cue, "c"), i, tokens, content, speaker, head, frame="a")


def _sentence_end(tree: Tree) -> int:
    """Behind the last word."""
    end = len(tree.words)
    while end and not tree.quoted[end - 1] and (tree.words[end - 1] in ".!?" or tree.tags[end - 1] == "_SP"):
        end -= 1
    return end


def _verb_first(tree: Tree, i: int, cue: Cue, end: int) -> Clause | None:
    """ ", admitted the head of the guild, Ann Orr, who ..." up to the end of the sentence."""
    if tree.words[i - 1] != "," or tree.tags[i] == "NNS" or i + 1 >= end or cue.lemma in _NEVER_FIRST:
        return None
    if tree.tags[i + 1] not in OPENS or tree.lower[i + 1] in DAYS or not _stands_free(tree, i - 2):
        return None
    high = phrase_end(tree, i + 1, end)
    noun = head_noun(tree, i + 1, high)
    if (high == i + 1 and tree.tags[i + 1] not in NAMES) or not _only_explains(tree, high, end):
        return None
    last = _apposition_end(tree, i + 1, high, end)
    # "Say the owners we could reach": nothing but a speaker can stand behind "say".
    if not (is_speaker(tree, noun) or cue.lemma == "say" or any(tree.tags[t] in NAMES for t in range(high, last))):
        return None
    transitive = sense(cue, "c").kind in _TRANSITIVE or "o" in cue.frames
    # "He “knew nothing”, mocked Ann Orr": marks close what is said.
    acts = transitive and not tree.quoted[i - 2] and has_acting_subject(tree, i - 1)
    if acts or (cue.lemma != "say" and _has_own_subject(tree, i)):
        return None
    return i, list(range(i + 1, last)), noun


def _subject_first(tree: Tree, i: int, end: int) -> Clause | None:
    """ ", the document states.", ", my grandmother used to say.", ", the Board of Works and Dykes announced on Monday."""
    if not _is_adjunct(tree, i + 1, end):
        return None
    at = i
    if tree.lower[at - 1] == "to" and tree.lower[at - 2] in _BEFORE_INFINITIVE:
        at -= 2
    elif tree.tags[i] == "VB":
        return None
    while at > 1 and (tree.tags[at - 1] in ("RB", "MD") or tree.lower[at - 1] in _HAVE):
        at -= 1
    low = at
    while low > 0 and tree.words[low - 1] != "," and in_phrase(tree, low - 1) and at - low < _SPEAKER:
        low -= 1
    if not 2 < low < at or tree.words[low - 1] != "," or tree.tags[low] not in OPENS or not _stands_free(tree, low - 2):
        return None
    noun = head_noun(tree, low, at)
    if tree.tags[i] == "NNS" and (tree.tags[low] not in ("DT", "PRP$") or not is_speaker(tree, noun)):
        return None
    # "A point Ann Orr acknowledged" tells of the point.
    if tree.lower[low] in ("a", "an") and tree.tags[at - 1] in NAMES:
        return None
    return (low, list(range(low, at)), noun) if is_speaker(tree, noun) else None


def _only_explains(tree: Tree, high: int, end: int) -> bool:
    """Behind the speaker the sentence ends, or tells no more than who that is, or where it was said."""
    if high >= end:
        return True
    if tree.words[high] == "," and high + 1 < end and tree.tags[high + 1] not in ("WP", "WP$"):
        named = phrase_end(tree, high + 1, end)
        return (
            named > high + 1
            and (named == end or tree.words[named] == "," or tree.tags[named] in ("WP", "WP$"))
            and (named == end or _only_explains(tree, named, end))
        )
    if tree.words[high] == ",":
        high += 1
    relative = tree.tags[high] in ("WP", "WP$") or (tree.tags[high] == "PRP" and tree.words[high - 1] != ",")
    return relative or _is_adjunct(tree, high, end)


def _apposition_end(tree: Tree, low: int, comma: int, end: int) -> int:
    """Behind "the head of the guild, Ann Orr" or "Ann Orr, the head of the guild"; else behind the first of the two."""
    if comma + 1 >= end or tree.words[comma] != ",":
        return comma
    high = phrase_end(tree, comma + 1, end)
    if high == comma + 1 or tree.tags[high - 1][:2] != "NN":
        return comma
    names = [all(tree.tags[t] in (*NAMES, "JJ") for t in range(a, b)) for a, b in ((low, comma), (comma + 1, high))]
    return high if names[0] != names[1] else comma


def _is_adjunct(tree: Tree, low: int, end: int) -> bool:
    """ "on Monday", "in the interval": nothing, or one short phrase up to the end."""
    if low >= end:
        return True
    tags = tree.tags[low:end]
    opens = tags[0] in ("IN", "RB") or tree.lower[low] in DAYS
    return opens and end - low <= _ADJUNCT and all(tag in NOMINAL or tag in ("IN", "RB", "PRP") for tag in tags)


def _stands_free(tree: Tree, t: int) -> bool:
    """No marks right before the clause but those that belong to the sentence: 'Ice "carries no horses", ...'."""
    return not tree.quoted[t] or follows_marks(tree, t)


def _has_own_subject(tree: Tree, i: int) -> bool:
    """ "His band, known from the radio, wrote a song": no verb between the subject and the comma."""
    own = tree.kid(i, "nsubj")
    return own is not None and own < i and not any(tree.tags[t] in FINITE for t in range(own, i))
