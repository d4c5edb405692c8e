"""Noun phrases beside a cue, read from the tags alone, where marks or commas keep the parser from its subject; what is none."""

from __future__ import annotations

from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.told_names import with_name

NOMINAL = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "HYPH", "PRP", "AFX", "LS", "FW", "ADD"))
_MARKS = ('"', "”", "’", "''")
_LINKS = frozenset(("of", "for", "at", "in", "from", "and", "with"))
_COUNTED = ("one", "another", "some", "many", "several", "both", "two", "three", "others")


def behind_mark(hidden: list[bool], i: int) -> int:
    """The token right behind the last quoted text before a token; 0 where there is none."""
    return next((t + 1 for t in range(i - 1, -1, -1) if hidden[t]), 0)


def opening(tree: Tree, i: int) -> list[int]:
    """ "The cooperative denies that ...": the noun phrase that opens the sentence, where the parser saw no subject."""
    low = 1 if tree.tags[0] in ("CC", "RB") else 0
    named = low < i <= low + 8 and all(tree.tags[t] in NOMINAL and not tree.quoted[t] for t in range(low, i))
    return list(range(low, i)) if named else []


def set_off(tree: Tree, reading: Reading, hidden: list[bool]) -> list[int]:
    """The name in "Voters, Ann Orr suggested, will ...", which the parser can take for an apposition."""
    end, after = reading.cue_tokens[0], reading.cue_tokens[-1] + 1
    low = end
    while low > 0 and not hidden[low - 1] and tree.tags[low - 1] in ("NNP", "NNPS"):
        low -= 1
    inserted = 0 < low < end and tree.words[low - 1] == "," and after < len(tree.words) and tree.words[after] in (",", ".")
    return list(range(low, end)) if inserted and not set(reading.speaker) & set(range(low, end)) else []


def phrase_behind(tree: Tree, low: int, hidden: list[bool]) -> list[int]:
    """The noun phrase that begins at a token, read from the tags alone."""
    high = low
    if tree.lower[low : low + 1] and tree.lower[low] in _COUNTED:
        # "asked one of the women", "mocked another, Ann Orr"
        high = low + 1 + (tree.lower[low + 1 : low + 2] == ["of"])
    while high < len(hidden) and not hidden[high] and (tree.tags[high] in NOMINAL or _is_participle(tree, low, high)):
        high += 1
    high = with_name(tree, low, high, hidden)
    return list(range(low, high)) if high > low and tree.tags[high - 1][0] in "NP" else []


def _is_participle(tree: Tree, low: int, at: int) -> bool:
    """ "the presiding judge"."""
    if at != low + 1 or tree.tags[low] not in ("DT", "PRP$") or tree.tags[at] != "VBG":
        return False
    return at + 1 < len(tree.tags) and tree.tags[at + 1][0] == "N"


def phrase_before(tree: Tree, high: int, hidden: list[bool]) -> list[int]:
    """The noun phrase before the cue, where the parser gave it to another verb; an apposition between commas is passed over."""
    end = high
    while end > 0 and tree.tags[end - 1] in ("RB", "MD") and not hidden[end - 1]:
        end -= 1
    if end > 2 and tree.words[end - 1] == ",":
        opened = next((t for t in range(end - 2, max(0, end - 30), -1) if tree.words[t] == ","), -1)
        end = opened if opened > 0 and not any(hidden[opened:end]) else end
    low = end
    while low > 0 and not hidden[low - 1] and tree.tags[low - 1] in NOMINAL:
        low -= 1
    if low == end:
        return []
    # "The firm" can be taken for an adjective.
    named = tree.tags[end - 1] in ("NN", "NNS", "NNP", "NNPS", "PRP", "LS", "FW", "ADD")
    return list(range(low, end)) if named or (tree.tags[end - 1] == "JJ" and tree.lower[low] == "the") else []


def is_name_in_marks(tree: Tree, reading: Reading) -> bool:
    """ "“Nightjar” told the harbour office ...": one or two words with capitals in marks, right before their verb."""
    at = [t for t in reading.speaker if tree.words[t][0].isalnum()]
    own = reading.speaker_head in tree.kids[reading.head] and tree.deps[reading.speaker_head] == "nsubj"
    before = reading.head - reading.speaker[-1] <= 3 if reading.speaker else False
    return own and before and 0 < len(at) <= 2 and all(tree.quoted[t] and tree.words[t][0].isupper() for t in at)


def beside_marks(tree: Tree, reading: Reading, hidden: list[bool]) -> list[int]:
    """
    Content without what only stands near it.

    After a quotation and its cue only more quotation belongs to it; before a cue nothing beyond a colon or semicolon.
    """
    first = min([reading.head, *reading.cue_tokens, *reading.speaker])
    last = max([reading.head, *reading.cue_tokens])
    content = reading.content
    if any(hidden[t] for t in content if t < first):
        content = [t for t in content if t < last or hidden[t]]
    content = _before_title(tree, content, first, hidden)
    stop = max((t for t in range(first) if tree.words[t] in (":", ";") and not hidden[t]), default=-1)
    if stop >= 0 and content and content[0] < stop:
        content = [t for t in content if t > stop]
    return trimmed(tree, content)


def behind_words(tree: Tree, reading: Reading, hidden: list[bool]) -> list[int]:
    """
    Who speaks between words in marks and the verb, where the parser took both for one clause.

    "“No,” the chairman of the Chamber of Trade, Ann Orr, said", "“No,” one of the three, the student Ann Orr, said".
    """
    first = reading.cue_tokens[0]
    end = next((t for t in range(first - 1, -1, -1) if hidden[t]), -1)
    low = end + 1 + (tree.words[end + 1] in _MARKS if 0 <= end < len(tree.words) - 1 else 0)
    high = first - (tree.words[first - 1] == ",")
    closed = end > 0 and any(tree.words[t] in (",", "?", "!") for t in range(end - 1, end + 1))
    if not closed or high - low < 3 or not set(range(low, high)) & set(reading.content):
        return []
    if tree.tags[low] not in ("DT", "PRP$", "CD", "NNP", "NN", "JJ"):
        return []
    inside = False  # a relative clause, up to the next comma
    for t in range(low, high):
        inside = tree.words[t] != "," and (inside or tree.tags[t] in ("WP", "WP$", "WDT"))
        named = tree.tags[t] in NOMINAL or tree.words[t] == "," or tree.lower[t] in _LINKS
        participle = tree.tags[t] in ("VBN", "VBG") and tree.tags[t - 1] in ("NN", "NNS", "NNP", "DT", ",")
        if not (named or participle or inside) or tree.words[t] in ";:":
            return []
    return list(range(low, high))


def _before_title(tree: Tree, content: list[int], first: int, hidden: list[bool]) -> list[int]:
    """ "“No,” her lawyer, Ann Orr, said": a phrase between the quotation and the name tells who that is."""
    end = max((t for t in content if t < first and hidden[t]), default=-1)
    title = [t for t in content if end < t < first]
    if end < 0 or not title or tree.words[title[-1] + 1] != ",":
        return content
    named = all(tree.tags[t] in NOMINAL or tree.words[t] in '",”’' for t in title)
    return [t for t in content if t not in set(title)] if named else content
