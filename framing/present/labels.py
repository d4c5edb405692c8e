"""Labels apart from names: what a column, a measure, a voice or a score is called in print."""

from __future__ import annotations

from typing import Any

from framing.present.inert import plain

VOICES = {
    "own": "outlet's own words",
    "direct": "direct quotes",
    "indirect": "reported speech",
    "block": "blocks taken over",
    "quoted": "quoted words",
    "all": "all words",
    "headline": "headlines",
}

MEASURES = {
    "lexicon": "Lexicon scores",
    "keyness": "Keywords",
    "topics": "Topics",
    "quotes": "Quotations",
    "readability": "Readability",
    "voices": "Voices",
    "sources": "Sources",
    "diversity": "Lexical diversity",
    "shift": "Word shift",
    "collocations": "Collocations",
    "agency": "Agency",
    "frames": "Frame indicators",
    "multiverse": "Multiverse",
    "timeline": "Time",
    "power": "Power",
    "matched": "Matched events",
    "kwic": "Concordance",
    "stance": "Cue stance",
}

COLUMNS = {
    "name": "score",
    "voice": "voice",
    "side_a": "side A",
    "side_b": "side B",
    "mean_a": "mean A",
    "mean_b": "mean B",
    "estimate": "difference",
    "ci_low": "low",
    "ci_high": "high",
    "hedges_g": "Hedges g",
    "cliffs_delta": "Cliff's δ",
    "p": "p",
    "p_adjusted": "p (adjusted)",
    "p_min": "smallest p possible",
    "n_documents_a": "documents A",
    "n_documents_b": "documents B",
    "n_clusters_a": "clusters A",
    "n_clusters_b": "clusters B",
    "std_error": "std. error",
    "n_a": "count A",
    "n_b": "count B",
    "rate_a": "per 1,000, A",
    "rate_b": "per 1,000, B",
    "dp_norm": "DPnorm",
    "top_document_share": "share of top document",
    "n_words": "words",
    "n_documents": "documents",
    "n_tokens": "words",
    "n_quotes": "quotes",
    "n_speakers": "named speakers",
    "n_cued": "quotes with a cue",
    "share_words": "share of words",
    "share_quotes": "share of quotes",
    "share_right": "likely right",
    "n_below_half": "below 50 %",
    "ci_low_quotes": "low (quotes)",
    "ci_high_quotes": "high (quotes)",
    "source_type": "source type",
    "speaker_resolved": "speaker",
    "cue_class": "cue class",
    "share": "share",
    "per_1000": "per 1,000 words",
}

SCORES = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "gunning_fog": "Gunning fog",
    "smog_index": "SMOG",
    "smog": "SMOG",
    "coleman_liau_index": "Coleman-Liau",
    "automated_readability_index": "ARI",
    "dale_chall": "Dale-Chall",
    "words_per_sentence": "words per sentence",
    "syllables_per_word": "syllables per word",
    "mattr": "MATTR",
    "mtld": "MTLD",
    "hdd": "HD-D",
    "yule_k": "Yule's K",
    "ttr": "type-token ratio",
    "own": "outlet's own words",
    "direct": "direct quotes",
    "indirect": "reported speech",
    "block": "blocks taken over",
    "quoted": "quoted words",
    "named": "speakers with a name",
    "attributed": "quotes with a speaker",
    "evenness": "evenness of speakers",
}

STANCES = ("neutral", "endorsing", "distancing", "hostile", "warm")

# Kinds of source in the plural.
SOURCES = {
    "official": "officials",
    "police": "police",
    "expert": "experts",
    "lawyer": "lawyers",
    "victim": "victims",
    "citizen": "citizens",
    "media": "media",
    "organisation": "organisations",
    "company": "companies",
    "anonymous": "unnamed sources",
    "other": "other sources",
}

# What a measure counts in, where its options do not say.
UNITS = {
    "lexicon": "hits per 1,000 words",
    "voices": "share of words",
    "sources": "share",
    "readability": "points of the score",
    "diversity": "points of the score",
    "topics": "share of a document",
}

CORRECTIONS = {
    "holm": "Holm",
    "bh": "Benjamini–Hochberg",
    "by": "Benjamini–Yekutieli",
    "bonferroni": "Bonferroni",
    "none": "no correction",
}


def spaced(name: Any) -> str:
    """
    A name with its joints opened.

    Examples
    --------
    >>> spaced("share_of_top_term")
    'share of top term'
    """
    return plain(name).replace("_", " ")


def score(name: Any) -> str:
    """
    What a score is called in print.

    Examples
    --------
    >>> score("mtld"), score("threat_words")
    ('MTLD', 'threat words')
    >>> score("quotes anonymous"), score("words official"), score("officials distancing")
    ('quotes from unnamed sources', 'words of officials', 'distancing cues for officials')
    """
    return SCORES.get(str(name)) or _of_sources(str(name)) or spaced(name)


def _of_sources(name: str) -> str | None:
    """The scores of the measure "sources"."""
    first, _, rest = name.partition(" ")
    if first in ("quotes", "words") and rest in SOURCES:
        return f"{'quotes from' if first == 'quotes' else 'words of'} {SOURCES[rest]}"
    if first in ("stance", "officials") and rest in STANCES:
        return f"{rest} cues" + (" for officials" if first == "officials" else "")
    return None


def voice(name: Any) -> str:
    """
    What a voice is called in print.

    Examples
    --------
    >>> voice("own")
    "outlet's own words"
    """
    return VOICES.get(str(name), spaced(name))


def words_of(name: Any) -> str:
    """
    A voice in the middle of a sentence.

    Examples
    --------
    >>> words_of("own"), words_of("quoted")
    ("the outlet's own words", 'quoted words')
    """
    said = voice(name)
    return f"the {said}" if name == "own" else said


def measure(name: Any) -> str:
    """
    What a measure is called in print.

    Examples
    --------
    >>> measure("keyness"), measure("my_measure")
    ('Keywords', 'My measure')
    """
    text = MEASURES.get(str(name), spaced(name))
    return text[:1].upper() + text[1:]


def column(name: Any, side_a: str = "", side_b: str = "") -> str:
    """
    What a column is called in print, with the sides' names where a table has one pair.

    Examples
    --------
    >>> column("n_a", "official", "critical")
    'count official'
    """
    text = COLUMNS.get(str(name), spaced(name))
    for mark, side in ((" A", side_a), (" B", side_b)):
        if side and text.endswith(mark):
            return text[: -len(mark)] + " " + side
    return text
