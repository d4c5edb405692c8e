"""Content around the cue: "..., she said, ..." and "as she said"."""

from __future__ import annotations

from framing.annotate.cues import forms, lexicon
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import closing

FINITE = ("VBD", "VBZ", "VBP", "MD")
_BESIDE = ("ccomp", "parataxis", "advcl", "intj", "dep", "conj")
_PERFECT = frozenset(("has", "have", "’s", "'s", "’ve", "'ve"))
_STATES = _PERFECT | frozenset(("is", "are", "was", "were", "had", "needs", "wants", "remains", "needed", "wanted", "remained"))
_TELLING = frozenset(("describe", "tell", "recall", "remember", "explain", "report"))
_TURNS = frozenset(("while", "although", "though", "but"))


def inserted_clause(tree: Tree, i: int, reading: Reading) -> list[int]:
    """Everything around "..., she said, ..." where the cue clause stands between commas."""
    if reading.passive or reading.cue.kind in ("urge", "promise", "criticise", "praise", "call") or reading.speaker_head < 0:
        return []
    hung = tree.deps[i] == "acl" and tree.heads[i] == reading.speaker_head and closing(tree, i)
    if not reading.speaker or not (hung or tree.heads[reading.speaker_head] == i):
        return []
    phrase = sorted({*reading.speaker, *reading.cue_tokens})
    low, high = phrase[0], phrase[-1]
    high = _told_whom(tree, i, high)
    if high - low > 14 or low < 2 or tree.words[low - 1] != ",":
        return []
    last = high
    while high + 1 < len(tree.words) and tree.words[high + 1] not in ',.;:!?—–-"' and high - last < 9:
        if tree.heads[high + 1] not in range(low, high + 2) or tree.deps[high + 1] == "ccomp":
            return []
        high += 1
    left = list(range(low - 1))
    right = list(range(high + 1, len(tree.words)))
    if high + 2 < len(tree.words) and tree.words[high + 1] == ",":
        if trails(tree, high + 2, right):
            right = []
    elif high + 1 < len(tree.words) and tree.words[high + 1] not in ".!?":
        return []
    if not any(tree.tags[t] in FINITE for t in (left + right)):
        return []
    if not right and not any(tree.tags[t] in FINITE for t in left):
        return []
    # "When asked whether she would go, Ann Orr said no": a question put to her.
    inside = any(tree.words[t][0].isalnum() for t in right)
    if not inside and (tree.lower[0] == "asked" or tree.lower[:2] == ["when", "asked"]):
        return []
    # A fronted "On Friday, he said the pier was shut" is no insertion: what follows the verb directly is its content.
    return (left[clause_start(tree, 0, low - 1) :] if inside else left) + right


def clause_start(tree: Tree, low: int, end: int) -> int:
    """
    Where the last clause before a token begins: behind ", and" or ", where" with words without a verb.

    "He ate, and the soup, she said, was cold", "they went to the inn, where the menus, she noted, were wet".

    Parameters
    ----------
    tree : Tree
    low, end : int
        The first token that counts, and the one before which all of it stands.
    """
    for t in range(end - 1, low, -1):
        if tree.tags[t] in FINITE:
            break
        joins = tree.tags[t] == "CC" or tree.lower[t] == "where"
        if joins and tree.words[t - 1] == "," and any(tree.tags[k] in FINITE for k in range(low, t)):
            return t + 1
    return low


def _told_whom(tree: Tree, i: int, high: int) -> int:
    """The last token of "he told me on the telephone", where the sentence goes on with its verb behind a comma."""
    end = high
    for k in sorted(tree.kids[i]):
        addressed = tree.deps[k] == "prep" or (tree.deps[k] in ("dobj", "dative") and tree.tags[k] == "PRP")
        below = tree.subtree(k)
        if addressed and below[0] == end + 1 and len(below) == below[-1] - below[0] + 1 <= 6:
            end = below[-1]
    goes_on = tree.words[end + 1 : end + 2] == [","] and tree.tags[end + 2 : end + 3] in (["VBD"], ["VBZ"], ["MD"])
    return end if goes_on else high


def _says(word: str) -> bool:
    """True for a verb of speech; "knows" and "wants" are none."""
    cue = lexicon().get((forms().get(word, ""), "v"))
    return cue is not None and cue.speech


def trails(tree: Tree, t: int, right: list[int]) -> bool:
    """
    Whether a clause of its own kind follows "..., he said, ".

    "Pointing at it", "who left", "while others stayed", "and added" do; "and the kettle was not his" goes on with what he said.
    """
    if tree.lower[t] in _TURNS or tree.tags[t] in ("VBN", "WP", "WP$", "WDT", "WRB"):
        return True
    if tree.tags[t] == "CC":
        if tree.lower[t + 1 : t + 2] in (["then"], ["now"]):  # "..., he said, and then he laughed"
            return True
        verb = next((v for v in right if tree.tags[v][0] == "V"), None)
        if tree.words[t + 1 : t + 2] == ["I"] and "I" not in tree.words[:t]:
            return True
        if verb is None:
            return not any(tree.quoted[k] for k in right)
        if verb == t + 1 and _is_deed(tree, t, verb):
            return True
        # "And he knows it" is still said by him, "and knows it" is told of him.
        own = tree.tags[t + 1] in ("PRP", "DT", "NNP", "NN", "NNS", "PRP$", "EX") and tree.tags[verb] in FINITE
        return _says(tree.lower[verb]) if own else tree.lower[verb] in forms()
    if tree.lower[t] == "as" and tree.deps[t] == "mark":  # "..., he said, as the lamps went out"
        return any(tree.tags[v] in FINITE for v in right)
    subject = tree.deps[t] in ("amod", "csubj") or tree.deps[tree.heads[t]] == "nsubj"
    return tree.tags[t] == "VBG" and not subject


def _is_deed(tree: Tree, t: int, verb: int) -> bool:
    """ "It was cold, she says, and unwraps a cake": in another tense than what was said, it is what the speaker does."""
    first = next((v for v in range(t) if tree.tags[v] in FINITE), None)
    # "The oil escaped, she says, and needs pumping out": states and perfects go on in another tense.
    if first is None or tree.tags[first] == "MD" or tree.lower[first] in _PERFECT or tree.lower[verb] in _STATES:
        return False
    cue = next(v for v in range(t - 1, -1, -1) if tree.tags[v] in FINITE)
    return tree.tags[verb] == tree.tags[cue] and (tree.tags[verb] == "VBD") != (tree.tags[first] == "VBD")


def around(tree: Tree, i: int) -> list[int]:
    """The clause around an inserted "he said" or "as he said"."""
    dep, head = tree.deps[i], tree.heads[i]
    thing = tree.kid(i, "dobj")
    has_as = any(tree.lower[k] == "as" and tree.deps[k] in ("mark", "advmod") for k in tree.kids[i])
    # "As investigators describe it"
    taken_up = has_as and thing == i + 1 and tree.lower[thing] == "it" and forms().get(tree.lower[i]) in _TELLING
    # "As the office reminds us" tells nobody's words but its own.
    if (
        head == i
        or dep not in _BESIDE
        or tree.tags[head][0] not in "VMN"
        or (thing is not None and tree.lower[thing] not in ("us", "you") and not taken_up)
    ):
        return []
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
