"""Whether words of speaking report that somebody spoke."""

from __future__ import annotations

from framing.annotate.cues import sense
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import DOCUMENTS, headless
from framing.annotate.quotes.unnamed import hides_source

CHARGED = ("of", "for", "over")
_UNREAL = frozenset(("to", "will", "would", "can", "could", "should", "may", "might", "must", "’ll", "'ll", "shall"))
_IMAGINED = frozenset(("will", "could", "may", "might", "’ll", "'ll"))
_NOBODY = frozenset(("nobody", "no", "neither", "none"))
# "Those who would say", "some would call it"
_ANYBODY = frozenset(("those", "some", "one", "many", "others", "anybody", "anyone", "people"))
_DUE = frozenset(("must", "should", "ought"))
_DUTIES = frozenset(("ought", "right", "duty", "time", "reason", "need", "needs"))


def is_asserted(tree: Tree, i: int, reading: Reading) -> bool:
    """
    Whether the act of speaking is reported as done by somebody.

    "Failed to defend him", "would criticise", "those attacking her" name an act of speech without reporting one.
    """
    dep, kind = tree.deps[i], sense(reading.cue, reading.frame).kind
    if reading.speaker_head < 0:
        return _told(tree, i, reading) or _lost_subject(tree, i, reading)
    if tree.kid(i, "neg") is not None:
        return reading.frame == "x"
    if dep == "acl" and tree.lower[tree.heads[i]] in DOCUMENTS:
        return True
    if (dep == "ccomp" and ";" in tree.words[i : tree.heads[i]]) or headless(tree, i):
        return True
    if dep == "pcomp" and tree.kid(i, "nsubj") is not None:
        return len(reading.content) > 1
    # "Advises him to lock up “should he leave”": no clause of the outlet hangs from words in marks behind it.
    if dep == "ccomp" and reading.frame == "x" and tree.heads[i] > i and tree.quoted[tree.heads[i]]:
        return True
    if dep in ("xcomp", "ccomp", "pcomp", "acl", "csubj"):
        return False
    if dep == "relcl" and reading.frame != "o" and kind != "claim" and not _lost(tree, i):
        return False
    if dep == "relcl" and reading.cue.lemma == "defend":
        return False  # "The lawyer who defends him" does so in court
    if _has_auxiliary(tree, i, _UNREAL):
        return False
    first = reading.content[0] if reading.content else i
    # "The prefecture rejects this": what the sentence before has told of.
    whole = len(reading.content) > 1 or tree.tags[first] == "CD" or (first > i and tree.lower[first] == "this")
    whole = whole or (kind == "deny" and tree.lower[first].endswith("ing"))  # "Denied overcharging"
    asked = kind == "urge" or (kind == "ask" and tree.kid(i, "dobj") is not None)
    return whole or kind == "criticise" or (asked and reading.frame == "for")


def _lost(tree: Tree, i: int) -> bool:
    """ "On the night of the fire she was told to wait": a main clause that the parser took for a relative one."""
    root = i
    while tree.heads[root] != root:
        root = tree.heads[root]
    subject = tree.kid(i, "nsubj", "nsubjpass")
    if subject is None or tree.tags[root][0] == "V":
        return False
    # "In a message the doctor denied having ...": a sentence that opens with a preposition has no other verb.
    return tree.tags[subject] == "PRP" or (
        root == 0 and tree.tags[root] == "IN" and tree.tags[tree.subtree(subject)[0]] == "DT"
    )


def _lost_subject(tree: Tree, i: int, reading: Reading) -> bool:
    """ "From the tower Captain Orr praises the calm": the parser took who speaks for a part of the phrase before."""
    main = tree.heads[i] == i and tree.tags[i] in ("VBD", "VBZ", "VBP") and tree.tags[0] == "IN" and not reading.passive
    behind_name = tree.tags[i - 1] in ("NN", "NNP", "NNS", "NNPS", ",")
    return main and behind_name and tree.kid(i, "neg", "aux", "nsubjpass") is None and len(reading.content) > 1


def is_imagined(tree: Tree, i: int, reading: Reading) -> bool:
    """
    Whether nobody has spoken, or nobody that is known.

    "A cynic could say ...", "nobody was told ...", "let us ask ...", "it is easy to say ...". A source that "asked not to be
    named" tells the reporter about itself, not the reader about the matter.
    """
    subject = tree.kid(i, "nsubjpass") if reading.passive else None
    named = [tree.lower[t] for t in (reading.speaker if subject is None else tree.subtree(subject))]
    if (named[:1] and named[0] in _NOBODY) or named == ["nothing"]:
        return True
    if _is_order(tree, i) or (named[:1] and named[0] in _ANYBODY and _has_auxiliary(tree, i, frozenset(("would",)))):
        return True
    if _is_unsaid(tree, i, reading) or _is_anybody(tree, i, reading):
        return True
    if named in (["that"], ["which"], ["what"]) or (tree.deps[i] == "xcomp" and named == ["it"]):
        return True
    if (tree.heads[i] != i and tree.lower[tree.heads[i]] in ("let", "imagine")) or hides_source(tree, reading):
        return True
    if sense(reading.cue, reading.frame).kind == "ask" and _is_to_be_asked(tree, i):
        return True
    modal = _has_auxiliary(tree, i, _IMAGINED) and tree.kid(i, "neg") is None
    return modal and not any(tree.quoted[t] for t in reading.content)


def _is_unsaid(tree: Tree, i: int, reading: Reading) -> bool:
    """ "He did not ask who came", "when it ended, the reply did not say", "if she should ever say that ..."."""
    if tree.kid(i, "neg") is not None:
        kind = sense(reading.cue, reading.frame).kind
        able = kind == "say" and _has_auxiliary(tree, i, frozenset(("can", "could")))
        return reading.frame == "a" or (reading.frame == "c" and (kind in ("ask", "deny") or able))
    if reading.frame != "c" or tree.deps[i] != "advcl":
        return False
    marks = [tree.lower[k] for k in tree.kids[i] if tree.deps[k] in ("mark", "advmod")]
    return any(m in ("until", "unless") for m in marks) or ("if" in marks and _has_auxiliary(tree, i, frozenset(("should",))))


def _is_anybody(tree: Tree, i: int, reading: Reading) -> bool:
    """ "He who signs says: ...", "a cynic would reply that ...": a saying, a made-up voice."""
    head = reading.speaker_head
    if head < 0 or reading.frame != "c":
        return False
    if tree.lower[head] in ("he", "she") and tree.lower[head + 1 : head + 2] == ["who"]:
        return True
    low = reading.speaker[0]
    # "A judge of the court would say only that ..." is somebody.
    return tree.lower[low] in ("a", "an") and head - low <= 2 and _has_auxiliary(tree, i, frozenset(("would",)))


def _is_to_be_asked(tree: Tree, i: int) -> bool:
    """ "One must ask who paid", "readers ought to ask why", "has a right to ask": the outlet's advice, nobody's question."""
    if _has_auxiliary(tree, i, _DUE):
        return True
    head = tree.heads[i]
    return tree.deps[i] in ("xcomp", "acl") and tree.lower[head] in _DUTIES and _has_auxiliary(tree, i, frozenset(("to",)))


def _is_order(tree: Tree, i: int) -> bool:
    """ "Remember what it was for": the reader is told to."""
    first = next((t for t in range(i + 1) if tree.words[t][:1].isalnum()), i)
    return first == i and tree.tags[i] in ("VB", "VBP") and tree.kid(i, "nsubj", "nsubjpass", "aux", "auxpass") is None


def _told(tree: Tree, i: int, reading: Reading) -> bool:
    """ "Parents were urged to wait": something was said, though not by whom."""
    was = tree.kid(i, "auxpass") is not None and tree.kid(i, "neg") is None and not _has_auxiliary(tree, i, _UNREAL)
    given = reading.frame == "o" and reading.cue.kind == "promise" and tree.kid(i, "dobj") is not None
    return was and (given or reading.frame in ("x", *CHARGED)) and sense(reading.cue, reading.frame).speech


def _has_auxiliary(tree: Tree, i: int, words: frozenset[str]) -> bool:
    return any(tree.deps[k] == "aux" and tree.lower[k] in words for k in tree.kids[i])
