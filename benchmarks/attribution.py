"""
Attribution on labelled fictional articles: quotes, speakers, source types and voices, with intervals.

    python benchmarks/attribution.py [FOLDER ...] [--coder FOLDER] [--data DIR] [--errors] [--json]

A folder holds articles in the inline markup of `corpus/clean-harbour/gold/markup.py`, a file several, each below "#### ID";
without one, Clean Harbour is scored, which is held out: no rule may be changed because of an error seen there. `--coder`
names the same articles labelled by somebody else, who is then scored in the place of this package: how well two readings
agree. `--data` names the folder of the fragment scorer (`score.py`), which is not part of this repository; without it the
rows that need it are left out. `--errors` lists every difference, for development texts.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
HARBOUR = ROOT / "corpus" / "clean-harbour" / "gold"
SCORER = ROOT.parent / "shared" / "data" / "quotes"
AIMS = {"e2e": 90, "resolved": 90, "type": 85, "voice": 93}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Article:
    """One labelled text, and what was found in it."""

    id: str
    text: str
    gold: list[dict[str, Any]]
    voices: list[list[Any]]
    found: list[dict[str, Any]]
    found_voices: list[tuple[int, int, str]]


def main() -> None:
    """Print one block a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[HARBOUR / "annotated"])
    parser.add_argument("--coder", type=Path, help="score these labels instead of this package")
    parser.add_argument("--data", type=Path, default=SCORER, help="folder with score.py")
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--errors", action="store_true", help="list every difference")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for folder in options.folders:
        articles = list(by_coder(folder, options.coder) if options.coder else by_package(folder))
        if not articles:
            sys.exit(f"{folder}: no labelled texts (*.txt)")
        rows = voices_and_types(articles, options.draws)
        if (options.data / "score.py").exists():
            rows |= quotes(articles, _load("score", options.data / "score.py"), options.draws)
        print(json.dumps({str(folder): rows})) if options.json else show(folder, articles, rows)
        if options.errors:
            print("\n".join(errors(articles)))


def by_package(folder: Path, indirect_from: float = 0.5) -> Iterator[Article]:
    """The labelled texts of a folder with what this package finds in them; without a cue nothing leans, as in the labels."""
    from framing.annotate.quotations import find_quotes
    from framing.annotate.stream import record_of
    from framing.annotate.voices import voice_spans

    labels = read(folder)
    found = find_quotes(((id, text) for id, (text, _, _) in labels.items()), indirect_from=indirect_from).quotes
    for id, (text, gold, voices) in labels.items():
        spans = [(span.start, span.end, span.voice) for span in voice_spans(text, found[id])]
        records = [record_of(quote) for quote in found[id]]
        records = [record | {"stance": record["stance"] or "neutral"} for record in records]
        yield Article(id, text, gold, voices, records, spans)


def by_coder(folder: Path, other: Path) -> Iterator[Article]:
    """The labelled texts of a folder with another coder's labels of the same texts."""
    second = read(other)
    for id, (text, gold, voices) in read(folder).items():
        if id not in second or second[id][0] != text:
            sys.exit(f"{other / id}.txt: not there, or not the same text as {folder / id}.txt")
        yield Article(id, text, gold, voices, second[id][1], [(start, end, voice) for start, end, voice in second[id][2]])


def read(folder: Path) -> dict[str, tuple[str, list[dict[str, Any]], list[list[Any]]]]:
    """(text, quotes, voices) of the labelled texts of a folder, or of one file with all of them, by id."""
    markup = _load("markup", HARBOUR / "markup.py")
    if folder.is_file():
        whole = f"\n{folder.read_text(encoding='utf-8')}".split("\n#### ")[1:]
        texts = {id: raw.rstrip("\n") for id, _, raw in (article.partition("\n") for article in whole)}
    else:
        texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    return {id: markup.read(id, raw)[1:] for id, raw in texts.items()}


def voices_and_types(articles: list[Article], n_draws: int) -> dict[str, tuple[float, float, float]]:
    """Percent right: the voice of every character that is no blank, type and stance of every matched speech quote."""
    right = {"voice": [_right_characters(a) for a in articles]}
    right |= {name: [_right(a, field) for a in articles] for name, field in (("type", "source_type"), ("stance", "stance"))}
    return {name: _share(np.array(counts, dtype=float), n_draws) for name, counts in right.items()}


def _share(counts: np.ndarray, n_draws: int) -> tuple[float, float, float]:
    """Percent of (documents, [right, all]) with its 95 % interval, documents resampled."""
    rng = np.random.default_rng(np.random.SeedSequence(3))
    drawn = rng.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=n_draws) @ counts
    with np.errstate(invalid="ignore"):
        low, high = np.nanpercentile(100 * drawn[:, 0] / drawn[:, 1], [2.5, 97.5])
        whole = counts.sum(axis=0)
        return float(100 * whole[0] / whole[1]), float(low), float(high)


def _right_characters(article: Article) -> tuple[int, int]:
    pairs = [(g, p) for g, p, c in zip(*_painted(article), article.text, strict=True) if not c.isspace()]
    return sum(g == p for g, p in pairs), len(pairs)


def _painted(article: Article) -> tuple[list[str], list[str]]:
    """The voice of every character in the gold and as found."""
    painted = []
    for spans in (article.voices, article.found_voices):
        paint = ["own"] * len(article.text)
        for start, end, voice in spans:
            paint[start:end] = [voice] * (end - start)
        painted.append(paint)
    return painted[0], painted[1]


def _right(article: Article, field: str) -> tuple[int, int]:
    pairs = list(matched(article))
    return sum(g[field] == p[field] for g, p in pairs), len(pairs)


def matched(article: Article) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Speech quotes of the gold with the quote that shares most words with them, from half of all words of the two on."""
    for gold in article.gold:
        best = max(article.found, key=lambda p: _overlap(article.text, gold, p), default=None)
        if gold["speech"] and best and _overlap(article.text, gold, best) >= 0.5:
            yield gold, best


def _overlap(text: str, gold: dict[str, Any], found: dict[str, Any]) -> float:
    """Words in both over words in either."""
    a, b = ({s + m.start() for s, e in q["parts"] for m in _WORD.finditer(text[s:e])} for q in (gold, found))
    return len(a & b) / max(1, len(a | b))


def quotes(articles: list[Article], score: ModuleType, n_draws: int) -> dict[str, tuple[float, float, float]]:
    """F1 of the fragment scorer, and how often the resolved speaker is right."""
    bench = _load("bench_quotes", Path(__file__).with_name("quotes.py"))
    gold = [{"id": a.id, "text": a.text, "quotes": a.gold} for a in articles]
    found = {a.id: {"id": a.id, "quotes": a.found} for a in articles}
    rows = bench.figures(score, gold, found, n_draws)
    whole = score.score(gold, found, True)
    return rows | {name: (whole[key], float("nan"), float("nan")) for name, key in _SCORED.items()}


_SCORED = {"speaker": "spk_acc", "resolved": "resolved_acc"}


def errors(articles: list[Article]) -> Iterator[str]:
    """Every difference, a line each: voices by stretch, quotes missed, spurious, of another type or speaker."""
    for a in articles:
        seen = set()
        for gold, found in matched(a):
            seen |= {id(gold), id(found)}
            for key in ("source_type", "speaker_resolved", "kind", "stance"):
                if gold[key] != found[key]:
                    said = f"{gold['speaker_text']} / {found['speaker_text']} | {_of(a, gold)}"
                    yield f"{a.id} {key}: {gold[key]} / {found[key]} | {said}"
        yield from (f"{a.id} missed {q['kind']}: {_of(a, q)}" for q in a.gold if q["speech"] and id(q) not in seen)
        yield from (f"{a.id} spurious {q['kind']}: {_of(a, q)}" for q in a.found if q["speech"] and id(q) not in seen)
        yield from _voice_errors(a)


def _voice_errors(article: Article) -> Iterator[str]:
    gold, found = _painted(article)
    start = 0
    for i in range(1, len(gold) + 1):
        if i == len(gold) or (gold[i], found[i]) != (gold[start], found[start]):
            stretch = article.text[start:i]
            if gold[start] != found[start] and len(stretch.strip()) > 3:
                yield f"{article.id} voice: {gold[start]} / {found[start]} | {stretch!r}"
            start = i


def _of(article: Article, quote: dict[str, Any]) -> str:
    return " … ".join(article.text[s:e] for s, e in quote["parts"])


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def show(folder: Path, articles: list[Article], rows: dict[str, tuple[float, float, float]]) -> None:
    """The table of one folder."""
    out: Callable[..., None] = print
    n_quotes = sum(len(a.gold) for a in articles)
    out(f"{folder}: {len(articles)} articles, {n_quotes} quotes; percent [95 % interval, articles resampled]")
    for name, (value, low, high) in rows.items():
        interval = "" if np.isnan(low) else f" [{low:.1f}, {high:.1f}]"
        aim = f"   aim {AIMS[name]}" if name in AIMS else ""
        out(f"  {name:10s}{value:7.1f}{interval}{aim}")
    confused = Counter(
        (g, p) for a in articles for g, p, c in zip(*_painted(a), a.text, strict=True) if g != p and not c.isspace()
    )
    out("  voices confused (characters): " + ", ".join(f"{g} as {p} {n}" for (g, p), n in confused.most_common()))


if __name__ == "__main__":
    main()
