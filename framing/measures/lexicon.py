"""Lexicon scores: how often the words of a list occur, by document, with the lines that make the number."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting.counts import Counts
from framing.annotate.counting.kwic import COLUMNS as KWIC_COLUMNS
from framing.annotate.counting.kwic import lines_at
from framing.annotate.counting.lexicon_hits import Scored, score
from framing.annotate.counting.lexicon_tables import (
    COVERAGE,
    HITS,
    TOP,
    UNUSED,
    coverage_table,
    entries_hit,
    hit_table,
    sides_of,
    top_table,
    unused_table,
)
from framing.checks import greater_than, integer, one_of
from framing.corpus.documents import Corpus
from framing.errors import OptionError
from framing.lexicons.formats import list_names, load
from framing.lexicons.match import OVERLAPS
from framing.lexicons.model import COMBINE, NEGATIONS, Lexicon, Negation
from framing.registry import measure, options_from
from framing.results import DocumentScores, Provenance

DEFAULT = ("control-order", "threat", "law", "morality", "rights-liberties", "blame", "responsibility")


@dataclass(frozen=True)
class Options:
    """
    What is scored and how.

    Attributes
    ----------
    lexicons : tuple of str
        Names of starter lists or paths of dictionary files.
    per : float
        Tokens a rate refers to.
    overlap : {"allow", "longest"}
        Whether a token may count in several categories of a lexicon, or goes to the longest match.
    negation : {"as stated", "ignore", "drop", "flip"}
        What a negated hit means; "as stated" follows each lexicon.
    window : int
        Words before a hit in which a negator is looked for, in the same sentence.
    combine : {"as stated", "count", "sum", "mean"}
        "count": hits per `per` tokens; "sum": weights per `per` tokens; "mean": mean weight of the hits.
    level : int
        Join nested categories at this level; 0 keeps them as they are.
    headline : bool
        Count headlines as well.
    samples : int
        Lines in context shown for each category and side, drawn with the seed.
    """

    lexicons: tuple[str, ...] = DEFAULT
    per: float = 1000
    overlap: str = "allow"
    negation: str = "as stated"
    window: int = 3
    combine: str = "as stated"
    level: int = 0
    headline: bool = False
    samples: int = 3

    def __post_init__(self) -> None:
        if isinstance(self.lexicons, str) or not self.lexicons:
            raise OptionError(
                f"`lexicons` must be a list of names or paths, got {self.lexicons!r}; starter lists: {', '.join(list_names())}"
            )
        greater_than("per", self.per, 0)
        one_of("overlap", self.overlap, OVERLAPS)
        one_of("negation", self.negation, ("as stated", *NEGATIONS))
        one_of("combine", self.combine, ("as stated", *COMBINE))
        for key, low in (("window", 1), ("level", 0), ("samples", 0)):
            integer(key, getattr(self, key), low=low)


@measure("lexicon", options=Options, result=DocumentScores)
def lexicon(
    corpus: Corpus | Annotated,
    lexicons: str | Lexicon | tuple[str | Lexicon, ...] | list[str | Lexicon] | None = None,
    *,
    options: Options | None = None,
    voice: str = "all",
    seed: int = 0,
    **settings: Any,
) -> DocumentScores:
    """
    Score every document with one or more lexicons.

    Parameters
    ----------
    corpus : Corpus or Annotated
    lexicons : str, Lexicon, or several of them, optional
        Names of starter lists, paths, or lexicons at hand; instead of the option of the same name.
    options : Options, optional
    voice : str
        Whose words count: "own", "quoted", "all", or one of the four voices.
    seed : int
        Draws the sample lines.
    **settings
        Fields of `Options`.

    Returns
    -------
    DocumentScores
        One row per document and category. `value` is `per` * `n` / `base` with n hits (or the sum of their weights) among
        `base` tokens; for "mean" it is `n` / `base` with the sum of weights over the number of hits. NaN with a reason for a
        document without tokens in that voice, for a mean without hits, and for a category of which no term can match or be
        seen. Tables:

        * `hits`: each entry that occurs, by side: `n`, `n_documents`, `share` of the hits of its category on that side;
        * `coverage`: by category and side, share of documents with a hit and of tokens that belong to one, hits, negated hits;
        * `top_entry`: by category and side, the entry with most hits and its share, and that of the first five;
        * `unused`: entries without a hit of their own, and why;
        * `kwic`: sample lines by category and side, with document, voice and offsets;
        * `lexicons`: the papers of each lexicon, how many entries it has and how many of them were ever hit.

    Raises
    ------
    LexiconError
        If a lexicon is unknown or cannot be read without loss.

    References
    ----------
    Matching follows `tokens_lookup` of quanteda (Benoit et al. 2018, JOSS 3(30), 774). Scores are indicators of vocabulary
    until they have been compared with human coding: van Atteveldt, van der Velden & Boukes (2021), Communication Methods and
    Measures 15(2), 121-140.

    Examples
    --------
    >>> from framing.corpus.documents import Document
    >>> corpus = Corpus((Document("a", "Order must be kept. The order stands.", side="x"),), ("x",))
    >>> result = lexicon(corpus, Lexicon.from_words("order", ["order"]))
    >>> result.data[["name", "n", "base"]].values.tolist()
    [['order', 2.0, 7.0]]
    """
    options = options_from(Options, options, settings)
    given = options.lexicons if lexicons is None else ((lexicons,) if isinstance(lexicons, str | Lexicon) else tuple(lexicons))
    lists = [_prepared(item if isinstance(item, Lexicon) else load(item), options) for item in given]
    annotated = as_annotated(corpus)
    scored = [score(annotated, item, voice=voice, headline=options.headline, overlap=options.overlap) for item in lists]
    counts = annotated.counts.select(voice, options.headline)
    notes = [note for one in scored for note in one.notes] + _papers(lists)
    return DocumentScores(
        pd.concat([_scores(one, counts, options) for one in scored], ignore_index=True),
        Provenance(
            "lexicon",
            asdict(replace(options, lexicons=tuple(item.name for item in lists))),
            annotated.corpus.fingerprint,
            voice,
            seed,
            lexicons={item.name: item.sha256 for item in lists},
            models=dict(annotated.models),
            notes=tuple(dict.fromkeys(notes)),
        ),
        {
            "hits": _joined([hit_table(one, annotated) for one in scored], HITS),
            "coverage": _joined([coverage_table(one, counts, annotated) for one in scored], COVERAGE),
            "top_entry": _joined([top_table(one, annotated) for one in scored], TOP),
            "unused": _joined([unused_table(one) for one in scored], UNUSED),
            "kwic": _samples(scored, annotated, options, seed),
            "lexicons": _described(scored),
        },
    )


_SHOWN_NOTES = 5
_LABELS = ("document", "side", "outlet", "cluster", "event", "date", "voice")


def _prepared(item: Lexicon, options: Options) -> Lexicon:
    """The lexicon with the options that override what it states."""
    effect = item.negation.effect if options.negation == "as stated" else options.negation
    negation = Negation(effect, options.window, item.negation.words)
    if negation != item.negation:
        item = replace(item, negation=negation)
    if options.combine != "as stated":
        item = replace(item, combine=options.combine)
    return item.at_level(options.level) if options.level else item


def _papers(lists: list[Lexicon]) -> list[str]:
    """What a reader must know about the lists themselves."""
    unvalidated = [item.name for item in lists if item.validated == "none"]
    notes = (
        [f"not validated against human coding: {', '.join(unvalidated)}; read as indicators of vocabulary"]
        if unvalidated
        else []
    )
    for item in lists:
        if item.unstated:
            silent = ", ".join(item.unstated)
            notes.append(f"lexicon {item.name}: the source does not state {silent}; give them to `load` and cite the list")
        notes += [f"lexicon {item.name}: {note}" for note in item.notes[:_SHOWN_NOTES]]
        if len(item.notes) > _SHOWN_NOTES:
            more = len(item.notes) - _SHOWN_NOTES
            notes.append(f"lexicon {item.name}: {more} more notes from reading; see `framing lexicons check`")
    return notes


def _scores(one: Scored, counts: Counts, options: Options) -> pd.DataFrame:
    """The rows of one lexicon."""
    tokens = counts.n_tokens.astype(float)
    frames = []
    mean = one.lexicon.combine == "mean"
    for c, category in enumerate(one.lexicon.category_names):
        n = (one.n if one.lexicon.combine == "count" else one.weight)[:, c].astype(float)
        base = one.n[:, c].astype(float) if mean else tokens
        value = np.divide(n, base, out=np.full(len(n), np.nan), where=base > 0) * (1 if mean else options.per)
        reason = np.where(tokens == 0, "no tokens in this voice", np.where(base == 0, "no hit, so no mean weight", ""))
        if category in one.reasons:
            value[:] = np.nan
            reason = np.where(tokens == 0, reason, one.reasons[category])
        frame = counts.rows[list(_LABELS)].assign(
            name=one.lexicon.score_name(category), value=value, n=n, base=base, reason=pd.Series(reason, dtype=object)
        )
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def _samples(scored: list[Scored], annotated: Annotated, options: Options, seed: int) -> pd.DataFrame:
    """Lines in context, drawn from all hits of a category on a side."""
    frames = []
    for k, one in enumerate(scored):
        sides, side_of = sides_of(annotated, one)
        if one.hits is None or options.samples == 0:
            continue
        hits = one.hits
        side = side_of[annotated.tokens.document_of[hits.token]]
        for c, category in enumerate(one.lexicon.category_names):
            for s, name in enumerate(sides):
                found = np.flatnonzero((hits.category == c) & (side == s))
                found = found[np.argsort(hits.token[found], kind="stable")]
                draw = np.random.default_rng(np.random.SeedSequence([seed, k, c, s]))
                pick = np.sort(draw.choice(len(found), min(options.samples, len(found)), replace=False))
                lines = lines_at(annotated, hits.token[found[pick]], hits.length[found[pick]])
                entries = [one.lexicon.entries[e].term for e in hits.entry[found[pick]]]
                frames.append(
                    lines.assign(name=one.lexicon.score_name(category), entry=pd.Series(entries, dtype=object), side=name)
                )
    if not frames:
        return pd.DataFrame(columns=["name", "entry", *KWIC_COLUMNS])
    table = pd.concat([frame for frame in frames if len(frame)] or frames[:1], ignore_index=True)
    return table[["name", "entry", *KWIC_COLUMNS]]


def _joined(frames: list[pd.DataFrame], columns: tuple[str, ...]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=list(columns))


def _described(scored: list[Scored]) -> pd.DataFrame:
    """The papers, one row per lexicon."""
    keys = (
        "name", "version", "citation", "licence", "language", "unit", "weights", "case", "wildcards", "validated", "combine",
        "definition", "sha256",
    )  # fmt: skip
    rows = [
        [getattr(one.lexicon, key) for key in keys]
        + [one.lexicon.negation.effect, len(one.lexicon), int(entries_hit(one).sum())]
        for one in scored
    ]
    return pd.DataFrame(rows, columns=[*keys, "negation", "n_entries", "n_entries_hit"])
