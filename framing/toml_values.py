"""Values out of a TOML table, each checked: what is wrong is said with file, place and what to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from framing.checks import did_you_mean, unknown
from framing.errors import StudyError

_KINDS = {"str": "text", "int": "a whole number", "bool": "true or false", "float": "a number"}


def only_known(file: str, where: str, table: dict[str, Any], known: Iterable[str]) -> None:
    """Refuse a key nobody reads: it is a typing error, and a silent one would change the result."""
    known = sorted(known)
    for key in table:
        if key not in known:
            place = f"{file}: {where}: " if where else f"{file}: "
            raise StudyError(place + unknown("key", key, known))


def typed(file: str, table: dict[str, Any], key: str, kind: type | tuple[type, ...], default: Any, where: str = "") -> Any:
    """The value of a key, if it has the right type."""
    value = table.get(key, default)
    kinds = kind if isinstance(kind, tuple) else (kind,)
    if (isinstance(value, bool) and bool not in kinds) or (value is not default and not isinstance(value, kind)):
        wanted = " or ".join(_KINDS.get(k.__name__, k.__name__) for k in kinds)
        raise StudyError(f"{file}: {where}`{key}` must be {wanted}, got {value!r}")
    return value


def sub_table(file: str, table: dict[str, Any], key: str) -> dict[str, Any]:
    """A sub-table, empty if absent."""
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise StudyError(f"{file}: `{key}` must be a table, written [{key}], got {value!r}")
    return value


def strings(file: str, where: str, value: Any) -> tuple[str, ...]:
    """One text or a list of texts, as a tuple."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not values or not all(isinstance(item, str) for item in values):
        raise StudyError(f"{file}: {where} must be a text or a list of texts, got {value!r}")
    return tuple(values)


def choice(file: str, where: str, value: str, known: tuple[str, ...]) -> None:
    """Refuse a value that is none of the known ones."""
    if value not in known:
        raise StudyError(f"{file}: {where} must be one of {', '.join(known)}, got {value!r}{did_you_mean(value, known)}")
