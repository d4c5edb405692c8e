"""YAML dictionaries: those of quanteda, and our own with metadata."""

from __future__ import annotations

from typing import Any

from framing.errors import FramingError
from framing.lexicons.formats_table import number
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
HERE = "__"


def read_yaml(source: Source) -> Parsed:
    """
    Key to list of terms, or to nested keys; terms beside keys stand under `__`.

    Scalars are taken as they are written: `no`, `on` and `1989` are words, not truth values or numbers.
    """
    root = _compose(source)
    if root is not None:
        _refuse_unreadable(source, root, ())
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
    for key in (*_OWN_TEXT, "combine", "negation"):
        if key in top and top[key].id != "scalar":
            raise source.refuse(top[key].start_mark.line + 1, f"`{key}` must be text, got a {top[key].id}")
    parsed.metadata = {key: " ".join(top[key].value.split()) for key in (*_OWN_TEXT, "combine") if key in top}
    if "weight_range" in top:
        line, ends = top["weight_range"].start_mark.line + 1, top["weight_range"].value
        if len(ends) != 2 or isinstance(ends, str):
            raise source.refuse(line, "`weight_range` must be a list of the lowest and the highest weight")
        parsed.metadata["weight_range"] = tuple(number(source, line, "weight_range", str(node.value)) for node in ends)
    if "negation" in top:
        try:
            parsed.metadata["negation"] = Negation(top["negation"].value)
        except FramingError as error:
            raise source.refuse(top["negation"].start_mark.line + 1, str(error)) from error
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
        here = path if key.value == HERE and path else (*path, plain_name(key.value))
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
            found += [(key.value, number(source, line, key.value, str(value.value)), line) for key, value in item.value]
        elif item.id == "sequence":
            found += _terms(source, item)
        elif item.value.strip():
            if node.id == "scalar" and "," in item.value:
                source.note(line, f"{item.value!r} is read as one phrase; write `[a, b]` for several terms")
            found.append((" ".join(item.value.split()), 1.0, line))
        elif node.id == "sequence":
            source.note(line, "an empty term was left out")
    return found


def plain_name(name: str) -> str:
    """A category name without "/", which joins the levels."""
    return " ".join(name.split()).replace("/", "|") or "unnamed"


def _refuse_unreadable(source: Source, node: Any, above: tuple[int, ...]) -> None:
    """Refuse what YAML allows and no dictionary can mean: an alias inside itself, keys that are no words, merged mappings."""
    line = node.start_mark.line + 1
    if id(node) in above:
        raise source.refuse(line, "holds an alias of itself (`&` and `*`); write the terms out")
    if node.id == "scalar":
        return
    for item in node.value:
        key, value = item if node.id == "mapping" else (None, item)
        if key is not None and key.id != "scalar":
            raise source.refuse(key.start_mark.line + 1, f"a key must be a word, got a {key.id}")
        if key is not None and key.value == "<<":
            raise source.refuse(key.start_mark.line + 1, "merged mappings (`<<`) are not read; write the terms out")
        _refuse_unreadable(source, value, (*above, id(node)))


def _compose(source: Source) -> Any:
    import yaml

    try:
        return yaml.compose(source.text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = getattr(error, "problem", None) or str(error)
        raise source.refuse(mark.line + 1 if mark else None, f"is not YAML: {message}") from error
