"""JSON dictionaries, nested like those in YAML."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from framing.lexicons.formats_yaml import HERE, plain_name
from framing.lexicons.model import Category, Entry
from framing.lexicons.source import Parsed, Source


def read_json(source: Source) -> Parsed:
    """
    Category to list of terms, category to `{term: weight}`, nested categories, or category to one regular expression.

    A file of terms with weights and no categories is one category.

    Raises
    ------
    LexiconError
        For damaged JSON, a key that stands twice, a weight that is no number, a regular expression that is none.
    """
    try:
        data = json.loads(source.text, object_pairs_hook=lambda pairs: _unique(source, pairs))
    except json.JSONDecodeError as error:
        raise source.refuse(error.lineno, f"is not JSON: {error.msg}") from error
    if not isinstance(data, dict) or not data:
        raise source.refuse(1, 'a JSON dictionary is `{"category": ["term", ...]}`')
    parsed = Parsed("json")
    if all(isinstance(value, str) for value in data.values()):
        parsed.metadata |= {"unit": "regex", "wildcards": "none"}
    if all(isinstance(value, int | float) for value in data.values()):
        data = {source.stem: data}
    _walk(source, data, (), parsed)
    return parsed


def _unique(source: Source, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise source.refuse(
            None, f"the key {twice!r} stands twice in one JSON object, and only one of them could be read; join them"
        )
    return found


def _walk(source: Source, data: dict[str, Any], path: tuple[str, ...], parsed: Parsed) -> None:
    """Collect the terms of an object and of what is nested in it."""
    for key, value in data.items():
        here = path if key == HERE and path else (*path, plain_name(key))
        name = "/".join(here)
        leaf = not isinstance(value, dict) or all(isinstance(v, int | float) for v in value.values())
        if not leaf:
            _refuse_quoted(source, name, value)
            _walk(source, value, here, parsed)
            continue
        if name not in [category.name for category in parsed.categories]:
            parsed.categories.append(Category(name, here))
        if not isinstance(value, str | list | dict):
            raise source.refuse(None, f"category {name!r}: expected a list of terms, got {value!r}")
        parsed.entries += _terms(source, name, value, regex=parsed.metadata.get("unit") == "regex")
        if not value:
            source.note(None, f"the category {name!r} has no terms")


def _terms(source: Source, name: str, value: Any, *, regex: bool) -> list[Entry]:
    """The terms of one category."""
    if regex:
        try:
            re.compile(value)
        except re.error as error:
            raise source.refuse(None, f"category {name!r}: {value!r} is no regular expression ({error})") from error
        return [Entry(value, name)]
    pairs = (
        list(value.items())
        if isinstance(value, dict)
        else [(term, 1.0) for term in ([value] if isinstance(value, str) else value)]
    )
    for term, weight in pairs:
        if not isinstance(term, str):
            raise source.refuse(None, f"category {name!r}: a term must be text, got {term!r}")
        if isinstance(weight, bool) or not math.isfinite(weight):
            raise source.refuse(None, f"category {name!r}: the weight of {term!r} must be a number, got {json.dumps(weight)}")
    empty = sum(not term.strip() for term, _ in pairs)
    if empty:
        source.note(None, f"category {name!r}: {empty} empty terms were left out")
    return [Entry(" ".join(term.split()), name, float(weight)) for term, weight in pairs if term.strip()]


def _refuse_quoted(source: Source, name: str, data: dict[str, Any]) -> None:
    """Refuse weights that are written as text, which would be read as terms."""
    quoted = [key for key, value in data.items() if isinstance(value, str) and re.fullmatch(r"\s*[-+]?[\d.]+\s*", value)]
    if quoted and len(quoted) == len(data):
        got = json.dumps(data[quoted[0]])
        raise source.refuse(None, f"category {name!r}: the weight of {quoted[0]!r} must be a number without quotes, got {got}")
