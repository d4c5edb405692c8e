"""Collocations: the company a word keeps on each side, within sentences."""

from __future__ import annotations

import warnings
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting.neighbours import Neighbours, neighbours
from framing.annotate.counting.tokens import TokenStore
from framing.checks import integer, one_of
from framing.corpus.documents import Corpus
from framing.corpus.words import fold
from framing.errors import FramingWarning, OptionError
from framing.registry import measure, options_from
from framing.results import Provenance, Result
from framing.stats.collocation import association, log_dice

RANKED = ("log_dice", "pmi", "npmi", "mi3", "t_score", "log_likelihood", "delta_p_forward", "delta_p_backward")


@dataclass(frozen=True)
class Options:
    """
    Whose company, how near, how often.

    Attributes
    ----------
    nodes : tuple of str
        The words whose neighbours are wanted, `*` and `?` as wildcards; empty for every word.
    left, right : int
        Words of the span on either side of the node; it never leaves the sentence.
    min_count : int
        A pair is listed if it meets at least this often on a side.
    sort_by : str
        One of "log_dice", "pmi", "npmi", "mi3", "t_score", "log_likelihood", "delta_p_forward", "delta_p_backward".
    most : int
        Pairs listed for each side where no nodes are named, strongest first; 0 for all.
    stop_words : tuple of str
        Collocates that are not listed; they keep their places in the span.
    headline : bool
        Look into headlines as well.
    """

    nodes: tuple[str, ...] = ()
    left: int = 5
    right: int = 5
    min_count: int = 5
    sort_by: str = "log_dice"
    most: int = 1000
    stop_words: tuple[str, ...] = ()
    headline: bool = False

    def __post_init__(self) -> None:
        for name in ("nodes", "stop_words"):
            if isinstance(getattr(self, name), str):
                raise OptionError(f"`{name}` must be a list of words, got {getattr(self, name)!r}")
        integer("left", self.left)
        integer("right", self.right)
        if not self.left + self.right:
            raise OptionError("`left` and `right` must not both be 0: the span would be empty")
        integer("min_count", self.min_count, low=1)
        integer("most", self.most)
        one_of("sort_by", self.sort_by, RANKED)


@dataclass(frozen=True)
class Collocations(Result):
    """
    One row per side, voice, node and collocate.

    `n_joint` counts tokens of the collocate in the spans of the node, each once. logDice compares it (at most the frequency
    of the rarer word, so that it never exceeds 14) with the frequencies of both words; the other measures compare it with
    the places in those spans, so that a wide span is not taken for attraction.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "node", "collocate", "voice", "side", "n_joint", "n_node", "n_collocate", "n_documents", "expected", "log_dice",
        "pmi", "npmi", "mi3", "t_score", "log_likelihood", "delta_p_forward", "delta_p_backward",
    )  # fmt: skip
    figure: ClassVar[str] = "collocations"


@measure("collocations", options=Options, result=Collocations, needs_text=True)
def collocations(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> Collocations:
    """
    The neighbours of words, side by side.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords.
    voice : str
    seed : int
        Not used: nothing is drawn.

    Returns
    -------
    Collocations
        In the order of the sides, of the nodes, then strongest first.

    Raises
    ------
    NeedsText
        For a bundle without texts.
    OptionError
        If no node occurs in the corpus.

    References
    ----------
    Evert (2008), Corpora and collocations, in Corpus Linguistics: An International Handbook, 1212-1248 (spans); Rychly
    (2008), RASLAN 2008, 6-9 (logDice).
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    store = annotated.tokens
    nodes = _nodes(store, options)
    in_voice = store.in_voice(voice, headline=options.headline)
    sides = annotated.corpus.sides or (None,)
    frames = []
    for side in sides:
        of_side = np.array([side is None or d.side == side for d in annotated.corpus.documents], dtype=bool)
        use = in_voice & of_side[store.document_of]
        found = neighbours(store, use, left=options.left, right=options.right, nodes=nodes, least=options.min_count)
        frames.append(_frame(store, found, options).assign(voice=voice, side=side))
    data = pd.concat(frames, ignore_index=True)[list(Collocations.columns)]
    notes = [f"no pair meets {options.min_count} times in {side!r}" for side in sides if not (data["side"] == side).any()]
    for note in notes:
        warnings.warn(
            f"collocations, voice {voice!r}: {note}; lower `min_count` or add documents", FramingWarning, stacklevel=2
        )
    provenance = Provenance(
        "collocations", asdict(options), annotated.corpus.fingerprint, voice, seed, models=annotated.models, notes=tuple(notes)
    )
    return Collocations(data, provenance)


def _nodes(store: TokenStore, options: Options) -> NDArray[np.int64] | None:
    """Types of the nodes; None for all."""
    if not options.nodes:
        return None
    from framing.lexicons.patterns import Forms

    forms = Forms(store.types)
    found: list[int] = []
    for node in options.nodes:
        word = fold(node)
        if " " in word.strip():
            raise OptionError(f"`nodes` must be single words, got {node!r}")
        kinds = forms.matching(word).tolist() if set(word) & set("*?") else [store.type_index.get(word, -1)]
        found += [kind for kind in kinds if kind >= 0]
    if not found:
        raise OptionError(f"`nodes`: none of {', '.join(map(repr, options.nodes))} occurs in the corpus")
    return np.array(found, dtype=np.int64)


def _frame(store: TokenStore, found: Neighbours, options: Options) -> pd.DataFrame:
    """One side: names, counts and measures, sorted."""
    stop = np.array([kind in options.stop_words for kind in store.types], dtype=bool)
    kept = np.flatnonzero(~stop[found.collocate])
    node, collocate, joint = found.node[kept], found.collocate[kept], found.n_joint[kept]
    n_node, n_collocate = found.frequency[node], found.frequency[collocate]
    values = association(joint, found.slots[node], n_collocate, found.n_tokens)
    values["log_dice"] = log_dice(np.minimum(joint, n_node), n_node, n_collocate)
    # Types are sorted, so ties go by the alphabet.
    keys = [collocate, -values[options.sort_by]]
    order = np.lexsort([*keys, node] if options.nodes else [collocate, node, keys[1]])
    order = order[: options.most] if options.most and not options.nodes else order
    return pd.DataFrame({
        "node": [store.types[i] for i in node[order].tolist()],
        "collocate": [store.types[i] for i in collocate[order].tolist()],
        "n_joint": joint[order], "n_node": n_node[order], "n_collocate": n_collocate[order],
        "n_documents": found.n_documents[kept][order],
        **{name: np.asarray(values[name], dtype=float)[order] for name in ("expected", *RANKED)},
    })  # fmt: skip
