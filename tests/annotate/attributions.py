"""What is read from one sentence, as tuples a test can compare."""

from framing.annotate.quotations import find_quotes


def attributions(text):
    """(speaker, cue lemma, content) of each speech quotation; fragments joined by " … "."""
    found = find_quotes([("a", text)])
    assert not [note for note in found.notes if "could not" in note], found.notes
    return [(q.speaker_text, q.cue_lemma, " … ".join(text[a:b] for a, b in q.parts)) for q in found.quotes["a"] if q.speech]
