"""The command line: one thin command per public function."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(
    name="framing",
    help="Compare how two or more sides tell the same events.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
lexicons_app = typer.Typer(
    help="Word lists: what is there, and whether a file can be used.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(lexicons_app, name="lexicons")

StudyPath = Annotated[Path, typer.Argument(help="A study.toml or its folder.", show_default=False)]
CorpusPath = Annotated[Path, typer.Argument(help="documents.csv, .jsonl, a folder, or a study.toml.", show_default=False)]


# What the command line library answers for Ctrl-C, as shells do.
INTERRUPTED = 130


def say(text: str) -> None:
    """What a command answers, on standard output."""
    sys.stdout.write(text + "\n")


def _note(text: str) -> None:
    """What a command says on the side, on standard error."""
    sys.stderr.write(text + "\n")


def _progress() -> bool:
    from framing.engine import show_progress

    return show_progress(None)


@app.command()
def run(
    study: StudyPath,
    out: Annotated[Path, typer.Option(help="Folder for report, figures and tables.", show_default=False)],
) -> None:
    """Run a study from its file to its report."""
    from framing.runner import run as run_study

    done = run_study(study, out, progress=_progress())
    for warning in done.results.warnings:
        _note(f"note: {warning}")
    say(f"{done.results.study.title}: {len(done.results.annotated.corpus)} documents; read {done.folder / 'report.html'}")


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Export files or folders of them.", show_default=False)],
    out: Annotated[Path, typer.Option(help="The corpus file to write (.jsonl).", show_default=False)],
    format: Annotated[str | None, typer.Option(help="Name the format instead of recognising it.")] = None,
    column: Annotated[list[str] | None, typer.Option(help="FIELD=NAME for tables, e.g. text=Body; repeat it.")] = None,
    clean: Annotated[bool, typer.Option(help="Cut bylines, captions, credits and other furniture, and log it.")] = False,
) -> None:
    """Read database exports, saved pages and tables into one corpus file, with a report of what was lost."""
    from framing.corpus.importers import import_to_jsonl

    written, report = import_to_jsonl(
        paths, out, format=format, column_map=_columns(column or []), clean=clean, progress=_progress()
    )
    for sentence in [*report.summary(), *written.notes]:
        _note(f"note: {sentence}")
    say(report.data.to_string(index=False))
    say(f"{written.added} documents added to {written.path}, {written.present} were there before")
    # A file that was read before is not read again, so an empty report is no failure.
    if not (written.path.exists() and written.path.stat().st_size):
        raise typer.Exit(1)


def _columns(pairs: list[str]) -> dict[str, str] | None:
    """FIELD=NAME pairs as a mapping."""
    for pair in pairs:
        if "=" not in pair:
            raise typer.BadParameter(f"--column {pair!r}: write FIELD=NAME, for instance text=Body")
    return dict(pair.split("=", 1) for pair in pairs) or None


@app.command()
def check(corpus: CorpusPath) -> None:
    """
    Corpus health: flow, balance, duplicates, and warnings with what to do. Exit 1 if something is wrong.

    Of a study its measures and dictionaries are checked first.
    """
    from framing.corpus.health import health
    from framing.runner import plan

    if (study := _study_file(corpus)) is not None:
        plan(study)
    found = health(_corpus(corpus))
    say(found.data.to_string(index=False))
    problems = found.tables["warnings"]
    for row in problems.itertuples(index=False):
        say(f"{row.level}: {row.message} {row.repair}")
    if (problems["level"] == "error").any():
        raise typer.Exit(1)


@app.command()
def quotes(
    path: Annotated[Path, typer.Argument(metavar="IN.jsonl", help='Lines of {"id", "text"}.', show_default=False)],
    out: Annotated[Path, typer.Option(metavar="OUT.jsonl", help="Where the quotes go.", show_default=False)],
    clausal_only: Annotated[bool, typer.Option(help="Indirect speech only where its content is a clause.")] = False,
    indirect_from: Annotated[float, typer.Option(help="Indirect speech only from this probability on, 0 to 1.")] = 0.5,
) -> None:
    """Find quotes, speakers and source types in a file of any length. Exit 1 if some lines could not be read."""
    from tqdm.auto import tqdm

    from framing.runner.lines import quoted_lines, read_lines, written_whole

    n, refused = 0, []
    with written_whole(out) as stream:
        for record, why in tqdm(
            quoted_lines(read_lines(path), clausal_only=clausal_only, indirect_from=indirect_from),
            desc="documents", unit="", disable=not _progress(),
        ):  # fmt: skip
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
            n += not why
            refused += [why] * bool(why)
    for why in refused[:5]:
        _note(f"note: {path.name}, {why}")
    say(f"{n} documents" + (f", {len(refused)} lines refused (see their notes)" if refused else "") + f"; quotes in {out}")
    if refused:
        raise typer.Exit(1)


@app.command()
def kwic(
    corpus: CorpusPath,
    term: Annotated[str, typer.Argument(help='A word, a phrase, or a pattern with "*" and "?".', show_default=False)],
    voice: Annotated[str, typer.Option(help="own, quoted, all, direct, indirect or block.")] = "all",
    window: Annotated[int, typer.Option(help="Words on each side.")] = 8,
    n: Annotated[int | None, typer.Option(help="This many lines, drawn at random.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of the draw.")] = 0,
) -> None:
    """Key word in context, with voice and speaker of every line."""
    from framing.annotate.counting.kwic import kwic as lines_of

    found = lines_of(_corpus(corpus), term, voice=voice, window=window, n=n, seed=seed).data
    width = int(found["left"].str.len().clip(upper=60).max()) if len(found) else 0
    for line in found.to_dict("records"):
        speaker = f", {line['speaker']}" if isinstance(line["speaker"], str) and line["speaker"] else ""
        left, right = line["left"][-width:] if width else "", line["right"][:60]
        say(f"{left:>{width}}  [{line['keyword']}]  {right:<60}  ({line['document']}; {line['voice']}{speaker})")
    _note(f"{len(found)} lines")


@lexicons_app.command("list")
def lexicons_list() -> None:
    """Word lists that can be named in a study."""
    from framing.lexicons.formats import available

    say(available()[["name", "n_entries", "categories", "language", "licence", "validated"]].to_string(index=False))


@lexicons_app.command("check")
def lexicons_check(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Dictionary files.", show_default=False)],
) -> None:
    """Say what was understood, repaired or refused. Exit 1 if a file is refused, 2 if one is missing."""
    from framing.lexicons.formats import check as check_file

    worst = 0
    for path in paths:
        report = check_file(path)
        for what, value in zip(report["what"], report["value"], strict=True):
            say(f"{what}: {value}")
        if report["value"].iloc[0] == "refused":
            worst = max(worst, 1 if path.is_file() else 2)
    if worst:
        raise typer.Exit(worst)


@app.command()
def sample(
    study: StudyPath,
    out: Annotated[Path, typer.Option(help="The blind coding sheet to write (.csv).", show_default=False)],
    n: Annotated[int, typer.Option(help="How many documents.")] = 50,
) -> None:
    """Draw a stratified sample as a blind coding sheet."""
    from framing.runner import execute, plan
    from framing.validate.sample import coding_sheet, write_sheet

    planned = plan(study)
    sheet = coding_sheet(execute(planned, progress=_progress()), n=n, seed=planned.study.seed)
    write_sheet(sheet, out)
    say(f"{len(sheet.data)} rows to code in {out}; the key is in {out.with_suffix('.key.csv')}, which coders must not see")


@app.command()
def score(
    study: StudyPath,
    coded: Annotated[list[Path], typer.Argument(metavar="CODED.csv...", help="One sheet per coder.", show_default=False)],
) -> None:
    """Agreement between coders, and between coders and measure, by side."""
    from framing.runner import execute, plan
    from framing.validate.score import validation

    found = validation(execute(plan(study), progress=_progress()), coded)
    say(found.data.to_string(index=False))


@app.command()
def bundle(
    study: StudyPath,
    out: Annotated[Path, typer.Option(help="A folder or a .zip.", show_default=False)],
) -> None:
    """Write a features bundle: counts and scores, no text, with a check that nothing can be put together again."""
    from framing.runner import execute, plan
    from framing.runner.bundle import write_bundle

    written = write_bundle(execute(plan(study), progress=_progress()), out)
    say(f"features bundle in {written}")


@app.command()
def rerun(
    bundle: Annotated[Path, typer.Argument(help="A features bundle (folder or .zip).", show_default=False)],
    out: Annotated[Path, typer.Option(help="Folder for the results.", show_default=False)],
) -> None:
    """Run the study of a bundle again, from counts alone, and compare with the results it promises."""
    from framing.runner.bundle import rerun_bundle

    done, verdict = rerun_bundle(bundle, out, progress=_progress())
    say(f"{verdict}; read {done.folder / 'report.html'}")
    if not verdict.startswith("as promised"):
        raise typer.Exit(1)


@app.command()
def doctor() -> None:
    """What is installed, which models are found, and how to get better."""
    from framing.runner.doctor import findings

    for line in findings():
        say(line)


def _study_file(path: Path) -> Path | None:
    """The study file that a path names, None for a corpus alone."""
    file = path / "study.toml" if path.is_dir() else path
    return file if file.suffix == ".toml" and file.exists() else None


def _corpus(path: Path) -> Any:
    """The corpus of a study or of a path."""
    from framing.corpus.readers import read_corpus
    from framing.study import read_study

    if (file := _study_file(path)) is not None:
        study = read_study(file)
        return read_corpus(study.corpus.path, sides=study.sides, cluster=study.corpus.cluster, clean=study.corpus.clean)
    return read_corpus(path)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 done, 1 a study failed, 2 wrong usage."""
    from framing.errors import FramingError, OptionError, StudyError

    try:
        with _warnings_as_notes():
            status = app(args=arguments, standalone_mode=False)
    except (StudyError, OptionError) as error:
        _note(f"error: {error}")
        return 2
    except FramingError as error:
        _note(f"error: {error}")
        return 1
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except Exception as error:
        if isinstance(error, _usage_error()):
            _note(f"error: {error.format_message()}\nTry 'framing --help'.")
            return 2
        raise
    if status == INTERRUPTED:
        _note("interrupted; nothing was written")
        return 1
    return int(status or 0)


@contextmanager
def _warnings_as_notes() -> Iterator[None]:
    """The package's warnings as one line each, without the place in the code."""
    from framing.errors import FramingWarning

    with warnings.catch_warnings():
        shown = warnings.showwarning

        def show(message: Any, category: Any, *place: Any, **more: Any) -> None:
            if issubclass(category, FramingWarning):
                _note(f"note: {message}")
            else:
                shown(message, category, *place, **more)

        warnings.showwarning = show
        warnings.simplefilter("default", FramingWarning)
        yield


def _usage_error() -> type[Any]:
    """The error for wrong usage; its class is private to the command line library, a subclass of it is not."""
    return typer.BadParameter.__mro__[1]
