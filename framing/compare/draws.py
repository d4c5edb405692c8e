"""From one claim and one specification to hits and tokens of every document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.annotate.counting.tokens import VOICE_NAMES
from framing.compare.claims import Claim
from framing.compare.material import Material
from framing.compare.specifications import parse_prior, voice_mask
from framing.compare.topic_claims import topic_of_word
from framing.errors import CorpusError
from framing.lexicons.model import Lexicon

Floats = NDArray[np.float64]
Drawn = tuple[Floats, Floats, float, float, str]


@dataclass(frozen=True, eq=False)
class Drawer:
    """
    Hits and tokens of the documents under any specification of one claim.

    Attributes
    ----------
    claim : Claim
    material : Material
    lexicon : Lexicon or None
        The list (or the single word as a list) whose hits are counted.
    kept : callable
        (duplicates policy) -> (D,) bool array of the documents that stay.
    on_sides : (D,) bool array
        Documents on one of the two sides.
    """

    claim: Claim
    material: Material
    lexicon: Lexicon | None
    kept: Callable[[str], NDArray[np.bool_]]
    on_sides: NDArray[np.bool_]

    def draw(self, spec: dict[str, Any]) -> Drawn:
        """
        One specification.

        Returns
        -------
        (top, bottom, prior, prior_total, reason)
            (D,) hits and tokens, 0 where the document is left out; pseudo-tokens of a keyness prior (NaN for other
            claims); why there is nothing to compare, or "".
        """
        keep = self.on_sides & self.kept(spec["duplicates"]) & self._not_left_out(spec)
        if self.claim.kind == "topics":
            share, n_tokens, reason = topic_of_word(self.material, self.claim.name, spec)
            return share * n_tokens * keep, n_tokens * keep, np.nan, np.nan, reason
        top, bottom, n_hits = self._counts(spec)
        top, bottom = np.where(keep, top, 0.0), np.where(keep, bottom, 0.0)
        if self.claim.kind == "keyness":
            if n_hits[keep].sum() < spec["min_count"]:
                return top, np.zeros_like(bottom), np.nan, np.nan, f"fewer than {spec['min_count']} hits"
            return top, bottom, *self._prior(spec, top, bottom), ""
        return top, bottom, np.nan, np.nan, ""

    def _counts(self, spec: dict[str, Any]) -> tuple[Floats, Floats, Floats]:
        """Weighted hits, denominator and plain hits of each document."""
        cleaning, tokens = spec["cleaning"], spec["tokens"]
        base = self.material.base("words" if tokens == "stems" else tokens, spec["stop_words"], cleaning)
        if self.claim.kind == "voices":
            part = base[:, voice_mask(self.claim.name)].sum(axis=1)
            return part, base[:, voice_mask("all")].sum(axis=1), part
        voices = voice_mask(spec["voices"], spec["headline"])
        lexicon = self._list(tokens)
        hits, weights = self.material.hits(lexicon, cleaning), self._entry_weights(lexicon, spec)
        plain = self._by_document(hits @ np.where(weights != 0, 1.0, 0.0), voices)
        top = self._by_document(hits @ weights, voices)
        if lexicon.combine == "mean" and self.claim.kind == "lexicon":
            return top, plain, plain
        return top, np.maximum(base[:, voices].sum(axis=1), 0.0), plain

    def _list(self, tokens: str) -> Lexicon:
        """The list whose hits count; all words of the stem where stems are counted."""
        if self.lexicon is None:
            raise CorpusError(f"claim {self.claim.text}: it has no list of words")
        if tokens == "stems" and self.claim.kind == "keyness" and " " not in self.claim.name:
            return self.material.once(("stem", self.claim.name), lambda: self.material.same_stem(self.claim.name))
        return self.lexicon

    def _entry_weights(self, lexicon: Lexicon, spec: dict[str, Any]) -> Floats:
        """Weight of each entry, 0 for those a variant leaves out."""
        weights = np.array([e.weight for e in lexicon.entries], dtype=np.float64)
        if lexicon.combine == "count":
            weights[:] = 1.0
        if self.claim.kind != "lexicon":
            return weights
        total = np.abs(np.asarray(self.material.hits(lexicon, "as-read").sum(axis=0)).ravel())
        variant = spec["lexicon"]
        if variant == "without-top-entry" and total.any():
            weights[int(total.argmax())] = 0
        elif variant == "no-wildcards":
            weights[[("*" in e.term or "?" in e.term) for e in lexicon.entries]] = 0
        elif variant == "no-phrases":
            weights[[" " in e.term.strip() for e in lexicon.entries]] = 0
        weights[total < spec["min_count"]] = 0
        return weights

    def _by_document(self, flat: Floats, voices: NDArray[np.bool_]) -> Floats:
        return np.asarray(flat).reshape(-1, len(VOICE_NAMES))[:, voices].sum(axis=1)

    def _prior(self, spec: dict[str, Any], top: Floats, bottom: Floats) -> tuple[float, float]:
        """Pseudo-tokens of the word and of all words."""
        kind, weight = parse_prior(spec["prior"])
        if kind == "uniform":
            return weight, weight * len(self.material.types)
        # A word that occurs nowhere keeps half a token, or its log-odds would not exist.
        return weight * max(float(top.sum()), 0.5), weight * float(bottom.sum())

    def _not_left_out(self, spec: dict[str, Any]) -> NDArray[np.bool_]:
        """Documents that the choice `leave_out` keeps."""
        choice = spec["leave_out"]
        keep = np.ones(len(self.material.documents), dtype=bool)
        if choice == "top-document":
            hits = self.hits_by_document()
            if hits.any():
                keep[int(hits.argmax())] = False
        elif choice.startswith("document "):
            name = choice.removeprefix("document ")
            if name not in self.material.documents:
                raise CorpusError(f"`leave_out`: there is no document {name!r} in the corpus")
            keep[self.material.documents.index(name)] = False
        return keep

    def hits_by_document(self) -> Floats:
        """(D,) hits of the claim in the whole body of each document on the two sides, before any choice."""
        if self.claim.kind == "voices":
            base = self.material.base("words", "kept", "as-read")
            return np.where(self.on_sides, base[:, voice_mask(self.claim.name)].sum(axis=1), 0.0)
        if self.lexicon is None:
            return np.zeros(len(self.on_sides))
        hits = self.material.hits(self.lexicon, "as-read")
        return np.where(self.on_sides, self._by_document(abs(hits) @ np.ones(hits.shape[1]), voice_mask("all")), 0.0)
