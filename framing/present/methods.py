"""The methods section: what was really done, with numbers and versions, and the works it rests on."""

from __future__ import annotations

from typing import Any

from framing.present.inert import plain
from framing.present.method_measures import correction, measures
from framing.present.numbers import count, counted, listing, p_value
from framing.present.references import cite, written
from framing.results import DocumentScores, Quotations, StudyResults, TermContrast, TopicModel

Paragraphs = list[tuple[str, str]]


class Citations:
    """Collects the works that are cited while the text is written."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def __call__(self, *keys: str) -> str:
        self.keys += [key for key in keys if key not in self.keys]
        return "(" + "; ".join(cite(key) for key in keys) + ")"


def paragraphs(results: StudyResults, manifest: dict[str, Any]) -> tuple[Paragraphs, list[str]]:
    """
    Headings with their paragraphs, and the keys of the works cited.

    Parameters
    ----------
    results : StudyResults
    manifest : dict
        Versions are taken from it.
    """
    cited = Citations()
    parts: Paragraphs = [("Corpus", _corpus(results)), ("Annotation", _annotation(results, manifest, cited))]
    parts += measures(results, manifest, cited)
    parts.append(("Comparison", _comparison(results, cited)))
    if any(key.startswith("multiverse") for key in results.results):
        parts.append(("Robustness", _multiverse(results, cited)))
    parts.append(("Limits", _limits(results, cited)))
    parts.append(("Software", _software(results, manifest)))
    return [(title, text) for title, text in parts if text], cited.keys


def markdown(results: StudyResults, manifest: dict[str, Any]) -> tuple[str, list[str]]:
    """`methods.md` and the keys of the works cited."""
    parts, keys = paragraphs(results, manifest)
    text = "# Methods\n\n" + "\n\n".join(f"## {title}\n\n{_escaped(body)}" for title, body in parts)
    references = "\n".join(f"- {_escaped(written(key))}" for key in sorted(keys))
    return text + (f"\n\n## References\n\n{references}\n" if keys else "\n"), keys


def _escaped(text: str) -> str:
    """Names from a study shall not become Markdown or HTML."""
    for mark in "\\`*_[]|#":
        text = text.replace(mark, "\\" + mark)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _corpus(results: StudyResults) -> str:
    corpus = results.annotated.corpus
    frame = corpus.frame()
    said = []
    for side in corpus.sides:
        part = frame[frame["side"] == side]
        dates = sorted(str(d) for d in part["date"].dropna())
        period = f", {dates[0]} to {dates[-1]}" if len(dates) > 1 else f", {dates[0]}" if dates else ""
        undated = int(part["date"].isna().sum())
        period += f" ({count(undated)} without a date)" if undated and dates else ", without dates" if undated else ""
        said.append(
            f"{counted(len(part), 'document')} from {counted(part['outlet'].nunique(), 'outlet')} for “{plain(side)}”{period}"
        )
    cuts = sum(1 for d in corpus for cut in d.cuts if not cut.kept)
    cleaned = (
        f" Cleaning removed {count(cuts)} stretches that are not body text; every cut is logged with its rule." if cuts else ""
    )
    policy = getattr(getattr(results.study, "corpus", None), "duplicates", "keep-all")
    duplicates = "" if policy == "keep-all" else f" Near-duplicates were handled by the policy “{plain(policy)}”."
    events = frame["event"].dropna().nunique()
    matched = f" Documents are assigned to {count(events)} events." if events else ""
    bundle = (
        ""
        if getattr(results.annotated, "has_text", True)
        else " The analysis ran on document-by-voice counts; the texts themselves were not available."
    )
    return f"The corpus “{plain(corpus.name)}” holds {listing(said)}.{cleaned}{duplicates}{matched}{bundle}"


def _annotation(results: StudyResults, manifest: dict[str, Any], cited: Citations) -> str:
    models = [plain(m) for m in results.annotated.models]
    version = manifest.get("versions", {}).get("spacy")
    said = (
        "Every character of a body was assigned to one voice: the outlet's own words, "
        "direct quotation, reported speech, or a block taken over "
        "from another source. Quotations and their speakers were found by rules"
    )
    if models and version:
        said += f" over dependency parses of spaCy {plain(version)} {cited('spacy')} with the model {listing(models)}"
    quotes = next((r for r in results.results.values() if isinstance(r, Quotations)), None)
    found = ""
    if quotes is not None and len(quotes.data):
        speaker, named = (quotes.data[name].notna().mean() for name in ("speaker", "speaker_resolved"))
        found = (
            f" {count(len(quotes.data))} quotations were found, thoughts and plans among them, which no measure counts; "
            f"{100 * speaker:.0f} % have a speaker, {100 * named:.0f} % one with a name.{_certainty(quotes, results.study)}"
        )
    notes = " ".join(plain(n).rstrip(".") + "." for n in results.annotated.notes)
    return f"{said}.{found} {notes}".strip()


def _certainty(quotes: Quotations, study: Any) -> str:
    """How many quotations of each side are likely to be right, and what was left out."""
    table = quotes.tables.get("certainty")
    if table is None or table.empty:
        return ""
    rows = table[table["kind"] == "all"]
    shares = listing([f"{100 * row['share_right']:.0f} % (“{plain(row['side'])}”)" for _, row in rows.iterrows()])
    least = getattr(getattr(study, "annotation", None), "indirect_from", 0)
    left_out = f" Reported speech with a probability below {100 * least:.0f} % was left to the outlet's own words."
    return (
        f" By a logistic regression on the words in and around each quotation, learnt from invented articles, {shares} of "
        f"them are likely to be right, their speakers included.{left_out if least else ''}"
    )


def _comparison(results: StudyResults, cited: Citations) -> str:
    contrasts = list(results.contrasts.values())
    if not contrasts:
        return ""
    o = contrasts[0].provenance.options
    o = o | o.get("contrast", {})
    cluster = plain(getattr(getattr(results.study, "corpus", None), "cluster", "outlet"))
    weight = {"document": "documents count equally", "word": "documents count by their words"}.get(
        str(o.get("weight", "document")), ""
    )
    text = (
        f"Sides are compared by the difference of their mean document scores ({weight}), Hedges' "
        f"g {cited('hedges1981')} and Cliff's delta {cited('cliff1993')}."
    )
    rows = [c.data for c in contrasts]
    if any(d["ci_low"].notna().any() for d in rows):
        kind = plain(o.get("interval_name", "interval of the cluster bootstrap"))
        efron = f" {cited('efron1987')}" if "bca" in kind.lower() else ""
        draws = f" from {count(o['n_draws'])} draws" if "n_draws" in o else ""
        text += (
            f" The {100 * float(o.get('level', 0.95)):.0f} % intervals are the {kind}{efron}{draws}; "
            f"whole clusters ({cluster}) are resampled, never words."
        )
    tested = sum(int(d["p"].notna().sum()) for d in rows)
    if tested:
        adjust = correction(str(o.get("adjust", "")), cited)
        least = min(float(d["p_min"].min()) for d in rows if d["p_min"].notna().any())
        text += (
            f" p values permute the sides of clusters; they were corrected by {adjust} within each "
            f"table. The smallest p that this design can give is {p_value(least)}."
        )
    reasons = dict.fromkeys(plain(r).rstrip(".") for d in rows for r in d.loc[d["ci_low"].isna(), "reason"].dropna())
    refused = [r for r in reasons if r]
    return text + (f" No interval was computed where it would mean nothing: {'; '.join(refused[:4])}." if refused else "")


def _multiverse(results: StudyResults, cited: Citations) -> str:
    n = max((len(r.data) for key, r in results.results.items() if key.startswith("multiverse")), default=0)
    return (
        f"The declared claims were computed under every combination of the declared choices ({count(n)} "
        f"rows) and drawn as a specification curve {cited('simonsohn2020')}."
    )


def _limits(results: StudyResults, cited: Citations) -> str:
    text = (
        f"A frame selects and makes salient {cited('entman1993')}; counts of words, topics and voices are indicators of it. "
        f"Automatic content analysis has to be validated for each use {cited('grimmer2013')}"
    )
    validated = any(key.startswith("validation") for key in results.results)
    text += ", which was done here against human codings." if validated else "; for this study no human codings were imported."
    kinds = [isinstance(r, (TermContrast, TopicModel, DocumentScores)) for r in results.results.values()]
    n = sum(kinds)
    return text + (
        f" {count(len(results.warnings))} warnings were raised on the way and are listed in the report."
        if results.warnings and n
        else ""
    )


def _software(results: StudyResults, manifest: dict[str, Any]) -> str:
    versions = [f"{plain(name)} {plain(v)}" for name, v in sorted(manifest.get("versions", {}).items()) if v]
    seed = manifest.get("study", {}).get("seed", getattr(results.study, "seed", None))
    used = f" on {listing(versions)}" if versions else ""
    return (
        f"framing {plain(manifest.get('framing', ''))}{used}. Random seed {plain(seed)}; a rerun "
        "gives the same numbers. All options and hashes are in manifest.json."
    )
