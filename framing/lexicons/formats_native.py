"""Published lists in the form in which they are handed out: MPQA, NRC, VADER, AFINN, and plain lists."""

from __future__ import annotations

import re

from framing.lexicons.formats_table import number
from framing.lexicons.model import Category, Entry
from framing.lexicons.source import Parsed, Source

_PAIR = re.compile(r"(\w+)=(\S+)")


def read_mpqa(source: Source) -> Parsed:
    """`type=... word1=... pos1=... stemmed1=... priorpolarity=...`; the category is polarity/strength."""
    parsed = Parsed("mpqa")
    stems = 0
    for line, text in _lines(source):
        fields = dict(_PAIR.findall(text))
        missing = [key for key in ("word1", "priorpolarity", "type") if key not in fields]
        if missing:
            raise source.refuse(line, f"lacks {', '.join(missing)}; a line is `type=... word1=... priorpolarity=...`")
        stems += fields.get("stemmed1") == "y"
        path = (fields["priorpolarity"], fields["type"])
        if all(category.path != path for category in parsed.categories):
            parsed.categories.append(Category("/".join(path), path))
        parsed.entries.append(Entry(fields["word1"], "/".join(path), 1.0, fields.get("pos1"), line))
    if stems:
        source.note(None, f"{stems} entries say stemmed1=y, which means all forms of the word; only the form given is matched")
    return parsed


def read_nrc(source: Source) -> Parsed:
    """`word TAB category TAB value`: 0 is no member, 1 a member, anything between a weight."""
    parsed = Parsed("nrc")
    zeros = 0
    for line, text in _lines(source):
        cells = [cell.strip() for cell in text.split("\t")]
        if len(cells) != 3:
            raise source.refuse(line, f"has {len(cells)} cells; expected word, category and value with TABs between")
        value = number(source, line, cells[0], cells[2])
        if value == 0:
            zeros += 1
        else:
            parsed.entries.append(Entry(cells[0], cells[1].replace("/", "|"), value, line=line))
    if zeros:
        source.note(None, f"{zeros} lines have the value 0 and name words that do not belong to the category")
    return parsed


def read_vader(source: Source) -> Parsed:
    """`term TAB mean TAB standard deviation TAB [ratings]`."""
    parsed = Parsed("vader")
    parsed.metadata = {"weights": "mean valence by human raters", "weight_range": (-4.0, 4.0), "combine": "sum"}
    for line, text in _lines(source):
        cells = text.split("\t")
        if len(cells) < 2:
            raise source.refuse(line, "has one cell; expected term, mean valence, deviation and ratings with TABs between")
        weight = number(source, line, cells[0], cells[1].strip())
        parsed.entries.append(Entry(" ".join(cells[0].split()), source.stem, weight, line=line))
    source.note(None, "deviations and single ratings are not used; nor are the rules of VADER for capitals, boosters and `!`")
    return parsed


def read_pairs(source: Source) -> Parsed:
    """`term TAB weight`, without a header, as AFINN; the term may hold spaces."""
    parsed = Parsed("afinn", metadata={"combine": "sum"})
    for line, text in _lines(source):
        term, _, weight = text.rpartition("\t")
        if not term.strip():
            raise source.refuse(line, "has one cell; expected term and weight with a TAB between")
        value = number(source, line, term, weight.strip())
        parsed.entries.append(Entry(" ".join(term.split()), source.stem, value, line=line))
    return parsed


def read_rows(source: Source) -> Parsed:
    """`category TAB term TAB term ...`, as Empath."""
    parsed = Parsed("rows")
    begun: dict[str, int] = {}
    for line, text in _lines(source):
        name, *terms = [cell.strip() for cell in text.split("\t")]
        name = name.replace("/", "|")
        if name in begun:
            source.note(line, f"the category {name!r} stands in line {begun[name]} already; both lists are joined")
        else:
            begun[name] = line
            parsed.categories.append(Category(name, (name,)))
        parsed.entries += [Entry(term.replace("_", " "), name, line=line) for term in terms if term]
    return parsed


def read_list(source: Source) -> Parsed:
    """One term a line; lines that begin with `;` or `#` are comments. The category has the name of the file."""
    parsed = Parsed("list")
    for line, text in _lines(source):
        if text.lstrip()[0] not in ";#":
            parsed.entries.append(Entry(" ".join(text.split()), source.stem, line=line))
    return parsed


def _lines(source: Source) -> list[tuple[int, str]]:
    """Lines that are not empty, with their numbers."""
    return [(number, line) for number, line in enumerate(source.lines, 1) if line.strip()]
