"""A run's tables and figures go through pdfLaTeX as they are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from framing.present import latex

COMMAND = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape"]


@pytest.fixture
def pdflatex() -> str:
    found = shutil.which("pdflatex")
    if found is None:
        pytest.skip("needs pdflatex (Debian: texlive-latex-recommended)")
    return found


def compiled(folder: Path, stem: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, f"{stem}.tex"], cwd=folder, capture_output=True, text=True, errors="replace", timeout=180, check=False
    )


@pytest.mark.usefixtures("pdflatex")
@pytest.mark.parametrize("which", ["report", "hostile_report"])
def test_all_tables_and_figures_compile(which: str, tmp_path: Path, request: pytest.FixtureRequest):
    folder = tmp_path / "run"
    shutil.copytree(request.getfixturevalue(which), folder)

    done = compiled(folder, "all-tables-and-figures")

    assert done.returncode == 0, done.stdout[-1500:]
    assert (folder / "all-tables-and-figures.pdf").stat().st_size > 20_000
    assert "Float too large" not in done.stdout


@pytest.mark.usefixtures("pdflatex")
def test_letters_that_the_font_does_not_have_are_a_box_and_no_error(tmp_path: Path):
    (tmp_path / "tables").mkdir()
    frame = pd.DataFrame({"term": ["谣言", "Ωmega", "ﬁn 🎏", "∞", "naïve Łódź"]})
    (tmp_path / "tables" / "odd.tex").write_text(latex.table(frame, label="odd"), encoding="utf-8")
    (tmp_path / "all.tex").write_text(latex.document(["odd"], []), encoding="utf-8")

    done = compiled(tmp_path, "all")

    assert done.returncode == 0, done.stdout[-1500:]


@pytest.mark.usefixtures("pdflatex")
def test_siunitx_columns_compile(tmp_path: Path):
    frame = pd.DataFrame({"term": ["a", "b"], "estimate": ["−1.25", "–"], "n": ["1,200", "3"]})
    frame.attrs = {"numeric": ["estimate", "n"]}
    body = latex.tabular(frame, siunitx=True)
    text = "\\documentclass{article}\n\\usepackage{booktabs,siunitx}\n\\begin{document}\n" + body + "\\end{document}\n"
    (tmp_path / "numbers.tex").write_text(text, encoding="utf-8")

    if subprocess.run(["kpsewhich", "siunitx.sty"], capture_output=True, check=False).returncode:
        pytest.skip("needs siunitx (Debian: texlive-science)")
    done = compiled(tmp_path, "numbers")

    assert done.returncode == 0, done.stdout[-1500:]


def test_a_table_longer_than_a_page_is_cut_and_says_so():
    frame = pd.DataFrame({"term": [f"w{i}" for i in range(100)]})
    frame.attrs = {"notes": ["One note."]}

    text = latex.table(frame, label="long")

    assert text.count(r" \\") == latex.MOST_ROWS + 1
    assert "One note." in text
    assert "The first 40 of 100 rows; the CSV file has all." in text
    assert len(frame.attrs["notes"]) == 1
