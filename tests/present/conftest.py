"""A browser where there is one, and a report made once."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

from framing.present.report import write_report
from tests.present import factories, hostile

mpl.use("Agg")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a report of a small study."""
    results = factories.study_results()
    return write_report(results, tmp_path_factory.mktemp("report"), manifest=factories.manifest(results)).parent


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a report of a corpus that tries to break out of every place."""
    results = hostile.study_results()
    return write_report(results, tmp_path_factory.mktemp("hostile"), manifest=factories.manifest(results)).parent


@pytest.fixture(scope="session")
def browse() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a headless browser with an empty profile, or skip where there is none."""
    binary = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if binary is None:
        pytest.skip("needs a headless browser (Debian: apt-get install chromium)")

    def run(*arguments: Any) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryDirectory() as profile:
            command = [
                binary,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--v=0",
                f"--user-data-dir={profile}",
                *map(str, arguments),
            ]
            return subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)

    return run
