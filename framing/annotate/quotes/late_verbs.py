"""Verbs of reporting clauses that stand behind what was said: "It stood there, ran the warrant", "..., the draft provides"."""

from __future__ import annotations

import re
from functools import cache

from framing.annotate.cues import inflected, lexicon

KINDS = frozenset(("say", "note", "admit", "claim", "object", "deny", "promise", "ask", "tell", "urge"))
# Verbs that report only, or more often, behind what was said, and the cue whose class and stance they share.
ONLY_HERE = {
    "run": "state", "provide": "state", "recapitulate": "repeat", "own": "admit", "judge": "say", "close": "say",
    "record": "note", "allow": "admit", "go": "say", "reckon": "say", "estimate": "estimate", "find": "say", "rule": "rule",
    "read": "state", "lament": "say", "sob": "say", "weep": "say", "calculate": "say", "recite": "say", "decide": "rule",
    "grumble": "complain",
    "figure": "say", "establish": "note", "reason": "argue", "contradict": "object", "resolve": "rule", "determine": "rule",
    "expect": "predict", "direct": "urge", "correct": "object", "diagnose": "say", "protest": "object", "guess": "say",
    "grin": "say", "smile": "say", "nod": "say", "begin": "say",
}  # fmt: skip
_OWN_FORMS = {
    "run": ("run", "runs", "ran"), "go": ("goes", "went"), "read": ("reads", "read"), "find": ("finds", "found"),
    "begin": ("begins", "began"), "weep": ("weeps", "wept"), "sob": ("sobs", "sobbed"), "nod": ("nods", "nodded"),
    "grin": ("grins", "grinned"),
}  # fmt: skip
NOUNS = r"(?:word|answer|reply|verdict|response|explanation|message|news|line|version)"
_NOUN = re.compile(NOUNS)


@cache
def verbs() -> dict[str, str]:
    """Finite form to lemma: what reports with a clause, and what does so only here."""
    found: dict[str, str] = {}
    for (lemma, part), cue in lexicon().items():
        if part == "v" and cue.speech and " " not in lemma and cue.kind in KINDS and cue.frames & {"c", "q"}:
            found |= dict.fromkeys((form for form in inflected(lemma, "v") if not form.endswith("ing")), lemma)
    for lemma in ONLY_HERE:
        forms = _OWN_FORMS.get(lemma) or tuple(form for form in inflected(lemma, "v") if not form.endswith("ing"))
        found |= dict.fromkeys(forms, lemma)
    return found


def only_here(words: list[str]) -> bool:
    """
    True if a sentence can hold a reporting clause by a verb that reports nowhere else.

    Parameters
    ----------
    words : list of str
        Words and commas in order, in lower case.
    """
    if "," not in words:
        return False
    for before, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word in _special() and (before == "," or behind in ("", ";")):
            return True
        if word in ("the", "their", "its", "his", "her") and before in ("was", "is") and _NOUN.fullmatch(behind):
            return True
    return False


@cache
def _special() -> frozenset[str]:
    return frozenset(form for form, lemma in verbs().items() if lemma in ONLY_HERE) | {"known", "know"}
