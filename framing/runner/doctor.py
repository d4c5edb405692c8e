"""What is installed, what is found, and how to get better."""

from __future__ import annotations

import importlib.util
import platform

import framing
from framing.runner.manifest import versions

EXTRAS = {
    "import": ("trafilatura", "docx", "striprtf", "rispy", "warcio", "defusedxml"),
    "report": ("typst",),
    "parquet": ("pyarrow",),
    "stats": ("statsmodels",),
    "zh": ("rjieba",),
    "dask": ("dask", "dask_jobqueue"),
}


def findings() -> list[str]:
    """
    Lines for `framing doctor`.

    Returns
    -------
    list of str

    Examples
    --------
    >>> findings()[0].startswith("framing ")
    True
    """
    lines = [f"framing {framing.__version__} on Python {platform.python_version()}"]
    lines += [f"  {name} {version or 'is not installed'}" for name, version in versions().items()]
    lines += _models()
    for extra, modules in EXTRAS.items():
        missing = [module for module in modules if importlib.util.find_spec(module) is None]
        state = f'incomplete: pip install "framing-analysis[{extra}]"' if missing else "complete"
        lines.append(f"extra {extra}: {state}")
    return lines


def _models() -> list[str]:
    """The English model that annotation would use."""
    from framing.annotate.quotes.models import load_model

    _, models, notes = load_model()
    found = [f"English model: {name}, sha256 {digest[:16]}…" for name, digest in models.items()] or ["English model: none"]
    better = "a larger model does not change results by itself: en_core_web_sm 3.8.0 is what the benchmarks were run with"
    return [*found, *(f"  {note}" for note in notes or ("the files are those of the official release",)), f"  {better}"]
