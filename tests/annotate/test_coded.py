"""Speakers coded by hand."""

import pytest

import framing as fr
from framing.annotate.coded import read_coded
from framing.errors import CorpusError, OptionError

CORPUS = fr.Corpus(
    (
        fr.Document("a", "Mara Voss, a baker, said that the pier was safe. A man in the queue said it was not.", side="x"),
        fr.Document("b", "Voss warned that the pier would fall. Bo Lau said he would see.", side="y"),
    ),
    ("x", "y"),
)


def kinds(annotated):
    return {q.speaker_resolved or q.speaker_text: q.source_type for found in annotated.quotes.values() for q in found}


def table(tmp_path, text, name="speakers.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_coded_speaker_has_the_kind_of_the_coder_in_every_document():
    coded = fr.code_speakers(CORPUS, {"Mara Voss": "official"})

    assert kinds(coded)["Mara Voss"] == "official" == kinds(coded)["Voss"]
    assert {q.type_confidence for found in coded.quotes.values() for q in found if "Voss" in q.speaker_text} == {None}


def test_other_speakers_stay_as_they_are():
    before, after = kinds(fr.as_annotated(CORPUS)), kinds(fr.code_speakers(CORPUS, {"Mara Voss": "official"}))

    assert {name: kind for name, kind in before.items() if "Voss" not in name} == {
        name: kind for name, kind in after.items() if "Voss" not in name
    }


def test_the_corpus_as_it_was_annotated_is_not_changed():
    before = kinds(fr.as_annotated(CORPUS))
    fr.code_speakers(CORPUS, {"Mara Voss": "official"})

    assert kinds(fr.as_annotated(CORPUS)) == before


def test_a_source_without_a_name_is_coded_by_its_phrase_in_any_case():
    assert kinds(fr.code_speakers(CORPUS, {"A Man in  the queue": "victim"}))["A man in the queue"] == "victim"


def test_measures_count_the_coded_kind():
    coded = fr.sources(fr.code_speakers(CORPUS, {"Mara Voss": "lawyer", "Bo Lau": "lawyer"}))

    shares = coded.data.set_index(["document", "name"])["value"]
    assert shares["b", "quotes lawyer"] == 1
    assert set(coded.tables["speakers"]["source_type"]) == {"lawyer"}
    assert any("The kinds of 2 speakers (3 quotations) were coded by hand." in note for note in coded.provenance.notes)


def test_who_speaks_in_no_text_is_said():
    notes = fr.code_speakers(CORPUS, {"Ann Orr": "police"}).notes

    assert "The kinds of 0 speakers (0 quotations) were coded by hand." in notes
    assert "1 coded speaker speaks in no text: ann orr." in notes


def test_the_table_of_speakers_can_be_written_mended_and_given_back(tmp_path):
    speakers = fr.sources(CORPUS).tables["speakers"]
    speakers.loc[speakers["speaker"] == "Mara Voss", "source_type"] = "expert"
    path = tmp_path / "speakers.csv"
    speakers.to_csv(path, index=False)

    coded = fr.code_speakers(CORPUS, path)
    assert kinds(coded)["Mara Voss"] == kinds(coded)["Voss"] == "expert"
    assert any("in speakers.csv (sha256 " in note for note in coded.notes)


def test_rows_without_a_kind_are_passed_over(tmp_path):
    path = table(tmp_path, "speaker,source_type\nMara Voss,police\nBo Lau,\n")

    assert read_coded(path) == {"mara voss": "police"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("speaker,kind\nVoss,police\n", "source_type not found"),
        ("", "speaker and source_type not found"),
        ("speaker,source_type\nVoss,polise\n", r"row 2 \(Voss\).*'polise'.*did you mean 'police'"),
        ("speaker,source_type\nVoss,police\nvoss,lawyer\n", "row 3: 'voss' is 'lawyer' here and 'police' above"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused_with_its_row(tmp_path, text, said):
    with pytest.raises(CorpusError, match=rf"speakers\.csv.*{said}"):
        read_coded(table(tmp_path, text))


def test_a_table_that_is_not_there_or_not_utf8_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="there is no such table of speakers"):
        read_coded(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes("speaker,source_type\nZoë,police\n".encode("latin-1"))
    with pytest.raises(CorpusError, match=r"latin\.csv: cannot be read .* CSV in UTF-8"):
        read_coded(path)


def test_an_unknown_kind_is_refused():
    with pytest.raises(OptionError, match="did you mean 'victim'"):
        fr.code_speakers(CORPUS, {"Voss": "victims"})
