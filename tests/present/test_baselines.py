"""Five figures against kept pictures: what no test of positions sees (overlaps, lost marks, wrong colours) shows here."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import font_manager
from matplotlib.image import imread

from framing.present import figures, style
from framing.results import Result
from tests.present import factories

FOLDER = Path(__file__).parent / "baselines"
# Pictures of another version of matplotlib differ in every letter and say nothing about our figures.
MADE_WITH = "3.11.2"
DPI = 60
# Root mean square of the difference of the grey values, in [0, 1]: the same picture gives 0; a lost mark of 5 pt gives more.
TOLERANCE = 0.004

CASES: dict[str, Callable[[], Result]] = {
    "forest": lambda: factories.contrast(factories.scores()),
    "keyness_lollipop": factories.term_contrast,
    "matched": factories.matched_events,
    "voices_bar": factories.voices,
    "word_shift": factories.shift,
}


def picture(name: str) -> bytes:
    """The figure as PNG, in the font that matplotlib brings along, whatever other fonts the system has."""
    with style.applied(), mpl.rc_context({"font.family": ["DejaVu Sans"]}):
        figure, _ = figures.compose(name, CASES[name]())
        kept = io.BytesIO()
        figure.savefig(kept, format="png", dpi=DPI, metadata={"Software": None})
    return kept.getvalue()


def grey(png: bytes) -> np.ndarray:
    return np.asarray(imread(io.BytesIO(png)), dtype=float)[..., :3].mean(axis=-1)


def distance(one: bytes, other: bytes) -> float:
    """Root mean square of the difference; 1 where the sizes differ."""
    a, b = grey(one), grey(other)
    return float(np.sqrt(((a - b) ** 2).mean())) if a.shape == b.shape else 1.0


@pytest.fixture
def same_renderer() -> None:
    if mpl.__version__ != MADE_WITH:
        pytest.skip(f"the pictures were made with matplotlib {MADE_WITH}; this is {mpl.__version__}")
    bundled = Path(mpl.get_data_path()) / "fonts" / "ttf"
    if not Path(font_manager.findfont("DejaVu Sans")).is_relative_to(bundled):
        pytest.skip("the system's own DejaVu Sans comes before the one that matplotlib brings along")


@pytest.mark.usefixtures("same_renderer")
@pytest.mark.parametrize("name", sorted(CASES))
def test_a_figure_looks_like_its_kept_picture(name: str):
    path = FOLDER / f"{name}.png"
    made = picture(name)
    if os.environ.get("FRAMING_KEEP_PICTURES"):
        path.write_bytes(made)

    assert path.exists(), f"no picture {path.name}; look at the figure, then keep it with FRAMING_KEEP_PICTURES=1"
    assert distance(made, path.read_bytes()) <= TOLERANCE


def test_every_kept_picture_has_its_case():
    assert {path.stem for path in FOLDER.glob("*.png")} == set(CASES)


@pytest.mark.usefixtures("same_renderer")
def test_one_lost_mark_is_more_than_the_tolerance():
    with style.applied(), mpl.rc_context({"font.family": ["DejaVu Sans"]}):
        figure, ax = figures.compose("matched", CASES["matched"]())
        next(line for line in ax.lines if line.get_markersize() == 5.4).remove()
        kept = io.BytesIO()
        figure.savefig(kept, format="png", dpi=DPI, metadata={"Software": None})

    assert distance(kept.getvalue(), picture("matched")) > TOLERANCE
