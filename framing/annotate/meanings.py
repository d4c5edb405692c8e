"""Words by what they mean: a word that no training text holds ("piermaster") still has a class ("harbour")."""

from __future__ import annotations

from functools import cache, lru_cache

from framing.annotate.wordlists import word_list

_ENDINGS = (("", ""), ("ies", "y"), ("es", ""), ("s", ""))


@lru_cache(maxsize=65_536)
def meanings(word: str) -> tuple[str, ...]:
    """
    The classes of a word, in alphabetical order; those of its last part where the whole compound is unknown.

    Parameters
    ----------
    word : str
        Lower case. Regular plurals and possessives are understood.

    Returns
    -------
    tuple of str
        Sections of `framing/data/quotes_classes_en.txt`; empty for a word outside the list.

    Examples
    --------
    >>> meanings("piermasters"), meanings("well-digger's"), meanings("of")
    (('harbour',), ('building',), ())
    """
    bare = word.removesuffix("'s")
    if found := _listed(bare):
        return found
    return meanings(bare.rpartition("-")[2]) if "-" in bare else ()


def compound(first: str, second: str) -> tuple[str, ...]:
    """
    The classes of two words that are one compound, written apart; none of those of the last word alone.

    Examples
    --------
    >>> compound("fire", "chief"), compound("old", "chief")
    (('fire',), ())
    """
    return _listed(f"{first}-{second}")


def _listed(word: str) -> tuple[str, ...]:
    """The classes of a word or of its singular."""
    for ending, singular in _ENDINGS:
        if word.endswith(ending) and (found := _classes().get(word.removesuffix(ending) + singular)):
            return found
    return ()


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Word to its classes."""
    found: dict[str, list[str]] = {}
    for name, words in sorted(word_list("quotes_classes_en.txt").items()):
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}
