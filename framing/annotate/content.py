"""What is said, read from a parse: clauses, infinitives, objects, and what is cut from their ends."""

from __future__ import annotations

from framing.annotate.cues import Cue, forms
from framing.annotate.parse import Tree
from framing.annotate.reading import Reading
from framing.annotate.subject import DOCUMENTS, RELATIVE, same_level

_CLAUSE = ("ccomp",)
_BESIDE = ("ccomp", "parataxis", "advcl", "intj", "dep", "conj")
_UNREAL = frozenset(("to", "will", "would", "can", "could", "should", "may", "might", "must", "’ll", "'ll", "shall"))
FINITE = ("VBD", "VBZ", "VBP", "MD")
_PUNCT = frozenset(".,:;!?\"'“”‘’()[]—–-…")


def is_asserted(tree: Tree, i: int, reading: Reading) -> bool:
    """
    Whether the act of speaking is reported as done by somebody.

    "Failed to defend him", "would criticise", "those attacking her" name an act of speech without reporting one.
    """
    if reading.speaker_head < 0 or tree.kid(i, "neg") is not None:
        return reading.frame == "x" and reading.speaker_head >= 0
    if tree.deps[i] == "acl" and tree.lower[tree.heads[i]] in DOCUMENTS:
        return True
    if tree.deps[i] == "ccomp" and ";" in tree.words[i : tree.heads[i]]:
        return True
    if tree.deps[i] in ("xcomp", "ccomp", "pcomp", "acl", "csubj") or (tree.deps[i] == "relcl" and reading.frame != "o"):
        return False
    if any(tree.deps[k] == "aux" and tree.lower[k] in _UNREAL for k in tree.kids[i]):
        return False
    return len(reading.content) > 1


def content_of(tree: Tree, i: int, cue: Cue, reading: Reading) -> tuple[list[int], str]:
    frames = cue.frames
    own = {*reading.cue_tokens, *reading.speaker}
    if "c" in frames:
        clauses = [k for k in tree.kids[i] if tree.deps[k] in _CLAUSE]
        if inserted := _inserted_clause(tree, i, reading):
            return trimmed(tree, inserted), "a"
        if clauses:
            body = {t for k in clauses for t in tree.subtree(k)}
            for k in clauses:
                body -= _second_verb(tree, i, k)
            return _shortened(tree, sorted(body - own)), "c"
        if around := _around(tree, i):
            return trimmed(tree, [t for t in around if t not in own]), "a"
        if (strayed := _strayed_clause(tree, i)) is not None:
            return _shortened(tree, [t for t in tree.subtree(strayed) if t not in own]), "c"
    if frames & {"c", "q"} and (words := _quoted_object(tree, i)):
        return _shortened(tree, words), "c"
    if "x" in frames and (verb := _infinitive(tree, i)) is not None:
        return _shortened(tree, sorted(_wished(tree, i, verb, cue, reading))), "x"
    if "g" in frames and (verb := tree.kid(i, "xcomp", "pcomp")) is not None and tree.tags[verb] == "VBG":
        return trimmed(tree, tree.subtree(verb)), "g"
    for k in tree.kids[i]:
        if k > i and tree.deps[k] in ("prep", "prt", "dative") and tree.lower[k] in frames:
            topic = [t for t in tree.subtree(k) if t != k]
            if topic:
                goal = _infinitive(tree, i) if cue.kind == "urge" else None
                more = tree.subtree(goal) if goal is not None and goal > k else []
                return _shortened(tree, sorted({*topic, *more}), "o"), tree.lower[k]
    if "o" in frames:
        return _object(tree, i, cue, reading)
    return [], ""


def _quoted_object(tree: Tree, i: int) -> list[int]:
    """An object that begins with a quotation mark: chanted "no justice, no peace"."""
    for k in tree.kids[i]:
        if k > i and tree.deps[k] in ("dobj", "oprd", "attr", "npadvmod", "dep", "intj"):
            below = tree.subtree(k)
            if below[0] > i and tree.words[below[0]] in ('"', "“", "''", "``"):
                return below
    return []


def _strayed_clause(tree: Tree, i: int) -> int | None:
    """A that-clause that the parser hung to a noun on the way: "said for the first time that ..."."""
    for t in tree.subtree(i):
        if t > i + 1 and tree.deps[t] in ("acl", "ccomp", "relcl", "advcl") and tree.heads[t] != i:
            begins = any(tree.deps[k] == "mark" and tree.lower[k] == "that" for k in tree.kids[t])
            if begins and tree.heads[t] < t and tree.tags[tree.heads[t]][0] != "V":
                return t
    return None


def _wished(tree: Tree, i: int, verb: int, cue: Cue, reading: Reading) -> set[int]:
    """An infinitive with the one who is asked to do it."""
    body = set(tree.subtree(verb))
    last = reading.cue_tokens[-1]
    if last > i and tree.deps[last] == "prep":
        body |= set(tree.subtree(last)) - {last}
    thing = tree.kid(i, "dobj", "dative")
    if cue.kind in ("ask", "urge") and thing is not None and thing > i:
        body |= set(tree.subtree(thing))
    return body


def _second_verb(tree: Tree, i: int, clause: int) -> set[int]:
    """A second reporting verb that the parser hung into the content, with its conjunction."""
    known = forms()
    cut: set[int] = set()
    queue = [clause]
    while queue:
        node = queue.pop()
        for k in tree.kids[node]:
            if tree.deps[k] != "conj":
                continue
            if tree.lower[k] in known and tree.kid(k, "nsubj") is None and same_level(tree, k, i) and not _modal(tree, k):
                cut |= set(tree.subtree(k))
                cut |= {c for c in tree.kids[node] if tree.deps[c] in ("cc", "punct") and c < k and c > node and k - c <= 4}
            else:
                queue.append(k)
    return cut


def _modal(tree: Tree, i: int) -> bool:
    return tree.kid(i, "aux", "mark") is not None


def _inserted_clause(tree: Tree, i: int, reading: Reading) -> list[int]:
    """Everything around "..., she said, ..." where the cue clause stands between commas."""
    if reading.passive or reading.cue.kind in ("urge", "promise", "criticise", "praise", "call") or reading.speaker_head < 0:
        return []
    if not reading.speaker or tree.heads[reading.speaker_head] != i:
        return []
    phrase = sorted({*reading.speaker, *reading.cue_tokens})
    low, high = phrase[0], phrase[-1]
    if high - low > 14 or low < 2 or tree.words[low - 1] != ",":
        return []
    while high + 1 < len(tree.words) and tree.words[high + 1] not in ',.;:!?—–-"' and high - phrase[-1] < 9:
        if tree.heads[high + 1] not in range(low, high + 2) or tree.deps[high + 1] in _CLAUSE:
            return []
        high += 1
    left = list(range(low - 1))
    right = list(range(high + 1, len(tree.words)))
    if high + 1 < len(tree.words) and tree.words[high + 1] == "," and high + 2 < len(tree.words):
        if tree.tags[high + 2] in ("VBG", "VBN", "WP", "WDT", "WRB", "CC") or tree.lower[high + 2] in (
            "while",
            "although",
            "though",
            "but",
        ):
            right = []
    elif high + 1 < len(tree.words) and tree.words[high + 1] not in ".!?":
        return []
    if not any(tree.tags[t] in FINITE for t in (left + right)):
        return []
    if not right and not any(tree.tags[t] in FINITE for t in left):
        return []
    # A fronted "On Friday, he said the pier was shut" is no insertion: what follows the verb directly is its content.
    return left + right


def _shortened(tree: Tree, tokens: list[int], frame: str = "c") -> list[int]:
    """Without what the outlet adds at the end: ", who ...", ", adding ...", a dash with an aside."""
    tokens = trimmed(tree, tokens)
    known = forms()
    for t in tokens[1:]:
        behind_comma = tree.words[t - 1] in (",", '"', "”")
        if (
            behind_comma
            and tree.tags[t] == "VBG"
            and tree.lower[t] in known
            and tree.deps[t] in ("advcl", "acl", "conj", "xcomp", "prep")
        ):
            tokens = trimmed(tree, [x for x in tokens if x < t])
            break
    for t in tokens[1:]:
        if t <= tokens[-1] and _tail(tree, t, tokens, frame):
            low = tree.subtree(t)[0]
            tokens = trimmed(tree, [x for x in tokens if x < low])
    return tokens


def _tail(tree: Tree, t: int, tokens: list[int], frame: str) -> bool:
    """A clause at the very end that tells the reader more but is not what was said: ", who ..."."""
    if tree.deps[t] != "relcl" and not (frame == "o" and tree.deps[t] == "appos"):
        return False
    sub = tree.subtree(t)
    return sub[-1] >= tokens[-1] and sub[0] > tokens[0] and tree.words[sub[0] - 1] == ","


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
        if tree.lower[thing] in RELATIVE:
            return [], ""
    else:
        thing = tree.kid(i, "dobj", "ccomp") if cue.kind == "call" else tree.kid(i, "dobj")
        if thing is None or thing < i:
            return _complement(tree, i, cue), "o"
    body = set(tree.subtree(thing))
    if cue.kind == "call" and not _renamed(tree, i, body):
        return [], ""
    for k in tree.kids[i]:
        if k > i and (
            tree.deps[k] in ("oprd", "xcomp", "ccomp")
            or (tree.deps[k] == "prep" and tree.lower[k] in ("as", "of", "for", "to"))
        ):
            body |= set(tree.subtree(k))
    return _shortened(tree, sorted(body - set(reading.cue_tokens)), "o"), "o"


def _complement(tree: Tree, i: int, cue: Cue) -> list[int]:
    """ "Whom he described as peaceful": the object is a relative pronoun, what is said of it follows."""
    if cue.kind in ("criticise", "praise") or (tree.kid(i, "dobj") is None and tree.deps[i] != "relcl"):
        return []
    for k in tree.kids[i]:
        if k > i and (tree.deps[k] in ("oprd", "xcomp") or (tree.deps[k] == "prep" and tree.lower[k] == "as")):
            return trimmed(tree, tree.subtree(k))
    return []


def _renamed(tree: Tree, i: int, body: set[int]) -> bool:
    """ "Called the plan a mistake" says something; "called a meeting" does not."""
    return tree.kid(i, "oprd", "xcomp") is not None or any(tree.words[t] in '"“”' for t in body)


def _around(tree: Tree, i: int) -> list[int]:
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


def trimmed(tree: Tree, tokens: list[int]) -> list[int]:
    """Without marks and conjunctions at the edges."""
    low, high = 0, len(tokens)
    while low < high and (tree.words[tokens[low]] in _PUNCT or tree.tags[tokens[low]] == "_SP"):
        low += 1
    while high > low and (tree.words[tokens[high - 1]] in _PUNCT or tree.tags[tokens[high - 1]] == "_SP"):
        high -= 1
    return tokens[low:high]


def noun_content(tree: Tree, i: int, cue: Cue) -> tuple[list[int], str]:
    for k in tree.kids[i]:
        if k < i:
            continue
        below = tree.kids[k]
        if (
            "c" in cue.frames
            and tree.deps[k] in ("acl", "ccomp", "relcl")
            and any(tree.deps[m] == "mark" and tree.lower[m] == "that" for m in below)
        ):
            return trimmed(tree, tree.subtree(k)), "c"
        if "x" in cue.frames and tree.deps[k] in ("acl", "xcomp", "relcl") and any(tree.lower[m] == "to" for m in below):
            return trimmed(tree, tree.subtree(k)), "x"
        if tree.deps[k] == "prep" and tree.lower[k] in cue.frames:
            return trimmed(tree, [t for t in tree.subtree(k) if t != k]), tree.lower[k]
    return [], ""
