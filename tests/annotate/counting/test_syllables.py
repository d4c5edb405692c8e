"""Syllable counts and textstat without a network."""

import subprocess
import sys

import platformdirs
import pytest

from framing.annotate.counting import syllables
from framing.errors import ModelMissing


@pytest.fixture
def fresh(monkeypatch, tmp_path):
    """A user without a cache."""
    syllables.nltk_folder.cache_clear()
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *a, **k: str(tmp_path / "cache"))
    monkeypatch.setattr(syllables.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    yield tmp_path
    syllables.nltk_folder.cache_clear()


@pytest.mark.parametrize(
    ("word", "n"),
    [("government", 3), ("Government’s", 3), ("law-and-order", 4), ("2014", 1), ("1,000.5", 1), ("the", 1), ("-", 1), ("", 1)],
)
def test_syllables_of_words(word, n):
    assert syllables.count_syllables([word]).tolist() == [n]


def test_words_outside_the_table_get_one_more_than_their_hyphenation_points():
    assert "weiboisation" not in syllables.table()
    assert syllables.count_syllables(["weiboisation"])[0] >= 3


def test_the_dictionary_is_made_once_and_checked_by_hash(fresh):
    folder = syllables.nltk_folder()
    file = folder / "corpora" / "cmudict" / "cmudict"

    assert folder.parent == fresh / "cache"
    assert [path.name for path in file.parent.iterdir()] == ["cmudict"]
    before = file.stat().st_mtime_ns
    syllables.nltk_folder.cache_clear()
    assert syllables.nltk_folder() == folder
    assert file.stat().st_mtime_ns == before


def test_a_damaged_dictionary_is_made_again(fresh):
    file = syllables.nltk_folder() / "corpora" / "cmudict" / "cmudict"
    file.write_bytes(b"WORD 1 X0\n")
    syllables.nltk_folder.cache_clear()
    syllables.nltk_folder()

    assert syllables._is_ours(file)


def test_without_a_writable_cache_a_temporary_folder_serves(fresh):
    (fresh / "cache").write_text("a file where the folder should be")

    assert (fresh / "temporary") in syllables.nltk_folder().parents


def test_without_any_writable_folder_the_message_names_those_tried(fresh, monkeypatch):
    def refuse(file):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(syllables, "_write", refuse)
    with pytest.raises(ModelMissing, match=r"tried .*cache.* \(Permission denied\)"):
        syllables.nltk_folder()


def test_a_damaged_package_file_is_refused(monkeypatch):
    monkeypatch.setattr(syllables, "TABLE_SHA256", "0" * 64)
    syllables.table.cache_clear()
    with pytest.raises(ModelMissing, match="damaged"):
        syllables.table()
    syllables.table.cache_clear()


def test_several_processes_may_make_it_at_once(tmp_path):
    code = "from framing.annotate.counting.syllables import nltk_folder; print(nltk_folder())"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            text=True,
            env={"HOME": str(tmp_path), "PATH": "", "XDG_CACHE_HOME": str(tmp_path)},
        )
        for _ in range(4)
    ]
    folders = {process.communicate(timeout=120)[0].strip() for process in started}

    assert all(process.returncode == 0 for process in started)
    assert len(folders) == 1
    left = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert left == ["cmudict"]


def test_textstat_never_downloads(monkeypatch):
    import nltk

    def refuse(*a, **k):
        raise AssertionError("a download was tried")

    monkeypatch.setattr(nltk, "download", refuse)
    textstat = syllables.textstat_offline()

    assert textstat.flesch_reading_ease("The cat sat on the mat.") == pytest.approx(116.145)
    assert str(nltk.corpus.cmudict.root).startswith(str(syllables.nltk_folder()))


def test_every_word_of_the_table_counts_the_same_in_textstat():
    textstat = syllables.textstat_offline()
    words = [word for word in list(syllables.table())[::997] if word.isalpha()]

    assert len(words) > 100
    assert [textstat.syllable_count(word) for word in words] == syllables.count_syllables(words).tolist()
