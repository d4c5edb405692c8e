"""The parts of the report, built from whatever a run produced; what is missing is left out or said."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, tables
from framing.present.content import Bullets, Group, Prose, Section, Table
from framing.present.inert import file_name, plain
from framing.present.numbers import count, percent
from framing.present.summary import section_anchor
from framing.present.workshop import Workshop
from framing.results import DocumentScores, Quotations, Result, StudyResults, TermContrast, TopicModel

VOICE_MEASURES = ("voices", "quotes", "sources", "stance")
ROBUST_MEASURES = ("multiverse", "timeline", "time", "power", "matched", "duplicates")
MEASURE_ORDER = ("lexicon", "frames", "keyness", "shift", "topics", "agency", "readability", "diversity", "collocations")
# Tables of a contrast under "Robustness": what they are called, and the column whose largest values come first.
SENSITIVITY = {
    "sensitivity": ("sensitivity", ""),
    "leave_one_out": ("without one outlet at a time", "change"),
    "leave_one_term_out": ("without one entry of the list at a time", "change"),
    "dominance": ("the document with most hits", "flagged"),
    "length": ("does the score follow the length of the texts?", "spearman"),
}
TOP_TERMS = 15
# What the further tables of a result are called; others by their names.
FURTHER = {
    "passages": "representative passages",
    "timeline": "share of each topic over time",
    "types": "who is given the word, by kind of source",
    "stance": "stance of the cues, by kind of source",
    "certainty": "how many quotations are likely to be right",
    "evenness": "how evenly the named speakers of a side share the word",
    "sides": "share of each voice by side",
    "regression": "topics and properties of the documents (regression)",
}
# Further tables that belong into the PDF; the others are in tables/ and in the page.
ON_PAPER = (
    "coverage",
    "top_entry",
    "claims",
    "choices",
    "dominance",
    "terms",
    "prevalence",
    "diagnostics",
    "omnibus",
    "equivalence",
    "evenness",
    "certainty",
)


def health(results: StudyResults, shop: Workshop) -> Section:
    """Corpus health: warnings with advice first, then figure, sides and flow; the rest folded."""
    if not isinstance(results.health, Result):
        return Section("health", "Corpus health", (Prose("The run has no health table."),))
    given = results.health.tables
    blocks: list[Any] = shop.picture("health", results.health, "health", "Documents by outlet and side.")
    if "document" not in results.health.data:
        frame = tables.general(results.health.data, caption="Corpus health: the sides")
        shop.keep("health", results.health.data, frame)
        blocks.append(Table(frame, "health"))
    for name in dict.fromkeys(["warnings", "flow", *given]):
        if name not in given or given[name].empty:
            continue
        frame = tables.general(given[name], caption=f"Corpus health: {labels.spaced(name)}", top=60)
        shop.keep(f"health-{name}", given[name], frame)
        table = Table(frame, file_name(f"health-{name}"))
        title = labels.spaced(name)
        blocks.append(table if name in ("warnings", "flow") else Group(title[:1].upper() + title[1:], (table,), paper=False))
    return Section("health", "Corpus health", tuple(blocks))


def voices(results: StudyResults, shop: Workshop) -> Section:
    """Whose words the texts are made of, and who is given the word."""
    blocks: list[Any] = [
        Prose(
            "Every character of a text belongs to one voice: the outlet's own words, "
            "direct quotes, reported speech, or blocks taken over "
            "from another source. Where the source is evident but no cue says so, the words stay the outlet's own."
        )
    ]
    keys = [key for key in results.results if key.split(":")[0] in VOICE_MEASURES]
    for key in sorted(keys, key=lambda k: VOICE_MEASURES.index(k.split(":")[0])):
        blocks += _result(key, results, shop, heading=True)
    return Section(
        "voices",
        "Voices: whose words?",
        tuple(blocks if keys else [*blocks, Prose("The study did not ask for quotations or voices.")]),
    )


def measures(results: StudyResults, shop: Workshop) -> list[Section]:
    """One section a measure; its voices after the first are folded."""
    by_measure: dict[str, list[str]] = {}
    for key in results.results:
        name = key.split(":")[0]
        if name not in VOICE_MEASURES + ROBUST_MEASURES and not name.startswith("validation"):
            by_measure.setdefault(name, []).append(key)
    sections = []
    ranked = sorted(by_measure, key=lambda m: MEASURE_ORDER.index(m) if m in MEASURE_ORDER else len(MEASURE_ORDER))
    for name, keys in ((m, by_measure[m]) for m in ranked):
        blocks: list[Any] = shop.by_voice(name, keys, results)
        for i, key in enumerate(keys):
            voice = labels.voice(key.partition(":")[2])
            inner = tuple(_result(key, results, shop, first=i == 0, overview=bool(blocks)))
            blocks.append(Group(voice[:1].upper() + voice[1:], inner, open=i == 0, anchor=section_anchor(key)))
        sections.append(Section(f"measure-{file_name(name)}", labels.measure(name), tuple(blocks)))
    return sections


def robustness(results: StudyResults, shop: Workshop) -> Section:
    """Multiverse, time, power and matched events as far as they were run, and the refusals of the contrasts."""
    blocks: list[Any] = []
    for key in results.results:
        if key.split(":")[0] in ROBUST_MEASURES:
            blocks += _result(key, results, shop, heading=True)
    if not any(key.startswith("multiverse") for key in results.results):
        blocks.append(
            Prose("No multiverse was declared: whether the differences survive other reasonable choices was not tried.", "note")
        )
    for key, contrast in results.contrasts.items():
        blocks += _sensitivity(key, contrast, shop)
    return Section("robustness", "Robustness", tuple(blocks))


def _sensitivity(key: str, contrast: Result, shop: Workshop) -> list[Any]:
    """The tables of a contrast that say what it hangs on, folded; the rows that change most first."""
    measure, _, voice = key.partition(":")
    blocks: list[Any] = []
    for name, (title, first) in SENSITIVITY.items():
        extra = contrast.tables.get(name)
        if extra is None or extra.empty:
            continue
        if first in extra:
            rank = extra[first].abs() if extra[first].dtype.kind in "fi" else extra[first].astype(bool)
            extra = extra.loc[rank.sort_values(ascending=False, kind="stable").index]
        stem = file_name(f"contrast-{key}-{name}")
        frame = tables.general(extra, caption=f"{labels.measure(measure)}: {title}", top=30)
        shop.keep(stem, extra, frame)
        blocks.append(
            Group(f"{labels.measure(measure)}, {labels.voice(voice)}: {title}", (Table(frame, stem),), paper=name in ON_PAPER)
        )
    return blocks


def validation(results: StudyResults, shop: Workshop) -> Section:
    """What human codings say of the measures, or that there are none."""
    blocks: list[Any] = []
    for key in results.results:
        if key.startswith("validation"):
            blocks += _result(key, results, shop, heading=True)
    if not blocks:
        blocks = [
            Prose(
                "No human codings were imported. Every score is an indicator; that it "
                "measures the frame it is named after has not been shown.",
                "warning",
            ),
            Prose(
                "To validate: draw a blind coding sheet with “framing sample”, let at least "
                "two people code it, and import it with “framing score”."
            ),
        ]
    return Section("validation", "Validation status", tuple(blocks))


def warned(results: StudyResults) -> Section:
    """Every warning once."""
    items = tuple((plain(w), None) for w in results.warnings)
    return Section("warnings", "Warnings", (Bullets(items, "warning"),) if items else (Prose("None was raised."),))


def _result(
    key: str, results: StudyResults, shop: Workshop, *, heading: bool = False, first: bool = True, overview: bool = False
) -> list[Any]:
    """
    Figures, tables and evidence of one result.

    Voices after the first get their main figure only, and none where an overview of all voices stands above them.
    """
    result = results.results[key]
    name, _, voice = key.partition(":")
    blocks: list[Any] = [Prose(f"{labels.measure(name)} · {labels.voice(voice)}", "heading")] if heading else []
    blocks += [Prose(plain(n), "note") for n in result.provenance.notes]
    stem = file_name(key)
    if key in results.contrasts:
        blocks += _contrast(key, results, shop, drawn=not overview)
    wanted = shop.figures_for(result, name)
    for figure in wanted if first else [] if overview else wanted[:1]:
        for i, options in enumerate(shop.panels(figure, result)):
            what = ", ".join(map(plain, options.values()))
            caption = shop.caption(figure, key) + (f" {what}." if what else "")
            blocks += shop.picture(figure, result, f"{stem}-{figure}" + (f"-{i + 1}" if i else ""), caption, **options)
    blocks += _evidence(key, result, shop)
    return blocks


def _contrast(key: str, results: StudyResults, shop: Workshop, *, drawn: bool = True) -> list[Any]:
    """The side contrast of document scores: forest plot and table."""
    contrast = results.contrasts[key]
    stem = file_name(f"contrast-{key}")
    frame = tables.printed(contrast)
    shop.keep(stem, contrast.data, frame)
    links = {i: shop.scores_anchor(key) for i in range(len(frame))}
    pairs = contrast.data[["side_a", "side_b"]].drop_duplicates().itertuples(index=False)
    blocks: list[Any] = []
    for i, (a, b) in enumerate(pairs if drawn else ()):
        blocks += shop.picture(
            "forest",
            contrast,
            f"{stem}-forest" + (f"-{i + 1}" if i else ""),
            f"{plain(a)} and {plain(b)} compared.",
            pair=(a, b),
        )
    return [*blocks, Table(frame, stem, links)]


def _evidence(key: str, result: Result, shop: Workshop) -> list[Any]:
    """The table of a result, its rows leading to lines or documents, and its further tables folded."""
    stem = file_name(key)
    blocks: list[Any] = []
    frame = tables.printed(result, top=TOP_TERMS) if isinstance(result, (TermContrast, Quotations)) else tables.printed(result)
    shop.keep(stem, result.data, tables.printed(result, top=20) if isinstance(result, TermContrast) else frame)
    links: dict[int, str] = {}
    if isinstance(result, TermContrast):
        links = shop.term_links(frame["term"].tolist()) if len(frame) else {}
    if isinstance(result, DocumentScores):
        blocks.append(Group("Documents behind these scores", shop.scores(key, result), anchor=shop.scores_anchor(key)))
    elif isinstance(result, Quotations):
        blocks += [Table(frame, stem), *shop.speakers(result)]
    elif not isinstance(result, TopicModel) and len(frame.columns) and not isinstance(result, TermContrast):
        frame = tables.general(result.data, top=30, caption=labels.measure(key.split(":")[0]), notes=result.provenance.notes)
        blocks.append(Table(frame, stem))
    else:
        blocks.append(Table(frame, stem, links))
    for name, extra in result.tables.items():
        if isinstance(extra, pd.DataFrame) and not extra.empty:
            blocks += _passages(extra, shop) if name == "passages" and isinstance(result, TopicModel) else []
            blocks.append(_further(key, name, extra, shop))
    return blocks


def _further(key: str, name: str, extra: pd.DataFrame, shop: Workshop) -> Group:
    """A further table of a result, folded; terms lead to their lines, passages to their documents."""
    stem = file_name(f"{key}-{name}")
    said = FURTHER.get(name, labels.spaced(name))
    shown = tables.general(extra, caption=f"{labels.measure(key.split(':')[0])}: {said}", top=25)
    shop.keep(f"{file_name(key)}-{name}", extra, shown)
    column = next((c for c in ("entry", "term") if c in extra), None)
    lead = shop.term_links([str(t) for t in extra[column].head(25)], limit=12) if column else {}
    title = f"{said} ({count(len(extra))} rows)"
    return Group(title[:1].upper() + title[1:], (Table(shown, stem, lead),), paper=name in ON_PAPER)


def _passages(extra: pd.DataFrame, shop: Workshop) -> list[Any]:
    """The paragraph in which each topic is strongest, with voice and speaker; its outlet leads to the article."""
    best = extra.sort_values(["topic", "rank"], kind="stable").drop_duplicates("topic")
    frame = pd.DataFrame(
        {
            "topic": [plain(t) for t in best["topic"]],
            "passage": [_cut(p) for p in best["passage"]],
            "outlet": [plain(o) for o in best["outlet"]],
            "side": [plain(s) for s in best["side"]],
            "voice": [labels.voice(v) for v in best["voice"]],
            "speaker": [plain(s) for s in best["speaker"]],
            "share": [percent(s) for s in best["share"]],
        }
    )
    note = "The paragraph in which the topic is strongest; a number leads to the article. Further ones are in the CSV file."
    frame.attrs = {"caption": "Topics: representative passages", "notes": [note], "numeric": ["share"]}
    number = shop.evidence.number
    return [Table(frame, "", {i: f"doc-{number[d]}" for i, d in enumerate(best["document"]) if d in number})]


def _cut(passage: Any, most: int = 280) -> str:
    """The beginning of a passage, cut between words."""
    text = plain(passage)
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
