"""What is said of a thing: the object of a reporting verb with all that belongs to it."""

from __future__ import annotations

from framing.annotate.cues import Cue, sense
from framing.annotate.quotes.asserted import CHARGED
from framing.annotate.quotes.edges import shortened, trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import RELATIVE
from framing.annotate.wordlists import word_list

OCCASIONS = word_list("quotes_words_en.txt")["occasions"]
# To whom these are said stands as their object, what is said behind a preposition.
_ADDRESSED = {
    "accuse": ("of",), "thank": ("for",), "congratulate": ("on", "for", "upon"), "mock": ("as",), "deride": ("as",),
    "ridicule": ("as",), "compliment": ("on",),
}  # fmt: skip
_OF_A_THING = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "POS", "HYPH", "CD"))
_QUALITIES = ("less", "ous", "ful", "able", "ible", "ionate", "quate", "scene")
_GOES_ON = (["without"], ["more"], ["of"], ["for"])
ASIDE = frozenset(
    ("during", "despite", "because", "by", "as", "since", "until", "without", "through", "via", "amid", "following", "under")
)


def object_of(tree: Tree, i: int, cue: Cue, reading: Reading) -> tuple[list[int], str]:
    """The object with everything that belongs to it: "the plan a mistake", "him of lying"."""
    cue = sense(cue, "o")
    if reading.passive:
        if cue.kind == "promise" and (given := tree.kid(i, "dobj")) is not None and given > i:
            when = [t for k in tree.kids[i] if k > given and tree.deps[k] in ("npadvmod", "prep") for t in tree.subtree(k)]
            return shortened(tree, sorted({*tree.subtree(given), *when}), "o"), "o"
        if charge := _charge(tree, i, cue, reading):
            return charge
        thing = tree.kid(i, "nsubjpass")
        if thing is None or tree.lower[thing] in RELATIVE:
            return [], ""
    else:
        # In "called the law vague, poor and late" the parser can hang the law to what it is called.
        thing = tree.kid(i, "dobj", *(("ccomp", "oprd") if cue.kind == "call" else ()))
        if thing is None and cue.kind == "call":  # "Declares the order of May “valid at once”"
            thing = next((k for k in tree.kids[i] if k > i and tree.deps[k] == "nsubj"), None)
        thing = _taken_for_time(tree, i) if thing is None else thing
        if cue.lemma == "call" and (thing is None or thing > i) and (judged := _judged(tree, i)):
            return judged, "o"
        if thing is None or thing < i:
            return _complement(tree, i, cue), "o"
    if cue.lemma == "offer" and (reading.passive or tree.deps[i] == "relcl" or _is_served(tree, i)):
        return [], ""
    if cue.lemma == "claim" and tree.lower[thing] in ("life", "lives", "victim", "victims"):
        return [], ""
    if not reading.passive and (told := _of_what(tree, thing, cue)):
        return shortened(tree, told, "o"), "o"
    body = set(tree.subtree(thing)) | (_up_to_marks(tree, i, thing) if cue.kind == "call" else set())
    for k in tree.kids[i]:
        if k > i and (
            tree.deps[k] in ("oprd", "xcomp", "ccomp")
            or (tree.deps[k] == "prep" and tree.lower[k] in ("as", "of", "for", "to"))
            or (tree.deps[k] == "advcl" and _is_as_in_marks(tree, k))
        ):
            body |= set(tree.subtree(k))
    if (
        cue.kind == "call"
        or tree.lower[max(body) + 1 : max(body) + 2] == ["as"]
        or any(tree.quoted[max(body) + 1 : max(body) + 2])
    ):
        body |= _quoted_behind(tree, max(body))
    if cue.kind == "call" and (_is_nickname(tree, body) or not _renamed(tree, i, body)):
        return [], ""
    return shortened(tree, sorted(with_places(tree, i, body) - set(reading.cue_tokens)), "o"), "o"


def _judged(tree: Tree, i: int) -> list[int]:
    """ "Called the ban excessive": a thing and what it is said to be, which the parser took for one phrase."""
    high = i + 1
    while high < len(tree.words) and tree.tags[high] in _OF_A_THING and not tree.quoted[high]:
        high += 1
    ends = high == len(tree.words) or tree.words[high] in ".,;" or tree.tags[high] in ("CC", "_SP")
    if high - i == 3 and tree.lower[i + 1] in ("that", "this") and tree.deps[i + 2] == "oprd":  # "called that nonsense"
        return [i + 1, i + 2] if ends else []
    thing = high - i > 3 and tree.tags[i + 1] in ("DT", "PRP$") and tree.tags[high - 2] in ("NN", "NNS")
    judged = tree.tags[high - 1] == "JJ" or tree.lower[high - 1].endswith(_QUALITIES)
    return list(range(i + 1, high)) if ends and thing and judged else []


def _taken_for_time(tree: Tree, i: int) -> int | None:
    """ "Has requested a month more for the farms", "recalled the first morning without a threat": no time, but a thing."""
    for k in tree.kids[i]:
        below = tree.subtree(k)
        if (
            tree.deps[k] == "npadvmod"
            and below[0] == i + 1
            and tree.tags[i + 1] == "DT"
            and tree.lower[k + 1 : k + 2] in _GOES_ON
        ):
            return k
    return None


def _is_as_in_marks(tree: Tree, verb: int) -> bool:
    """ "Lists eleven boats as “not found”"."""
    low = tree.subtree(verb)[0]
    return tree.lower[low] == "as" and tree.quoted[low + 1 : low + 2] == [True] and tree.quoted[verb]


def _is_served(tree: Tree, i: int) -> bool:
    """ "Offered the guests a chair": what is offered to somebody at once is a thing in the hand."""
    guest = tree.kid(i, "dative")
    return guest is not None and tree.tags[guest] not in ("TO", "IN")


def _of_what(tree: Tree, thing: int, cue: Cue) -> list[int]:
    """ "Accused the office of lying", "thanked the crew for staying": what somebody is told comes behind who is told."""
    if cue.lemma not in _ADDRESSED:
        return []
    verb = tree.heads[thing]
    for k in (*tree.kids[verb], *tree.kids[thing], *in_passing(tree, verb, thing)):
        if k > thing and tree.deps[k] == "prep" and tree.lower[k] in _ADDRESSED[cue.lemma]:
            body = [t for t in tree.subtree(k) if t != k]
            if not body:
                return []
            if not any(tree.quoted[t] for t in body):
                body = sorted(with_places(tree, verb, set(body)))
            return trimmed(tree, marks_alone(tree, sorted({*body, *_quoted_behind(tree, max(body))})))
    return _charge_behind(tree, thing, cue)


def _charge_behind(tree: Tree, thing: int, cue: Cue) -> list[int]:
    """ "Accused him over the radio of the port of “selling fog”": the preposition before a gerund or marks is the one."""
    verb = tree.heads[thing]
    others = {t for c in tree.kids[verb] if tree.deps[c] == "conj" for t in tree.subtree(c)}
    for k in tree.subtree(verb):
        if k <= thing or k in others or tree.lower[k] not in _ADDRESSED[cue.lemma] or k + 1 >= len(tree.words):
            continue
        # "Mocked a singer, spoke of dust as “gold”" does not mock the singer as gold.
        if tree.lower[k] == "as" and "," in tree.words[thing:k]:
            break
        if (tree.quoted[k + 1] and not tree.quoted[k]) or tree.tags[k + 1] == "VBG":
            body = [t for t in tree.subtree(k) if t != k]
            return trimmed(tree, marks_alone(tree, sorted({*body, *_quoted_behind(tree, max(body, default=k))})))
    return []


def in_passing(tree: Tree, verb: int, thing: int) -> list[int]:
    """
    Prepositions that the parser hung to a phrase on the way: "accused us by name of lying", "in a box on page four of lying".

    Parameters
    ----------
    tree : Tree
    verb, thing : int
        The reporting verb, and the token behind which such phrases stand.

    Returns
    -------
    list of int
    """
    found: list[int] = []
    for k in tree.kids[verb]:
        if k <= thing or tree.deps[k] != "prep" or (at := tree.kid(k, "pobj")) is None:
            continue
        # "In court of lying": a noun alone; behind others only what is done or said in marks.
        alone = at == k + 1 and tree.lower[at] != "front"
        below = [t for t in tree.subtree(at) if tree.deps[t] == "prep" and t > at]
        found += [t for t in below if (alone and tree.heads[t] == at) or _is_deed(tree, t)]
    return found


def _is_deed(tree: Tree, preposition: int) -> bool:
    """A preposition before a verb or before words in marks."""
    return tree.kid(preposition, "pcomp") is not None or tree.quoted[preposition + 1 : preposition + 2] == [True]


def marks_alone(tree: Tree, body: list[int]) -> list[int]:
    """ "Warned of “a flood” and left": where the words in marks come first, a verb behind them is the outlet's."""
    last = max((t for t in body if tree.quoted[t]), default=-1)
    if last < 0 or not tree.quoted[body[0]] or tree.tags[last + 1 : last + 2] != ["CC"]:
        return body
    return [t for t in body if t <= last]


def figure(tree: Tree, i: int) -> list[int]:
    """ "Put the number at 300": the object and the figure."""
    thing = tree.kid(i, "dobj")
    below = tree.subtree(thing) if thing is not None else []
    at = next((k for k in (*tree.kids[i], *below) if tree.lower[k] == "at"), None)
    if (
        thing is None
        or at is None
        or all(tree.tags[t] != "CD" for t in tree.subtree(at))
        or tree.tags[at + 1 : at + 2] in (["NN"], ["NNP"])
    ):
        return []
    return trimmed(tree, sorted({*tree.subtree(thing), *tree.subtree(at)}))


def with_places(tree: Tree, i: int, body: set[int]) -> set[int]:
    """With phrases right behind that the parser hung to the verb: "denied any role in the fire", not "in a letter"."""
    for k in tree.kids[i] if len(body) > 1 else ():
        below = tree.subtree(k)
        # "Spoke of nine boats lost", "described guards asleep": a state of the thing, hung to the verb.
        if tree.deps[k] in ("advcl", "ccomp") and tree.tags[k] in ("JJ", "VBN") and k == below[0] == max(body) + 1:
            body |= set(below)
            continue
        # "Promised a place to every pupil who was sent home": to whom it is given is told for a reason.
        given = tree.deps[k] == "dative" and any(tree.deps[t] == "relcl" and tree.words[t - 1] != "," for t in below)
        if not (tree.deps[k] == "prep" or given) or tree.lower[k] in ASIDE:
            continue
        at = tree.kid(k, "pobj")
        # "Six years for Orr and four for Voss" counts, "in 1999" tells when.
        counted = tree.lower[k] != "for" and any(tree.tags[t] == "CD" for t in below)
        when = tree.lower[k if at is None else at] in OCCASIONS or counted
        if below[0] == max(body) + 1 and not when:
            body |= set(below)
    return body


def _charge(tree: Tree, i: int, cue: Cue, reading: Reading) -> tuple[list[int], str] | None:
    """What somebody "was accused of" or "was criticised for"."""
    if cue.kind not in ("criticise", "praise"):
        return None
    agent = tree.kid(i, "agent")
    own = set(tree.subtree(agent)) if agent is not None else set()
    inner = [k for k in sorted(own) if tree.lower[k] in CHARGED and tree.kid(k, "pcomp") is not None]
    for k in [k for k in tree.kids[i] if k > i] + inner:
        if tree.deps[k] == "prep" and tree.lower[k] in CHARGED:
            body = tree.subtree(k)
            reading.speaker = [t for t in reading.speaker if t not in body]
            return shortened(tree, [t for t in body if t != k and (k in inner or t not in own)], "o"), tree.lower[k]
    return None


def _quoted_behind(tree: Tree, last: int) -> set[int]:
    """Quoted text that follows the object within a few words: called the plan "a gift", praised it as "a gift"."""
    low = next((t for t in range(last + 1, min(last + 6, len(tree.words))) if tree.quoted[t]), None)
    if low is None or any(tree.tags[t][0] == "V" or tree.tags[t] == "CC" for t in range(last + 1, low)):
        return set()
    high = low
    while high < len(tree.words) and tree.quoted[high]:
        high += 1
    return set(range(last + 1, high))


def _complement(tree: Tree, i: int, cue: Cue) -> list[int]:
    """ "Whom he described as peaceful": the object is a relative pronoun, what is said of it follows."""
    if cue.kind in ("criticise", "praise") or (tree.kid(i, "dobj") is None and tree.deps[i] != "relcl"):
        return []
    for k in tree.kids[i]:
        if cue.kind == "call" and (_is_nickname(tree, set(tree.subtree(k))) or tree.tags[k] in ("NNP", "NNPS")):
            continue
        if k > i and (tree.deps[k] in ("oprd", "xcomp") or (tree.deps[k] == "prep" and tree.lower[k] == "as")):
            return trimmed(tree, tree.subtree(k))
    return []


def _up_to_marks(tree: Tree, i: int, thing: int) -> set[int]:
    """ "Calls a closure without a warning “unheard of”": from the object to the words in marks, where the verb has no other."""
    low = tree.subtree(thing)[0]
    first = next((t for t in range(low, len(tree.words)) if tree.quoted[t]), None)
    if first is None or first == low or (tree.kid(i, "oprd") or first) < first:
        return set()
    before = first - 2 if tree.tags[first - 1] == "DT" else first - 1
    if tree.tags[before][0] != "N" or any(tree.words[t] in ",;:" or tree.tags[t] in FINITE for t in range(low, first)):
        return set()
    high = first
    while high < len(tree.words) and tree.quoted[high]:
        high += 1
    return set(range(low, high))


def _is_nickname(tree: Tree, body: set[int]) -> bool:
    """ "Called him “the Weathercock”": a name in marks says nothing of anybody."""
    quoted = [tree.words[t] for t in sorted(body) if tree.quoted[t] and len(tree.words[t]) > 3]
    return 0 < len(quoted) <= 4 and all(word[0].isupper() for word in quoted)


def _is_rung(tree: Tree, i: int) -> bool:
    """ "The man who called the hotline", "the defence called nine": one phrase, and nothing that is named so."""
    if tree.kid(i, "dobj", "ccomp", "nsubjpass") is not None or sum(tree.deps[k] == "oprd" for k in tree.kids[i]) != 1:
        return False
    subject = tree.kid(i, "nsubj")
    return tree.deps[i] not in ("relcl", "ccomp") or (subject is not None and tree.lower[subject] in RELATIVE)


def _renamed(tree: Tree, i: int, body: set[int]) -> bool:
    """ "Called the plan a mistake" or "into question" says something; "called a meeting" does not."""
    # "Called Orr a quack": the parser can take both for names of somebody.
    named = next((k for k in reversed(tree.kids[i]) if tree.deps[k] in ("oprd", "xcomp")), None)
    if _is_rung(tree, i) and not any(tree.quoted[t] for t in body):
        return False
    if named is not None and all(
        tree.tags[t] in ("DT", "NNP", "NNPS", "HYPH") and not tree.quoted[t] for t in tree.subtree(named)
    ):
        return False  # "The papers call him Ann Orr"
    into = any(tree.lower[k] == "into" for k in tree.kids[i])
    return into or named is not None or any(tree.quoted[t] for t in body)
