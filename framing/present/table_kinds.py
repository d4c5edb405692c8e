"""One table a kind of result: which columns a reader needs, rounded by the interval, with test, correction and n."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from framing.present import labels, settings
from framing.present.cells import finish
from framing.present.inert import plain
from framing.present.numbers import MISSING, count, decimals, interval, number, p_value, percent
from framing.present.wording import in_words
from framing.results import DocumentScores, Quotations, Result, SideContrast, TermContrast, TopicModel


def _of_pair(data: pd.DataFrame, pair: Any) -> tuple[pd.DataFrame, str, str]:
    """Rows with their position, and the sides' names where there is one pair only."""
    data = data.assign(_at=range(len(data)))
    if pair is not None:
        data = data[(data["side_a"].astype(str) == str(pair[0])) & (data["side_b"].astype(str) == str(pair[1]))]
    pairs = data[["side_a", "side_b"]].drop_duplicates()
    return (data, plain(pairs.iloc[0, 0]), plain(pairs.iloc[0, 1])) if len(pairs) == 1 else (data, "A", "B")


def _places(row: Any) -> int:
    width = row.ci_high - row.ci_low
    return decimals(row.estimate, width if pd.notna(width) else None)


def _level(result: Result) -> str:
    return f"{settings.level(result)} interval"


def _without_constant_voice(frame: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """A voice that is the same in all rows goes to the caption."""
    if "voice" in frame and len(set(frame["voice"])) == 1:
        return frame.drop(columns="voice"), f", {labels.voice(frame['voice'].iloc[0])}"
    return frame, ""


def side_contrast(result: Result, top: int | None = None, pair: Any = None) -> pd.DataFrame:
    """Means of both sides, difference, interval, effect sizes, p values and n, one row a score and voice."""
    data, a, b = _of_pair(result.data, pair)
    data = data if top is None else data.head(top)
    rows = []
    for r in data.itertuples():
        n = _places(r)
        row = {"score": labels.score(r.name), "voice": plain(r.voice)}
        if (a, b) == ("A", "B"):
            row["A – B"] = f"{plain(r.side_a)} – {plain(r.side_b)}"
        row |= {
            f"mean {a}": number(r.mean_a, n),
            f"mean {b}": number(r.mean_b, n),
            "difference": number(r.estimate, n, sign=True),
            _level(result): interval(r.ci_low, r.ci_high, n),
            "Hedges g": number(r.hedges_g, 2),
            "Cliff's δ": number(r.cliffs_delta, 2),
            "p": p_value(r.p),
            "p (adjusted)": p_value(r.p_adjusted),
            "smallest p": p_value(r.p_min),
            "documents": f"{count(r.n_documents_a)} / {count(r.n_documents_b)}",
            "clusters": f"{count(r.n_clusters_a)} / {count(r.n_clusters_b)}",
        }
        rows.append(row)
    frame, voice = _without_constant_voice(pd.DataFrame(rows))
    text = ("score", "voice", "A – B")
    return finish(
        frame,
        f"{labels.measure(result.provenance.measure)}{voice}: differences between the sides",
        _contrast_notes(result, data),
        [c for c in frame.columns if c not in text],
        data["_at"].tolist(),
    )


def _contrast_notes(result: Result, data: pd.DataFrame) -> list[str]:
    """Test, correction, n of draws, and the reasons for what is weak or not there."""
    unit = settings.unit(result)
    notes = [f"Unit: {unit}."] if unit and not isinstance(result, TermContrast) else []
    if data["ci_low"].notna().any():
        n = settings.setting(result, "n_draws") or settings.setting(result, "n_bootstrap")
        draws = f", {count(n)} draws" if n else ""
        notes.append(f"Intervals by resampling clusters{draws}; p by permuting the clusters' sides.")
        least = "“Smallest p” is the least that this number of clusters can give."
        notes.append(f"Correction: {settings.correction(result)}. {least}")
    for absent, what in ((True, "No interval"), (False, "Caution")):
        reasons = data.loc[data["ci_low"].isna() == absent, "reason"].dropna()
        notes += [f"{what}: {reason}." for reason in list(dict.fromkeys(plain(r).rstrip(".") for r in reasons))[:4] if reason]
    return notes + [in_words(note) for note in result.provenance.notes]


def term_contrast(result: Result, top: int | None = None, pair: Any = None) -> pd.DataFrame:
    """Log-odds, interval, p, counts and rates of both sides and dispersion, one row a term."""
    data, a, b = _of_pair(result.data, pair)
    if top is not None and len(data) > 2 * top:
        ranked = data.assign(_z=data["z"].abs()).sort_values(["_z", "term"], ascending=[False, True])
        data = pd.concat([ranked[ranked["estimate"] > 0].head(top), ranked[ranked["estimate"] < 0].head(top)])
    data = data.sort_values(["estimate", "term"], ascending=[False, True])
    rows = []
    for r in data.itertuples():
        n = _places(r)
        row = {"term": plain(r.term)}
        if (a, b) == ("A", "B"):
            row["A – B"] = f"{plain(r.side_a)} – {plain(r.side_b)}"
        row |= {
            "log-odds": number(r.estimate, n, sign=True),
            _level(result): interval(r.ci_low, r.ci_high, n),
            "z": number(r.z, 1),
            "p (adjusted)": p_value(r.p_adjusted),
            f"count {a}": count(r.n_a),
            f"count {b}": count(r.n_b),
            f"per 1,000 {a}": number(r.rate_a, 2),
            f"per 1,000 {b}": number(r.rate_b, 2),
            "documents": f"{count(r.n_documents_a)} / {count(r.n_documents_b)}",
            "DPnorm": number(r.dp_norm, 2),
            "top document": percent(r.top_document_share),
        }
        rows.append(row)
    frame = pd.DataFrame(rows)
    notes = [
        *_contrast_notes(result, data),
        "DPnorm: 0 spread evenly over documents, 1 in one place. Top document: its share of the term's count.",
    ]
    if len(data) < len(result.data):
        notes.append(f"{count(len(data))} of {count(len(result.data))} terms; the CSV file has all.")
    voice = plain(result.provenance.voice or "")
    return finish(
        frame,
        f"Keywords, {labels.voice(voice)}",
        notes,
        [c for c in frame.columns if c not in ("term", "A – B")],
        data["_at"].tolist(),
    )


def document_scores(result: Result, top: int | None = None, pair: Any = None) -> pd.DataFrame:
    """n, mean, standard deviation and range by side, one row a score, voice and side."""
    sides = [str(s) for s in pair] if pair is not None else None
    rows = []
    for (name, voice, side), part in result.data.groupby(["name", "voice", "side"], sort=False):
        if sides is not None and str(side) not in sides:
            continue
        v = part["value"].dropna()
        n = decimals(v.mean(), v.std() if len(v) > 1 else None) if len(v) else 2
        rows.append(
            {
                "score": labels.score(name),
                "voice": plain(voice),
                "side": plain(side),
                "documents": count(len(part)),
                "missing": count(len(part) - len(v)),
                "mean": number(v.mean(), n),
                "sd": number(v.std(), n),
                "lowest": number(v.min(), n),
                "highest": number(v.max(), n),
            }
        )
    frame, voice = _without_constant_voice(pd.DataFrame(rows if top is None else rows[:top]))
    unit = settings.unit(result)
    reasons = [plain(r) for r in dict.fromkeys(result.data.loc[result.data["value"].isna(), "reason"].dropna())]
    notes = ([f"Unit: {unit}."] if unit else []) + [f"Missing: {r}" for r in reasons[:4] if r] + list(result.provenance.notes)
    return finish(
        frame,
        f"{labels.measure(result.provenance.measure)}{voice} by side",
        notes,
        ["documents", "missing", "mean", "sd", "lowest", "highest"],
        [],
    )


def quotations(result: Result, top: int | None = None, _pair: Any = None) -> pd.DataFrame:
    """Source types by side: quotes, quoted words and their share."""
    from framing.present.figures import find

    rows = find("who_speaks").rows(result, top=top or 30)
    table = pd.DataFrame(
        {
            "source type": rows["source_type"].map(plain),
            "side": rows["side"].map(plain),
            "quotes": rows["n_quotes"].map(count),
            "words": rows["n_words"].map(count),
            "share of quoted words": rows["share"].map(lambda s: percent(s, 1)),
        }
    )
    return finish(
        table,
        "Who is given the word, by source type",
        list(result.provenance.notes),
        ["quotes", "words", "share of quoted words"],
        [],
    )


def topic_model(result: Result, top: int | None = None, _pair: Any = None) -> pd.DataFrame:
    """Topics with their top terms and the mean share of each side."""
    from framing.present.figures import find
    from framing.present.figures.topics import topic_labels

    rows = find("topic_prevalence").rows(result, top=top or 100)
    names = topic_labels(result, 8)
    wide = rows.pivot_table(index="topic", columns="side", values="share").reindex(columns=list(dict.fromkeys(rows["side"])))
    table = pd.DataFrame({"topic": [plain(t) for t in wide.index], "top terms": [names.get(t, MISSING) for t in wide.index]})
    for side in wide.columns:
        table[f"share {plain(side)}"] = [percent(s, 1) for s in wide[side]]
    return finish(
        table,
        "Topics and their mean share by side",
        [*result.provenance.notes, "A topic is a group of words, not a frame."],
        [c for c in table.columns if c.startswith("share")],
        [],
    )


MAKERS: tuple[tuple[type, Callable[..., pd.DataFrame]], ...] = (
    (SideContrast, side_contrast),
    (TermContrast, term_contrast),
    (DocumentScores, document_scores),
    (Quotations, quotations),
    (TopicModel, topic_model),
)
