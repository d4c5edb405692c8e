"""Where a report collects what it needs on the way: pictures, tables, lines of evidence."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from framing.present import cells, figures, labels, save
from framing.present.content import Concordance, Picture, Table
from framing.present.evidence import Evidence
from framing.present.inert import file_name, plain
from framing.present.numbers import count, is_number, percent
from framing.results import DocumentScores, Quotations, Result, StudyResults, TermContrast, TopicModel

CAPTIONS = {
    "keyness_lollipop": "Words that lean to one side",
    "score_strips": "Every document by side",
    "voices_bar": "Whose words each side prints",
    "who_speaks": "Who is given the word",
    "topic_prevalence": "Topics by side",
    "term_scatter": "Rates of both sides, word by word",
    "speaker_matrix": "Who speaks where",
    "cue_stance": "How quotes are introduced",
    "event_sources": "The same events, and who is quoted on each side",
    "topic_terms": "Top terms of each topic",
    "k_diagnostics": "How many topics?",
    "topic_network": "Topics that go together",
    "within_topic": "The same topic, worded differently",
    "topic_timeline": "Topics over time",
    "specification_curve": "The claim under every declared choice",
    "timeline": "Over time",
    "power": "What this design could see",
    "readability": "Distribution by side",
    "word_shift": "Words that make the difference",
    "matched": "The same events, told by both sides",
    "collocations": "The company words keep",
    "import_flow": "From files to documents",
    "forest_by_voice": "All voices side by side",
    "kwic": "Lines",
}
TERM_BUDGET = 120  # concordances of one report, so that the page stays small


class Workshop:
    """
    Draws, keeps and links while the sections are written.

    Parameters
    ----------
    results : StudyResults
    """

    def __init__(self, results: StudyResults) -> None:
        self.results = results
        self.sides = [str(s) for s in results.annotated.corpus.sides]
        self.evidence = Evidence(results.annotated, int(getattr(results.study, "seed", 0) or 0))
        self.figures: dict[str, dict[str, bytes]] = {}
        self.frames: dict[str, tuple[pd.DataFrame, pd.DataFrame]] = {}
        self.captions: dict[str, str] = {}
        self.concordances: dict[str, Concordance] = {}

    def picture(self, name: str, result: Result, stem: str, caption: str, /, **options: Any) -> list[Picture]:
        """Draw a figure, or nothing where there is nothing to draw."""
        stem = file_name(stem)
        journal = getattr(self.results.study, "journal", "generic") or "generic"
        if figures.find(name).rows(result, sides=self.sides, **options).empty:
            return []
        drawn = save.render(result, name, sides=self.sides, journal=journal, **options)
        self.figures[stem] = drawn
        self.captions[stem] = plain(caption)
        svg = save.inline(drawn["svg"].decode("utf-8"), f"f{len(self.figures)}")
        return [Picture(stem, plain(caption), drawn["txt"].decode("utf-8").strip(), svg, figures.find(name).columns == 2)]

    def caption(self, figure: str, key: str) -> str:
        """What the figure shows, for which voice."""
        return f"{CAPTIONS.get(figure, labels.spaced(figure).capitalize())}: {labels.voice(key.partition(':')[2])}."

    def keep(self, stem: str, data: pd.DataFrame, frame: pd.DataFrame) -> None:
        """Keep a table for the folder: full data, and the printed frame for LaTeX."""
        self.frames[file_name(stem)] = (data, frame)

    def figures_for(self, result: Result, measure: str) -> list[str]:
        """The figures that suit a result, the usual one first."""
        known = set(figures.names())
        wanted = [type(result).figure]
        if isinstance(result, TermContrast):
            wanted = ["keyness_lollipop", "term_scatter"]
        elif isinstance(result, TopicModel):
            wanted = list(type(result).figures.values())
        elif isinstance(result, Quotations):
            wanted = ["who_speaks", "cue_stance", "speaker_matrix"]
        elif isinstance(result, DocumentScores):
            wanted = {"readability": ["readability"], "voices": ["voices_bar"], "sources": ["event_sources"]}.get(
                measure, ["score_strips"]
            )
        return [name for name in wanted if name in known]

    def panels(self, figure: str, result: Result) -> list[dict[str, Any]]:
        """The options under which a figure is drawn: once, or once for each pair of sides, claim or score."""
        data = result.data
        if figure in ("keyness_lollipop", "term_scatter") and len(data):
            pairs = list(dict.fromkeys(zip(data["side_a"], data["side_b"], strict=True)))
            return [{"pair": pair} for pair in pairs[:6]] if len(pairs) > 1 else [{}]
        if figure == "matched" and len(data):
            keys = list(dict.fromkeys(zip(data["name"], data["side_a"], data["side_b"], strict=True)))
            return [{"name": name, "pair": (a, b)} for name, a, b in keys[:12]]
        column = {"specification_curve": "claim", "timeline": "name"}.get(figure)
        values = list(dict.fromkeys(data[column]))[:12] if column and column in data else []
        return [{column: value} for value in values] if column and values else [{}]

    def by_voice(self, measure: str, keys: list[str], results: StudyResults) -> list[Any]:
        """Small multiples over the voices, where a measure has several and their contrasts exist."""
        contrasts = [results.contrasts[key] for key in keys if key in results.contrasts]
        if len(contrasts) < 2 or "forest_by_voice" not in figures.names():
            return []
        first = contrasts[0]
        joined = type(first)(pd.concat([c.data for c in contrasts], ignore_index=True), first.provenance)
        return list(
            self.picture(
                "forest_by_voice",
                joined,
                f"contrast-{measure}-by-voice",
                f"{labels.measure(measure)}: all voices side by side.",
            )
        )

    def term_links(self, terms: list[str], *, limit: int = 60) -> dict[int, str]:
        """Row number to the anchor of the term's lines; lines are shared between tables."""
        if not self.evidence.has_text:
            return {}
        links = {}
        for i, term in enumerate(terms[:limit]):
            key = term.lower()
            if key not in self.concordances:
                if len(self.concordances) >= TERM_BUDGET:
                    continue
                found = self.evidence.lines(term, f"kwic-{len(self.concordances) + 1}")
                if not found.lines:
                    continue
                self.concordances[key] = found
            links[i] = self.concordances[key].anchor
        return links

    def scores_anchor(self, key: str) -> str:
        """Anchor of the table of documents behind a set of scores."""
        return "d-" + file_name(key)

    def scores(self, key: str, result: DocumentScores) -> tuple[Any, ...]:
        """One row a document, one column a score; the document leads to its text."""
        data = result.data[result.data["voice"] == result.data["voice"].iloc[0]] if len(result.data) else result.data
        names = list(dict.fromkeys(data["name"]))[:8]
        wide = (
            data[data["name"].isin(names)]
            .drop_duplicates(["document", "name"])
            .pivot_table(index="document", columns="name", values="value")
            .reindex(columns=names)
        )
        meta = data.drop_duplicates("document").set_index("document")
        shown = self._spread(list(meta.index), 60)
        frame = pd.DataFrame(
            {
                "document": [plain(d) for d in shown],
                "side": [plain(meta["side"].get(d)) for d in shown],
                "outlet": [plain(meta["outlet"].get(d)) for d in shown],
            }
        )
        for name in names:
            frame[labels.score(name)] = [cells.cell("value", float(wide[name].get(d, np.nan))) for d in shown]
        notes = (
            []
            if len(shown) == len(meta)
            else [f"{count(len(shown))} of {count(len(meta))} documents, spread evenly; the CSV file has all."]
        )
        frame.attrs = {
            "caption": f"{labels.measure(key.split(':')[0])}: scores of the documents",
            "notes": notes,
            "numeric": [labels.score(n) for n in names],
        }
        links = {i: f"doc-{self.evidence.number[d]}" for i, d in enumerate(shown) if d in self.evidence.number}
        return (Table(frame, file_name(key), links),)

    @staticmethod
    def _spread(documents: list[Any], most: int) -> list[Any]:
        """At most `most` documents, evenly over the corpus order."""
        if len(documents) <= most:
            return documents
        return [documents[i] for i in np.linspace(0, len(documents) - 1, most).round().astype(int)]

    def speakers(self, result: Quotations) -> list[Any]:
        """The named speakers with most quoted words, by side."""
        data = result.data[result.data["speaker_resolved"].notna() & result.data["side"].notna()]
        if data.empty:
            return []
        table = (
            data.groupby(["speaker_resolved", "side"], sort=False)
            .agg(
                source_type=("source_type", "first"),
                type_confidence=("type_confidence", "mean"),
                n_quotes=("quote", "size"),
                n_words=("n_words", "sum"),
                n_documents=("document", "nunique"),
                document=("document", "first"),
            )
            .reset_index()
        )
        table = table.assign(_side=table["side"].astype(str).map({side: i for i, side in enumerate(self.sides)}))
        # Those with most words of all, then side by side in the study's order.
        table = table.sort_values(["n_words", "speaker_resolved", "_side"], ascending=[False, True, True]).head(20)
        table = table.sort_values("_side", kind="stable").drop(columns="_side")
        total = result.data.groupby("side")["n_words"].sum()
        frame = pd.DataFrame(
            {
                "speaker": table["speaker_resolved"].map(plain),
                "side": table["side"].map(plain),
                "source type": table["source_type"].map(plain),
                "probability": table["type_confidence"].map(_sure),
                "quotes": table["n_quotes"].map(count),
                "words": table["n_words"].map(count),
                "share of side": [percent(w / total[s], 1) for w, s in zip(table["n_words"], table["side"], strict=True)],
                "documents": table["n_documents"].map(count),
            }
        )
        frame.attrs = {
            "caption": "Speakers with most quoted words",
            "notes": [
                "A name leads to the first document in which the speaker is quoted. Probability: how sure the source type is, "
                "by the model that weighs what the texts tell of a speaker; listed: a word list names the speaker."
            ],
            "numeric": ["probability", "quotes", "words", "share of side", "documents"],
        }
        links = {i: f"doc-{self.evidence.number[d]}" for i, d in enumerate(table["document"]) if d in self.evidence.number}
        self.keep("speakers", table.drop(columns="document"), frame)
        return [Table(frame, "speakers", links)]


def _sure(probability: float) -> str:
    """A probability without a promise of certainty; "listed" where there is none."""
    if not is_number(probability):
        return "listed"
    return "> 99 %" if probability > 0.99 else percent(probability)
