"""What is said, read from a parse: clauses, infinitives, gerunds, quoted objects, topics."""

from __future__ import annotations

from framing.annotate.cues import Cue, nouns, sense
from framing.annotate.quotes.behind import behind, marks_behind, mislabelled
from framing.annotate.quotes.edges import shortened, trimmed
from framing.annotate.quotes.insertions import around, inserted_clause
from framing.annotate.quotes.mistaken import is_called, is_of_the_place, is_who_denies
from framing.annotate.quotes.objects import OCCASIONS, figure, in_passing, marks_alone, object_of, with_places
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.second import second_verb
from framing.annotate.quotes.whole_clause import taken_for_thing, told_of
from framing.annotate.quotes.wishes import whole_wish
from framing.annotate.wordlists import word_list

_WITHOUT_OBJECT = frozenset(
    ("lies", "lie", "lay", "stands", "stood", "rests", "rested", "depends", "belongs", "hangs", "remains")
)
_CLAUSES = ("xcomp", "ccomp")
# "Boasted on television of ...", "boasts in a circular of ..."
_SAID_IN = OCCASIONS | word_list("quotes_documents_en.txt")["documents"]


def content_of(tree: Tree, i: int, cue: Cue, reading: Reading) -> tuple[list[int], str]:
    """The content of a reporting verb and the frame it stands in; empty where only quoted text beside it can be meant."""
    frames = cue.frames
    if "c" in frames and (clause := _clause(tree, i, reading))[0] and not is_who_denies(tree, i, cue, clause[0]):
        return clause
    if frames & {"c", "q"} and (words := _quoted_object(tree, i)):
        return shortened(tree, words), "c"
    if "x" in frames and (verb := _infinitive(tree, i)) is not None:
        return shortened(tree, whole_wish(tree, i, verb, cue) or sorted(_wished(tree, verb, cue))), "x"
    if "g" in frames and (verb := _gerund(tree, i)) is not None:
        return trimmed(tree, [t for t in tree.subtree(verb) if t > i]), "g"
    if (topic := _topic(tree, i, cue, reading))[0] and not _runs_into_question(tree, cue, topic[0]):
        return topic
    if (lost := behind(tree, i, cue, max(i, *reading.cue_tokens)))[0]:
        return lost
    content, frame = object_of(tree, i, cue, reading) if "o" in frames else ([], "")
    if not any(tree.quoted[t] for t in content) and cue.speech and not reading.passive and (said := marks_behind(tree, i)):
        return said, "o"
    return content, frame


def _clause(tree: Tree, i: int, reading: Reading) -> tuple[list[int], str]:
    """A that-clause, a question, or the sentence around an inserted cue."""
    own = {*reading.cue_tokens, *reading.speaker}
    if inserted := inserted_clause(tree, i, reading):
        return trimmed(tree, inserted), "a"
    if clauses := _own_clauses(tree, i):
        body = {t for k in clauses for t in tree.subtree(k)}
        for k in clauses:
            body -= second_verb(tree, i, k)
        if tree.lower[i + 1 : i + 3] == ["only", "that"]:
            body.discard(i + 1)
        return shortened(tree, sorted(body - own)), "c"
    if reading.cue.kind == "tell" and (told := _bare_clause(tree, i)):
        return shortened(tree, told), "c"
    if reading.cue.kind == "ask" and (asked := _asked(tree, i)):
        return shortened(tree, asked), "c"
    if told := told_of(tree, i, reading.cue) or taken_for_thing(tree, i, reading.cue):
        return told, "c"
    if outer := around(tree, i):
        return trimmed(tree, [t for t in outer if t not in own]), "a"
    if (strayed := _strayed_clause(tree, i)) is not None:
        noun = tree.heads[strayed]
        # "Rejected the idea that it was a joke"; a claim that is denied is a quotation by itself.
        thing = tree.deps[noun] == "dobj" and tree.heads[noun] == i and tree.lower[noun] not in nouns()
        whole = thing and "o" in reading.cue.frames
        return shortened(tree, [t for t in tree.subtree(noun if whole else strayed) if t not in own]), "c"
    return [], ""


def _own_clauses(tree: Tree, i: int) -> list[int]:
    """The clauses that hang from a verb, without those that only stand near it."""
    clauses = [k for k in tree.kids[i] if tree.deps[k] == "ccomp" and not _is_predicate(tree, i, k)]
    clauses = clauses or mislabelled(tree, i)
    # "When the floor had fallen, the postman wrote that ...": with a that-clause behind, what stands before is no content.
    that = [k for k in clauses if k > i and tree.lower[tree.subtree(k)[0]] == "that"]
    # So it is with a clause right behind the verb: "In a note sent when the floor fell, he said he was well".
    if that or (not any(tree.quoted[:i]) and any(_is_right_behind(tree, i, k) for k in clauses)):
        return [k for k in clauses if k > i]
    if i and tree.quoted[i - 1]:  # "“Whom?” asked Orr, and for a moment it was quiet"
        return [k for k in clauses if k < i or tree.tags[tree.subtree(k)[0] - 1] != "CC"]
    return clauses


def _is_right_behind(tree: Tree, i: int, clause: int) -> bool:
    """A clause next to a verb whose subject does not stand behind it."""
    subject = tree.kid(i, "nsubj")
    return (subject is None or subject < i) and tree.subtree(clause)[0] == i + 1


def _is_predicate(tree: Tree, i: int, clause: int) -> bool:
    """ "The skippers who answered intend to go", "the meeting, announced for May, will start": a verb without a subject."""
    below = tree.subtree(clause)
    if tree.deps[i] not in ("relcl", "acl") and tree.words[i - 1] != ",":
        return False
    if below[0] < i or tree.quoted[clause] or tree.kid(clause, "mark", "nsubj", "nsubjpass", "csubj", "expl") is not None:
        return False
    return tree.tags[below[0]] in ("VBD", "VBZ", "VBP", "MD") and clause - below[0] <= 2


def _bare_clause(tree: Tree, i: int) -> list[int]:
    """ "Told the clerks he had bought the map": the parser hangs a clause without "that" to whoever is told."""
    thing = tree.kid(i, "dobj", "dative")
    clause = tree.kid(thing, "relcl") if thing is not None and thing > i else None
    if clause is None or clause < i:
        return []
    body = tree.subtree(clause)
    relative = any(tree.tags[t] in ("WDT", "WP", "WP$", "WRB", "IN") for t in body if t <= tree.heads[clause] + 1)
    subject = tree.kid(clause, "nsubj", "nsubjpass", "expl")
    # "The man she had met" lacks an object that "he had bought the map" has.
    whole = tree.kid(clause, "dobj", "acomp", "attr", "prep", "xcomp", "ccomp", "nsubjpass") is not None
    behind = body[0] == tree.heads[clause] + 1 and subject is not None and tree.subtree(subject)[0] == body[0]
    return body if behind and whole and not relative else []


def _asked(tree: Tree, i: int) -> list[int]:
    """ "Inquired when the lines would be mended": a question that the parser took for a time."""
    for k in tree.kids[i]:
        below = tree.subtree(k)
        if tree.deps[k] == "advcl" and below[0] == i + 1 and tree.tags[i + 1] == "WRB":
            return below
    return []


def _topic(tree: Tree, i: int, cue: Cue, reading: Reading) -> tuple[list[int], str]:
    """What follows a preposition: "spoke of the flood", "called for more boats to be sent"."""
    if cue.lemma == "put" or (cue.lemma == "estimate" and figure(tree, i)):
        return figure(tree, i), "o"
    if cue.lemma == "plead" and (plea := tree.kid(i, "acomp")) is not None and tree.lower[plea] == "guilty":
        return [t for t in range(i + 1, plea + 1) if tree.lower[t] in ("not", "guilty")], "o"
    if cue.lemma.startswith("call") and is_called(tree, i, passive=reading.passive):
        return [], ""
    last = reading.cue_tokens[-1]
    passing = [k for a in tree.kids[i] if tree.deps[a] == "prep" and (b := tree.kid(a, "pobj")) is not None
               and tree.lower[b] in _SAID_IN for k in tree.kids[b] if not is_of_the_place(tree, b, k)]  # fmt: skip
    passing += in_passing(tree, i, i)
    if cue.lemma == "remind" and (told := tree.kid(i, "dobj")) is not None:  # "Reminded the hall of the dead"
        # "Reminded users of the yard they were late" goes on.
        ends = {k: tree.subtree(k)[-1] + 1 for k in tree.kids[told]}
        passing += [k for k, end in ends.items() if tree.words[end : end + 1] in ([","], ["."])]
    for k in [*tree.kids[i], *(tree.kids[last] if last > i else ()), *passing]:
        if k <= i or tree.deps[k] not in ("prep", "prt", "dative") or tree.lower[k] not in cue.frames:
            continue
        if body := {t for t in tree.subtree(k) if t > k}:
            body |= _listed(tree, i, k, max(body))
            goal = _infinitive(tree, i) if sense(cue, tree.lower[k]).kind == "urge" else None
            more = tree.subtree(goal) if goal is not None and goal > k else []
            return shortened(tree, marks_alone(tree, sorted(with_places(tree, i, {*body, *more}))), "o"), tree.lower[k]
    wish = _infinitive(tree, i)
    if wish is not None and "for" in cue.frames and tree.lower[tree.subtree(wish)[0]] == "for":
        return shortened(tree, tree.subtree(wish)[1:]), "for"
    return [], ""


def _runs_into_question(tree: Tree, cue: Cue, topic: list[int]) -> bool:
    """ "Asked in a forum for anglers why the boat was late": who was asked, and what."""
    return cue.kind == "ask" and any(tree.lower[t] in ("why", "whether") for t in topic[1:])


def _listed(tree: Tree, i: int, first: int, last: int) -> set[int]:
    """ "Asks for permits, for checks, and for patience": phrases of a list, each with its preposition."""
    found: set[int] = set()
    for k in tree.kids[i]:
        below = tree.subtree(k)
        between = {tree.lower[t] for t in range(last + 1, below[0])}
        if k > last and tree.lower[k] == tree.lower[first] and below[0] == k and between and between <= {",", "and", "or"}:
            found |= set(range(last + 1, below[-1] + 1))
            last = below[-1]
    return found


def _gerund(tree: Tree, i: int) -> int | None:
    for k in tree.kids[i]:
        if k > i and tree.deps[k] in ("xcomp", "pcomp", "advcl") and tree.words[tree.subtree(k)[0] - 1] != ",":
            return k if _is_gerund(tree, k) else None
        if k == i + 1 and tree.deps[k] == "dobj" and tree.tags[k] == "VBG" and tree.kid(k, "dobj") is not None:
            return k
    return None


def _is_gerund(tree: Tree, verb: int) -> bool:
    """ "Denied taking it", "admitted in court having taken it"."""
    having = any(tree.lower[k] == "having" and tree.deps[k] == "aux" for k in tree.kids[verb])
    return having or (tree.tags[verb] == "VBG" and tree.deps[verb] != "advcl")


def _quoted_object(tree: Tree, i: int) -> list[int]:
    """An object that begins with a quotation mark: chanted "no justice, no peace"."""
    if (run := _run_behind(tree, i)) and tree.tags[run[0]] in ("TO", "IN"):
        return run
    for k in tree.kids[i]:
        if k > i and tree.deps[k] in ("dobj", "oprd", "attr", "npadvmod", "dep", "intj", *_CLAUSES):
            below = tree.subtree(k)
            if below[0] > i and tree.quoted[below[0]]:
                below = _one_verb(tree, k, below)
                return [t for t in below if tree.quoted[t]] if tree.deps[k] in _CLAUSES else below
    return []


def _run_behind(tree: Tree, i: int) -> list[int]:
    """Three or more words in marks right behind the verb: apologised "to whoever was hurt"."""
    high = i + 1
    while high < len(tree.words) and tree.quoted[high]:
        high += 1
    run = trimmed(tree, list(range(i + 1, high)))
    return run if len(run) >= 3 else []


def _one_verb(tree: Tree, thing: int, below: list[int]) -> list[int]:
    """ "Said 'no comment' and left": what is done next, in the outlet's words, was not said."""
    # A lone "left" can be tagged as an adjective.
    done = [k for k in tree.kids[thing] if tree.deps[k] == "conj" and tree.tags[k][0] in "VJ" and not tree.quoted[k]]
    stop = next((t for t in below if done and tree.tags[t] == "CC" and not tree.quoted[t]), below[-1] + 1)
    return [t for t in below if t < stop]


def _strayed_clause(tree: Tree, i: int) -> int | None:
    """A that-clause that the parser hung to a noun on the way: "said for the first time that ..."."""
    for t in tree.subtree(i):
        if t > i + 1 and tree.deps[t] in ("acl", "ccomp", "relcl", "advcl") and tree.heads[t] != i:
            begins = any(tree.deps[k] == "mark" and tree.lower[k] == "that" for k in tree.kids[t])
            noun = tree.heads[t]
            # "Admitted a crack in July, in a notice that nobody saw": what the phrase of place goes on with.
            aside = tree.deps[noun] == "pobj" and "," in tree.words[i:noun] and tree.kid(i, "dobj") is not None
            if begins and noun < t and tree.tags[noun][0] != "V" and not aside:
                return t
    return None


def _wished(tree: Tree, verb: int, cue: Cue) -> set[int]:
    """An infinitive without the one who is asked to do it."""
    body = set(tree.subtree(verb))
    if cue.kind in ("ask", "urge", "tell"):
        # "Begged the searchers to go on": the parser can take who is asked for the subject.
        own = next((k for k in tree.kids[verb] if tree.deps[k] == "nsubj" and k < verb), None)
        body = {t for t in body if own is None or t > tree.subtree(own)[-1]}
    return body


def _infinitive(tree: Tree, i: int) -> int | None:
    for k in tree.kids[i]:
        if (
            tree.deps[k] in ("xcomp", "ccomp", "advcl")
            and k > i
            and any(tree.lower[a] == "to" and tree.deps[a] == "aux" for a in tree.kids[k])
        ):
            return k
    return None


def noun_content(tree: Tree, i: int, cue: Cue) -> tuple[list[int], str]:
    """What a noun reports: "her view is that ...", "a claim that ...", "a promise to ...", "their demand for an inquiry"."""
    if tree.deps[i] == "nsubj" and tree.lower[tree.heads[i]] in ("is", "was") and cue.frames & {"c", "is"}:
        clause = tree.kid(tree.heads[i], "ccomp")
        if clause is not None and clause > i:
            return shortened(tree, tree.subtree(clause)), "c"
        wish = tree.kid(tree.heads[i], "xcomp")
        # "Her appeal was to be heard" tells what was to come.
        coming = wish is not None and tree.kid(wish, "auxpass") is not None
        if wish is not None and wish > i and not coming and any(tree.lower[k] == "to" for k in tree.kids[wish]):
            return shortened(tree, tree.subtree(wish)), "x"
    for k in tree.kids[i]:
        if k < i:
            continue
        below = tree.kids[k]
        if (
            "c" in cue.frames
            and tree.deps[k] in ("acl", "ccomp", "relcl")
            and any(tree.lower[m] == "that" and (tree.deps[m] == "mark" or _opens_clause(tree, i, m, k)) for m in below)
        ):
            return trimmed(tree, _before_predicate(tree, i, k)), "c"
        if "x" in cue.frames and tree.deps[k] in ("acl", "xcomp", "relcl") and any(tree.lower[m] == "to" for m in below):
            return trimmed(tree, tree.subtree(k)), "x"
        if tree.deps[k] == "prep" and tree.lower[k] in cue.frames:
            owned = tree.kid(i, "poss") is not None and tree.deps[i] != "nsubj" and tree.lower[k + 1 : k + 2] != ["comment"]
            if tree.lower[k] == "for" and not owned and not {"DT", "PRP$"} & set(tree.tags[k + 1 : k + 2]):
                continue  # "Demand for tea" is no request, and "our request for comment" tells nothing
            return trimmed(tree, [t for t in tree.subtree(k) if t != k]), tree.lower[k]
    return [], ""


def _opens_clause(tree: Tree, noun: int, that: int, verb: int) -> bool:
    """ "The assurance that all now lies with him": next to the noun, and its clause has a subject of its own."""
    own = tree.kid(verb, "nsubj", "nsubjpass", "expl")
    opens = that == noun + 1 and tree.tags[that] == "IN" and own is not None and own > that
    return opens and tree.lower[verb] in _WITHOUT_OBJECT  # not "the claims that he made"


def _before_predicate(tree: Tree, i: int, clause: int) -> list[int]:
    """ "His claim that the vote was rigged drew laughter": where the noun heads the sentence, its verb hangs in the clause."""
    body = tree.subtree(clause)
    if tree.heads[i] != i:
        return body
    late = (t for t in body if t > clause and tree.tags[t] in ("VBD", "VBZ", "VBN") and tree.deps[t] in ("compound", "amod"))
    end = next(late, body[-1] + 1)
    return [t for t in body if t < end]
