"""Parts of clauses behind a comma, read from tags alone: the phrase that names who speaks, what may stand behind it."""

from __future__ import annotations

from framing.annotate.meanings import compound, meanings
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.naming import DAYS, OPENS, head_noun, in_phrase, is_speaker
from framing.annotate.quotes.papers import PAPERS
from framing.annotate.quotes.parse import Tree
from framing.annotate.wordlists import word_list

# Classes of words for people, bodies and papers.
_SPEAKING = word_list("quotes_words_en.txt")["speaking_classes"]
_BUT = frozenset(("but", "and", "so", "yet", "though", "although", "while", "which"))
_PAPERS = word_list("quotes_words_en.txt")["paper_classes"]
_RELATIVE = ("WP", "WP$", "WDT")
_BEGINS_ADJUNCT = frozenset(("that", "this", "next", "last", "one"))
_ADJUNCT, _SPEAKER = 9, 26


def phrase_up_to(tree: Tree, low: int, end: int) -> int:
    """Behind the last word of a noun phrase: "a retired ferry pilot", "a person close to the accounts"."""
    high = low
    while high < end and high - low < _SPEAKER:
        participle = tree.tags[high] == "VBN" and low < high < end - 1 and tree.tags[high - 1] in ("DT", "PRP$", "JJ", "RB")
        if not in_phrase(tree, high) and not (participle and in_phrase(tree, high + 1)):
            break
        high += 1
    return high


def noun_of(tree: Tree, low: int, high: int) -> int:
    """The head of a phrase: not the number or adjective behind it ("section 9", "a person close to the accounts")."""
    noun = head_noun(tree, low, high)
    while noun > low and tree.tags[noun] in ("CD", "JJ", "RB"):
        noun -= 1
    return noun


def can_speak_up(tree: Tree, t: int) -> bool:
    """Somebody, a body or a paper, by the lists or by what the word means."""
    meant = (*meanings(tree.lower[t]), *compound(tree.lower[t - 1], tree.lower[t])) if t else meanings(tree.lower[t])
    return is_speaker(tree, t) or not _SPEAKING.isdisjoint(meant)


def is_paper(tree: Tree, t: int) -> bool:
    """Something written that can run, read or provide."""
    return tree.lower[t] in PAPERS or not _PAPERS.isdisjoint(meanings(tree.lower[t]))


def is_clause(tree: Tree, content: list[int]) -> bool:
    """A verb of its own, or an order; the plain form behind a noun is a verb with many ("names keep their worth")."""
    main = without_relatives(tree, content)
    finite = any(tree.tags[t] in FINITE and not tree.quoted[t] for t in main)
    plain = any(tree.tags[t] == "VB" and (not k or tree.tags[main[k - 1]] in ("NN", "NNS", "NNP")) for k, t in enumerate(main))
    return finite or plain


def without_relatives(tree: Tree, content: list[int]) -> list[int]:
    """Without ", who wrote from a train" up to the next comma."""
    kept: list[int] = []
    inside = False
    for t in content:
        if tree.words[t] == ",":
            inside = tree.tags[t + 1] in _RELATIVE
        if not inside:
            kept.append(t)
    return kept


def explains_speaker(tree: Tree, high: int, end: int) -> bool:
    """Behind the speaker nothing, an adjunct, or who that is: ", who ...", ", the chain that ...", "close to the accounts"."""
    if high >= end:
        return True
    if tree.words[high] == ",":
        if high + 1 >= end or tree.lower[high + 1] in _BUT:
            return True
        named = phrase_up_to(tree, high + 1, end)
        opens = tree.tags[high + 1] in OPENS and named > high + 1
        relative = tree.tags[high + 1] in (*_RELATIVE, "IN")
        return relative or (opens and (named == end or tree.words[named] == "," or tree.tags[named] in (*_RELATIVE, "VBN")))
    if tree.tags[high] in (*_RELATIVE, "VBN", "VBG", "JJ"):
        return True
    return is_adjunct(tree, high, end)


def is_adjunct(tree: Tree, low: int, end: int) -> bool:
    """Nothing, or a short phrase of time, place or manner up to the end or to ", but ..."."""
    stop = next(
        (t for t in range(low, end) if tree.words[t] == "," and tree.lower[t + 1 : t + 2] and tree.lower[t + 1] in _BUT), end
    )
    if low >= stop:
        return True
    opens = tree.tags[low] in ("IN", "RB", "TO") or tree.lower[low] in DAYS or tree.lower[low] in _BEGINS_ADJUNCT
    return opens and stop - low <= _ADJUNCT and not any(tree.tags[t] in FINITE for t in range(low, stop))


def in_other_tense(tree: Tree, low: int, comma: int, v: int) -> bool:
    """ "If you jail the finders, only sellers are left, warned a pilot": nobody does both."""
    before = {tree.tags[t] for t in range(low, comma) if tree.tags[t] in FINITE and not tree.quoted[t]}
    past = not tree.lower[v].endswith("s")
    return bool(before) and ("VBD" not in before if past else before <= {"VBD"})
