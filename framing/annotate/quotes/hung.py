"""What goes on with the content though the parser hung it to the cue: a second clause, more of a list, a term, a reason."""

from __future__ import annotations

from framing.annotate.cues import Cue, reports
from framing.annotate.quotes.edges import shortened
from framing.annotate.quotes.naming import NAMES, is_speaker
from framing.annotate.quotes.objects import ASIDE, OCCASIONS
from framing.annotate.quotes.papers import BINDING
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.rest import with_rest

_JOINING = frozenset(("and", "or", "but"))
_CLAUSE_WORDS = frozenset(("that", "whether", "if", "where", "why", "how", "what", "when", "who", "which"))
_REASONS = frozenset(("because", "so", "however"))
_CONDITIONS = _REASONS | {
    "if", "unless", "until", "though", "although", "before", "after", "when", "where", "since", "as",
}  # fmt: skip
_ON_TERMS, _NOT_YET = frozenset(("if", "unless", "until")), frozenset(("before", "after", "once", "when", "as", "while"))
_PREPOSITIONS = frozenset(("in", "on", "at", "of", "for", "with", "to", "from", "against"))
_DEADLINES = frozenset(("by", "until", "till", "within", "before"))
_TIMES = frozenset(("time", *(unit + s for unit in ("minute", "hour", "day", "week", "month", "year") for s in ("", "s"))))


def going_on(tree: Tree, i: int, cue: Cue, content: list[int], frame: str) -> list[int]:
    """
    The content with what follows it and hangs from the cue instead.

    Parameters
    ----------
    tree : Tree
    i : int
        The reporting verb.
    cue : Cue
        In the sense its frame gives it.
    content : list of int
    frame : str

    Returns
    -------
    list of int
        Without a conjunction at its end; as it came where it stands before the cue.
    """
    if not content or content[0] < i:
        return content
    # The conjunction can hang in the content where what it joins does not.
    found = content = content[:-1] if tree.tags[content[-1]] == "CC" and len(content) > 1 else content
    low = found[-1] + 1
    if tree.lower[low : low + 2] == ["and", "not"] and tree.tags[low + 2 : low + 3] == ["IN"]:
        found = [*found, *range(low, tree.subtree(low + 2)[-1] + 1)]  # "on the table and not in the drawer"
    for k in tree.kids[i]:
        last = found[-1]
        if k <= last or tree.deps[k] in ("punct", "cc"):
            continue
        below = tree.subtree(k)
        between = {tree.lower[t] for t in range(last + 1, below[0])}
        if below[0] <= last or not between <= {",", '"', *_JOINING}:
            break
        if not _belongs(tree, i, k, between, cue, content, frame):
            break
        kept = shortened(tree, below)
        found = [*found, *range(last + 1, kept[-1] + 1)]
        if kept[-1] < below[-1]:
            break
    return with_rest(tree, i, found, frame)


def _belongs(tree: Tree, i: int, k: int, between: set[str], cue: Cue, content: list[int], frame: str) -> bool:
    """Whether a phrase right behind the content, joined to it by nothing, a comma or a conjunction, is a part of it."""
    dep, joined, comma = tree.deps[k], bool(between & _JOINING), "," in between
    if dep == "conj":
        return _goes_on(tree, k, tree.lower[content[0]], between, frame)
    if dep == "prep" and not between and frame not in ("c", "a", "x", "g"):
        return _is_term(tree, i, k, cue)
    if dep in ("npadvmod", "appos") and comma and not joined and frame != "c":
        # "Asked for patience, a great deal of it", not "asked for patience, a day after the fire".
        return tree.lower[k] not in _TIMES and bool(tree.kids[k])
    if dep == "advcl" and not between and frame not in ("c", "a", "x", "g"):
        # "Warned of more deaths if drivers go home tired", "rules out talks before it is over".
        below = tree.subtree(k)
        first = tree.lower[below[0]]
        return first in _ON_TERMS or (first in _NOT_YET and not {"VBZ", "VBP"}.isdisjoint(tree.tags[t] for t in below))
    if dep == "advcl" and comma and not joined:
        first = tree.lower[tree.subtree(k)[0]]
        return first in (_REASONS if frame == "c" else _CONDITIONS) and frame in ("c", "x")
    return False


def _goes_on(tree: Tree, k: int, begins: str, between: set[str], frame: str) -> bool:
    """One more thing of a list, or one more clause of what is said."""
    subject = tree.kid(k, "nsubj", "nsubjpass", "expl")
    joined = bool(between & _JOINING)
    if tree.tags[k][0] == "N":  # no noun is joined to a verb: "speaks of debts and a fine"
        return joined and subject is None
    if frame != "c":
        return False
    low = tree.subtree(k)[0]
    if joined and tree.lower[low] in _CLAUSE_WORDS:  # "where it was taken, and whether it is fed"
        return True
    if begins not in _CLAUSE_WORDS:
        # "Said the figures were right but the cure was wrong": no thing does what a person says.
        thing = subject is not None and not is_speaker(tree, subject) and tree.tags[subject] not in (*NAMES, "PRP")
        return thing and between <= {"and", "but"} and joined and not reports(tree.lower[k])
    if subject is None:  # "that she rode down, was stamped, and lost her line": a list that begins in the clause
        return "," in between and not joined
    # "That gas was leaking and the crew were tired"; behind ", and" the outlet can go on by itself.
    own = low == tree.subtree(subject)[0] and not reports(tree.lower[k])
    return own and joined and ("," not in between or "or" in between)


def _is_term(tree: Tree, i: int, k: int, cue: Cue) -> bool:
    """A preposition that tells of the thing: "visits since May", "a mistake in one case", "demands a reply within a week"."""
    word, at = tree.lower[k], tree.kid(k, "pobj")
    wished = cue.kind in ("urge", "promise", "ask") or cue.lemma in ("offer", "announce")
    if word in ("since", "up"):  # "has denied it since May" tells when it was denied
        return not any(tree.lower[a] in ("has", "have") for a in tree.kids[i])
    if at is None:
        return False
    if word == "without" or (word in _DEADLINES and wished) or (word == "under" and tree.lower[at] in BINDING):
        return True
    if tree.tags[at] not in ("NN", "NNS") or tree.lower[at] in _TIMES | OCCASIONS | {"behalf"}:
        return False
    counted = word in _PREPOSITIONS and any(tree.tags[t] == "CD" for t in tree.subtree(k))
    return counted or (cue.kind in ("urge", "promise", "ask") and word not in ASIDE)
