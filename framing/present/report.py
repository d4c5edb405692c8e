"""Write the report of a run: page, PDF, figures, tables, methods, references."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.errors import OutputError
from framing.present import latex, methods, page, reader, references, save, sections, typeset
from framing.present.content import Bullets, Content, Group, Prose, Section, Table
from framing.present.inert import plain
from framing.present.numbers import count, listing
from framing.present.summary import summary
from framing.present.workshop import Workshop
from framing.results import StudyResults

# Characters of body text in the page; more is sampled, so that the page of a large study stays below 5 MB.
TEXT_BUDGET = 1_200_000


def write_report(study_results: StudyResults, folder: str | Path, *, manifest: dict[str, Any]) -> Path:
    """
    Write `report.html`, `report.pdf`, `figures/`, `tables/`, `methods.md` and `references.bib`.

    Parameters
    ----------
    study_results : StudyResults
        What is missing in it is left out of the report, or said to be missing.
    folder : path
        Made if it is not there.
    manifest : dict
        Versions, hashes and options; shown under "Provenance".

    Returns
    -------
    Path
        Of `report.html`.

    Raises
    ------
    OutputError
        If nothing can be written there.
    """
    folder = Path(folder)
    study_results = said_once(study_results)
    shop = Workshop(study_results)
    content, keys = build(study_results, shop, manifest)
    text, _ = methods.markdown(study_results, manifest)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_tables(shop, folder)
        _write_figures(shop, folder)
        _write(folder / "methods.md", text)
        _write(folder / "references.bib", references.bibtex(keys))
        note = typeset.write_pdf(content, folder / "report.pdf", figures={s: f["pdf"] for s, f in shop.figures.items()})
        if note:
            content = _noted(content, note)
        _write(folder / "report.html", page.html(content))
    except OSError as error:
        raise OutputError(
            f"{folder}: the report cannot be written ({error.strerror or error}); make room or choose another folder"
        ) from error
    return folder / "report.html"


def said_once(results: StudyResults) -> StudyResults:
    """The results without the notes of the annotation, which every one carries: the report has them under "Warnings"."""
    notes = set(results.annotated.notes)

    def bare(result: Any) -> Any:
        kept = tuple(note for note in result.provenance.notes if note not in notes)
        return replace(result, provenance=replace(result.provenance, notes=kept))

    if not notes:
        return results
    found = {key: bare(result) for key, result in results.results.items()}
    return replace(results, results=found, contrasts={key: bare(result) for key, result in results.contrasts.items()})


def build(results: StudyResults, shop: Workshop, manifest: dict[str, Any]) -> tuple[Content, list[str]]:
    """The content of the report, and the keys of the works it cites."""
    written, keys = methods.paragraphs(results, manifest)
    parts = [
        summary(results),
        sections.health(results, shop),
        sections.voices(results, shop),
        *sections.measures(results, shop),
        sections.robustness(results, shop),
        sections.validation(results, shop),
        _evidence(shop),
        _methods(written, keys),
        sections.warned(results),
        _provenance(manifest),
        _documents(shop),
    ]
    corpus = results.annotated.corpus
    outlets = len({d.outlet for d in corpus if d.outlet})
    lead = f"{count(len(corpus))} documents from {count(outlets)} outlets; sides: {listing([plain(s) for s in corpus.sides])}."
    validated = any(key.startswith("validation") for key in results.results)
    badge = "Checked against human codings; see validation" if validated else "Indicators, not validated by human coding"
    title = plain(getattr(results.study, "title", "")) or plain(corpus.name)
    return Content(title, lead, "en", badge, tuple(parts), tuple(map(plain, corpus.sides))), keys


def _evidence(shop: Workshop) -> Section:
    """Every concordance the tables lead to."""
    if not shop.evidence.has_text:
        return Section(
            "lines",
            "Lines of evidence",
            (Prose("This run had counts and no texts (features bundle), so no line can be shown."),),
        )
    if not shop.concordances:
        return Section("lines", "Lines of evidence", (Prose("No table of this report leads to a term."),))
    said = (
        "Where the terms of the tables stand: a few lines of each side, with "
        "voice and speaker. An outlet's name leads to the article."
    )
    return Section("lines", "Lines of evidence", (Prose(said), *shop.concordances.values()))


def _methods(written: list[tuple[str, str]], keys: list[str]) -> Section:
    blocks: list[Any] = []
    for title, text in written:
        blocks += [Prose(title, "heading"), Prose(text)]
    if keys:
        blocks += [Prose("References", "heading"), Bullets(tuple((references.written(key), None) for key in sorted(keys)))]
    return Section("methods", "Methods", tuple(blocks))


def _provenance(manifest: dict[str, Any]) -> Section:
    import pandas as pd

    study, corpus = manifest.get("study", {}), manifest.get("corpus", {})
    rows = [
        ("framing", manifest.get("framing")),
        ("study file", study.get("file")),
        ("sha256 of the study file", study.get("sha256")),
        ("seed", study.get("seed")),
        ("corpus fingerprint", corpus.get("fingerprint")),
        ("texts", corpus.get("texts")),
    ]
    rows += [(f"version of {name}", version) for name, version in sorted(manifest.get("versions", {}).items()) if version]
    rows += [(f"model {name}", sha) for name, sha in sorted(manifest.get("models", {}).items())]
    frame = pd.DataFrame([(plain(a), plain(b)) for a, b in rows if b is not None], columns=["what", "value"])
    frame.attrs = {
        "caption": "What this run was made from",
        "notes": ["All inputs, options and hashes are in manifest.json."],
        "numeric": [],
    }
    blocks: list[Any] = [_bare(frame)]
    for key, entry in sorted(manifest.get("results", {}).items()):
        options = pd.DataFrame(
            [(plain(k), plain(v)) for k, v in sorted(entry.get("options", {}).items())], columns=["option", "value"]
        )
        options.attrs = {"caption": f"Options of {plain(key)}", "notes": [], "numeric": []}
        if len(options):
            blocks.append(Group(plain(key), (_bare(options),)))
    return Section("provenance", "Provenance", tuple(blocks))


def _bare(frame: Any) -> Table:
    """A table that has no file of its own."""
    return Table(frame, "")


def _documents(shop: Workshop) -> Section:
    """Every article with its voices, or an even sample where the texts are too many for one page."""
    if not shop.evidence.has_text:
        return Section(
            "documents",
            "Documents",
            (Prose("This run had counts and no texts (features bundle), so no article can be shown."),),
        )
    shown, said = _sample(shop)
    groups = []
    for i, d in enumerate(shop.evidence.documents):
        head = " · ".join(plain(x) for x in (d.title or d.id, d.outlet, d.date, d.side) if plain(x))
        blocks: tuple[Any, ...] = (
            (reader.article(shop.results.annotated, d),) if i in shown else (Prose("Not in the sample of texts.", "note"),)
        )
        groups.append(Group(head, blocks, anchor=f"doc-{i}"))
    return Section("documents", "Documents", (Prose(said), reader.LEGEND, *groups))


def _sample(shop: Workshop) -> tuple[set[int], str]:
    """Numbers of the documents whose text is shown, and a sentence that says which."""
    import numpy as np

    sizes = np.array([len(d.text) for d in shop.evidence.documents])
    n = len(sizes)
    if sizes.sum() <= TEXT_BUDGET:
        return set(range(n)), f"All {count(n)} texts, each with its voices and speakers."
    order = np.random.default_rng(np.random.SeedSequence([shop.evidence.seed, n])).permutation(n)
    shown = {int(i) for i in order[np.cumsum(sizes[order]) <= TEXT_BUDGET]}
    return (
        shown,
        f"{count(len(shown))} of {count(n)} texts, drawn at random with the study's seed, so that this page stays small.",
    )


def _noted(content: Content, note: str) -> Content:
    """The content with one more warning."""
    parts = tuple(
        replace(s, blocks=(*s.blocks, Prose(note, "note"))) if s.anchor == "warnings" else s for s in content.sections
    )
    return replace(content, sections=parts)


def _write_tables(shop: Workshop, folder: Path) -> None:
    (folder / "tables").mkdir(exist_ok=True)
    for stem, (data, frame) in shop.frames.items():
        (folder / "tables" / f"{stem}.csv").write_bytes(save.csv_bytes(data))
        if len(frame.columns):
            _write(folder / "tables" / f"{stem}.tex", latex.table(frame, label=stem))
    stems = [stem for stem, (_, frame) in shop.frames.items() if len(frame.columns)]
    _write(folder / "all-tables-and-figures.tex", latex.document(stems, [(s, shop.captions[s]) for s in shop.figures]))


def _write_figures(shop: Workshop, folder: Path) -> None:
    (folder / "figures").mkdir(exist_ok=True)
    for stem, formats in shop.figures.items():
        for ending, data in formats.items():
            (folder / "figures" / f"{stem}.{ending}").write_bytes(data)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
