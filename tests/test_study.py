import pytest

from framing.annotate.quotations import INDIRECT_FROM
from framing.errors import StudyError
from framing.study import read_study

GOOD = """
title = "Two sides"
seed = 7
[corpus]
path = "documents.csv"
[sides]
state = { outlet = ["Daily"] }
critics = { outlet = ["Blog", "Weekly"] }
[measures.keyness]
min_count = 3
"""


@pytest.fixture
def study_file(tmp_path):
    def write(text, *, encoding="utf-8"):
        path = tmp_path / "study.toml"
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    return write


def test_a_good_study_is_read_with_its_sides_in_the_order_of_the_file(study_file):
    study = read_study(study_file(GOOD))

    assert list(study.sides) == ["state", "critics"]
    assert study.sides["critics"] == {"outlet": ("Blog", "Weekly")}
    assert study.seed == 7
    assert study.measures["keyness"].min_count == 3


def test_paths_are_relative_to_the_study_file(study_file, tmp_path):
    study = read_study(study_file(GOOD))

    assert study.corpus.path == tmp_path / "documents.csv"


def test_a_folder_stands_for_its_study_file(study_file, tmp_path):
    study_file(GOOD)

    assert read_study(tmp_path).title == "Two sides"


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n", "\r\n"), ("\n", "\r")],
    ids=["windows line ends", "old macintosh line ends"],
)
def test_line_ends_do_not_matter(study_file, old, new):
    assert read_study(study_file(GOOD.replace(old, new))).seed == 7


def test_a_byte_order_mark_does_not_matter(study_file):
    assert read_study(study_file("\ufeff" + GOOD)).seed == 7


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("seed = 7", "sedd = 7"), r"study\.toml: no key 'sedd'; did you mean 'seed'\? Known: compare, .*measures.*voices\."),
        (("seed = 7", 'seed = "x"'), r"study\.toml: `seed` must be a whole number, got 'x'"),
        (("seed = 7", "seed = -1"), r"`seed` must be a whole number of at least 0, got -1"),
        (("seed = 7", "seed = true"), r"`seed` must be a whole number, got True"),
        (("min_count = 3", "mincount = 3"), r"\[measures\.keyness\]: no key 'mincount'; did you mean 'min_count'\?"),
        (("min_count = 3", "min_count = -3"), r"\[measures\.keyness\]: `min_count` must be .*got -3"),
        (("[measures.keyness]", "[measures.keynes]"), r"no measure 'keynes'; did you mean 'keyness'\?"),
        (('path = "documents.csv"', 'pth = "documents.csv"'), r"\[corpus\]: no key 'pth'; did you mean 'path'\?"),
        (('path = "documents.csv"', 'path = "d.csv"\ncluster = "outlets"'), r"did you mean 'outlet'\?"),
        (('outlet = ["Daily"]', 'outlt = ["Daily"]'), r"\[sides\] state: no key 'outlt'; did you mean 'outlet'\?"),
        (('outlet = ["Daily"]', "outlet = [1]"), r"must be a text or a list of texts, got \[1\]"),
        (('["Daily"]', '["Blog"]'), r"outlet 'Blog' stands on both 'state' and 'critics'"),
        (('critics = { outlet = ["Blog", "Weekly"] }', ""), r"names 1 side\(s\); a comparison needs two"),
        (("[corpus]", "[corpus"), r"not valid TOML.*Mend that line"),
    ],
)
def test_what_cannot_be_right_is_refused_with_file_key_and_repair(study_file, change, message):
    with pytest.raises(StudyError, match=message):
        read_study(study_file(GOOD.replace(*change)))


def test_an_unknown_voice_is_refused_with_the_nearest_known_one(study_file):
    with pytest.raises(StudyError, match=r"must be one of own, quoted, all.*got 'owned'; did you mean 'own'\?"):
        read_study(study_file(GOOD + '\n[voices]\nuse = ["owned"]\n'))


def test_an_empty_file_says_what_a_study_needs(study_file):
    with pytest.raises(StudyError, match=r"the file is empty; a study needs at least \[corpus\] path and \[sides\]"):
        read_study(study_file(" \n"))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(StudyError, match="there is no such study file"):
        read_study(tmp_path / "none.toml")


def test_a_file_in_another_encoding_is_refused_with_the_place(study_file):
    with pytest.raises(StudyError, match=r"study\.toml: not UTF-8 \(byte \d+\); save the file as UTF-8"):
        read_study(study_file(GOOD.replace("Two sides", "Zwei Länder"), encoding="latin-1"))


def test_a_multiverse_without_claims_is_refused(study_file):
    with pytest.raises(StudyError, match=r"\[multiverse\] has no `claims`"):
        read_study(study_file(GOOD + "\n[multiverse]\nmin_count = [1, 5]\n"))


def test_indirect_speech_may_be_left_out_below_a_probability(study_file):
    assert read_study(study_file(GOOD + "\n[voices]\nindirect_from = 0.7\n")).annotation.indirect_from == 0.7
    assert read_study(study_file(GOOD)).annotation.indirect_from == INDIRECT_FROM
    with pytest.raises(StudyError, match=r"\[voices\]: `indirect_from` must lie between 0 and 1, got 2"):
        read_study(study_file(GOOD + "\n[voices]\nindirect_from = 2\n"))
    with pytest.raises(StudyError, match=r"\[voices\]: `indirect_from` must be a whole number or a number, got 'half'"):
        read_study(study_file(GOOD + '\n[voices]\nindirect_from = "half"\n'))


def test_a_table_of_coded_speakers_is_looked_for_beside_the_study(study_file):
    study = read_study(study_file(GOOD + '\n[voices]\nspeakers = "speakers.csv"\n'))

    assert study.annotation.speakers == study.path.parent / "speakers.csv"


def test_indirect_speech_may_be_clauses_only(study_file):
    assert read_study(study_file(GOOD + "\n[voices]\nclausal_only = true\n")).annotation.clausal_only is True
    assert read_study(study_file(GOOD)).annotation.clausal_only is False
    with pytest.raises(StudyError, match=r"\[voices\]: `clausal_only` must be true or false, got 'yes'"):
        read_study(study_file(GOOD + '\n[voices]\nclausal_only = "yes"\n'))
