"""The notebooks run from top to bottom and print what they printed when they were committed."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def text_output(notebook: nbformat.NotebookNode) -> list[str]:
    """What each code cell printed or returned as text."""
    found = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            parts = [o.get("text") or o.get("data", {}).get("text/plain", "") for o in cell.outputs]
            found.append("".join("".join(part) for part in parts))
    return found


def test_there_are_three_notebooks_in_an_order():
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03"]


@pytest.mark.slow
# The kernel announces over which transport it runs; that is its own affair.
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_gives_the_committed_text_again(path, monkeypatch):
    # In a notebook figures are shown in their place, whatever the surrounding run prefers.
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    committed = nbformat.read(path, as_version=4)
    expected = text_output(committed)
    NotebookClient(committed, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}).execute()

    assert text_output(committed) == expected


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_defines_nothing_and_was_run_whole(path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert not [cell.source for cell in code if "def " in cell.source or "class " in cell.source]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
