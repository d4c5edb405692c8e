"""Sentences with their tags, for rules that read nothing else."""

from framing.annotate.quotes.parse import Tree


def tagged(sentence: str, quoted: int = 0) -> Tree:
    """ "The/DT man/NN": a tree without dependencies; the first tokens stand in marks."""
    words, tags = zip(*(token.rsplit("/", 1) for token in sentence.split()), strict=True)
    n = len(words)
    return Tree(
        list(words), [word.lower() for word in words], list(tags), ["dep"] * n, list(range(n)), list(range(n)),
        [[] for _ in range(n)], [t < quoted for t in range(n)],
    )  # fmt: skip
