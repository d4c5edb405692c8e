"""Is this corpus fit for a comparison? Flow, balance, copies, languages, and what to do about each problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.corpus.checklist import LEVELS, Warned, warned
from framing.corpus.copies import Duplicates, duplicate_clusters
from framing.corpus.documents import Corpus, Document, cluster_of
from framing.corpus.languages import foreign
from framing.results import Provenance, Result

OUTLIER_FENCE = 2.2  # interquartile ranges of log length; Hoaglin & Iglewicz (1987), JASA 82, 1147-1149
DOCUMENT_COLUMNS = (
    "document", "side", "outlet", "cluster", "event", "date", "section", "lang", "found_lang", "n_words", "has_terms",
    "copies", "is_copy", "n_cuts", "n_doubtful", "is_live_blog",
)  # fmt: skip
BALANCE = ("outlet", "event", "lang", "section", "period", "length")


@dataclass(frozen=True)
class Health(Result):
    """
    One row per side, in the study's order.

    `n_words` counts words between spaces (for Chinese and Japanese: signs); shares lie in [0, 1]; `share_with_terms` is
    NaN without terms and `n_foreign` NaN without a detector of languages.

    Tables: `warnings` (level, code, message, repair), `flow` (step, side, n_documents, reason), `balance` (dimension,
    value, side, n_documents, share), `documents` (one row per document), `duplicates` and `terms`.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "side", "n_documents", "n_outlets", "n_clusters", "n_events", "n_words", "median_words", "min_words", "max_words",
        "first_date", "last_date", "n_undated", "n_empty", "n_copies", "n_foreign", "n_outliers",
        "top_outlet", "top_outlet_share", "top_document", "top_document_share", "share_with_terms",
    )  # fmt: skip
    figure: ClassVar[str] = "health"

    @property
    def warnings(self) -> pd.DataFrame:
        """One row per problem: level ("error", "warning" or "note"), code, message, repair; the gravest first."""
        return self.tables["warnings"]

    @property
    def level(self) -> str:
        """The gravest level of any warning, or "ok"."""
        present = set(self.warnings["level"])
        return next((level for level in LEVELS if level in present), "ok")


def health(
    corpus: Corpus,
    *,
    terms: Iterable[str] | None = None,
    parse_report: Result | None = None,
    duplicates: Duplicates | None = None,
    n_words: Mapping[str, int] | None = None,
) -> Health:
    """
    Look a corpus over before anything is counted.

    Parameters
    ----------
    corpus : Corpus
    terms : iterable of str, optional
        The study's terms; `*` stands for any ending. A document without any of them may not belong here.
    parse_report : ParseReport, optional
        Of the import the corpus came from, for the flow from files to documents.
    duplicates : Duplicates, optional
        Found before; searched for by default.
    n_words : mapping of str to int, optional
        Words of each document where the corpus holds no texts (a features bundle).

    Returns
    -------
    Health

    References
    ----------
    The checklist follows Grimmer & Stewart (2013), Chan et al. (2021) and Barberá et al. (2021).

    Examples
    --------
    >>> from framing.corpus.documents import Document
    >>> corpus = Corpus((Document("a", "One text.", "x", "Post"), Document("b", "Two.", "y", "Sun")), ("x", "y"))
    >>> report = health(corpus)
    >>> report.level, report.data["n_documents"].tolist()
    ('error', [1, 1])
    """
    terms = tuple(terms or ())
    if duplicates is None and n_words is None:
        duplicates = duplicate_clusters(corpus)
    documents = _documents(corpus, terms, duplicates, n_words)
    sides: list[Any] = list(corpus.sides) or list(dict.fromkeys(documents["side"].dropna())) or [None]
    data = _with_none(pd.DataFrame([_side(documents, side) for side in sides], columns=list(Health.columns)))
    tables = {
        "flow": _flow(corpus, documents, sides, parse_report),
        "balance": _balance(documents, sides),
        "documents": documents,
        "duplicates": duplicates.data if duplicates is not None else pd.DataFrame(columns=list(Duplicates.columns)),
        "terms": _terms(corpus, terms, sides),
    }
    found: list[Warned] = warned(corpus, data, documents, tables["balance"], terms, parse_report)
    rank = {level: i for i, level in enumerate(LEVELS)}
    found.sort(key=lambda entry: rank[entry.level])
    tables["warnings"] = pd.DataFrame([entry.row() for entry in found], columns=["level", "code", "message", "repair"])
    provenance = Provenance("health", {"terms": list(terms)}, corpus.fingerprint, notes=corpus.notes)
    return Health(data, provenance, tables)


_SIGNS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")


def word_count(text: str) -> int:
    """
    Words between spaces; signs of Chinese, Japanese and Korean count one each.

    Examples
    --------
    >>> word_count("Two words"), word_count("两个字")
    (2, 3)
    """
    if text.isascii():
        return len(text.split())
    spaced, n_signs = _SIGNS.subn(" ", text)
    return len(spaced.split()) + n_signs


def term_pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """
    One pattern for whole words, case aside; `*` stands for any ending.

    Examples
    --------
    >>> bool(term_pattern(["rumo*r"]).search("No RUMOUR")), bool(term_pattern(["cyber*"]).search("a Cybercrime"))
    (True, True)
    """
    words = [re.escape(term.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for term in terms if term.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words) or r'(?!)'})(?!\w)", re.IGNORECASE)


def _documents(
    corpus: Corpus, terms: tuple[str, ...], duplicates: Duplicates | None, n_words: Mapping[str, int] | None
) -> pd.DataFrame:
    """One row per document with what the checks need."""
    pattern = term_pattern(terms)
    other = foreign(corpus.documents) if n_words is None else None
    copies = duplicates.clusters if duplicates is not None else {}
    first = set(duplicates.data.loc[duplicates.data["first"], "document"]) if duplicates is not None else set()
    rows = [
        {
            "document": d.id, "side": d.side, "outlet": d.outlet, "cluster": cluster_of(d), "event": d.event, "date": d.date,
            "section": d.section, "lang": d.lang, "found_lang": (other or {}).get(d.id),
            "n_words": n_words.get(d.id, 0) if n_words is not None else word_count(d.text),
            "has_terms": _has_terms(d, pattern) if terms and n_words is None else None,
            "copies": copies.get(d.id), "is_copy": d.id in copies and d.id not in first,
            "n_cuts": sum(not cut.kept for cut in d.cuts),
            "n_doubtful": sum(cut.kept and cut.rule not in ("entities", "mojibake") for cut in d.cuts),
            "is_live_blog": any(cut.kept and cut.rule == "live-blog" for cut in d.cuts),
        }
        for d in corpus
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(DOCUMENT_COLUMNS)).astype({"side": object, "is_copy": bool, "is_live_blog": bool})
    frame = frame.astype(dict.fromkeys(("n_words", "n_cuts", "n_doubtful"), "int64"))
    frame = frame.astype(dict.fromkeys(("date", "outlet", "section", "event", "lang", "copies", "found_lang"), object))
    frame["is_outlier"] = _outliers(frame["n_words"].to_numpy(dtype=float))
    frame.attrs["detector"] = other is not None
    return frame


def _has_terms(document: Document, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(document.text) or pattern.search(document.title or ""))


def _outliers(n_words: np.ndarray) -> np.ndarray:
    """Documents far longer or shorter than the others: beyond 2.2 interquartile ranges of log length."""
    filled = n_words > 0
    if filled.sum() < 8:
        return np.zeros(len(n_words), dtype=bool)
    length = np.log(np.where(filled, n_words, 1))
    low, high = np.percentile(length[filled], [25, 75])
    # With equal lengths the range is zero; a tenth keeps small differences from being called far out.
    fence = OUTLIER_FENCE * max(high - low, 0.1)
    return filled & ((length < low - fence) | (length > high + fence))


def _side(documents: pd.DataFrame, side: str | None) -> dict[str, Any]:
    """The row of one side."""
    rows = documents[documents["side"] == side] if side is not None else documents
    words, dates, outlets = rows["n_words"], sorted(rows["date"].dropna()), rows["outlet"].dropna()
    total = int(words.sum())
    top_outlet = outlets.value_counts(sort=True) if len(outlets) else None
    longest = int(words.to_numpy().argmax()) if len(rows) else 0
    asked = rows["has_terms"].dropna() if len(rows) else rows["n_words"].iloc[:0]
    return {
        "side": side, "n_documents": len(rows), "n_outlets": outlets.nunique(), "n_clusters": rows["cluster"].nunique(),
        "n_events": rows["event"].dropna().nunique(), "n_words": total,
        "median_words": float(words.median()) if len(rows) else float("nan"),
        "min_words": int(words.min()) if len(rows) else 0, "max_words": int(words.max()) if len(rows) else 0,
        "first_date": dates[0] if dates else None, "last_date": dates[-1] if dates else None,
        "n_undated": int(rows["date"].isna().sum()), "n_empty": int((words == 0).sum()), "n_copies": int(rows["is_copy"].sum()),
        "n_foreign": float(rows["found_lang"].notna().sum()) if documents.attrs.get("detector") else float("nan"),
        "n_outliers": int(rows["is_outlier"].sum()),
        "top_outlet": top_outlet.index[0] if top_outlet is not None else None,
        "top_outlet_share": float(top_outlet.iloc[0] / len(rows)) if top_outlet is not None else float("nan"),
        "top_document": rows["document"].iloc[longest] if total else None,
        "top_document_share": float(words.max() / total) if total else float("nan"),
        "share_with_terms": float(asked.astype(float).mean()) if len(asked) else float("nan"),
    }  # fmt: skip


def _flow(corpus: Corpus, documents: pd.DataFrame, sides: list[Any], parse_report: Result | None) -> pd.DataFrame:
    """From files to documents with text, step by step; `side` is "" where it is not known yet."""
    rows: list[tuple[str, str, int, str]] = []
    if parse_report is not None:
        files = parse_report.data
        rows += [
            ("files", "", len(files), ""),
            ("files refused", "", int(files["refused"].notna().sum()), "see the parse report"),
        ]
        rows += [("documents found", "", int(files["found"].sum()), "")]
        rows += [("found twice", "", int(files["duplicates"].sum()), "the same download")]
    for step, side, n, reason in getattr(corpus, "flow", ()):
        if step != "kept":
            rows.append((step, side, n, reason))
    for side in sides:
        own = documents[documents["side"] == side] if side is not None else documents
        name = side or ""
        rows.append(("on a side", name, len(own), ""))
        rows.append(("without text", name, int((own["n_words"] == 0).sum()), "kept, count as empty"))
        rows.append(("copies", name, int(own["is_copy"].sum()), "exact, near or contained copies of an earlier document"))
        rows.append(("analysed", name, int((own["n_words"] > 0).sum()), "documents with text"))
    return pd.DataFrame(rows, columns=["step", "side", "n_documents", "reason"])


def _balance(documents: pd.DataFrame, sides: list[Any]) -> pd.DataFrame:
    """How the documents of each side spread over outlets, events, languages, sections, periods and lengths."""
    frame = documents.copy()
    years = len({date[:4] for date in frame["date"].dropna()})
    frame["period"] = [date[: 4 if years > 2 else 7] if isinstance(date, str) else None for date in frame["date"]]
    frame["length"] = [_band(n) for n in frame["n_words"]]
    rows = []
    for dimension in BALANCE:
        values = sorted(
            frame[dimension].dropna().unique(), key=lambda value: (len(value), value) if dimension == "length" else value
        )
        for value in [*values, *([None] if frame[dimension].isna().any() else [])]:
            hits = frame[dimension].isna() if value is None else frame[dimension] == value
            for side in sides:
                own = frame["side"] == side if side is not None else np.ones(len(frame), dtype=bool)
                n, total = int((hits & own).sum()), int(np.sum(own))
                rows.append((dimension, value, side, n, n / total if total else float("nan")))
    return _with_none(pd.DataFrame(rows, columns=["dimension", "value", "side", "n_documents", "share"]))


def _with_none(frame: pd.DataFrame) -> pd.DataFrame:
    """Text columns as objects with None where nothing is said, as in `Corpus.frame`."""
    for name in frame.columns[[not pd.api.types.is_numeric_dtype(dtype) for dtype in frame.dtypes]]:
        frame[name] = pd.Series([None if pd.isna(value) else value for value in frame[name]], dtype=object, index=frame.index)
    return frame


def _band(n_words: int) -> str:
    """A band of length that doubles: 0, 1-99, 100-199, 200-399, ..."""
    if n_words < 100:
        return "1-99" if n_words else "0"
    low = 100 * 2 ** int(np.log2(n_words / 100))
    return f"{low}-{2 * low - 1}"


def _terms(corpus: Corpus, terms: tuple[str, ...], sides: list[Any]) -> pd.DataFrame:
    """Share of each side's documents that hold each term."""
    rows = []
    for term in terms:
        pattern = term_pattern([term])
        for side in sides:
            own = [d for d in corpus if side is None or d.side == side]
            n = sum(_has_terms(d, pattern) for d in own)
            rows.append((term, side, n, n / len(own) if own else float("nan")))
    return pd.DataFrame(rows, columns=["term", "side", "n_documents", "share"])
