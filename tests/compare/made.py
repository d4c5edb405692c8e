"""Document scores made by arithmetic, for tests of contrasts."""

import numpy as np
import pandas as pd

from framing.results import DocumentScores, Provenance


def scores(sides, *, name="score", voice="all", base=None, seed=7, outlet=None):
    """`sides` maps side -> outlet -> list of values; documents are numbered in that order."""
    rows = []
    for side, outlets in sides.items():
        for cluster, values in outlets.items():
            for value in values:
                length = np.nan if base is None else base[len(rows)]
                rows.append({
                    "document": f"d{len(rows)}", "side": side, "outlet": outlet or cluster, "cluster": cluster, "event": None,
                    "date": None, "voice": voice, "name": name, "value": value, "n": np.nan, "base": length, "reason": "",
                })  # fmt: skip
    return DocumentScores(pd.DataFrame(rows), Provenance("made", seed=seed))


def together(*parts):
    """Several scores as one."""
    return DocumentScores(pd.concat([p.data for p in parts], ignore_index=True), parts[0].provenance)


def noise(n_outlets, n_documents, *, seed, shift=0.0, spread=1.0):
    """Outlets `o0..` with their own level and `n_documents` texts each."""
    rng = np.random.default_rng(seed)
    levels = rng.normal(size=n_outlets) * spread + shift
    return {f"o{seed}-{i}": (levels[i] + rng.normal(size=n_documents)).tolist() for i in range(n_outlets)}
