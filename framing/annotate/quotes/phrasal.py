"""Phrases that attribute without a verb: "according to", "in her view", "in the words of"."""

from __future__ import annotations

from framing.annotate.cues import Cue, reports
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.naming import is_nominal
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase, possessor

ACCORDING = Cue("according to", "p", "say", "neutral", True, frozenset("c"))
POLLED = Cue("according to", "p", "poll", "neutral", False, frozenset("c"))
IN_WORDS = Cue("in words", "p", "say", "neutral", True, frozenset("c"))

_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_SUBJECTS = frozenset(("DT", "CD", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "EX"))


def in_words(tree: Tree, i: int) -> Reading | None:
    """ "In the words of Ann Orr" a quotation stands beside; "in her view" belongs to the clause around it."""
    owner = possessor(tree, i)
    if owner < 0:
        return None
    speaker = trimmed(tree, [t for t in noun_phrase(tree, owner) if not tree.quoted[t]])
    body = []
    if tree.lower[i] == "words":
        body = _quoted_beside(tree, speaker[-1]) or _quoted_before(tree, tree.heads[i])
    if tree.lower[i] != "words" or (not body and (_closes(tree, tree.heads[i]) or _opens(tree, tree.heads[i]))):
        body = _around_phrase(tree, tree.heads[i])
    return Reading(IN_WORDS, i, [tree.heads[i], i], body, speaker, owner, frame="c")


def _closes(tree: Tree, preposition: int) -> bool:
    """ "Not a sheet had left, in the words of Ann Orr.": behind a comma, with a clause before that is not all in marks."""
    own = [t for t in range(preposition - 1) if not tree.quoted[t]]
    return tree.words[preposition - 1] == "," and any(tree.tags[t] in FINITE for t in own)


def _opens(tree: Tree, preposition: int) -> bool:
    """ "In the words of Ann Orr, who was there, the lid was “a hat”": at the head of its sentence, with a comma behind."""
    end = tree.subtree(preposition)[-1] + 1
    return preposition == 0 and tree.words[end : end + 1] == [","]


def _quoted_beside(tree: Tree, last: int) -> list[int]:
    """Quoted text right behind a token and a comma."""
    low = next((t for t in range(last + 1, min(last + 4, len(tree.words))) if tree.quoted[t]), len(tree.words))
    high = next((t for t in range(low, len(tree.words)) if not tree.quoted[t]), len(tree.words))
    return list(range(low, high))


def _quoted_before(tree: Tree, preposition: int) -> list[int]:
    """ "Fined for “a smile” in the words of the order": the words in marks right before, without a comma."""
    low = preposition
    while low > 0 and tree.quoted[low - 1]:
        low -= 1
    return list(range(low, preposition))


def _around_phrase(tree: Tree, i: int) -> list[int]:
    """The clause in which a phrase stands, without the phrase."""
    phrase = set(tree.subtree(i))
    head = tree.heads[i]
    # "Ought not to have left, according to ...": the whole clause, not the infinitive.
    # "A took part and B did not, according to ...": both clauses.
    closing = tree.words[i - 1] == ","
    while tree.heads[head] != head:
        whole = tree.deps[head] != "xcomp" and not (closing and (_goes_with(tree, head) or _is_bare(tree, head)))
        if tree.tags[head][0] == "V" and whole:
            break
        head = tree.heads[head]
    return trimmed(tree, [t for t in tree.subtree(head) if t not in phrase])


def _goes_with(tree: Tree, verb: int) -> bool:
    """A second clause joined by "and", in the tense of the first, that reports nothing."""
    first = tree.heads[verb]
    joined = tree.deps[verb] == "conj" and tree.tags[first][0] == "V" and tree.kid(first, "cc") is not None
    return joined and not any(reports(tree.lower[v]) for v in (first, verb))


def _is_bare(tree: Tree, verb: int) -> bool:
    """A second verb without a subject of its own: "had received nine and decided three"."""
    return tree.deps[verb] == "conj" and tree.kid(verb, "nsubj", "nsubjpass", "expl") is None


def _lost_clause(tree: Tree, to: int) -> list[int]:
    """ "According to an order which lies on every seat, any room counts": the parser took the phrase for the whole sentence."""
    if tree.heads[to - 1] != to - 1 or to > 2:
        return []
    commas = [t for t in range(to + 1, len(tree.words)) if tree.words[t] == ","]
    for comma in commas:
        if tree.tags[comma + 1 : comma + 2] not in (["WP"], ["WDT"], ["WP$"]):
            rest = list(range(comma + 1, len(tree.words)))
            return trimmed(tree, rest) if any(tree.tags[t] in FINITE for t in rest) else []
    return []


def according(tree: Tree, i: int) -> Reading | None:
    """ "According to Ann Orr": the clause around it is what she says."""
    to = next((k for k in tree.kids[i] if tree.lower[k] == "to"), None)
    named = tree.kid(to, "pobj", "pcomp") if to is not None else None
    if to is None:
        return None
    if named is None:
        return _lost_name(tree, i, to)
    speaker = noun_phrase(tree, named)
    # A poll that somebody has taken tells what people think.
    taken = tree.lower[named] in ("poll", "survey") and "by" in tree.lower[named : tree.subtree(named)[-1] + 1]
    content = _around_phrase(tree, i) or _lost_clause(tree, to)
    if i == 0 and (explained := _explained(tree, speaker, content)):
        speaker, content = [*speaker, *explained], [t for t in content if t > explained[-1]]
        content = trimmed(tree, content)
    return Reading(POLLED if taken else ACCORDING, i, [i, to], content, speaker, named, frame="c")


def _lost_name(tree: Tree, i: int, to: int) -> Reading | None:
    """ "According to ballistics expert Ann Orr, shells may lie there": the parser took who says it for the subject."""
    comma = next((t for t in range(to + 1, len(tree.words)) if tree.words[t] in (",", ";")), None)
    if i or comma is None or not is_nominal(tree, to + 1, comma) or tree.tags[comma - 1] not in ("NNP", "NNPS"):
        return None
    content = trimmed(tree, list(range(comma + 1, len(tree.words))))
    if not any(tree.tags[t] in FINITE for t in content):
        return None
    return Reading(ACCORDING, i, [i, to], content, list(range(to + 1, comma)), comma - 1, frame="c")


def _explained(tree: Tree, speaker: list[int], content: list[int]) -> list[int]:
    """ "According to Ann Orr, the head of the guild, nine boats sank": who that is, with the comma before."""
    low = speaker[-1] + 2
    if tree.words[low - 1 : low] != [","] or content[:1] != [low] or tree.lower[low] not in _ARTICLES:
        return []
    comma = next((t for t in content if tree.words[t] == ","), len(tree.words))
    verb = next((t for t in content if t > comma and tree.tags[t] in FINITE), None)
    if verb is None or any(tree.tags[t] in FINITE and tree.deps[t] != "acl" for t in range(low, comma)):
        return []
    # "The sheds, the boats and the crane were burnt", "the boat, a ferry, sank"
    subject = tree.tags[comma + 1] in _SUBJECTS and not any(tree.words[t] == "," for t in range(comma + 1, verb))
    listed = tree.tags[comma + 1] == "DT" and any(tree.tags[t] == "CC" for t in range(comma + 1, verb))
    return list(range(low - 1, comma)) if subject and not listed else []
