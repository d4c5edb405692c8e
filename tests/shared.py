"""Material for developing and measuring that stands beside the repository and is not part of it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "shared"


def shared(path: str) -> Path:
    """The file or folder, or a skip with the reason."""
    found = ROOT / path
    if not found.exists():
        pytest.skip(f"needs shared/{path} beside the repository, which is not there")
    return found
