"""Dictionaries as trees: Yoshikoder and Lexicoder 2 (XML), Lexicoder 3, WordStat."""

from __future__ import annotations

import re
from xml.parsers import expat

from framing.lexicons.model import Category, Entry
from framing.lexicons.source import Parsed, Source

_TERM = re.compile(r"^(?P<term>.*\S)\s*\((?P<weight>[^()]*)\)$")


def read_nodes(source: Source) -> Parsed:
    """
    XML of `cnode` (category) and `pnode` (term), nested; a single outermost `cnode` without terms is only a wrapper.

    Raises
    ------
    LexiconError
        If the XML is damaged, or declares entities, which no dictionary needs.
    """
    if re.search(r"<!(DOCTYPE|ENTITY)", source.text):
        raise source.refuse(None, "declares a document type or entities; remove the declaration")
    parsed = Parsed("yoshikoder")
    path: list[str] = []
    found: list[tuple[tuple[str, ...], str | None, int]] = []
    scored: list[int] = []
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        line = parser.CurrentLineNumber
        name = " ".join(attributes.get("name", "").split())
        if tag == "cnode":
            path.append(name.replace("/", "|") or "unnamed")
            found.append((tuple(path), None, line))
        elif tag == "pnode" and name:
            found.append((tuple(path), name, line))
            if attributes.get("score", "").strip():
                scored.append(line)
        elif tag == "pnode":
            source.note(line, "a pnode without a name was left out")
        elif tag != "dictionary":
            source.note(line, f"the element <{tag}> is not known and was left out")

    def end(tag: str) -> None:
        if tag == "cnode":
            path.pop()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", source.text), True)
    except expat.ExpatError as error:
        raise source.refuse(error.lineno, f"is damaged XML ({expat.errors.messages[error.code]})") from error
    if scored:
        source.note(
            scored[0], f"{len(scored)} terms have a `score` (this is the first), which is not used; every term counts 1"
        )
    return _planted(parsed, found, source.stem)


def _planted(parsed: Parsed, found: list[tuple[tuple[str, ...], str | None, int]], stem: str) -> Parsed:
    """The nodes as categories and entries: (path, term or None for a category, line); terms outside any node go to `stem`."""
    depths = [len(place) for place, _, _ in found]
    one_root = len({place[0] for place, _, _ in found if place}) == 1
    wrapped = one_root and max(depths) > 1 and not any(term for place, term, _ in found if len(place) <= 1)
    for place, term, line in found:
        here = place[1:] if wrapped else place or (stem,)
        if here and term is None:
            _category(parsed, here)
        elif term is not None:
            parsed.entries.append(Entry(term, _category(parsed, here), line=line))
    return _drop_inner(parsed)


def read_lexicoder(source: Source) -> Parsed:
    """`+category#COLOUR`, then one term a line."""
    parsed = Parsed("lexicoder")
    name = ""
    for number, line in enumerate(source.lines, 1):
        text = " ".join(line.split())
        if text.startswith("+"):
            name = _category(parsed, (text[1:].rsplit("#", 1)[0].strip().replace("/", "|") or "unnamed",))
        elif text and not name:
            raise source.refuse(number, f"the term {text!r} stands before the first `+category`; put it below one")
        elif text:
            parsed.entries.append(Entry(text, name, line=number))
    return parsed


def read_wordstat(source: Source) -> Parsed:
    """
    TABs nest; `TERM (weight)` is a term, a line without brackets a category; `_` stands for a space.

    Raises
    ------
    LexiconError
        If a weight is no number.
    """
    parsed = Parsed("wordstat")
    path: list[str] = []
    for number, line in enumerate(source.lines, 1):
        if not line.strip():
            continue
        depth = len(line) - len(line.lstrip("\t"))
        text = line.strip()
        if depth > len(path):
            source.note(number, f"{text!r} is indented by {depth - len(path)} TAB too many; read as if it were right")
        found = _TERM.match(text)
        if text.startswith("@"):
            source.note(number, f"the rule {text!r} is not supported and was left out")
        elif found is None:
            path = [*path[:depth], text.replace("/", "|")]
            _category(parsed, tuple(path))
        else:
            try:
                weight = float(found["weight"].replace(",", "."))
            except ValueError:
                raise source.refuse(
                    number, f"the weight of {found['term']!r} must be a number, got {found['weight']!r}"
                ) from None
            term = " ".join(found["term"].replace("_", " ").split())
            parsed.entries.append(Entry(term, _category(parsed, tuple(path[:depth]) or (source.stem,)), weight, line=number))
    return _drop_inner(parsed)


def _category(parsed: Parsed, path: tuple[str, ...]) -> str:
    """The name of a category, which is remembered at its first mention."""
    name = "/".join(path)
    if all(category.name != name for category in parsed.categories):
        parsed.categories.append(Category(name, path))
    return name


def _drop_inner(parsed: Parsed) -> Parsed:
    """Without categories that only hold others."""
    filled = {entry.category for entry in parsed.entries}
    above = {category.path[:n] for category in parsed.categories for n in range(1, len(category.path))}
    parsed.categories = [c for c in parsed.categories if c.name in filled or c.path not in above]
    return parsed
