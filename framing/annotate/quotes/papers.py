"""Words for papers that speak, and the verbs that report only where such a paper is their subject."""

from __future__ import annotations

from framing.annotate.cues import inflected
from framing.annotate.wordlists import word_list

_LISTS = word_list("quotes_words_en.txt")
PAPERS = _LISTS["papers_that_speak"]
DEMANDING = _LISTS["papers_demand"]
# Form to lemma.
VERBS = {form: lemma for name in ("papers_demand", "papers_tell") for lemma in _LISTS[name] for form in inflected(lemma, "v")}
