"""VADER's rules for negation, boosters, capitals and marks, run by its own package where a user has installed it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from framing.errors import ModelMissing

SCORES = ("neg", "neu", "pos", "compound")


def vader_scores(texts: Iterable[str]) -> pd.DataFrame:
    """
    The scores of VADER, list and rules, for sentences or short texts.

    The numbers are those of the package `vaderSentiment`. It was made for posts in social media: `compound` adds up the whole
    text and comes close to -1 or 1 for anything as long as an article, so give it sentences. `load("vader")` is the list alone,
    matched as any other.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    DataFrame
        A row for each text, in order: `neg`, `neu` and `pos`, shares in [0, 1]; `compound` in [-1, 1]. All four are NaN for a
        text of nothing but white space, for which the package says 0.

    Raises
    ------
    ModelMissing
        If the package is not installed.

    References
    ----------
    Hutto & Gilbert (2014), VADER, ICWSM 8(1), 216-225.

    Examples
    --------
    >>> vader_scores(["The book was good."])  # doctest: +SKIP
       neg    neu    pos  compound
    0  0.0  0.508  0.492    0.4404
    """
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError as error:
        raise ModelMissing("the rules of VADER lie in a package that is not installed here; install vaderSentiment") from error
    analyser = SentimentIntensityAnalyzer()
    rows = [analyser.polarity_scores(text) if text.strip() else {} for text in texts]
    return pd.DataFrame(rows, columns=list(SCORES), dtype=float)
