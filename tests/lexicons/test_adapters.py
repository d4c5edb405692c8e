import pytest

from framing.errors import LexiconError, ModelMissing
from framing.lexicons.adapters import installed
from framing.lexicons.formats import load

# Invented data in the layout of the packages: what is tested is where files are looked for and how they are read.
FILES = {
    "vader": (
        "vaderSentiment/vader_lexicon.txt",
        "calm\t1.5\t0.5\t[1, 2]\nriot\t-2.0\t0.5\t[-2, -2]\nriot\t-2.5\t0.5\t[-2, -3]\n",
    ),
    "afinn": ("afinn/data/AFINN-en-165.txt", "calm\t2\ncan't stand\t-3\n"),
    "empath": ("empath/data/categories.tsv", "peace\tcalm\tpeaceful\nwar\tbattle_field\triot\n"),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vader", {("calm", "vader", 1.5), ("riot", "vader", -2.5)}),
        ("afinn", {("calm", "afinn", 2.0), ("can't stand", "afinn", -3.0)}),
        ("empath", {("calm", "peace", 1.0), ("peaceful", "peace", 1.0), ("battle field", "war", 1.0), ("riot", "war", 1.0)}),
    ],
)
def test_a_list_is_read_where_the_package_lies(tmp_path, monkeypatch, unimported, name, expected):
    file, text = FILES[name]
    unimported(file.split("/")[0])
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    (tmp_path / file.split("/")[0] / "__init__.py").write_text("raise RuntimeError('the package must not be run')")
    monkeypatch.syspath_prepend(tmp_path)
    lexicon = load(name)

    assert {(entry.term, entry.category, entry.weight) for entry in lexicon.entries} == expected
    assert lexicon.name == name
    assert "citation" not in lexicon.unstated


def test_nltk_lists_are_read_where_the_user_has_them(tmp_path, monkeypatch):
    folder = tmp_path / "corpora" / "opinion_lexicon"
    folder.mkdir(parents=True)
    (folder / "positive-words.txt").write_text("; a comment\n\ncalm\n", encoding="utf-8")
    (folder / "negative-words.txt").write_text("; a comment\n\nriot\n", encoding="utf-8")
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))
    lexicon = load("opinion-lexicon")

    assert {(entry.term, entry.category) for entry in lexicon.entries} == {("calm", "positive"), ("riot", "negative")}


def test_a_package_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(ModelMissing, match="'vader' lies in a package that is not installed here; install vaderSentiment"):
        load("vader")


def test_an_unknown_list_is_refused():
    with pytest.raises(LexiconError, match="`name` must be one of vader"):
        installed("vadr")
