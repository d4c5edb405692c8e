"""Words in marks behind a reporting verb, read from the order alone: "the editor, a late riser, sneers at “a waltz”"."""

from __future__ import annotations

from dataclasses import replace

from framing.annotate.cues import lexicon
from framing.annotate.quotes.beside import phrase_before
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_NAMING = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "HYPH", "RB", "JJS", "JJR"))
_LINKS = frozenset(("of", "for", "on", "with", "over", "about", "as", "in", "by", "from"))
_PASSING_TO = frozenset(("of", "against", "on", "for", "with", "over", "about", "as"))
# "Compares the town to “a drawer”"
_OWN = {"compare": "to"}
_HAVE = frozenset(("has", "had", "have"))
_FARTHEST = 14


def fragment(tree: Tree, i: int, lemma: str, reading: Reading | None) -> Reading | None:
    """
    What stands in marks behind a verb, or behind a preposition that goes with it.

    Parameters
    ----------
    tree : Tree
    i : int
        A word that can report.
    lemma : str
    reading : Reading or None
        What the parse says of it; without content.

    Returns
    -------
    Reading or None
        With the words in marks as content.
    """
    cue = reading.cue if reading is not None else lexicon().get((lemma, "v"))
    if cue is None or cue.part != "v" or cue.kind in ("think", "poll") or not _is_verb(tree, i, reading):
        return None
    last = max(reading.cue_tokens) if reading is not None else i
    links = {*cue.frames, *_PASSING_TO, _OWN.get(cue.lemma, "of")}
    run = _marks_behind(tree, last, links, bool(cue.frames & {"c", "q", "o"}))
    if not run:
        return None
    found = reading or Reading(cue, i, [i])
    if not found.speaker:
        found.speaker = phrase_before(tree, found.cue_tokens[0], tree.quoted)
        found.speaker_head = found.speaker[-1] if found.speaker else -1
    if not found.speaker:
        return None
    found.content, found.frame, found.cue = run, "o", replace(cue, speech=True)
    return found


def _is_verb(tree: Tree, i: int, reading: Reading | None) -> bool:
    """A finite verb that is not denied, or a word that nothing else in its sentence can have as its verb."""
    if reading is not None and tree.tags[i][0] == "V":
        finite = tree.tags[i] in FINITE or tree.lower[i - 1] in _HAVE
        would = any(tree.tags[k] == "MD" for k in tree.kids[i])
        return finite and not (reading.passive or would or tree.kid(i, "neg"))
    # A finite verb before a noun that the parser took for a part of its name.
    lost = tree.tags[i] in FINITE and tree.deps[i] in ("compound", "amod")
    if (tree.tags[i][0] == "V" and not lost) or i < 2 or not tree.lower[i].endswith(("s", "ed")):
        return False
    before = tree.tags[i - 1]
    if before in ("DT", "PRP$", "POS", "IN", "CC", "TO", "CD") or (before == "JJ" and tree.tags[i - 2] != "DT"):
        return False
    return not any(tree.tags[t] in FINITE and not tree.quoted[t] for t in _main(tree, i))


def _main(tree: Tree, i: int) -> list[int]:
    """The tokens between semicolons, without a relative clause right before."""
    low = next((t + 1 for t in range(i - 1, -1, -1) if tree.words[t] in ";:"), 0)
    high = next((t for t in range(i, len(tree.words)) if tree.words[t] in ";:"), len(tree.words))
    end = i
    if tree.words[i - 1] == ",":
        end = next((t for t in range(low, i) if tree.words[t] == "," and tree.tags[t + 1][0] in "WI"), i)
    return [*range(low, end), *range(i + 1, high)]


def _marks_behind(tree: Tree, last: int, links: set[str], right_behind: bool) -> list[int]:
    for t in range(last + 1, min(len(tree.words) - 1, last + _FARTHEST)):
        if tree.quoted[t]:
            if not (tree.lower[t - 1] in links or (t == last + 1 and right_behind)):
                return []
            high = next((k for k in range(t, len(tree.words)) if not tree.quoted[k]), len(tree.words))
            run = trimmed(tree, list(range(t, high)))
            return run if len(run) > 1 and not tree.words[run[0]][0].isupper() else []
        # "Thanks the crew for having “held the bench”"
        if tree.lower[t] == "having" and tree.lower[t - 1] in links and tree.quoted[t + 1]:
            high = next((k for k in range(t + 1, len(tree.words)) if not tree.quoted[k]), len(tree.words))
            return trimmed(tree, list(range(t, high)))
        if not (tree.tags[t] in _NAMING or tree.lower[t] in _LINKS or tree.lower[t] in links or tree.lower[t] == "and"):
            break
    return []
