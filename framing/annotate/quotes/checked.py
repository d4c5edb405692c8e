"""Who speaks in a reading where the parse told wrongly or not at all, and content without what only stands near it."""

from __future__ import annotations

from framing.annotate.quotes.beside import (
    behind_mark,
    behind_words,
    beside_marks,
    is_name_in_marks,
    opening,
    phrase_before,
    phrase_behind,
    set_off,
)
from framing.annotate.quotes.fronted import without_fronted
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.naming import head_noun
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading


def checked(tree: Tree, reading: Reading, hidden: list[bool]) -> Reading:
    """
    A reading with the speaker it lacks, and with nothing of the speaker in its content.

    A speaker is never inside the quoted text; "..., mused Ann Orr" has hers behind the verb.

    Parameters
    ----------
    tree : Tree
    reading : Reading
        Changed in place.
    hidden : list of bool
        For each token, whether it belongs to quoted text.

    Returns
    -------
    Reading
    """
    named = is_name_in_marks(tree, reading)
    if reading.frame in ("a", "c") and not reading.passive and not named and (who := behind_words(tree, reading, hidden)):
        comma = next((t for t in who if tree.words[t] == ","), who[-1] + 1)
        reading.speaker, reading.speaker_head = who, head_noun(tree, who[0], comma)
        reading.content = [t for t in reading.content if t < who[0]]
    if reading.speaker_head >= 0 and hidden[reading.speaker_head] and not named:
        reading.speaker_head, reading.speaker = -1, []
    if reading.speaker_head < 0 and not reading.passive and reading.cue.part == "v":
        head = reading.head
        # "“It was late”, remarked Ann Orr": the comma can stand outside.
        behind = head - 1 - (head > 1 and tree.words[head - 1] == ",")
        if head > 0 and hidden[behind] and head + 1 < len(hidden) and not hidden[head + 1]:
            reading.speaker = phrase_behind(tree, max(head, *reading.cue_tokens) + 1, hidden)
            reading.speaker_head = reading.speaker[-1] if reading.speaker else -1
            reading.content = [t for t in reading.content if t not in set(reading.speaker)]
    if reading.speaker_head < 0 and not reading.passive and reading.cue.part == "v" and reading.head > 0:
        low = behind_mark(hidden, reading.head)
        if 0 < low < reading.head <= low + 18:
            reading.speaker = [t for t in phrase_behind(tree, low, hidden) if t < reading.head]
            reading.speaker_head = reading.speaker[-1] if reading.speaker else -1
    finite = tree.tags[reading.head] in FINITE and not reading.passive
    if reading.speaker_head < 0 and finite and reading.content and reading.head < reading.content[0]:
        reading.speaker = opening(tree, reading.head)
        reading.speaker_head = reading.speaker[-1] if reading.speaker else -1
    if reading.speaker_head < 0 and finite and reading.frame in ("c", "a", "x", "o", ""):
        reading.speaker = phrase_before(tree, reading.cue_tokens[0], hidden)
        reading.speaker_head = reading.speaker[-1] if reading.speaker else -1
    elif finite and (name := set_off(tree, reading, hidden)):
        reading.speaker, reading.speaker_head = name, name[-1]
        reading.content = [t for t in reading.content if t not in set(name)]
    if reading.frame in ("a", "c") and reading.content:
        reading.content = without_fronted(tree, reading, beside_marks(tree, reading, hidden))
    if reading.speaker and not named and any(hidden[t] for t in reading.speaker):
        reading.speaker = [t for t in reading.speaker if not hidden[t]]
    return reading
