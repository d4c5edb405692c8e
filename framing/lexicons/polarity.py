"""One number from positive and negative hits."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from framing.checks import greater_than, one_of

POLARITIES = ("logit", "relative", "absolute")


def polarity(
    positive: ArrayLike, negative: ArrayLike, n_tokens: ArrayLike, *, kind: str = "logit", smooth: float = 0.5
) -> np.ndarray:
    """
    Polarity of documents from their positive and negative hits.

    Parameters
    ----------
    positive, negative : (D,) array
        Hits of each document.
    n_tokens : (D,) array
        Its tokens.
    kind : {"logit", "relative", "absolute"}
        "logit": ln((p + s) / (n + s)); "relative": (p - n) / (p + n); "absolute": (p - n) / tokens.
    smooth : float
        s of the logit.

    Returns
    -------
    (D,) float array
        Positive values for positive texts. The logit is 0 without hits; "relative" lies in [-1, 1] and is NaN without hits;
        "absolute" lies in [-1, 1] for lists of single words and is NaN without tokens.

    References
    ----------
    Lowe, Benoit, Mikhaylov & Laver (2011), Legislative Studies Quarterly 36(1), 123-155.

    Examples
    --------
    >>> polarity([3, 0], [2, 0], [10, 1], kind="relative")
    array([0.2, nan])
    """
    one_of("kind", kind, POLARITIES)
    p, n, tokens = (np.asarray(values, float) for values in (positive, negative, n_tokens))
    if kind == "logit":
        greater_than("smooth", smooth, 0)
        return np.log(p + smooth) - np.log(n + smooth)
    base = p + n if kind == "relative" else tokens
    return np.divide(p - n, base, out=np.full(p.shape, np.nan), where=base > 0)
