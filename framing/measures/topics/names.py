"""Names that a human gave to topics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from framing.checks import unknown
from framing.errors import OptionError

LEAST_OVERLAP = 0.3


def with_names(topics: pd.DataFrame, path: str | None, anchors: tuple[str, ...]) -> tuple[pd.DataFrame, list[str]]:
    """
    The table of topics with the column `name` filled, and what to warn of.

    A name whose `terms` do not share three tenths with the topic of that number goes to the topic whose terms they are,
    or to none: the numbers of another model mean nothing here.

    Raises
    ------
    OptionError
        If the file is missing or lacks the columns topic and name.
    """
    table = topics.assign(name=[anchors[i] if i < len(anchors) else "" for i in range(len(topics))])
    if path is None:
        return table, []
    if not Path(path).is_file():
        raise OptionError(f"topics: `names`: no file {Path(path).name!r}; write one with `write_names` and fill it in")
    given = pd.read_csv(path, dtype=str, keep_default_na=False)
    for column in ("topic", "name"):
        if column not in given:
            raise OptionError(f"topics: `names`, {Path(path).name}: {unknown('column', column, given.columns)}")
    lost = []
    names = list(table["name"])
    for row in given[given["name"].str.strip() != ""].to_dict("records"):
        place = _place(row, topics)
        if place is None:
            lost.append(row["name"].strip())
        else:
            names[place] = row["name"].strip()
    note = f"names of {Path(path).name} that fit no topic of this model: {', '.join(lost)}; name the topics again"
    return table.assign(name=names), [note] if lost else []


def _place(row: dict[Any, Any], topics: pd.DataFrame) -> int | None:
    """Which row of the table a name belongs to."""
    numbers = topics["topic"].astype(str).tolist()
    by_number = numbers.index(row["topic"].strip()) if row["topic"].strip() in numbers else None
    if not row.get("terms"):
        return by_number
    wanted = {word.strip() for word in row["terms"].split(",")}
    overlap = [len(wanted & set(terms.split(", "))) / len(wanted | set(terms.split(", "))) for terms in topics["terms"]]
    if by_number is not None and overlap[by_number] >= LEAST_OVERLAP:
        return by_number
    best = max(range(len(overlap)), key=lambda i: (overlap[i], -i))
    return best if overlap[best] >= LEAST_OVERLAP else None
