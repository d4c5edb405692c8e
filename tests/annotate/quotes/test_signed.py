"""Names beside words in marks; all people are invented."""

from tests.annotate.attributions import attributions


def test_a_handle_in_small_letters_signs():
    text = "“The bread is late again.” - Mara Voss, Lower Weir\n\n“The guards are kind, they fed the dog.” - old_miller"

    assert attributions(text)[1] == ("old_miller", None, "“The guards are kind, they fed the dog.”")


def test_a_sentence_behind_a_dash_signs_nothing():
    text = "Mara Voss said: “The bread is late again.”\n\n“The guards are kind, they fed the dog.” - so it went on."

    assert all(speaker == "Mara Voss" for speaker, _, _ in attributions(text))


def test_a_signed_line_in_capitals_is_a_quotation():
    assert attributions("On the door hung a slip:\n\n“ASK THE MILLER.” - Hugo Lind") == [
        ("Hugo Lind", None, "“ASK THE MILLER.”")
    ]


def test_any_verb_reports_behind_words_that_end_in_a_comma():
    text = "“The girl knows nine,” Voss corrected when she rang him. “I taught her most of them.”"

    assert attributions(text) == [("Voss", None, "“The girl knows nine,” … “I taught her most of them.”")]
