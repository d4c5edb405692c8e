"""What is read from one sentence, as tuples a test can compare."""

from framing.annotate.quotations import find_quotes


def attributions(text):
    """(speaker, cue lemma, content) of each speech quotation; fragments joined by " … "."""
    found = find_quotes([("a", text)], indirect_from=0)
    assert not [note for note in found.notes if "could not" in note], found.notes
    return [(q.speaker_text, q.cue_lemma, " … ".join(text[a:b] for a, b in q.parts)) for q in found.quotes["a"] if q.speech]


SAID = "said the gate was open."
FLOOD = "The dam burst on Monday; nine people drowned, four are missing and dozens are in hospital."
FUND = "The fund’s founder vanished with the deposits, and the police speak of fraud."
CANAL = "Bulldozers levelled 40 homes by the canal, and dozens of families were evicted."
RICE = "The canteen fed spoiled rice to three schools; sixty pupils fell ill and two died."


def last_kind(text):
    """The source type of the last speech quotation."""
    return [q.source_type for q in find_quotes([("a", text)], indirect_from=0).quotes["a"] if q.speech][-1]
