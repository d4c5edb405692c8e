"""Reading one parsed sentence: which reporting word has which content and which speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from framing.annotate.cues import Cue, forms, lexicon
from framing.annotate.parse import Tree

ACCORDING = Cue("according to", "p", "say", "neutral", True, frozenset("c"))
COLON = Cue("", "v", "say", "neutral", True, frozenset("q"))
_NOMINAL = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "HYPH", "PRP", "AFX"))
_DOCUMENTS = frozenset(("statement", "letter", "email", "e-mail", "tweet", "message", "post", "memo", "note", "release", "report", "tweets",
    "statements", "emails", "speech", "op-ed", "video", "interview", "press"))  # fmt: skip
_SUBJECT = ("nsubj", "csubj", "expl")
_CLAUSE = ("ccomp",)
_BESIDE = ("ccomp", "parataxis", "advcl", "intj", "dep", "conj")
_UNREAL = frozenset(("to", "will", "would", "can", "could", "should", "may", "might", "must", "’ll", "'ll", "shall"))
_FINITE = ("VBD", "VBZ", "VBP", "MD")
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
    relative: int = -1


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
    hidden = list(hidden)
    found: list[Reading] = []
    for i, word in enumerate(tree.lower):
        if hidden[i]:
            continue
        reading = None
        if word == "according":
            reading = _according(tree, i)
        elif word in known:
            reading = _by_tag(tree, i, known[word], hidden)
        if reading is not None:
            found.append(_checked(tree, reading, hidden))
    if (reading := _colon(tree, hidden, found)) is not None:
        found.append(reading)
    return _inherited(tree, found)


def _by_tag(tree: Tree, i: int, lemma: str, hidden: list[bool]) -> Reading | None:
    tag = tree.tags[i]
    if tag[0] == "V":
        return _verb(tree, i, lemma)
    if tree.deps[i] == "ROOT" and tree.kid(i, "ccomp") is not None and tag in ("NN", "NNS", "MD", "IN", "JJ"):
        return _verb(tree, i, lemma)
    if tag in ("NNS", "NN", "NNP", "NNPS") and _verbal(tree, i, hidden) and (lemma, "v") in lexicon():
        speaker = list(range(_behind_mark(hidden, i), i))
        return Reading(lexicon()[lemma, "v"], i, [i], speaker=speaker, speaker_head=speaker[-1])
    return _noun(tree, i, lemma) if tag in ("NN", "NNS") else None


def _behind_mark(hidden: list[bool], i: int) -> int:
    """The token right behind the last quoted text before a token; 0 where there is none."""
    return next((t + 1 for t in range(i - 1, -1, -1) if hidden[t]), 0)


def _verbal(tree: Tree, i: int, hidden: list[bool]) -> bool:
    """A "notes" that the tagger took for a noun: quoted text, a name, the word, and the end of the clause."""
    low = _behind_mark(hidden, i)
    ends = i + 1 >= len(tree.words) or tree.words[i + 1] in ".,:;" or tree.tags[i + 1] in ("IN", "TO", "RB", "_SP")
    return (
        0 < low < i <= low + 5 and ends and tree.lower[i].endswith(("s", "d")) and all(t in _NOMINAL for t in tree.tags[low:i])
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


def _checked(tree: Tree, reading: Reading, hidden: list[bool]) -> Reading:
    """A speaker is never inside the quoted text; "..., mused Ann Orr" has hers behind the verb."""
    if reading.speaker_head >= 0 and hidden[reading.speaker_head]:
        reading.speaker_head, reading.speaker = -1, []
    if reading.speaker_head < 0 and not reading.passive and reading.cue.part == "v":
        head = reading.head
        if head > 0 and hidden[head - 1] and head + 1 < len(hidden) and not hidden[head + 1]:
            reading.speaker = _phrase_behind(tree, head + 1, hidden)
            reading.speaker_head = reading.speaker[-1] if reading.speaker else -1
            reading.content = [t for t in reading.content if t not in set(reading.speaker)]
    if reading.speaker_head < 0 and not reading.passive and reading.cue.part == "v" and reading.head > 0:
        low = _behind_mark(hidden, reading.head)
        if 0 < low < reading.head <= low + 18:
            reading.speaker = [t for t in _phrase_behind(tree, low, hidden) if t < reading.head]
            reading.speaker_head = reading.speaker[-1] if reading.speaker else -1
    if reading.frame in ("a", "c") and reading.content:
        reading.content = _beside_marks(tree, reading, hidden)
    if reading.speaker and any(hidden[t] for t in reading.speaker):
        reading.speaker = [t for t in reading.speaker if not hidden[t]]
    return reading


def _beside_marks(tree: Tree, reading: Reading, hidden: list[bool]) -> list[int]:
    """
    Content without what only stands near it.

    After a quotation and its cue only more quotation belongs to it; before a cue nothing beyond a colon or semicolon.
    """
    first = min([reading.head, *reading.cue_tokens, *reading.speaker])
    last = max([reading.head, *reading.cue_tokens])
    content = reading.content
    if any(hidden[t] for t in content if t < first):
        content = [t for t in content if t < last or hidden[t]]
    stop = max((t for t in range(first) if tree.words[t] in (":", ";") and not hidden[t]), default=-1)
    if stop >= 0 and content and content[0] < stop:
        content = [t for t in content if t > stop]
    return _trim(tree, content)


def _phrase_behind(tree: Tree, low: int, hidden: list[bool]) -> list[int]:
    """The noun phrase that begins at a token, read from the tags alone."""
    high = low
    while high < len(hidden) and not hidden[high] and (tree.tags[high] in _NOMINAL):
        high += 1
    return list(range(low, high)) if high > low and tree.tags[high - 1][0] in "NP" else []


def _colon(tree: Tree, hidden: list[bool], found: list[Reading]) -> Reading | None:
    """A sentence that opens a quotation with a colon and has no reporting word: its subject speaks."""
    at = next((i for i, word in enumerate(tree.words) if word == ":" and not hidden[i]), -1)
    if at < 1 or not (at + 1 >= len(hidden) or all(hidden[at + 1 :])):
        return None
    if any(not hidden[r.head] and r.head < at and r.cue.speech and r.speaker and not r.content for r in found):
        return None
    root = next((i for i, head in enumerate(tree.heads) if head == i and i < at and tree.tags[i][0] == "V"), -1)
    if root < 0:
        return None
    subject = _speaker(tree, root, False)
    if subject < 0 or hidden[subject] or tree.lower[subject] in ("it", "this", "that", "there", "here", "what"):
        return None
    return Reading(COLON, root, [root], speaker=noun_phrase(tree, subject), speaker_head=subject)


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
        own = tree.kid(i, "nsubj")
        if own is not None and own != reading.speaker_head and tree.lower[own] in _RELATIVE:
            reading.relative = own
    reading.content, reading.frame = _content(tree, i, cue, reading)
    if reading.frame not in ("", "c", "a") and not _asserted(tree, i, reading):
        reading.content, reading.frame = [], ""
    return reading


def _asserted(tree: Tree, i: int, reading: Reading) -> bool:
    """
    Whether the act of speaking is reported as done by somebody.

    "Failed to defend him", "would criticise", "those attacking her" name an act of speech without reporting one.
    """
    if reading.speaker_head < 0 or tree.kid(i, "neg") is not None:
        return reading.frame == "x" and reading.speaker_head >= 0
    if tree.deps[i] == "acl" and tree.lower[tree.heads[i]] in _DOCUMENTS:
        return True
    if tree.deps[i] in ("xcomp", "ccomp", "pcomp", "acl", "csubj") or (tree.deps[i] == "relcl" and reading.frame != "o"):
        return False
    if any(tree.deps[k] == "aux" and tree.lower[k] in _UNREAL for k in tree.kids[i]):
        return False
    return len(reading.content) > 1


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
            if tree.lower[head] in _DOCUMENTS and tree.deps[head] in ("dobj", "pobj") and tree.kid(head, "poss") is None:
                node = head
                while tree.tags[node][0] != "V" and tree.heads[node] != node:
                    node = tree.heads[node]
                owner = _speaker(tree, node, _is_passive(tree, node)) if tree.tags[node][0] == "V" else -1
                return owner if owner >= 0 else head
            return head
        if dep == "conj" and tree.deps[head] == "ccomp" and _same_level(tree, i, tree.heads[head]):
            node = tree.heads[head]
            continue
        if dep in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "parataxis"):
            node = head
            if dep in ("pcomp", "prep") and tree.tags[node][0] == "N":
                return -1
            continue
        return -1
    return -1


def _same_level(tree: Tree, i: int, outer: int) -> bool:
    """True where a second reporting verb without a subject goes on after the first: "said he would and called for ..."."""
    known = forms()
    return tree.lower[outer] in known and tree.tags[outer] == tree.tags[i] and tree.tags[i] in ("VBD", "VBZ", "VBP")


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
    own = {*reading.cue_tokens, *reading.speaker}
    if "c" in frames:
        clauses = [k for k in tree.kids[i] if tree.deps[k] in _CLAUSE]
        if inserted := _inserted_clause(tree, i, reading):
            return _trim(tree, inserted), "a"
        if clauses:
            body = {t for k in clauses for t in tree.subtree(k)}
            for k in clauses:
                body -= _second_verb(tree, i, k)
            return _shortened(tree, sorted(body - own)), "c"
        if around := _around(tree, i, cue):
            return _trim(tree, [t for t in around if t not in own]), "a"
    if "x" in frames and (k := _infinitive(tree, i)) is not None:
        body = tree.subtree(k)
        if len(reading.cue_tokens) > 1 and tree.deps[reading.cue_tokens[-1]] == "prep" and reading.cue_tokens[-1] > i:
            body = sorted({*body, *tree.subtree(reading.cue_tokens[-1])} - {reading.cue_tokens[-1]})
        if cue.kind in ("ask", "urge") and (thing := tree.kid(i, "dobj", "dative")) is not None and thing > i:
            body = sorted({*body, *tree.subtree(thing)})
        return _shortened(tree, body), "x"
    if "g" in frames and (k := tree.kid(i, "xcomp", "pcomp")) is not None and tree.tags[k] == "VBG":
        return _trim(tree, tree.subtree(k)), "g"
    for k in tree.kids[i]:
        if k > i and tree.deps[k] in ("prep", "agent", "prt", "dative") and tree.lower[k] in frames and tree.deps[k] != "agent":
            body = [t for t in tree.subtree(k) if t != k]
            if body:
                infinitive = _infinitive(tree, i) if cue.kind == "urge" else None
                more = tree.subtree(infinitive) if infinitive is not None and infinitive > k else []
                return _shortened(tree, sorted({*body, *more})), tree.lower[k]
    if "o" in frames:
        return _object(tree, i, cue, reading)
    return [], ""


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
            if tree.lower[k] in known and tree.kid(k, "nsubj") is None and _same_level(tree, k, i) and not _modal(tree, k):
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
    if not any(tree.tags[t] in _FINITE for t in (left + right)):
        return []
    if not right and not any(tree.tags[t] in _FINITE for t in left):
        return []
    # A fronted "On Friday, he said the pier was shut" is no insertion: what follows the verb directly is its content.
    return left + right


def _shortened(tree: Tree, tokens: list[int]) -> list[int]:
    """Without what the outlet adds at the end: ", who ...", "(...)", "- ..."."""
    tokens = _trim(tree, tokens)
    if not tokens:
        return tokens
    inside = set(tokens)
    known = forms()
    for t in tokens[1:]:
        if (
            tree.tags[t] == "VBG"
            and tree.lower[t] in known
            and tree.words[t - 1] in (",", '"', "”")
            and tree.deps[t] in ("advcl", "acl", "conj", "xcomp", "prep")
        ):
            tokens = _trim(tree, [x for x in tokens if x < t])
            break
    if not tokens:
        return tokens
    for t in tokens[1:]:
        if tree.deps[t] == "relcl" and t in inside:
            sub = tree.subtree(t)
            if sub[-1] >= tokens[-1] and sub[0] > tokens[0] and tree.words[sub[0] - 1] == ",":
                return _trim(tree, [x for x in tokens if x < sub[0]])
    return tokens


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
    return _shortened(tree, sorted(body - set(reading.cue_tokens))), "o"


def _complement(tree: Tree, i: int, cue: Cue) -> list[int]:
    """ "Whom he described as peaceful": the object is a relative pronoun, what is said of it follows."""
    if cue.kind in ("criticise", "praise") or tree.kid(i, "dobj") is None and tree.deps[i] != "relcl":
        return []
    for k in tree.kids[i]:
        if k > i and (tree.deps[k] in ("oprd", "xcomp") or (tree.deps[k] == "prep" and tree.lower[k] == "as")):
            return _trim(tree, tree.subtree(k))
    return []


def _renamed(tree: Tree, i: int, body: set[int]) -> bool:
    """ "Called the plan a mistake" says something; "called a meeting" does not."""
    return tree.kid(i, "oprd", "xcomp") is not None or any(tree.words[t] in '"“”' for t in body)


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
    if reading.speaker_head < 0:
        return None
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
