from pathlib import Path

import pytest

from framing.errors import LexiconError, OutputError
from framing.lexicons.formats import load
from framing.lexicons.model import Entry, Lexicon
from framing.lexicons.writers import write_dic, write_yaml

FORMATS = Path(__file__).parent / "formats"


def pairs(lexicon):
    return {(entry.term, entry.category) for entry in lexicon.entries}


@pytest.mark.parametrize(
    "file", ["liwc2007_flat.dic", "quanteda_flat.yml", "quanteda_unquoted_bool_trap.yml", "latin1.dic", "lexicoder.lc3"]
)
def test_what_is_written_as_dic_is_read_again(tmp_path, file):
    lexicon = load(FORMATS / file)

    assert pairs(load(write_dic(lexicon, tmp_path / "x.dic"))) == pairs(lexicon)


@pytest.mark.parametrize(
    "file", ["liwc2007_flat.dic", "quanteda_nested.yml", "quanteda_unquoted_bool_trap.yml", "yoshikoder.ykd", "mpqa.tff"]
)
def test_what_is_written_as_yaml_is_read_again(tmp_path, file):
    lexicon = load(FORMATS / file)

    assert pairs(load(write_yaml(lexicon, tmp_path / "x.yml"))) == pairs(lexicon)


def test_yaml_quotes_what_could_be_taken_for_something_else(tmp_path):
    lexicon = Lexicon.from_entries("x", (Entry('say "no"', "on"), Entry("back\\slash", "on"), Entry("1989", "on")))

    assert pairs(load(write_yaml(lexicon, tmp_path / "x.yml"))) == pairs(lexicon)


@pytest.mark.parametrize("write", [write_dic, write_yaml])
def test_weights_are_not_dropped_silently(tmp_path, write):
    with pytest.raises(LexiconError, match=r"cannot hold weights, and 2 entries have one \(\"can't stand\": -3\)"):
        write(load(FORMATS / "afinn.txt"), tmp_path / "x")


def test_wildcards_liwc_does_not_know_are_refused(tmp_path):
    with pytest.raises(LexiconError, match=r"change '\*ism', or write YAML"):
        write_dic(Lexicon.from_words("x", ["*ism"]), tmp_path / "x.dic")


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_yaml(load("hedges"), tmp_path / "missing" / "x.yml")


@pytest.mark.parametrize("write", [write_dic, write_yaml])
def test_white_space_in_a_term_does_not_break_the_file(tmp_path, write):
    lexicon = Lexicon.from_entries("x", (Entry("rule\tof\nlaw", "c"), Entry("riot", "c")))

    assert {entry.term for entry in load(write(lexicon, tmp_path / f"x.{write.__name__}")).entries} == {"rule of law", "riot"}


@pytest.mark.parametrize(
    ("write", "entry"),
    [
        (write_dic, Entry("", "c")),
        (write_yaml, Entry(" ", "c")),
        (write_dic, Entry("a", "c (d)")),
        (write_dic, Entry("a", " ")),
    ],
)
def test_what_would_come_back_changed_is_refused(tmp_path, write, entry):
    with pytest.raises(LexiconError, match="cannot hold"):
        write(Lexicon.from_entries("x", (entry,)), tmp_path / "x")
