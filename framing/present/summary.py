"""The summary: what differs, how sure, what to doubt, in sentences that come from the numbers."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, settings
from framing.present.content import Bullets, Prose, Section
from framing.present.figures import find
from framing.present.figures.voices import NAMES
from framing.present.inert import file_name, plain
from framing.present.numbers import count, counted, decimals, interval, listing, number, p_value, percent
from framing.present.wording import in_words
from framing.results import Quotations, SideContrast, StudyResults, TermContrast


def section_anchor(key: str) -> str:
    """The anchor of a measure and voice."""
    return "m-" + file_name(key)


def contrast_rows(results: StudyResults) -> pd.DataFrame:
    """All rows of all side contrasts with their key."""
    parts = [
        c.data.assign(key=key, unit=settings.unit(c)) for key, c in results.contrasts.items() if isinstance(c, SideContrast)
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def summary(results: StudyResults) -> Section:
    """The first section of the report."""
    rows = contrast_rows(results)
    blocks = [
        Prose("What differs", "heading"),
        *_differs(results, rows),
        Prose("How sure", "heading"),
        *_sure(results, rows),
        Prose("What to doubt", "heading"),
        *_doubt(results),
    ]
    return Section("summary", "Summary", tuple(blocks))


def sentence(row: Any) -> str:
    """One contrast in words."""
    width = row.ci_high - row.ci_low
    n = decimals(row.estimate, width if pd.notna(width) else None)
    measure = labels.measure(str(row.key).split(":")[0])
    more, less = (row.side_a, row.side_b) if row.estimate >= 0 else (row.side_b, row.side_a)
    first, second = (row.mean_a, row.mean_b) if row.estimate >= 0 else (row.mean_b, row.mean_a)
    unit = f" {row.unit}" if row.unit else ""
    sure = "no interval"
    if pd.notna(row.ci_low):
        p = f", adjusted p {p_value(row.p_adjusted)}" if pd.notna(row.p_adjusted) else ", no test"
        sure = f"difference {number(row.estimate, n, sign=True)}, 95 % interval {interval(row.ci_low, row.ci_high, n)}{p}"
    voice = "" if row.voice == "all" else f" in {labels.words_of(row.voice)}"
    numbers = f"{number(first, n)} against {number(second, n)}{unit}"
    score = f"{measure}, {labels.score(row.name)}{voice}"
    return f"{score}: “{plain(more)}” is higher than “{plain(less)}”, {numbers} ({sure})."


def _rows(data: pd.DataFrame) -> list[Any]:
    # itertuples renames nothing here except that a column "name" is a plain field of the tuple.
    return list(data.itertuples(index=False))


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a measure, score and pair: the outlets' own words where they were measured, else the first voice."""
    if rows.empty:
        return rows
    order = {"own": 0, "all": 1}
    ranked = rows.assign(_v=rows["voice"].map(lambda v: order.get(str(v), 2)), _m=rows["key"].str.split(":").str[0])
    ranked = ranked.sort_values("_v", kind="stable").drop_duplicates(["_m", "name", "side_a", "side_b"])
    ranked = ranked.assign(_g=ranked["hedges_g"].abs())
    return ranked.sort_values(["_g", "key", "name"], ascending=[False, True, True], na_position="last")


def _differs(results: StudyResults, rows: pd.DataFrame) -> list[Any]:
    items: list[tuple[str, str | None]] = []
    lead = "The study asked for no measure that compares the sides."
    if len(rows):
        ranked = _once(rows)
        sure = ranked[ranked["p_adjusted"] < 0.05]
        apart = ranked[(ranked["ci_low"] > 0) | (ranked["ci_high"] < 0)]
        n, tried = len(ranked), rows["ci_low"].notna().any()
        if len(sure):
            lead = (
                f"{count(len(sure))} of {count(n)} scores differ between the sides "
                "beyond chance, after correction for the number of tests."
            )
        elif len(apart):
            lead = (
                f"{count(len(apart))} of {count(n)} scores lie apart by their intervals; "
                "none passes the test that corrects for looking "
                "at many scores. Read them as leads. The largest:"
            )
        elif tried:
            lead = "No difference between the sides is clear of chance: every interval holds zero."
        else:
            lead = "No inference is possible here; this describes these texts only. The largest differences found in them:"
        shown = (
            sure if len(sure) else apart if len(apart) else ranked[ranked["estimate"].notna()] if not tried else ranked.head(0)
        )
        items += [(sentence(r), section_anchor(r.key)) for r in _rows(shown.head(6))]
    items += _words(results) + _whose(results) + _said(results)
    return [Prose(lead, "bottom-line"), Bullets(tuple(items))] if items else [Prose(lead, "bottom-line")]


def _words(results: StudyResults) -> list[tuple[str, str | None]]:
    """The words that lean most, for one voice."""
    for key in ("keyness:own", "keyness:all", *results.results):
        result = results.results.get(key)
        if isinstance(result, TermContrast) and len(result.data):
            side_a, side_b = result.data[["side_a", "side_b"]].iloc[0]
            rows = find("keyness_lollipop").rows(result, top=5)
            a, b = rows[rows["estimate"] > 0]["term"], rows[rows["estimate"] < 0]["term"].iloc[::-1]
            if len(rows):
                voice = labels.words_of(result.data["voice"].iloc[0])
                text = (
                    f"In {voice}, the words that lean most to {plain(side_a)} are {listing([plain(t) for t in a]) or 'none'}; "
                    f"to {plain(side_b)}, {listing([plain(t) for t in b]) or 'none'}."
                )
                return [(text, section_anchor(key))]
    return []


def _whose(results: StudyResults) -> list[tuple[str, str | None]]:
    """Share of the outlets' own words."""
    for key, result in results.results.items():
        if key.startswith("voices"):
            rows = find("voices_bar").rows(result, sides=list(results.annotated.corpus.sides))
            said = [f"{percent(r.share)} in {plain(r.side)}" for r in rows[rows["voice"] == "own"].itertuples()]
            return [(f"Share of words that are the outlets' own ({NAMES['own']}): {listing(said)}.", "voices")] if said else []
    return []


def _said(results: StudyResults) -> list[tuple[str, str | None]]:
    """Whose words are quoted most."""
    for result in results.results.values():
        if isinstance(result, Quotations) and len(result.data):
            rows = find("who_speaks").rows(result, sides=list(results.annotated.corpus.sides))
            said = []
            for side, part in rows.groupby("side", sort=False):
                first = part.sort_values(["share", "source_type"], ascending=[False, True]).iloc[0]
                said.append(f"{plain(first['source_type'])} in “{plain(side)}” ({percent(first['share'])})")
            return [(f"The source type with most quoted words: {listing(said)}.", "voices")] if said else []
    return []


def _sure(results: StudyResults, rows: pd.DataFrame) -> list[Any]:
    frame = results.annotated.corpus.frame()
    per_side = [
        f"{counted(len(part), 'document')} of {counted(part['cluster'].nunique(), 'cluster')} for {plain(side)}"
        for side, part in frame[frame["side"].notna()].groupby("side", sort=False)
    ]
    items: list[tuple[str, str | None]] = [(f"The study rests on {listing(per_side)}.", "health")]
    if len(rows) and rows["ci_low"].notna().any():
        n, sure = int(rows["p_adjusted"].notna().sum()), int((rows["p_adjusted"] < 0.05).sum())
        items.append((f"{count(sure)} of {count(n)} tested differences have an adjusted p below 0.05.", "robustness"))
        if rows["p_min"].notna().any():
            least = float(rows["p_min"].min())
            close = " With so few clusters no difference could pass." if least >= 0.05 else ""
            items.append(
                (
                    "Whole outlets or other clusters are resampled, never words; the "
                    f"smallest p possible here is {p_value(least)}.{close}",
                    "methods",
                )
            )
    else:
        reasons = [plain(r).rstrip(".") for r in dict.fromkeys(rows["reason"].dropna())] if len(rows) else []
        why = f" ({'; '.join(r for r in reasons if r)})" if any(reasons) else ""
        items.append(
            (
                f"No interval and no test is possible{why}; nothing here can be carried over to other texts of these sides.",
                "health",
            )
        )
    for key, result in results.results.items():
        if key.startswith("multiverse"):
            claims = result.tables.get("claims")
            for row in [] if claims is None else claims.to_dict("records")[:6]:
                verdict, tried = plain(row.get("verdict")), row.get("n_computed", row.get("n_specifications"))
                items.append(
                    (
                        f"Claim {plain(row.get('claim'))} under {count(tried)} other reasonable choices: {verdict}.",
                        section_anchor(key),
                    )
                )
    return [Bullets(tuple(items))]


def _doubt(results: StudyResults) -> list[Any]:
    items: list[tuple[str, str | None]] = [
        ("No measure has been checked against human codings: read every score as an indicator, not as a frame.", "validation")
    ]
    items += [(in_words(w), "warnings") for w in results.warnings[:5]]
    if len(results.warnings) > 5:
        more = len(results.warnings) - 5
        items.append((f"{count(more)} further {'warning' if more == 1 else 'warnings'}.", "warnings"))
    if not getattr(results.annotated, "has_text", True):
        items.append(
            (
                "The texts are not here (features bundle): numbers come from counts, and no line of evidence can be shown.",
                "documents",
            )
        )
    return [Bullets(tuple(items), "warning")]
