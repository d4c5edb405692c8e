"""Who speaks, read from a parse: subject, antecedent, agent, possessor."""

from __future__ import annotations

from framing.annotate.cues import inflected, reports
from framing.annotate.quotes.parse import Tree
from framing.annotate.wordlists import word_list

DOCUMENTS = word_list("quotes_words_en.txt")["documents"]
_LOOSE = ("relcl", "acl", "advcl", "ccomp", "parataxis", "punct", "advmod", "mark", "cc", "dep", "xcomp")
_FINITE = ("VBD", "VBZ")
_CAUSING = word_list("quotes_words_en.txt")["causing"]
_NAMING = frozenset(("surnamed", "named", "nicknamed"))
# What one does with a claim of one's own; who prints or is shown a claim has not made it.
_ISSUERS = (
    "make", "issue", "give", "raise", "repeat", "voice", "send", "release", "renew", "deliver", "offer", "withdraw", "level",
    "drop", "post", "tweet", "file", "lodge", "sound", "carry", "chant", "have", "utter", "add", "express", "submit", "present",
)  # fmt: skip
_SPREAD = frozenset(("spread", "made", "put", "raised", "voiced", "repeated", "circulated", "launched", "uttered", "issued"))
_ISSUING = frozenset(
    (*(form for verb in _ISSUERS for form in inflected(verb, "v")), "sent", "has", "had", "dropped", "withdrew")
)
RELATIVE = frozenset(("who", "that", "which", "whom"))
# Whom one orders, tells or asks to do something stands behind these verbs, or before the passive.
_ORDERED = frozenset(("ordered", "told", "asked", "urged", "instructed", "advised", "invited", "warned", "required"))


def is_passive(tree: Tree, i: int) -> bool:
    if tree.kid(i, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if tree.deps[i] == "conj" and tree.lower[i] in _ORDERED and tree.lower[i + 1 : i + 2] == ["to"]:
        # "Shops were closed or ordered to move": who was ordered does not speak.
        return tree.kid(i, "nsubj", "aux") is None and tree.kid(tree.heads[i], "auxpass") is not None
    return (
        tree.tags[i] == "VBN"
        and tree.deps[i] in ("acl", "advcl", "relcl")
        and tree.kid(i, "aux", "nsubj") is None
        and not headless(tree, i)
    )


def headless(tree: Tree, i: int) -> bool:
    """ "The chair, Ann Orr, boasted that ...": a sentence whose main verb the parser took for a part of its subject."""
    head = tree.heads[i]
    if _is_bare_name(tree, i, head):
        return True
    if tree.deps[i] == "relcl" and tree.heads[head] == head and tree.tags[i] == "VBD" and tree.tags[head] == "NN":
        # "The lawyer Ann Orr urged ..."
        name = tree.kid(i, "nsubj")
        return name is not None and tree.tags[name] == "NNP" and tree.subtree(name)[0] == head + 1
    before = next((t for t in range(i - 1, head, -1) if tree.tags[t] != "RB"), head)
    named = tree.heads[head] if tree.deps[head] == "appos" else head
    whole = tree.heads[named] == named or closing(tree, i)
    return tree.deps[i] == "acl" and whole and tree.words[before] == "," and tree.tags[i] in ("VBD", "VBN")


def _is_bare_name(tree: Tree, i: int, head: int) -> bool:
    """ "Orr called the day “modest”": a name and its verb, which the parser took for "Orr, called so"."""
    if tree.deps[i] != "acl" or tree.heads[head] != head or tree.tags[head] not in ("NNP", "NNPS") or not any(tree.quoted[i:]):
        return False
    finite = any(tag in ("VBD", "VBZ", "VBP", "MD") and not tree.quoted[t] for t, tag in enumerate(tree.tags) if t != i)
    thing = tree.kid(i, "dobj")
    return not finite and tree.tags[i] in ("VBD", "VBN") and i - head <= 2 and thing is not None and i < thing


def closing(tree: Tree, i: int) -> bool:
    """ "..., the chemist, Ann Orr, related.": a cue that ends its sentence, which the parser hung to the name before it."""
    head = tree.heads[i]
    low = tree.subtree(head)[0]
    ends = i + 2 >= len(tree.words) or (i + 1 < len(tree.words) and tree.words[i + 1] in ".;")
    return ends and head < i and tree.tags[head][0] == "N" and low > 1 and tree.words[low - 1] == ","


def speaker_of(tree: Tree, i: int, passive: bool) -> int:
    """The token that heads the speaker's noun phrase, or -1."""
    if passive:
        agent = tree.kid(i, "agent")
        named = tree.kid(agent, "pobj") if agent is not None else None
        return -1 if named is None else named
    node = i
    for _ in range(6):
        subject = _nearest_subject(tree, node)
        if subject is not None and (tree.deps[subject] == "nsubj"):
            return _antecedent(tree, node, subject)
        if node != i and (passive_subject := tree.kid(node, "nsubjpass")) is not None:
            return _antecedent(tree, node, passive_subject)
        dep, head = tree.deps[node], tree.heads[node]
        if head == node:
            return -1
        if dep in ("acl", "relcl"):
            if tree.lower[head] in DOCUMENTS and tree.deps[head] in ("dobj", "pobj") and tree.kid(head, "poss") is None:
                node = head
                while tree.tags[node][0] != "V" and tree.heads[node] != node:
                    node = tree.heads[node]
                owner = speaker_of(tree, node, is_passive(tree, node)) if tree.tags[node][0] == "V" else -1
                return owner if owner >= 0 else head
            return head
        if dep == "conj" and (outer := _same_tense(tree, node, head)) != head:
            node = outer
            continue
        if dep == "xcomp" and tree.lower[head] in _CAUSING and (made := tree.kid(head, "dobj") or node) < node:
            # "Forced Orr to admit", "left many wondering".
            return made
        if dep in ("conj", "advcl", "xcomp", "acomp", "pcomp", "prep", "ccomp", "dep", "parataxis"):
            if dep == "pcomp" and tree.lower[head] == "as":
                # "Quoted residents as saying", "was quoted as saying".
                quoted = tree.kid(tree.heads[head], "dobj", "nsubjpass")
                if quoted is not None:
                    return quoted
            node = head
            if dep in ("pcomp", "prep") and tree.tags[node][0] == "N":
                return -1
            continue
        return -1
    return -1


def _nearest_subject(tree: Tree, i: int) -> int | None:
    """The subject; of two with a comma between, as in "no friend of ours, the paper says", the second."""
    subjects = [k for k in tree.kids[i] if tree.deps[k] == "nsubj"]
    if len(subjects) == 2 and subjects[1] < i:
        low = tree.subtree(subjects[1])[0]
        # "Ann Orr of the harbour, the warden of the locks, says": the second explains the first.
        verb = next((t for t in range(i, 0, -1) if tree.tags[t - 1] not in ("MD", "RB") and tree.deps[t - 1] != "aux"), i)
        opens = tree.tags[subjects[0]] in ("NNP", "NNPS") and tree.subtree(subjects[0])[0] == 0
        explained = opens and tree.words[verb - 1] == ","
        return subjects[1] if tree.words[low - 1] == "," and not explained else subjects[0]
    return tree.kid(i, "nsubj")


def _same_tense(tree: Tree, i: int, head: int) -> int:
    """ "Insists he will fight on and refuses to answer": a second verb goes with the verb above that has its tense."""
    tense = _tense(tree, i)
    if tense not in _FINITE or _tense(tree, head) in (tense, ""):
        return head
    node = head
    while tree.heads[node] != node:
        node = tree.heads[node]
        if tree.tags[node][0] == "V" and _tense(tree, node) == tense:
            return node
    return head


def _tense(tree: Tree, i: int) -> str:
    """The tag of the first verb of a verb group."""
    first = next((k for k in tree.kids[i] if tree.deps[k] in ("aux", "auxpass")), i)
    tag = tree.tags[first]
    return "VBZ" if tag == "VBP" else tag


def same_level(tree: Tree, i: int, outer: int) -> bool:
    """True where a second reporting verb without a subject goes on after the first: "said he would and called for ..."."""
    return reports(tree.lower[outer]) and _tense(tree, outer) == _tense(tree, i) and _tense(tree, i) in ("VBD", "VBZ", "VBG")


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """For "who said" the noun before it, else the subject itself."""
    if tree.lower[subject] in RELATIVE and tree.tags[subject][0] == "W":
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
            if tree.deps[k] in _LOOSE and not (tree.deps[k] == "cc" and node == head):
                continue
            queue.append(k)
    low, high = min(keep), max(keep)
    if tree.deps[head] == "nsubj" and tree.deps[tree.heads[head]] == "relcl" and headless(tree, tree.heads[head]):
        low = tree.subtree(tree.heads[tree.heads[head]])[0]
    for k in (*tree.kids[head], *tree.kids[tree.heads[head]]):
        # "A resident surnamed Orr"; "the lawyer Ann Orr" as two subjects.
        named = tree.deps[k] == "acl" and tree.lower[k] in _NAMING
        if (named or (tree.deps[k] == "nsubj" == tree.deps[head] and tree.tags[k] == "NNP")) and tree.subtree(k)[0] == high + 1:
            high = tree.subtree(k)[-1]
    return list(range(low, high + 1))


def possessor(tree: Tree, i: int) -> int:
    """Whose claim it is: a possessive, "by" or "from", or the one who makes or issues it; -1 where nobody is named."""
    if (owner := tree.kid(i, "poss")) is not None:
        return owner
    if i > 1 and tree.tags[i - 1] == "POS":
        return i - 2
    for k in tree.kids[i]:
        if (
            tree.deps[k] in ("prep", "agent")
            and tree.lower[k] in ("by", "from", "of")
            and (named := tree.kid(k, "pobj")) is not None
        ):
            return named
        if tree.deps[k] == "acl" and tree.lower[k] in _SPREAD and (agent := tree.kid(k, "agent")) is not None:
            # "The claim, spread by reed_7, that ..."
            return agent if (named := tree.kid(agent, "pobj")) is None else named
    if tree.deps[i] in ("dobj", "nsubjpass") and tree.lower[tree.heads[i]] in _ISSUING:
        return speaker_of(tree, tree.heads[i], is_passive(tree, tree.heads[i]))
    return -1
