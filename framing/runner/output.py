"""Save a run so that a folder is either complete or not there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from framing.errors import OutputError
from framing.results import StudyResults
from framing.runner.execute import execute
from framing.runner.manifest import MARK, crate, manifest, write_json
from framing.runner.plan import check_writable, plan


@dataclass(frozen=True)
class Run:
    """
    A finished run.

    Attributes
    ----------
    results : StudyResults
    folder : Path
        Where everything was written.
    """

    results: StudyResults
    folder: Path

    @property
    def report(self) -> Report:
        """The report, which shows itself in a notebook."""
        return Report(self.folder / "report.html")


@dataclass(frozen=True)
class Report:
    """The page `report.html`."""

    path: Path

    def _repr_html_(self) -> str:
        import html

        page = html.escape(self.path.read_text(encoding="utf-8"), quote=True)
        return f'<iframe srcdoc="{page}" sandbox style="width:100%;height:80vh;border:1px solid #8888" title="report"></iframe>'


def run(study: str | Path, out: str | Path | None = None, *, progress: bool = False) -> Run:
    """
    Run a study from its file to its report.

    Parameters
    ----------
    study : path
        A `study.toml` or its folder.
    out : path, optional
        Folder for the results; a temporary one if not given.
    progress : bool
        Show progress bars.

    Returns
    -------
    Run

    Raises
    ------
    FramingError
        With what, where, what was given, and what to do. Nothing half-written is left.
    """
    planned = plan(study, out=out)
    results = execute(planned, progress=progress)
    folder = Path(out) if out is not None else Path(tempfile.mkdtemp(prefix="framing-")) / "report"
    return Run(results, write(results, folder))


def write(results: StudyResults, folder: str | Path) -> Path:
    """
    Write report, figures, tables, methods text and manifest.

    Parameters
    ----------
    results : StudyResults
    folder : path
        Replaced as a whole once everything is written; a folder that does not hold an earlier run is refused.

    Returns
    -------
    Path
        The folder.
    """
    from framing.present.report import write_report
    from framing.runner.topic_files import write_topic_files

    folder = Path(folder)
    with complete_or_absent(folder) as scratch:
        described = manifest(results)
        write_report(results, scratch, manifest=described)
        if for_topics := write_topic_files(results, scratch, folder):
            described["topic_files"] = for_topics
        write_json(scratch / "manifest.json", described)
        write_json(scratch / "ro-crate-metadata.json", crate(results, scratch))
    return folder


@contextmanager
def complete_or_absent(folder: Path) -> Iterator[Path]:
    """A scratch folder beside the target that takes its place only if the block ends well."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise OutputError(f"{folder}: the folder holds other things than an earlier run; name a new or an empty folder")
    check_writable(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise OutputError(f"{folder}: nothing can be written there ({error.strerror}); choose another folder") from error
    try:
        scratch.chmod(0o755)
        yield scratch
        _replace(scratch, folder)
    except OSError as error:
        raise OutputError(
            f"{folder}: writing failed ({error.strerror or error}); make room or choose another folder"
        ) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _replace(scratch: Path, folder: Path) -> None:
    """Put the finished folder in the place of the old one; the old one stays until the new one stands."""
    old = folder.with_name(f".{folder.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    try:
        scratch.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
