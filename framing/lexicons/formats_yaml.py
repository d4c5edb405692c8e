"""YAML dictionaries: those of quanteda, and our own with metadata; and JSON, which is read the same way."""

from __future__ import annotations

import json
from typing import Any

from framing.lexicons.model import Category, Entry, Negation
from framing.lexicons.source import Parsed, Source

OWN_KEY = "framing-lexicon"
_OWN_TEXT = (
    "name",
    "version",
    "definition",
    "citation",
    "licence",
    "language",
    "unit",
    "weights",
    "case",
    "wildcards",
    "validated",
)
_HERE = "__"


def read_yaml(source: Source) -> Parsed:
    """
    Key to list of terms, or to nested keys; terms beside keys stand under `__`.

    Scalars are taken as they are written: `no`, `on` and `1989` are words, not truth values or numbers.
    """
    root = _compose(source)
    if root is None or root.id != "mapping":
        raise source.refuse(1, "a YAML dictionary is `category: [term, ...]`; this holds no keys")
    top = {key.value: value for key, value in root.value}
    if OWN_KEY in top:
        return _read_own(source, top)
    parsed = Parsed("quanteda-yaml")
    _walk(source, root, (), parsed)
    return parsed


def _read_own(source: Source, top: dict[str, Any]) -> Parsed:
    parsed = Parsed("framing-yaml")
    known = {*_OWN_TEXT, OWN_KEY, "negation", "categories", "weight_range", "combine"}
    for key, node in top.items():
        if key not in known:
            raise source.refuse(node.start_mark.line + 1, f"no key {key!r}; known: {', '.join(sorted(known))}")
    parsed.metadata = {key: " ".join(top[key].value.split()) for key in (*_OWN_TEXT, "combine") if key in top}
    if "weight_range" in top:
        low, high = (float(node.value) for node in top["weight_range"].value)
        parsed.metadata["weight_range"] = (low, high)
    if "negation" in top:
        parsed.metadata["negation"] = Negation(top["negation"].value)
    if "categories" not in top or top["categories"].id != "mapping":
        raise source.refuse(1, "lacks `categories:` with a list of terms for each")
    _walk(source, top["categories"], (), parsed)
    return parsed


def _walk(source: Source, mapping: Any, path: tuple[str, ...], parsed: Parsed) -> None:
    """Collect the terms of a mapping and of what is nested in it."""
    seen: dict[str, int] = {}
    for key, node in mapping.value:
        line = key.start_mark.line + 1
        if key.value in seen:
            source.note(line, f"the key {key.value!r} stands twice (first in line {seen[key.value]}); both lists are joined")
        seen.setdefault(key.value, line)
        here = path if key.value == _HERE and path else (*path, _plain(key.value))
        known = {category.path for category in parsed.categories}
        if here not in known and node.id != "mapping":
            parsed.categories.append(Category("/".join(here), here))
        if node.id == "mapping":
            _walk(source, node, here, parsed)
        else:
            terms = _terms(source, node)
            if not terms:
                source.note(line, f"the category {'/'.join(here)!r} has no terms")
            parsed.entries += [Entry(term, "/".join(here), weight, line=number) for term, weight, number in terms]


def _terms(source: Source, node: Any) -> list[tuple[str, float, int]]:
    """Terms of a list, a single scalar, or one `term: weight` per item."""
    items = node.value if node.id == "sequence" else [node]
    found = []
    for item in items:
        line = item.start_mark.line + 1
        if item.id == "mapping":
            found += [(key.value, _weight(source, value.value, line), line) for key, value in item.value]
        elif item.id == "sequence":
            found += _terms(source, item)
        elif item.value.strip():
            found.append((" ".join(item.value.split()), 1.0, line))
        elif node.id == "sequence":
            source.note(line, "an empty term was left out")
    return found


def _weight(source: Source, text: Any, line: int) -> float:
    try:
        return float(text)
    except (TypeError, ValueError):
        raise source.refuse(line, f"a weight must be a number, got {text!r}") from None


def _plain(name: str) -> str:
    """A category name without "/", which joins the levels."""
    return " ".join(name.split()).replace("/", "|") or "unnamed"


def _compose(source: Source) -> Any:
    import yaml

    try:
        return yaml.compose(source.text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = getattr(error, "problem", None) or str(error)
        raise source.refuse(mark.line + 1 if mark else None, f"is not YAML: {message}") from error


def read_json(source: Source) -> Parsed:
    """Category to list of terms, category to `{term: weight}`, nested categories, or category to one regular expression."""
    try:
        data = json.loads(source.text, object_pairs_hook=lambda pairs: _unique(source, pairs))
    except json.JSONDecodeError as error:
        raise source.refuse(error.lineno, f"is not JSON: {error.msg}") from error
    if not isinstance(data, dict) or not data:
        raise source.refuse(1, 'a JSON dictionary is `{"category": ["term", ...]}`')
    parsed = Parsed("json")
    if all(isinstance(value, str) for value in data.values()):
        parsed.metadata |= {"unit": "regex", "wildcards": "none"}
    _walk_json(source, data, (), parsed)
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


def _walk_json(source: Source, data: dict[str, Any], path: tuple[str, ...], parsed: Parsed) -> None:
    for key, value in data.items():
        here = path if key == _HERE and path else (*path, _plain(key))
        name = "/".join(here)
        leaf = not isinstance(value, dict) or all(isinstance(v, int | float) for v in value.values())
        if leaf and name not in [category.name for category in parsed.categories]:
            parsed.categories.append(Category(name, here))
        if isinstance(value, str):
            parsed.entries.append(Entry(value, name))
        elif isinstance(value, list):
            for term in value:
                if not isinstance(term, str):
                    raise source.refuse(None, f"category {name!r}: a term must be text, got {term!r}")
            parsed.entries += [Entry(" ".join(term.split()), name) for term in value]
        elif leaf and isinstance(value, dict):
            parsed.entries += [Entry(" ".join(term.split()), name, float(weight)) for term, weight in value.items()]
        elif isinstance(value, dict):
            _walk_json(source, value, here, parsed)
        else:
            raise source.refuse(None, f"category {name!r}: expected a list of terms, got {value!r}")
        if leaf and not value:
            source.note(None, f"the category {name!r} has no terms")
