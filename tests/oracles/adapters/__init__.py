"""From the name of a measure to our functions. An adapter is a function of the whole case that gives what is expected."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from typing import Any

Adapter = Callable[[dict[str, Any]], Any]

_ADAPTERS: list[tuple[re.Pattern[str], Adapter]] = []


def adapter(*patterns: str) -> Callable[[Adapter], Adapter]:
    """Register an adapter for measures (or, failing that, files) whose name matches one of the patterns in full."""

    def register(function: Adapter) -> Adapter:
        _ADAPTERS.extend((re.compile(pattern, re.IGNORECASE), function) for pattern in patterns)
        return function

    return register


def find(measure: str, file: str = "") -> Adapter | None:
    """The adapter of a measure, or None."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    for name in (measure, file):
        for pattern, function in _ADAPTERS:
            if pattern.fullmatch(name):
                return function
    return None
