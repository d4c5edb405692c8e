"""Family names that stand alone in one document and beside a first name in another."""

from __future__ import annotations

from collections.abc import Iterable

from framing.annotate.people.families import family_name


def full_names(names: Iterable[str]) -> dict[str, str]:
    """
    Family name to the full name of the only one of a corpus who has it; "" where several have it.

    Parameters
    ----------
    names : iterable of str
        Names as resolved in their documents, of persons.

    Returns
    -------
    dict of str to str
        Without families of which no full name is known.

    Examples
    --------
    >>> full_names(["Voss", "Mara Voss", "Li Wei", "Ann Orr", "Bo Orr"])
    {'Voss': 'Mara Voss', 'Li': 'Li Wei', 'Orr': ''}
    """
    found: dict[str, str] = {}
    for name in names:
        words = tuple(name.split())
        if len(words) > 1:
            family = family_name(words)
            found[family] = name if found.get(family, name) == name else ""
    return found
