"""Measures by name: each is one file that declares its options and the kind of result it gives."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from framing.checks import unknown
from framing.errors import NeedsText, OptionError, StudyError


@dataclass(frozen=True, slots=True)
class Measure:
    """
    What the package knows of one measure.

    Attributes
    ----------
    name : str
        The key `[measures.NAME]` of a study.
    function : callable
        `function(corpus, *, options=None, voice="all", seed=0, **settings)` gives a `Result`; `corpus` is a `Corpus`
        or an `Annotated`, and `settings` are fields of the options, for use in a notebook.
    options : type
        Frozen dataclass; `Options(**table)` checks every value.
    result : type
        The kind of `Result` that comes back.
    needs_text : bool
        False if counts are enough, so that it runs on a features bundle.
    by_voice : bool
        True if it is computed once for each voice of the study.
    """

    name: str
    function: Callable[..., Any]
    options: type
    result: type
    needs_text: bool = False
    by_voice: bool = True


_MEASURES: dict[str, Measure] = {}


def measure(
    name: str, *, options: type, result: type, needs_text: bool = False, by_voice: bool = True
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register the decorated function as the measure `name`."""

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def promised(corpus: Any, *arguments: Any, **settings: Any) -> Any:
            if needs_text and not getattr(corpus, "has_text", True):
                raise NeedsText(f"{name} needs the texts, and the bundle holds counts only; run it where the texts are")
            result = _ordered(function(corpus, *arguments, **settings), corpus)
            return _noted(result, corpus) if by_voice else result

        _MEASURES[name] = Measure(name, promised, options, result, needs_text, by_voice)
        return promised

    return register


def _ordered(result: Any, corpus: Any) -> Any:
    """The result with the study's order of sides in its provenance, so that contrasts and colours never depend on row order."""
    provenance = result.provenance
    if "sides" in provenance.options:
        return result
    sides = tuple(getattr(corpus, "corpus", corpus).sides)
    return replace(result, provenance=replace(provenance, options={**provenance.options, "sides": sides}))


def _noted(result: Any, corpus: Any) -> Any:
    """The result with what could not be done when the voices were found, for that changes what is counted in each."""
    annotated = importlib.import_module("framing.annotate.annotated").as_annotated(corpus)
    notes = tuple(dict.fromkeys((*result.provenance.notes, *annotated.notes)))
    return result if notes == result.provenance.notes else replace(result, provenance=replace(result.provenance, notes=notes))


def measures() -> dict[str, Measure]:
    """Every measure by name, in alphabetical order; importing this package's measures on first use."""
    package = importlib.import_module("framing.measures")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"framing.measures.{module.name}")
    return dict(sorted(_MEASURES.items()))


def find(name: str) -> Measure:
    """
    One measure by name.

    Raises
    ------
    StudyError
        Naming the nearest known measure.
    """
    known = measures()
    if name not in known:
        raise StudyError(unknown("measure", name, known))
    return known[name]


def build_options(entry: Measure, table: dict[str, Any], *, where: str) -> Any:
    """
    `Options(**table)` with a message that names the file, the key and the nearest known key.

    Parameters
    ----------
    entry : Measure
    table : dict
        The table `[measures.NAME]` of a study.
    where : str
        The file and table to name in a message.
    """
    known = list(entry.options.__dataclass_fields__)  # type: ignore[attr-defined]
    for key in table:
        if key not in known:
            raise StudyError(f"{where}: {unknown('key', key, known)}")
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        return entry.options(**values)
    except OptionError as error:
        raise StudyError(f"{where}: {error}") from error


def options_from(kind: type, options: Any | None, settings: dict[str, Any]) -> Any:
    """
    The options of one call: given whole, or as keywords, never both.

    Raises
    ------
    OptionError
        For an unknown keyword, naming the nearest known one.
    """
    if options is not None and settings:
        raise OptionError(f"give either `options` or keywords, not both (got {', '.join(settings)})")
    if options is not None:
        return options
    known = list(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    for key in settings:
        if key not in known:
            raise OptionError(unknown("option", key, known))
    return kind(**settings)
