"""The parser's matrix products by numpy, which multiplies several times faster than spaCy's own library on many processors."""

from __future__ import annotations

from typing import Any


def use_numpy_products(nlp: Any) -> None:
    """
    Let every component of a pipeline multiply matrices with numpy; nothing else about it changes.

    Half of a parse is four products of matrices. spaCy leaves them to BLIS, whose build falls back to its slowest kernel on a
    processor it does not know; OpenBLAS, which comes with numpy, knows more of them. Call under
    `framing.engine.one_thread`, so that the last bits do not depend on the number of cores.

    Parameters
    ----------
    nlp : spacy.language.Language
        Changed in place. Components on a graphics card, or without a model, stay as they are.
    """
    from thinc.api import NumpyOps, Ops

    class NumpyProducts(NumpyOps):
        """Thinc's own reference product instead of that of BLIS."""

        gemm = Ops.gemm

    ops = NumpyProducts()
    for _, component in nlp.components:
        for node in component.model.walk() if getattr(component, "model", None) else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops
