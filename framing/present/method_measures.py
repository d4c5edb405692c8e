"""The methods section, measure by measure: one paragraph each, over all its voices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from framing.present import labels
from framing.present.inert import plain
from framing.present.numbers import count, listing
from framing.results import DocumentScores, StudyResults

Cited = Callable[..., str]


def measures(results: StudyResults, manifest: dict[str, Any], cited: Cited) -> list[tuple[str, str]]:
    """Heading and paragraph of each measure; quotations, robustness and validation have their own."""
    grouped: dict[str, list[str]] = {}
    for key in results.results:
        grouped.setdefault(key.split(":")[0], []).append(key)
    parts = []
    for name, keys in grouped.items():
        if name.startswith(("multiverse", "validation", "quotes")):
            continue
        result = results.results[keys[0]]
        text = _KINDS.get(name, _other)(result, manifest, cited)
        options = _options(result.provenance.options)
        voices = "" if name in _OVER_ALL_VOICES else f" It was computed for {_listed(keys)}."
        parts.append((labels.measure(name), f"{text}{voices}{f' Options: {options}.' if options else ''}"))
    return parts


def _listed(keys: list[str]) -> str:
    """ "the outlet's own words and quoted words"."""
    return listing([labels.words_of(key.partition(":")[2]) for key in keys])


# Measures that are about voices themselves.
_OVER_ALL_VOICES = ("voices", "sources")


def _options(options: dict[str, Any]) -> str:
    """Options in words, without those that only serve this report."""
    shown = {
        k: v
        for k, v in options.items()
        if k not in ("sides", "unit", "contrast", "interval_name", "verdict", "chosen_k")
        and isinstance(v, (int, float, str, bool, tuple, list, type(None)))
    }
    parts = []
    for name, value in sorted(shown.items()):
        if isinstance(value, (tuple, list)):
            value = f"{count(len(value))} entries" if len(value) > 12 else ", ".join(map(plain, value)) or "none"
        parts.append(f"{labels.spaced(name)} = {'none' if value is None else plain(value)}")
    return "; ".join(parts)


def _keyness(result: Any, _manifest: dict[str, Any], cited: Cited) -> str:
    o = result.provenance.options
    tests = int(result.data["p"].notna().sum())
    adjusted = correction(str(o.get("correction", o.get("adjust", ""))), cited) if tests else ""
    n = result.data["term"].nunique()
    text = (
        f"For {count(n)} words, the log-odds ratio with an informative Dirichlet "
        f"prior {cited('monroe2008')} compares their use on the sides; "
        f"dispersion over documents is given as the normalised deviation of proportions {cited('gries2008')}."
    )
    if tests:
        text += (
            " Intervals and p values resample and permute clusters, not words; p "
            f"was corrected over {count(tests)} tests by {adjusted}."
        )
    else:
        text += " No interval and no test was possible for this design."
    return text


def _lexicon(result: Any, _manifest: dict[str, Any], cited: Cited) -> str:
    names = [plain(n) for n in dict.fromkeys(result.data["name"])] if "name" in result.data else []
    hashes = [f"{plain(name)} (sha256 {plain(sha)[:12]})" for name, sha in sorted(result.provenance.lexicons.items())]
    source = f" from the lists {listing(hashes)}" if hashes else ""
    return (
        f"Dictionary scores count the entries of {count(len(names))} categories "
        f"({listing(names)}){source}. Off-the-shelf and starter dictionaries rarely "
        f"agree with human coders {cited('vanatteveldt2021')}; these scores are indicators until they are validated."
    )


def _readability(result: Any, manifest: dict[str, Any], cited: Cited) -> str:
    names = [labels.score(n) for n in dict.fromkeys(result.data["name"])]
    version = manifest.get("versions", {}).get("textstat")
    tool = (
        f" by textstat {plain(version)} {cited('textstat')}"
        if version and result.provenance.options.get("library", "textstat") == "textstat"
        else ""
    )
    return f"Readability was measured{tool} as {listing(names)} {cited('flesch1948')}."


def _topics(result: Any, manifest: dict[str, Any], cited: Cited) -> str:
    o = result.provenance.options
    lda = "lda" in str(o.get("model", o.get("method", ""))).lower()
    method = (
        f"latent Dirichlet allocation {cited('blei2003')}" if lda else f"non-negative matrix factorisation {cited('lee1999')}"
    )
    version = manifest.get("versions", {}).get("scikit-learn")
    k = result.data["topic"].nunique()
    text = (
        f"{count(k)} topics were fitted by {method}"
        + (f", as implemented in scikit-learn {plain(version)} {cited('sklearn')}" if version else "")
        + "."
    )
    text += _stability(o, cited)
    if any("network" in name or "edges" in name for name in result.tables):
        text += f" Topics were joined into communities by their network {cited('walter2019')}."
    return text + " A topic is a group of words that go together; it is not a frame."


def _stability(options: dict[str, Any], cited: Cited) -> str:
    """How the number of topics was judged, and how that ended."""
    seeds, resamples = options.get("n_seeds"), options.get("n_resamples")
    if not seeds:
        return ""
    one = f" The model is the consensus of {count(seeds)} random starts"
    if not resamples:
        return f"{one}; the number of topics was judged by their agreement."
    over = f"{count(resamples)} random parts of the documents"
    text = f"{one} and of fits to {over}; numbers of topics were compared by stability over these parts {cited('greene2014')}"
    text += " and by coherence on the documents left out."
    said = {
        "none": " No number of topics was stable by this measure: the topics are one possible grouping among others.",
        "range": " Several numbers of topics were equally stable within error.",
    }
    return text + said.get(str(options.get("verdict", "")), "")


def _diversity(result: Any, _manifest: dict[str, Any], cited: Cited) -> str:
    names = [labels.score(n) for n in dict.fromkeys(result.data["name"])]
    return f"Lexical diversity was measured as {listing(names)} {cited('mccarthy2010')}."


def _shift(_result: Any, _manifest: dict[str, Any], cited: Cited) -> str:
    return f"Word shifts decompose the difference between the sides into contributions of words {cited('gallagher2021')}."


def _of_voices(_result: Any, _manifest: dict[str, Any], _cited: Cited) -> str:
    return "For every document the share of its words in each voice was taken; totals of a side add up its words."


def _sources(_result: Any, _manifest: dict[str, Any], _cited: Cited) -> str:
    return (
        "Speakers were given a kind of source (official, police, expert, lawyer, victim, citizen, media, "
        "organisation, company, anonymous, other): the most probable by a log-linear model (multinomial logistic "
        "regression and naive Bayes, their weights added) of what the text tells of them (titles, head nouns, "
        "appositions, words near every mention, their classes of meaning, the words they say, the verdict of rules over "
        "word lists), learnt from invented articles; what all texts tell of a name counts together, so that a named "
        "speaker has one kind in the corpus; speakers whom a list names keep the kind of the list. Cues were given a "
        "stance by a documented list; thoughts, plans and polls do not count as quotations. Kinds of source are the "
        "least certain of these labels: their probabilities stand in the list of speakers, which should be read "
        "before a claim is built on them."
    )


def _other(result: Any, _manifest: dict[str, Any], _cited: Cited) -> str:
    kind = "a score for every document" if isinstance(result, DocumentScores) else "a table"
    return f"The measure “{plain(result.provenance.measure)}” gave {kind}."


def correction(name: str, cited: Cited) -> str:
    """The correction by name; only the one that was used is cited."""
    if name == "holm":
        return f"Holm's method {cited('holm1979')}"
    if name == "bh":
        return f"the Benjamini–Hochberg method {cited('benjamini1995')}"
    return plain(name) or "the declared method"


_KINDS = {
    "keyness": _keyness,
    "lexicon": _lexicon,
    "readability": _readability,
    "topics": _topics,
    "diversity": _diversity,
    "shift": _shift,
    "voices": _of_voices,
    "sources": _sources,
}
