"""Tables that let a lexicon score be judged: which entries made it, how far it reaches, how few words it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from framing.annotate.counting.counts import Counts
from framing.annotate.counting.scored import Scored

if TYPE_CHECKING:
    from framing.annotate.annotated import Annotated

HITS = ("name", "entry", "side", "n", "n_documents", "share", "weight")
COVERAGE = (
    "name", "side", "n_documents", "documents_with_hit", "share_documents", "n_tokens", "tokens_in_hits", "share_tokens",
    "n_hits", "n_negated",
)  # fmt: skip
TOP = ("name", "side", "entry", "n", "share", "share_top_5", "n_entries")
UNUSED = ("name", "entry", "reason")


def sides_of(annotated: Annotated, one: Scored) -> tuple[list[str], np.ndarray]:
    """Names of the sides, and the number of the side of each document (-1 for none)."""
    sides = list(annotated.corpus.sides) or sorted({str(d.side) for d in annotated.corpus if d.side is not None})
    if not sides:
        return ["all"], np.zeros(len(one.n), np.int64)
    number = {side: i for i, side in enumerate(sides)}
    return sides, np.array([number.get(d.side or "", -1) for d in annotated.corpus], np.int64)


def hit_table(one: Scored, annotated: Annotated) -> pd.DataFrame:
    """Hits of each entry by side."""
    sides, side_of = sides_of(annotated, one)
    table = one.by_entry.assign(side=side_of[one.by_entry["document"]])
    table = table[table["side"] >= 0]
    table = table.groupby(["entry", "side"], as_index=False).agg(n=("n", "sum"), n_documents=("document", "nunique"))
    entries = one.lexicon.entries
    names = [one.lexicon.score_name(entries[e].category) for e in table["entry"]]
    table = table.assign(name=names, side=[sides[s] for s in table["side"]], weight=[entries[e].weight for e in table["entry"]])
    table["share"] = table["n"] / table.groupby(["name", "side"])["n"].transform("sum")
    table["entry"] = [entries[e].term for e in table["entry"]]
    order = {name: i for i, name in enumerate(map(one.lexicon.score_name, one.lexicon.category_names))}
    rank = {side: i for i, side in enumerate(sides)}
    table = table.assign(_c=table["name"].map(order), _s=table["side"].map(rank), _n=-table["n"])
    return table.sort_values(["_c", "_s", "_n", "entry"], ignore_index=True)[list(HITS)]


def coverage_table(one: Scored, counts: Counts, annotated: Annotated) -> pd.DataFrame:
    """Documents and tokens reached, by category and side."""
    sides, side_of = sides_of(annotated, one)
    rows = []
    for c, category in enumerate(one.lexicon.category_names):
        for s, side in enumerate(sides):
            use = (side_of == s) & (counts.n_tokens > 0)
            n_documents, n_tokens = int(use.sum()), int(counts.n_tokens[use].sum())
            reached, inside = int((one.n[use, c] > 0).sum()), int(one.covered[use, c].sum())
            shares = (reached / n_documents if n_documents else np.nan, inside / n_tokens if n_tokens else np.nan)
            n_hits, n_negated = int(one.n[use, c].sum()), int(one.negated[use, c].sum())
            name = one.lexicon.score_name(category)
            rows.append((name, side, n_documents, reached, shares[0], n_tokens, inside, shares[1], n_hits, n_negated))
    return pd.DataFrame(rows, columns=list(COVERAGE))


def top_table(one: Scored, annotated: Annotated) -> pd.DataFrame:
    """How far a category hangs on its commonest entries, by side; NaN where it has no hits."""
    table = hit_table(one, annotated)
    sides, _ = sides_of(annotated, one)
    rows = []
    for category in one.lexicon.category_names:
        name = one.lexicon.score_name(category)
        for side in sides:
            own = table[(table["name"] == name) & (table["side"] == side)]
            if own.empty:
                rows.append((name, side, None, 0, np.nan, np.nan, 0))
            else:
                first = own.iloc[0]
                rows.append((name, side, first["entry"], int(first["n"]), first["share"], own["share"].head(5).sum(), len(own)))
    return pd.DataFrame(rows, columns=list(TOP))


def entries_hit(one: Scored) -> np.ndarray:
    """(E,) bool array: which entries have a hit of their own."""
    hit = np.zeros(len(one.lexicon), bool)
    hit[one.by_entry["entry"].to_numpy(np.int64)] = True
    return hit


def unused_table(one: Scored) -> pd.DataFrame:
    """Entries without a hit of their own, and why; in the order of the lexicon."""
    rows = []
    for e in np.flatnonzero(~entries_hit(one)).tolist():
        entry, words = one.lexicon.entries[e], one.lexicon.words[e]
        if one.lexicon.unit != "regex" and not words:
            reason = "cannot match: it holds no word"
        elif one.find is None and len(words) > 1:
            reason = "single phrases cannot be seen in counts"
        elif one.unseen and one.unseen != "phrases":
            reason = f"{one.unseen} cannot be seen in counts"
        else:
            reason = "does not occur in this voice, or only where another entry counts"
        rows.append((one.lexicon.score_name(entry.category), entry.term, reason))
    return pd.DataFrame(rows, columns=list(UNUSED))
