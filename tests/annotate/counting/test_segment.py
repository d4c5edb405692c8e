import pytest

from framing.annotate.counting.segment import needs_segmenter, segmenter
from framing.annotate.counting.tokens import tokenise
from framing.corpus.documents import Corpus, Document
from framing.errors import ModelMissing

TEXT = "网络犯罪必须打击。2014年，警方说 OK。"


def store_of(text, lang, **fields):
    return tokenise(Corpus((Document("a", text, lang=lang, **fields),)))


@pytest.mark.parametrize(("lang", "expected"), [("zh", True), ("ZH_cn", True), ("en", False), (None, False), ("", False)])
def test_only_languages_without_spaces_need_a_segmenter(lang, expected):
    assert needs_segmenter(lang) is expected


def test_chinese_words_have_offsets_like_any_others():
    pytest.importorskip("rjieba")
    store = store_of(TEXT, "zh", title="新闻")
    words = [store.surfaces[i] for i in store.ids]
    body = store.voice == 0

    assert words[0] == "新闻"
    assert [TEXT[a:b] for a, b in zip(store.start[body], store.end[body], strict=True)] == words[1:]
    assert "犯罪" in words
    assert not {"。", "，", " "} & set(words)
    assert store.sentence[body].tolist()[0] == 1
    assert store.sentence.max() == 2


def test_texts_with_and_without_a_segmenter_stand_in_one_store():
    pytest.importorskip("rjieba")
    corpus = Corpus((Document("a", "One two."), Document("b", TEXT, lang="zh"), Document("c", "Three")))
    store = tokenise(corpus)

    assert [store.words("a"), store.words("c")] == [["one", "two"], ["three"]]
    assert store.words("b") == store_of(TEXT, "zh").words("a")


def test_a_missing_segmenter_is_named(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", missing)

    with pytest.raises(ModelMissing, match=r"\(rjieba or jieba\), which is not installed; install 'framing-analysis\[zh\]'"):
        segmenter("zh")


def test_without_a_language_runs_of_characters_are_counted():
    assert store_of("网络犯罪，警方", None).words("a") == ["网络犯罪", "警方"]
