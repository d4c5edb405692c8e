"""Small invented results, made by hand; outlets, people and sentences are fictional."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from framing.compare.matched import matched
from framing.corpus.documents import Corpus, Document
from framing.corpus.importers.report import Counting, ParseReport, ReportBuilder
from framing.measures.collocations import Collocations
from framing.results import DocumentScores, Provenance, Quotations, Result, SideContrast, StudyResults, TermContrast, TopicModel

SIDES = ("official", "critical")
OUTLETS = {
    "official": ("Harbour Daily", "State Wire", "Morning Standard", "Coast Times"),
    "critical": ("Free Quay", "Lantern Blog", "Overseas Review", "Night Ferry"),
    "foreign": ("Northern Post", "Gulf Courier"),
}
LONG = "A very long outlet name that somebody typed in full, 60 char."
QUOTE = "The campaign will go on until the water is clear"


def provenance(measure: str, **options: Any) -> Provenance:
    return Provenance(measure=measure, options={"sides": list(SIDES), **options}, corpus="0" * 64, seed=7)


def corpus(sides: tuple[str, ...] = SIDES, per_outlet: int = 2, title: str = "Harbour cleaned") -> Corpus:
    documents = []
    for side in sides:
        for outlet in OUTLETS[side]:
            for i in range(per_outlet):
                text = (
                    f'Officials opened the harbour on Monday. "{QUOTE}," said Mara Lind, the minister of ports.\n\n'
                    "Residents on the quay said the rumour had spread for weeks. Control of the rumour was tightened.\n\n"
                    "> The wire wrote that control was needed."
                )
                name = f"{outlet.lower().replace(' ', '-')}-{i}"
                documents.append(
                    Document(
                        name, text, side=side, outlet=outlet, date=f"2031-05-{i + 1:02d}", title=f"{title} {i}", event=f"e{i}"
                    )
                )
    return Corpus(tuple(documents), sides, name="Clean harbour")


@dataclass(frozen=True)
class Quote:
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    kind: str = "direct"
    cue: tuple[int, int] | None = None
    cue_text: str | None = "said"
    cue_lemma: str | None = "say"
    cue_class: str | None = "say"
    stance: str = "neutral"
    speaker: tuple[int, int] | None = None
    speaker_text: str | None = "Mara Lind"
    speaker_resolved: str | None = "Mara Lind"
    source_type: str | None = "official"
    confidence: float = 0.9
    speech: bool = True
    block: bool = False
    id: int = 0


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    voice: str


def annotated(corpus: Corpus, *, has_text: bool = True) -> SimpleNamespace:
    quotes, voices = {}, {}
    for d in corpus:
        a = d.text.find(QUOTE)
        if a < 0:
            quotes[d.id], voices[d.id] = (), (Span(0, len(d.text), "own"),)
            continue
        b, block = a + len(QUOTE), d.text.find("> The wire")
        quotes[d.id] = (Quote(a, b, ((a, b),)),)
        voices[d.id] = (Span(0, a, "own"), Span(a, b, "direct"), Span(b, block, "own"), Span(block, len(d.text), "block"))
    return SimpleNamespace(
        corpus=corpus, quotes=quotes, voices=voices, counts=None, models={"en": "f" * 64}, notes=(), has_text=has_text, ready={}
    )


def term_contrast(
    voice: str = "all",
    terms: tuple[str, ...] = ("order", "control", "campaign", "rumour", "arrest", "lawyer"),
    pair: tuple[str, str] = SIDES,
    with_interval: bool = True,
) -> TermContrast:
    k = len(terms)
    estimate = np.linspace(2.2, -2.4, k)
    nan = np.full(k, np.nan)
    data = pd.DataFrame(
        {
            "term": terms,
            "voice": voice,
            "side_a": pair[0],
            "side_b": pair[1],
            "estimate": estimate,
            "std_error": 0.3,
            "z": estimate / 0.3,
            "ci_low": estimate - 0.8 if with_interval else nan,
            "ci_high": estimate + 0.6 if with_interval else nan,
            "p": 0.01 if with_interval else np.nan,
            "p_adjusted": np.where(abs(estimate) > 1, 0.02, 0.4) if with_interval else nan,
            "p_min": 0.0286 if with_interval else np.nan,
            "n_a": np.linspace(80, 2, k).astype(int),
            "n_b": np.linspace(3, 91, k).astype(int),
            "rate_a": np.linspace(9, 0.2, k),
            "rate_b": np.linspace(0.4, 9.5, k),
            "n_documents_a": 8,
            "n_documents_b": 8,
            "dp_norm": 0.3,
            "top_document_share": 0.4,
            "side": np.where(estimate > 0, pair[0], pair[1]),
            "reason": "" if with_interval else "fewer than 2 clusters on a side",
        }
    )
    return TermContrast(data, provenance("keyness", min_count=2, adjust="holm"))


def scores(
    name_values: dict[str, float] | None = None,
    *,
    sides: tuple[str, ...] = SIDES,
    voice: str = "all",
    measure: str = "lexicon",
    corpus_: Corpus | None = None,
) -> DocumentScores:
    name_values = name_values or {"control": 6.0, "rights": 3.0}
    rng = np.random.default_rng(np.random.SeedSequence(3))
    rows = []
    for d in corpus_ or corpus(sides):
        for name, level in name_values.items():
            value = level * (1.4 if d.side == sides[0] else 0.8) + rng.normal(0, level / 8)
            rows.append((d.id, d.side, d.outlet, d.outlet, d.event, d.date, voice, name, value, round(value * 0.3), 300, ""))
    return DocumentScores(
        pd.DataFrame(rows, columns=list(DocumentScores.columns)), provenance(measure, unit="hits per 1,000 words")
    )


def contrast(of: DocumentScores, *, reason: str = "") -> SideContrast:
    rows = []
    sides = list(dict.fromkeys(of.data["side"]))
    pairs = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
    for (name, voice), part in of.data.groupby(["name", "voice"], sort=False):
        for a, b in pairs:
            x, y = (part.loc[part["side"] == s, "value"] for s in (a, b))
            d = x.mean() - y.mean()
            low, high, p, p_adj, p_min = (d - 0.6, d + 0.7, 0.0286, 0.0572, 0.0286) if not reason else (np.nan,) * 5
            rows.append(
                (name, voice, a, b, x.mean(), y.mean(), d, low, high, 0.8, 0.5, p, p_adj, p_min, len(x), len(y), 4, 4, reason)
            )
    return SideContrast(
        pd.DataFrame(rows, columns=list(SideContrast.columns)),
        provenance(of.provenance.measure, unit="hits per 1,000 words", level=0.95, adjust="holm", n_draws=2000),
    )


def quotations(corpus_: Corpus | None = None) -> Quotations:
    rows = []
    kinds = ("official", "citizen", "expert", "anonymous")
    for i, d in enumerate(corpus_ or corpus()):
        for k in range(2):
            a = d.text.find(QUOTE)
            a = max(a, 0)
            kind = kinds[(i + k) % (2 if d.side == "official" else 4)]
            rows.append(
                (
                    d.id,
                    d.side,
                    d.outlet,
                    d.outlet,
                    d.event,
                    k,
                    a,
                    a + len(QUOTE),
                    ((a, a + len(QUOTE)),),
                    "direct",
                    "direct",
                    d.text[a : a + len(QUOTE)],
                    10,
                    "said",
                    "say",
                    ("say", "claim-doubt", "admit")[i % 3],
                    ("neutral", "distancing")[k],
                    "Mara Lind",
                    ("Mara Lind", "Ove Brandt", None)[i % 3],
                    kind,
                    0.8,
                    0.9,
                    True,
                )
            )
    return Quotations(pd.DataFrame(rows, columns=list(Quotations.columns)), provenance("quotes"))


def voices(corpus_: Corpus | None = None) -> DocumentScores:
    rows = []
    for d in corpus_ or corpus():
        for name, n in zip(
            ("own", "direct", "indirect", "block"),
            (180, 70, 40, 10) if d.side == "official" else (120, 60, 40, 80),
            strict=True,
        ):
            rows.append((d.id, d.side, d.outlet, d.outlet, d.event, d.date, "all", name, n / 300, n, 300, ""))
    return DocumentScores(pd.DataFrame(rows, columns=list(DocumentScores.columns)), provenance("voices", unit="share of words"))


def topics(corpus_: Corpus | None = None, k: int = 4) -> TopicModel:
    words = (
        "harbour",
        "water",
        "port",
        "quay",
        "arrest",
        "police",
        "court",
        "lawyer",
        "rumour",
        "post",
        "account",
        "ban",
        "boat",
        "fish",
        "price",
        "market",
    )
    rng = np.random.default_rng(np.random.SeedSequence(5))
    rows = []
    for d in corpus_ or corpus():
        share = rng.dirichlet(np.linspace(1, 3, k) if d.side == "official" else np.linspace(3, 1, k))
        rows += [(d.id, d.side, d.outlet, d.outlet, d.event, d.date, "all", t + 1, share[t]) for t in range(k)]
    terms = pd.DataFrame(
        [(t + 1, r + 1, words[(4 * t + r) % 16], 1 / (r + 1)) for t in range(k) for r in range(4)],
        columns=["topic", "rank", "term", "weight"],
    )
    return TopicModel(pd.DataFrame(rows, columns=list(TopicModel.columns)), provenance("topics", k=k), {"terms": terms})


def matched_events(n_events: int = 6, sides: tuple[str, ...] = SIDES, name: str = "control") -> Result:
    events = corpus(sides, per_outlet=n_events)
    return matched(scores({name: 6.0, "rights": 3.0}, sides=sides, corpus_=events), n_draws=200, n_permutations=199)


def collocations(sides: tuple[str, ...] = SIDES, node: str = "control") -> Collocations:
    rng = np.random.default_rng(np.random.SeedSequence(13))
    rows = [
        (node, f"word{i}", "all", side, int(rng.integers(5, 60)), 100, 80, 6, 2.0, float(rng.uniform(5, 12)), *[1.0] * 7)
        for side in sides
        for i in rng.permutation(40)[:20]
    ]
    made = provenance("collocations", left=5, right=5, min_count=5)
    return Collocations(
        pd.DataFrame(rows, columns=list(Collocations.columns)), replace(made, options={**made.options, "sides": list(sides)})
    )


def import_report() -> ParseReport:
    builder = ReportBuilder()
    builder.files = [
        Counting("small.html", "web", None, 1, 1),
        Counting("one.rtf", "factiva", 100, 100, 80, 20, dropped={"copyright": 100, "notes": 3}),
        Counting(
            "a-download-of-march-2031-whose-name-somebody-typed-in-full.docx",
            "nexis",
            55,
            50,
            48,
            dropped={"classification 1": 50},
        ),
        Counting("bad.rtf", refused="no field HD in it"),
    ]
    return builder.build({})


def shift() -> Result:
    data = {"term": ["a", "b", "c"], "side_a": SIDES[0], "side_b": SIDES[1], "voice": "all", "contribution": [0.1, -0.3, 0.2]}
    return Result(pd.DataFrame(data), provenance("shift"))


class Timeline(Result):
    figure = "timeline"


def timeline() -> Timeline:
    columns = ["period", "side", "name", "value", "ci_low", "ci_high", "n_documents"]
    rows = [(f"2031-0{m}", s, "control", m + (s == SIDES[0]), m - 0.5, m + 1.5, 3) for m in range(1, 6) for s in SIDES]
    return Timeline(pd.DataFrame(rows, columns=columns), provenance("timeline"))


class Health(Result):
    figure = "health"


def health(corpus_: Corpus | None = None) -> Health:
    frame = (corpus_ or corpus()).frame()[["id", "side", "outlet", "date"]].rename(columns={"id": "document"})
    warned = pd.DataFrame(
        {
            "code": ["few_clusters"],
            "warning": ["Side 'critical' has 4 clusters; intervals are rough below 5."],
            "advice": ["Add outlets."],
        }
    )
    balance = (
        frame.groupby("side", sort=False).agg(n_documents=("document", "size"), n_outlets=("outlet", "nunique")).reset_index()
    )
    return Health(frame, provenance("health"), {"warnings": warned, "balance": balance})


def study(title: str = "Clean harbour: official and critical outlets") -> SimpleNamespace:
    return SimpleNamespace(
        path=Path("study.toml"),
        title=title,
        seed=7,
        voices=("own", "quoted", "all"),
        measures={},
        multiverse={},
        compare=SimpleNamespace(weight="document", n_draws=2000, level=0.95, adjust="holm"),
        sides={s: {"outlet": OUTLETS[s]} for s in SIDES},
        text="title = 'x'",
        journal="generic",
        corpus=SimpleNamespace(cluster="outlet", duplicates="keep-all"),
    )


def study_results(
    *, corpus_: Corpus | None = None, has_text: bool = True, reason: str = "", title: str | None = None
) -> StudyResults:
    c = corpus_ or corpus()
    lexicon = {f"lexicon:{v}": scores(voice=v, corpus_=c, sides=c.sides) for v in ("own", "all")}
    reading = scores(
        {"flesch_reading_ease": 45.0, "flesch_kincaid_grade": 12.0}, measure="readability", corpus_=c, sides=c.sides
    )
    said = voices(c)
    pair = (c.sides[0], c.sides[1])
    results: dict[str, Any] = {
        **lexicon,
        "keyness:own": term_contrast("own", pair=pair, with_interval=not reason),
        "keyness:all": term_contrast("all", pair=pair, with_interval=not reason),
        "quotes:all": quotations(c),
        "voices:all": said,
        "topics:all": topics(c),
        "readability:all": reading,
    }
    contrasts = {key: contrast(value, reason=reason) for key, value in results.items() if isinstance(value, DocumentScores)}
    return StudyResults(
        study(title or "Clean harbour: official and critical outlets"),
        annotated(c, has_text=has_text),
        health(c),
        results,
        contrasts,
        ("Side 'critical' has 4 clusters; intervals are rough below 5.",),
    )


def manifest(results: StudyResults) -> dict[str, Any]:
    return {
        "framing": "0.1.0",
        "versions": {"scikit-learn": "1.9.1", "numpy": "2.4.6", "spacy": None},
        "study": {
            "title": results.study.title,
            "file": "study.toml",
            "sha256": "a" * 64,
            "seed": 7,
            "sides": {s: {"outlet": list(OUTLETS.get(s, ()))} for s in results.annotated.corpus.sides},
            "voices": ["own", "all"],
        },
        "corpus": {
            "fingerprint": "b" * 64,
            "texts": "full text",
            "documents": [{"id": d.id, "side": d.side} for d in results.annotated.corpus],
        },
        "models": {"en": "f" * 64},
        "results": {k: v.provenance.as_dict() for k, v in results.results.items()},
        "contrasts": {k: v.provenance.as_dict() for k, v in results.contrasts.items()},
        "warnings": list(results.warnings),
    }
