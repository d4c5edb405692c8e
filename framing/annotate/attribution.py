"""Reading one parsed sentence: which reporting word has which content and which speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from framing.annotate.cues import Cue, forms, lexicon
from framing.annotate.parse import Tree

ACCORDING = Cue("according to", "p", "say", "neutral", True, frozenset("c"))
_SUBJECT = ("nsubj", "csubj", "expl")
_CLAUSE = ("ccomp",)
_BESIDE = ("ccomp", "parataxis", "advcl", "intj", "dep", "conj")
_RELATIVE = frozenset(("who", "that", "which", "whom"))
_PUNCT = frozenset(".,:;!?\"'“”‘’()[]—–-…")


@dataclass(slots=True)
class Reading:
    """
    One reporting word in one sentence, in token numbers.

    Attributes
    ----------
    cue : Cue
    head : int
        The reporting word.
    cue_tokens : list of int
    content : list of int
        Empty where only quoted text beside it can be meant.
    speaker : list of int
        The noun phrase; empty where there is none.
    speaker_head : int
        -1 where there is none.
    passive : bool
    """

    cue: Cue
    head: int
    cue_tokens: list[int]
    content: list[int] = field(default_factory=list)
    speaker: list[int] = field(default_factory=list)
    speaker_head: int = -1
    passive: bool = False
    frame: str = ""


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
    found: list[Reading] = []
    known = forms()
    for i, is_hidden in enumerate(hidden):
        word = tree.lower[i]
        if is_hidden:
            continue
        if word == "according":
            reading = _according(tree, i)
        elif word in known:
            tag = tree.tags[i]
            if tag[0] == "V" or (
                tag in ("NN", "NNS", "MD", "IN", "JJ") and tree.deps[i] == "ROOT" and tree.kid(i, "ccomp") is not None
            ):
                reading = _verb(tree, i, known[word])
            elif tag in ("NN", "NNS"):
                reading = _noun(tree, i, known[word])
            else:
                continue
        else:
            continue
        if reading is not None:
            found.append(reading)
    return found


def _entry(tree: Tree, i: int, lemma: str) -> tuple[Cue | None, list[int]]:
    """The lexicon entry of a verb with its particle, and the tokens of both."""
    cues = lexicon()
    for k in tree.kids[i]:
        if k > i and (tree.deps[k] in ("prt", "advmod", "acomp") or tree.deps[k] == "prep"):
            entry = cues.get((f"{lemma} {tree.lower[k]}", "v"))
            if entry is not None:
                return entry, [i, k]
    return cues.get((lemma, "v")), [i]


def _verb(tree: Tree, i: int, lemma: str) -> Reading | None:
    if tree.deps[i] in ("aux", "auxpass", "amod", "compound"):
        return None
    cue, tokens = _entry(tree, i, lemma)
    if cue is None:
        return None
    reading = Reading(cue, i, _cue_tokens(tree, i, tokens))
    reading.passive = _is_passive(tree, i)
    reading.speaker_head = _speaker(tree, i, reading.passive)
    if reading.speaker_head >= 0:
        reading.speaker = noun_phrase(tree, reading.speaker_head)
    reading.content, reading.frame = _content(tree, i, cue, reading)
    return reading


def _cue_tokens(tree: Tree, i: int, tokens: list[int]) -> list[int]:
    """The verb with its auxiliaries and negation directly before it."""
    before = [k for k in tree.kids[i] if k < i and tree.deps[k] in ("aux", "auxpass", "neg")]
    return sorted([*before, *tokens])


def _is_passive(tree: Tree, i: int) -> bool:
    if tree.kid(i, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    return tree.tags[i] == "VBN" and tree.deps[i] in ("acl", "advcl", "relcl") and tree.kid(i, "aux", "nsubj") is None


def _speaker(tree: Tree, i: int, passive: bool) -> int:
    """The token that heads the speaker's noun phrase, or -1."""
    if passive:
        agent = tree.kid(i, "agent")
        named = tree.kid(agent, "pobj") if agent is not None else None
        return -1 if named is None else named
    node = i
    for _ in range(6):
        subject = tree.kid(node, "nsubj")
        if subject is not None and (tree.deps[subject] == "nsubj"):
            return _antecedent(tree, node, subject)
        if node != i and (passive_subject := tree.kid(node, "nsubjpass")) is not None:
            return _antecedent(tree, node, passive_subject)
        dep, head = tree.deps[node], tree.heads[node]
        if head == node:
            return -1
        if dep in ("acl", "relcl"):
            return head
        if dep in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "parataxis"):
            node = head
            if dep in ("pcomp", "prep") and tree.tags[node][0] == "N":
                return -1
            continue
        return -1
    return -1


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """For "who said" the noun before it, else the subject itself."""
    if tree.lower[subject] in _RELATIVE and tree.tags[subject][0] == "W":
        node = verb
        while tree.deps[node] == "conj" and tree.heads[node] != node:
            node = tree.heads[node]
        if tree.deps[node] in ("relcl", "acl", "ccomp"):
            return tree.heads[node]
    return subject


def noun_phrase(tree: Tree, head: int) -> list[int]:
    """A noun phrase without relative clauses and other afterthoughts, as token numbers."""
    keep, queue = [], [head]
    while queue:
        node = queue.pop()
        keep.append(node)
        for k in tree.kids[node]:
            if tree.deps[k] in ("relcl", "acl", "advcl", "ccomp", "parataxis", "punct", "advmod", "mark", "cc", "dep", "xcomp"):
                if tree.deps[k] not in ("cc",) or node != head:
                    continue
            queue.append(k)
    low, high = min(keep), max(keep)
    return list(range(low, high + 1))


def _content(tree: Tree, i: int, cue: Cue, reading: Reading) -> tuple[list[int], str]:
    frames = cue.frames
    own = set(reading.cue_tokens) | set(reading.speaker if reading.speaker_head not in _below(tree, i) else reading.speaker)
    if "c" in frames:
        clauses = [k for k in tree.kids[i] if tree.deps[k] in _CLAUSE]
        if clauses:
            body = [t for k in clauses for t in tree.subtree(k)]
            return _trim(tree, sorted(set(body) - own)), "c"
        if around := _around(tree, i, cue):
            return _trim(tree, [t for t in around if t not in own]), "a"
    if "x" in frames and (k := _infinitive(tree, i)) is not None:
        body = tree.subtree(k)
        if "o" in frames and (thing := tree.kid(i, "dobj", "dative")) is not None and thing > i:
            body = sorted({*body, *tree.subtree(thing)})
        return _trim(tree, body), "x"
    if "g" in frames and (k := tree.kid(i, "xcomp", "pcomp")) is not None and tree.tags[k] == "VBG":
        return _trim(tree, tree.subtree(k)), "g"
    for k in tree.kids[i]:
        if k > i and tree.deps[k] in ("prep", "agent", "prt", "dative") and tree.lower[k] in frames and tree.deps[k] != "agent":
            body = [t for t in tree.subtree(k) if t != k]
            if body:
                return _trim(tree, body), tree.lower[k]
    if "o" in frames:
        return _object(tree, i, cue, reading)
    return [], ""


def _below(tree: Tree, i: int) -> set[int]:
    return set(tree.kids[i])


def _infinitive(tree: Tree, i: int) -> int | None:
    for k in tree.kids[i]:
        if (
            tree.deps[k] in ("xcomp", "ccomp", "advcl")
            and k > i
            and any(tree.lower[a] == "to" and tree.deps[a] == "aux" for a in tree.kids[k])
        ):
            return k
    return None


def _object(tree: Tree, i: int, cue: Cue, reading: Reading) -> tuple[list[int], str]:
    """The object with everything that belongs to it: "the plan a mistake", "him of lying"."""
    if reading.passive:
        thing = tree.kid(i, "nsubjpass")
        if thing is None:
            return [], ""
        if tree.lower[thing] in _RELATIVE:
            return [], ""
    else:
        thing = tree.kid(i, "dobj")
        if thing is None or thing < i:
            return [], ""
    body = set(tree.subtree(thing))
    for k in tree.kids[i]:
        if k > i and (
            tree.deps[k] in ("oprd", "xcomp", "ccomp")
            or (tree.deps[k] == "prep" and tree.lower[k] in ("as", "of", "for", "to"))
        ):
            body |= set(tree.subtree(k))
    return _trim(tree, sorted(body - set(reading.cue_tokens))), "o"


def _around(tree: Tree, i: int, cue: Cue) -> list[int]:
    """The clause around an inserted "he said" or "as he said"."""
    dep, head = tree.deps[i], tree.heads[i]
    if head == i or dep not in _BESIDE or tree.tags[head][0] not in "VMN" or tree.kid(i, "dobj") is not None:
        return []
    has_as = any(tree.lower[k] == "as" and tree.deps[k] in ("mark", "advmod") for k in tree.kids[i])
    set_off = tree.deps[i] in ("parataxis", "ccomp", "intj") and tree.kid(i, "nsubj") is not None
    if dep == "ccomp" and not (set_off and _inserted(tree, i)):
        return []
    if not (has_as or set_off):
        return []
    own = set(tree.subtree(i))
    return [t for t in tree.subtree(head) if t not in own]


def _inserted(tree: Tree, i: int) -> bool:
    """A comma or a mark directly before the cue clause."""
    low = min(tree.subtree(i))
    while low > 0 and tree.words[low] in ",\"”’'":
        low -= 1
    return (low + 1 < len(tree.words) and tree.words[low + 1] in ",\"”’'") or (low > 0 and tree.words[low - 1] in ',"”')


def _trim(tree: Tree, tokens: list[int]) -> list[int]:
    """Without marks and conjunctions at the edges."""
    low, high = 0, len(tokens)
    while low < high and (tree.words[tokens[low]] in _PUNCT or tree.tags[tokens[low]] == "_SP"):
        low += 1
    while high > low and (tree.words[tokens[high - 1]] in _PUNCT or tree.tags[tokens[high - 1]] == "_SP"):
        high -= 1
    return tokens[low:high]


def _noun(tree: Tree, i: int, lemma: str) -> Reading | None:
    cue = lexicon().get((lemma, "n"))
    if cue is None:
        return None
    content, frame = _noun_content(tree, i, cue)
    if not content:
        return None
    reading = Reading(cue, i, [i], content, frame=frame)
    reading.speaker_head = _possessor(tree, i)
    if reading.speaker_head >= 0:
        reading.speaker = noun_phrase(tree, reading.speaker_head)
    return reading


def _noun_content(tree: Tree, i: int, cue: Cue) -> tuple[list[int], str]:
    for k in tree.kids[i]:
        if k < i:
            continue
        below = tree.kids[k]
        if (
            "c" in cue.frames
            and tree.deps[k] in ("acl", "ccomp", "relcl")
            and any(tree.deps[m] == "mark" and tree.lower[m] == "that" for m in below)
        ):
            return _trim(tree, tree.subtree(k)), "c"
        if "x" in cue.frames and tree.deps[k] in ("acl", "xcomp", "relcl") and any(tree.lower[m] == "to" for m in below):
            return _trim(tree, tree.subtree(k)), "x"
        if tree.deps[k] == "prep" and tree.lower[k] in cue.frames:
            return _trim(tree, [t for t in tree.subtree(k) if t != k]), tree.lower[k]
    return [], ""


def _possessor(tree: Tree, i: int) -> int:
    """Whose claim it is: a possessive, "by" or "from", or the one who makes or issues it."""
    if (owner := tree.kid(i, "poss")) is not None:
        return owner
    for k in tree.kids[i]:
        if tree.deps[k] in ("prep", "agent") and tree.lower[k] in ("by", "from") and (named := tree.kid(k, "pobj")) is not None:
            return named
    if tree.deps[i] in ("dobj", "attr") and tree.tags[tree.heads[i]][0] == "V":
        return _speaker(tree, tree.heads[i], _is_passive(tree, tree.heads[i]))
    return -1


def _according(tree: Tree, i: int) -> Reading | None:
    to = next((k for k in tree.kids[i] if tree.lower[k] == "to"), None)
    named = tree.kid(to, "pobj", "pcomp") if to is not None else None
    if to is None or named is None:
        return None
    phrase = set(tree.subtree(i))
    head = tree.heads[i]
    while tree.tags[head][0] != "V" and tree.heads[head] != head:
        head = tree.heads[head]
    body = [t for t in tree.subtree(head) if t not in phrase]
    reading = Reading(ACCORDING, i, [i, to], _trim(tree, body), noun_phrase(tree, named), named, frame="c")
    return reading
