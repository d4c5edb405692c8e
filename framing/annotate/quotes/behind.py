"""Content read from the order of the words, where the parser lost the clause: "assured a visitor that ..."."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.edges import shortened, trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.wordlists import word_list

_OCCASIONS = word_list("quotes_words_en.txt")["occasions"]
_NAMING = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "HYPH", "RB", "JJS", "JJR"))
_ASKING = frozenset(("whether", "if", "where", "why", "how", "what"))
_OPEN = frozenset(("how", "why", "whether"))
_PASSING_TO = frozenset(("of", "against", "on", "for", "with", "over", "about", "as"))
_ADDRESSING = frozenset(("tell", "ask", "urge"))
# From a reporting word nobody looks further for its clause.
_FARTHEST, _FARTHEST_WHO = 14, 24


def behind(tree: Tree, i: int, cue: Cue, last: int) -> tuple[list[int], str]:
    """
    The clause or infinitive behind a verb and whoever is told.

    Parameters
    ----------
    tree : Tree
    i : int
        The verb.
    cue : Cue
    last : int
        The last word of the cue: "word" in "gave her word that ...".

    Returns
    -------
    content : list of int
        Empty where neither follows.
    frame : str
    """
    addressed, in_phrase = cue.kind in _ADDRESSING, False
    if "c" in cue.frames and (said := _past_an_aside(tree, last) or _question(tree, cue, last)):
        return said, "c"
    for t in range(last + 1, min(len(tree.words) - 1, last + _FARTHEST)):
        word, tag = tree.lower[t], tree.tags[t]
        if tree.quoted[t]:
            break
        if word == "that" and "c" in cue.frames and _begins_clause(tree, t, cue, right_behind=t == last + 1):
            return _filled(t, _from(tree, t)) or _to_the_end(tree, t), "c"
        if word in _ASKING and cue.kind == "ask" and t > i + 1 and tree.tags[t - 1] != "IN" and "c" in cue.frames:
            return _from(tree, t), "c"
        if tag == "TO" and addressed and "x" in cue.frames and t > i + 1 and tree.tags[t + 1] in ("VB", "RB"):
            # "Demanded a board with the power to fine": what somebody's power is was not told to anybody.
            if "o" in cue.frames and tree.deps[t + 1] == "acl" and in_phrase:
                break
            return _from(tree, t), "x"
        if addressed and "x" in cue.frames and tag in ("WP", "WP$") and t > i + 1:
            return _told_whom(tree, t)
        in_phrase = in_phrase or tag == "IN"
        named = tag in _NAMING and (addressed or in_phrase or tag == "RB")
        if not (named or (tag == "IN" and word != "that")):
            break
    return [], ""


def mislabelled(tree: Tree, i: int) -> list[int]:
    """
    "Recalled last week that ...": the that-clause of a verb that the parser took for a clause of another kind.

    Parameters
    ----------
    tree : Tree
    i : int
        The verb.

    Returns
    -------
    list of int
        The heads of such clauses.
    """
    found = [k for k in tree.kids[i] if k > i and tree.deps[k] in ("acl", "relcl")]
    first = ((k, tree.subtree(k)[0]) for k in found)
    return [k for k, low in first if tree.lower[low] == "that" and tree.deps[low] == "mark"]


def marks_behind(tree: Tree, i: int) -> list[int]:
    """
    Words in marks behind a preposition: "boasted of “a quiet night”", "thanked the crew for “a warm hand”".

    Parameters
    ----------
    tree : Tree
    i : int
        The verb; between it and the preposition stands only whom or what it concerns.

    Returns
    -------
    list of int
        Empty where there are none, and for a title, which begins with a capital.
    """
    for t in range(i + 1, min(len(tree.words) - 2, i + _FARTHEST)):
        if tree.lower[t] in _PASSING_TO and tree.quoted[t + 1] and not tree.quoted[t]:
            high = next((k for k in range(t + 1, len(tree.words)) if not tree.quoted[k]), len(tree.words))
            run = trimmed(tree, list(range(t + 1, high)))
            return run if len(run) > 1 and not tree.words[run[0]][0].isupper() else []
        if tree.quoted[t] or not (tree.tags[t] in _NAMING or tree.tags[t] == "CC" or tree.lower[t] in ("of", ",")):
            break
    return []


def _told_whom(tree: Tree, who: int) -> tuple[list[int], str]:
    """ "Urges those who lost a wage to come": the infinitive behind the clause that tells who is urged."""
    for t in range(who + 2, min(len(tree.words) - 1, who + _FARTHEST_WHO)):
        if tree.words[t] in ".,;:" or tree.quoted[t]:
            break
        # Not the "to" of "who wish to come".
        if tree.tags[t] == "TO" and tree.tags[t + 1] in ("VB", "RB") and tree.tags[t - 1][0] not in "VM":
            return _from(tree, t), "x"
    return [], ""


def _past_an_aside(tree: Tree, last: int) -> list[int]:
    """ "Added, and a drawer was shut, that ...": what stands between two commas is passed over."""
    if tree.words[last + 1 : last + 2] != [","]:
        return []
    end = next((t for t in range(last + 2, min(len(tree.words) - 1, last + _FARTHEST)) if tree.words[t] in ",;:"), 0)
    if not end or tree.words[end] != "," or any(tree.quoted[last : end + 2]):
        return []
    return _from(tree, end + 1) if tree.lower[end + 1] in ("that", *_OPEN) else []


def _question(tree: Tree, cue: Cue, last: int) -> list[int]:
    """ "Asked the clerk which key was hers", "explained to the court how ...": a question behind whoever is told."""
    if any(tree.quoted):
        return []
    in_phrase = False
    for t in range(last + 1, min(len(tree.words) - 2, last + _FARTHEST)):
        if _asks(tree, t, cue, near=t == last + 1, to_somebody=in_phrase):
            low = t - 1 if t > last + 2 and tree.tags[t - 1] == "IN" and tree.lower[t] in ("which", "whom") else t
            return _filled(low, _from(tree, t))
        in_phrase = in_phrase or tree.lower[t] == "to"
        if tree.tags[t] not in _NAMING and tree.tags[t] != "IN" and not (tree.lower[t] == "to" and t == last + 1):
            break
    return []


def _asks(tree: Tree, t: int, cue: Cue, *, near: bool, to_somebody: bool) -> bool:
    word = tree.lower[t]
    if cue.kind != "ask":
        return to_somebody and word in _OPEN and not near
    if word in ("if", "whether", "why"):
        return True
    if word == "which":
        # Not "the firm which owned it".
        return near or tree.tags[t + 1][0] == "N" or tree.lower[t + 1] == "of"
    return word in ("who", "whose") and (near or tree.tags[t - 1][0] == "N") and "TO" not in tree.tags[t:]


def _begins_clause(tree: Tree, t: int, cue: Cue, *, right_behind: bool) -> bool:
    """A "that" before a clause; right behind the verb also where the tagger took it for "that man"."""
    if tree.tags[t] in ("IN", "WDT") and _is_clause(tree, t):
        return True
    if not right_behind or t + 3 >= len(tree.words):
        return False
    following = tree.tags[t + 1]
    if following in ("NNS", "NNPS", "CD") or (tree.tags[t] == "IN" and following == "VBP"):
        return True
    # "Replied that equipment without a stamp has to be tested"
    verbs = (k for k in range(t + 2, len(tree.words)) if tree.tags[k] in FINITE)
    comma = next((k for k in range(t, len(tree.words)) if tree.words[k] in ",;"), len(tree.words))
    return "o" not in cue.frames and following == "NN" and next(verbs, comma) < comma and tree.lower[t + 1] not in _OCCASIONS


def _filled(low: int, body: list[int]) -> list[int]:
    """A clause from its first word on, with what the parser hung elsewhere."""
    return list(range(low, body[-1] + 1)) if body else []


def _to_the_end(tree: Tree, t: int) -> list[int]:
    """A clause whose verb the tagger missed, up to a semicolon or the end of the sentence."""
    stop = next((k for k in range(t, len(tree.words)) if tree.words[k] in ";:" or tree.quoted[k]), len(tree.words))
    return trimmed(tree, list(range(t, stop)))


def _is_clause(tree: Tree, t: int) -> bool:
    """Not "a man that left": a subject stands behind "that"."""
    return tree.tags[t + 1][0] != "V" and tree.tags[t + 1] != "MD" and tree.words[t + 1] not in ".,;:"


def _from(tree: Tree, t: int) -> list[int]:
    """From a token to the end of the clause whose verb comes next."""
    verbs = (v for v in range(t + 1, len(tree.words)) if tree.tags[v][0] == "V" or tree.tags[v] == "MD")
    verb = next((v for v in verbs if tree.deps[v] not in ("compound", "amod")), None)
    if verb is None:
        return []
    while tree.deps[verb] in ("aux", "auxpass") and tree.heads[verb] > t:
        verb = tree.heads[verb]
    return shortened(tree, [k for k in tree.subtree(verb) if k >= t])
