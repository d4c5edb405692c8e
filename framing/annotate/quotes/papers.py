"""Words for papers that speak, and the verbs that report only where such a paper is their subject."""

from __future__ import annotations

from collections.abc import Iterable

from framing.annotate.cues import inflected
from framing.annotate.wordlists import word_list

_LISTS = word_list("quotes_words_en.txt")
PAPERS = _LISTS["papers_that_speak"]
# What people say without anybody being named.
TALK = _LISTS["talk"]
DEMANDING = _LISTS["papers_demand"]
# These speak where they demand something: a law requires.
BINDING = PAPERS | _LISTS["papers_that_bind"]
# Form to lemma.
VERBS = {form: lemma for name in ("papers_demand", "papers_tell") for lemma in _LISTS[name] for form in inflected(lemma, "v")}
DEMANDS = frozenset(form for form, lemma in VERBS.items() if lemma in DEMANDING)
# With these "it" is a paper, or an office that writes one.
RULING = frozenset(("provide", "stipulate", "prescribe", "forbid", "prohibit", "oblige"))
# "Under the code owners must sign"
BINDS = frozenset(("must", "may", "shall"))
_RULES = frozenset(form for form, lemma in VERBS.items() if lemma in RULING)


def can_speak(words: Iterable[str]) -> bool:
    """
    Whether a sentence has words for a paper and for what it does.

    Parameters
    ----------
    words : iterable of str
        In lower case.
    """
    there = set(words)
    if there.isdisjoint(VERBS):
        return False
    if not there.isdisjoint(_RULES) and ("it" in there or not there.isdisjoint(BINDING)):
        return True
    return not there.isdisjoint(PAPERS) or not (there.isdisjoint(DEMANDS) or there.isdisjoint(BINDING))
