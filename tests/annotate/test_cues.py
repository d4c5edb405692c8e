from framing.annotate.cues import CLASSES, STANCES, forms, lexicon


def test_every_cue_has_a_known_class_and_stance():
    assert {cue.kind for cue in lexicon().values()} <= set(CLASSES)
    assert {cue.stance for cue in lexicon().values()} == set(STANCES)


def test_there_are_at_least_250_cues():
    assert len(lexicon()) >= 250


def test_irregular_and_regular_forms_lead_to_the_lemma():
    assert [forms()[f] for f in ("said", "wrote", "claimed", "denies", "urging", "told")] == [
        "say", "write", "claim", "deny", "urge", "tell",
    ]  # fmt: skip


def test_thought_is_no_speech():
    assert not lexicon()["believe", "v"].speech
    assert lexicon()["say", "v"].speech
