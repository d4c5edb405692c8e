"""Reading the packaged word lists: `[section]` headers, words by white space, `#` comments."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def word_list(name: str) -> dict[str, frozenset[str]]:
    """
    The sections of one packaged list; words before any header stand under "".

    Parameters
    ----------
    name : str
        File name in `framing/data`.

    Returns
    -------
    dict of str to frozenset of str

    Examples
    --------
    >>> "ouyang" in word_list("quotes_surnames_zh.txt")[""]
    True
    """
    sections: dict[str, set[str]] = {"": set()}
    current = ""
    for line in resources.files("framing.data").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            current = line.strip("[] ")
            sections.setdefault(current, set())
        else:
            sections[current].update(line.split())
    return {section: frozenset(words) for section, words in sections.items()}
