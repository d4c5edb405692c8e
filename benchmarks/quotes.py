"""
Quote attribution: accuracy with bootstrap intervals, and speed against the parser alone, in one run.

    python benchmarks/quotes.py [--data DIR] [--part report|tune|all] [--documents N] [--json]

The data (`polnear_dev.jsonl` and its `score.py`) are not part of this repository; `--data` names the folder that
holds them. Rules and word lists were tuned on the documents whose id has an even sha1 ("tune"); the table is for the
others ("report"), which were not looked at.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "quotes"
GOALS = {"e2e": (74, 80), "iou80": (74, 80), "direct": (91, 95), "mixed": (80, 85), "indirect": (64, 70)}
_REPORTING = r"(?:said|says|told|added|wrote|asked|noted|argued|according to)"


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with polnear_dev.jsonl and score.py")
    parser.add_argument("--part", choices=("report", "tune", "all"), default="report")
    parser.add_argument("--documents", type=int, default=None, help="only the first N")
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / "polnear_dev.jsonl").exists():
        sys.exit(f"{options.data}: no polnear_dev.jsonl; name its folder with --data")
    score = _load("score", options.data / "score.py")
    gold = [d for d in score.load(options.data / "polnear_dev.jsonl") if options.part in ("all", part_of(d["id"]))]
    gold = gold[: options.documents]
    systems = {"framing": of_framing, "all it reads": of_all_readings, "regex baseline": of_regex, "textacy": of_textacy}
    rows, speed = [], {}
    of_framing([{"id": "", "text": "Nobody said so."}])  # the model is loaded before the clock runs
    for name, system in systems.items():
        if name == "textacy" and importlib.util.find_spec("textacy") is None:
            rows.append({"system": name, "note": "not installed"})
            continue
        started = time.process_time()
        found = system(gold)
        speed[name] = time.process_time() - started
        rows.append({"system": name} | figures(score, gold, found, options.draws))
    parser_seconds, with_products = parser_alone(gold, stock=True), parser_alone(gold, stock=False)
    for row in rows:
        if row["system"] in speed:
            row["speed"] = parser_seconds / speed[row["system"]]
    print(json.dumps(rows)) if options.json else show(rows, gold, parser_seconds, with_products)


def part_of(id: str) -> str:
    """ "tune" or "report", by the sha1 of the id."""
    return ("tune", "report")[int(hashlib.sha1(id.encode()).hexdigest(), 16) % 2]


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def of_framing(gold: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """This package."""
    from framing.annotate.stream import quote_records

    return {r["id"]: r for r in quote_records({"id": d["id"], "text": d["text"]} for d in gold)}


def of_all_readings(gold: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """This package with indirect speech of any probability: these labels take more for reported than its guideline does."""
    from framing.annotate.stream import quote_records

    return {r["id"]: r for r in quote_records(({"id": d["id"], "text": d["text"]} for d in gold), indirect_from=0)}


def of_regex(gold: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What stands between double marks, and "Name said" or "said Name" within 60 characters of it."""
    quoted = re.compile(r"[“\"]([^”\"\n]{15,})[”\"]")
    near = re.compile(
        rf"((?:[A-Z][\w.’'-]*\s?){{1,4}}|\b[Hh]e|\b[Ss]he)\s+{_REPORTING}|{_REPORTING}\s+((?:[A-Z][\w.’'-]*\s?){{1,4}}|he|she)"
    )
    that = re.compile(rf"((?:[A-Z][\w.’'-]*\s?){{1,4}}|\b[Hh]e|\b[Ss]he)\s+{_REPORTING}\s+(?:that\s+)?([^“\"\n.]{{20,}})")
    found = {}
    for d in gold:
        text, quotes = d["text"], []
        for m in quoted.finditer(text):
            low = max(0, m.start() - 60)
            who = near.search(text, m.end(), m.end() + 60) or next(iter(near.finditer(text, low, m.start())), None)
            group = next((g for g in (1, 2) if who and who.group(g)), None)
            span = list(who.span(group)) if who and group else None
            quotes.append(
                {"start": m.start(1), "end": m.end(1), "speaker": span, "speaker_text": who.group(group) if span else None}
            )
        quotes.extend(
            {"start": m.start(2), "end": m.end(2), "speaker": list(m.span(1)), "speaker_text": m.group(1)}
            for m in that.finditer(text)
        )
        found[d["id"]] = {"id": d["id"], "quotes": quotes}
    return found


def of_textacy(gold: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Direct quotations of textacy, paragraph by paragraph, since it refuses texts with an odd number of marks."""
    import spacy
    import textacy.extract

    from framing.annotate.quotes.models import MODELS

    # It reads parts of speech and lemmas, which this package does without: the whole pipeline.
    nlp = spacy.load(next(name for name in MODELS if importlib.util.find_spec(name)))
    found: dict[str, dict[str, Any]] = {}
    for d in gold:
        quotes = []
        for m in re.finditer(r"[^\n]+", d["text"]):
            try:
                triples = list(textacy.extract.direct_quotations(nlp(m.group())))
            except (ValueError, IndexError):
                continue
            for t in triples:
                a, b = t.speaker[0].idx, t.speaker[-1].idx + len(t.speaker[-1])
                quotes.append(
                    {"start": m.start() + t.content.start_char, "end": m.start() + t.content.end_char,
                     "speaker": [m.start() + a, m.start() + b], "speaker_text": m.group()[a:b]}
                )  # fmt: skip
        found[d["id"]] = {"id": d["id"], "quotes": quotes}
    return found


def parser_alone(gold: list[dict[str, Any]], *, stock: bool) -> float:
    """CPU seconds of `nlp.pipe` with tok2vec and parser on the full texts, as spaCy loads them or with our matrix products."""
    import spacy

    from framing.annotate.quotes.models import MODELS, load_model

    name = next(name for name in MODELS if importlib.util.find_spec(name))
    nlp = spacy.load(name) if stock else load_model()[0]
    started = time.process_time()
    with nlp.select_pipes(enable=["tok2vec", "parser"]):
        for _ in nlp.pipe(d["text"] for d in gold):
            pass
    return time.process_time() - started


def figures(
    score: ModuleType, gold: list[dict[str, Any]], found: dict[str, dict[str, Any]], n_draws: int
) -> dict[str, tuple[float, float, float]]:
    """F1 in percent with 95 % intervals; documents are resampled."""
    names = ("e2e", "iou80", "direct", "mixed", "indirect")
    counts = np.array([_counts(score, d, found.get(d["id"], {"quotes": []})) for d in gold])
    rng = np.random.default_rng(np.random.SeedSequence(3))
    weights = rng.multinomial(len(gold), np.full(len(gold), 1 / len(gold)), size=n_draws)
    drawn = np.einsum("bd,dkj->bkj", weights, counts)
    whole, draws = _f1(counts.sum(axis=0)), _f1(drawn)
    low, high = np.nanpercentile(draws, [2.5, 97.5], axis=0)
    return {name: (whole[k], low[k], high[k]) for k, name in enumerate(names)}


def _counts(score: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> np.ndarray:
    """(5, 4) hits in predictions, predictions, hits in gold, gold of one document, recovered from the scorer's percentages."""
    result = score.score([gold], {gold["id"]: found}, True)
    rows = []
    for name in ("e2e", "iou80"):
        n_p, n_g = result["pred_quotes"], result["gold_quotes"]
        hits_p, hits_g = round(result[name]["p"] * n_p / 100), round(result[name]["r"] * n_g / 100)
        rows.append([hits_p, n_p, hits_g, n_g])
    for kind in ("direct", "mixed", "indirect"):
        row = result["by_kind"].get(kind)
        if row is None:
            # The scorer lists a kind only where the gold has it; predictions of it still count as false.
            n_p = _n_predicted(score, gold, found, kind)
            rows.append([0, n_p, 0, 0])
            continue
        rows.append(
            [round(row["e2e"]["p"] * row["pred"] / 100), row["pred"], round(row["e2e"]["r"] * row["gold"] / 100), row["gold"]]
        )
    return np.array(rows, dtype=float)


def _n_predicted(score: ModuleType, gold: dict[str, Any], found: dict[str, Any], kind: str) -> int:
    """Predictions of a kind that the gold lacks in this document, less those on optional gold."""
    tokens = score.toks(gold["text"])
    marks = score.marks(gold["text"], tokens)
    of_gold = score.prep(dict(gold), tokens, gold["text"], True, marks)
    optional = [g for g in of_gold if not g["speech"]]
    words = set().union(set(), *[o["w"] for o in optional]) - set().union(set(), *[g["w"] for g in of_gold if g["speech"]])
    predicted = [
        p for p in score.prep(dict(found), tokens, gold["text"], True, marks) if p["speech"] is not False and p["kind"] == kind
    ]
    return sum(
        not any(score.iou(o, p) >= 0.3 for o in optional) and len(p["w"] & words) < max(1, len(p["w"]) / 2) for p in predicted
    )


def _f1(counts: np.ndarray) -> np.ndarray:
    """Percent, from (..., 4) counts."""
    with np.errstate(invalid="ignore", divide="ignore"):
        p, r = counts[..., 0] / counts[..., 1], counts[..., 2] / counts[..., 3]
        return np.nan_to_num(200 * p * r / (p + r))


def _cell(figure: tuple[float, float, float]) -> str:
    value, low, high = figure
    return f"{value:.1f} [{low:.1f}, {high:.1f}]"


def show(rows: list[dict[str, Any]], gold: list[dict[str, Any]], parser_seconds: float, with_products: float) -> None:
    """The table."""
    n_words = sum(len(d["text"].split()) for d in gold)
    out: Callable[..., None] = print
    out(f"{len(gold)} documents, {n_words:,} words; F1 in percent [95 % interval, documents resampled]")
    out(f"parser alone: {n_words / parser_seconds:,.0f} words per CPU second, the measure of the speed ratio;", end=" ")
    out(f"with numpy's matrix products, which the package uses, {n_words / with_products:,.0f}")
    names = list(GOALS)
    out(f"{'':16s}" + "".join(f"{name:>20s}" for name in names) + f"{'speed ratio':>14s}")
    for row in rows:
        if "note" in row:
            out(f"{row['system']:16s}  {row['note']}")
            continue
        cells = "".join(f"{_cell(row[name]):>20s}" for name in names)
        out(f"{row['system']:16s}{cells}{row['speed']:14.2f}")
    out(f"{'must / goal':16s}" + "".join(f"{f'{a} / {b}':>20s}" for a, b in GOALS.values()) + f"{'1.2 / 2.0':>14s}")


if __name__ == "__main__":
    main()
