"""Reading a corpus: every layout people have, and a clear word for everything that is wrong."""

import json
import warnings

import pandas as pd
import pytest

from framing.corpus.documents import Corpus, Document
from framing.corpus.readers import read_corpus, with_clusters
from framing.errors import CorpusError, FramingWarning, OptionError, StudyError

SIDES = {"state": {"outlet": ["The Daily Post"]}, "critical": {"outlet": ["Harbour Times"]}}


@pytest.fixture
def folder(tmp_path):
    """Two texts and their table."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("The port opened.\n\nAll went well.", encoding="utf-8")
    (tmp_path / "texts" / "b.txt").write_text("The port stayed shut.", encoding="utf-8")
    rows = (
        "id,file,outlet,date,title",
        "a,texts/a.txt,The Daily Post,2020-01-02,Port opens",
        "b,texts/b.txt,Harbour Times,2020-01-03,Shut",
    )
    (tmp_path / "documents.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def rewrite(folder, old, new):
    table = folder / "documents.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def jsonl(path, *rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_reads_a_folder_with_its_table_and_keeps_the_order_of_sides(folder):
    corpus = read_corpus(folder, sides=dict(reversed(SIDES.items())))

    assert [d.id for d in corpus] == ["a", "b"]
    assert corpus.sides == ("critical", "state")
    assert [d.side for d in corpus] == ["state", "critical"]
    assert corpus["a"].text == "The port opened.\n\nAll went well."
    assert (corpus["a"].title, corpus["a"].date, corpus["a"].source) == ("Port opens", "2020-01-02", "a.txt")


def test_the_table_itself_and_the_study_file_lead_to_the_same_corpus(folder):
    sides = 'state = { outlet = ["The Daily Post"] }\ncritical = { outlet = ["Harbour Times"] }\n'
    study = f'[corpus]\npath = "documents.csv"\n[sides]\n{sides}'
    (folder / "study.toml").write_text(study, encoding="utf-8")

    prints = {read_corpus(folder / "documents.csv", sides=SIDES).fingerprint}
    prints |= {read_corpus(path).fingerprint for path in (folder, folder / "study.toml")}

    assert len(prints) == 1


def test_sides_come_from_the_column_in_order_of_appearance_if_none_are_given(tmp_path):
    rows = [{"id": str(i), "side": side, "text": "x"} for i, side in enumerate(["late", "early", "late"])]

    assert read_corpus(jsonl(tmp_path / "c.jsonl", *rows)).sides == ("late", "early")


@pytest.mark.parametrize("ending", ["csv", "tsv", "parquet", "jsonl", "json"])
def test_every_kind_of_table_gives_the_same_documents(tmp_path, ending):
    rows = [
        {
            "id": "a",
            "side": "x",
            "outlet": "Post",
            "date": "2020-01-02",
            "title": 'He said "no", twice',
            "text": "One; two,\nthree.",
        },
        {"id": "b", "side": "y", "outlet": "Sun", "date": "", "title": "", "text": "Four."},
    ]
    path, frame = tmp_path / f"corpus.{ending}", pd.DataFrame(rows)
    if ending == "parquet":
        pytest.importorskip("pyarrow")
        frame.to_parquet(path)
    elif ending == "jsonl":
        jsonl(path, *rows)
    elif ending == "json":
        path.write_text(json.dumps(rows), encoding="utf-8")
    else:
        frame.to_csv(path, index=False, sep="\t" if ending == "tsv" else ",")

    corpus = read_corpus(path)

    assert [(d.id, d.side, d.outlet, d.date, d.title, d.text) for d in corpus] == [
        ("a", "x", "Post", "2020-01-02", 'He said "no", twice', "One; two,\n\nthree."),
        ("b", "y", "Sun", None, None, "Four."),
    ]


def test_a_table_with_semicolons_is_read_as_spreadsheets_in_europe_write_it(tmp_path):
    (tmp_path / "c.csv").write_text("id;side;text\na;x;One, two.\nb;y;Three.\n", encoding="utf-8")

    assert [d.text for d in read_corpus(tmp_path / "c.csv")] == ["One, two.", "Three."]


def test_a_folder_of_texts_takes_sides_from_its_subfolders(tmp_path):
    for name in ("state/b.txt", "state/a.txt", "other/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")

    corpus = read_corpus(tmp_path)

    assert [(d.id, d.side) for d in corpus] == [("other/c", "other"), ("state/a", "state"), ("state/b", "state")]


def test_columns_can_be_named_and_unknown_ones_are_noted_without_a_warning(tmp_path):
    path = jsonl(tmp_path / "c.jsonl", {"doc": "a", "body": "One.", "side": "x", "mood": "blue"})

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        corpus = read_corpus(path, columns={"text": "body", "id": "doc"})

    assert (corpus["a"].text, corpus.notes) == ("One.", ("c.jsonl: keys nobody reads were left out: mood",))


@pytest.mark.parametrize(
    ("data", "text", "noted"),
    [
        ("the café was “shut”".encode("cp1252"), "the café was “shut”", "not UTF-8, read as cp1252"),
        (
            "警方表示,网络犯罪持续上升,公安机关将继续严厉打击。".encode("gb18030"),
            "警方表示,网络犯罪持续上升,公安机关将继续严厉打击。",
            "not UTF-8",
        ),
        ("the café".encode("utf-16"), "the café", "read as UTF-16"),
        ("the café".encode("utf-8-sig"), "the café", None),
        (b"one\rtwo\r\rthree", "one\n\ntwo\n\nthree", None),
        (b"one\r\n\r\ntwo", "one\n\ntwo", None),
    ],
)
def test_encodings_and_line_breaks_are_understood_and_noted(tmp_path, data, text, noted):
    (tmp_path / "a.txt").write_bytes(data)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        corpus = read_corpus(tmp_path / "a.txt")

    assert corpus["a"].text == text
    assert [noted in str(w.message) for w in caught] == ([True] if noted else [])
    assert any(noted in note for note in corpus.notes) if noted else not corpus.notes


def test_a_table_with_a_byte_order_mark_and_cr_line_ends_is_read(tmp_path):
    (tmp_path / "c.csv").write_bytes("\ufeffid,side,text\ra,x,One.\rb,y,Two.\r".encode())

    assert [d.id for d in read_corpus(tmp_path / "c.csv")] == ["a", "b"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "texts/b.txt",
            "texts/missing.txt",
            "documents.csv: line 3: `file` 'texts/missing.txt' is not there; put the text into texts/",
        ),
        ("texts/b.txt", "../b.txt", "line 3: `file` '../b.txt' lies outside the folder of documents.csv"),
        ("texts/b.txt", "/etc/hosts", "line 3: `file` '/etc/hosts' lies outside"),
        ("b,texts", "a,texts", "line 3: the id 'a' stands twice [(]first in line 2[)]; ids must be unique"),
        ("Harbour Times", "Harbor Times", "the side 'critical' has no documents .*did you mean 'Harbor Times'"),
        (",title", ",id", "the column 'id' stands twice"),
        ("Shut", "Shut,again", "line 3: 6 values for 5 columns; put values that hold ',' in quotation marks"),
        ("Shut", '"Shut', "check the quotation marks"),
        ("id,file", "id,path", "there is neither a column `file` nor a column `text`"),
    ],
)
def test_a_bad_table_is_refused_with_file_place_and_repair(folder, old, new, message):
    rewrite(folder, old, new)

    with pytest.raises(CorpusError, match=message):
        read_corpus(folder, sides=SIDES)


def test_a_link_that_leads_out_of_the_folder_is_refused(folder, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (folder / "texts" / "b.txt").unlink()
    (folder / "texts" / "b.txt").symlink_to(secret)

    with pytest.raises(CorpusError, match="lies outside"):
        read_corpus(folder, sides=SIDES)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("c.csv", "", "c.csv: the file is empty; its first line must name the columns"),
        ("c.csv", "id,text\n", "there are no documents in it"),
        ("c.jsonl", " \n", "c.jsonl: the file is empty"),
        ("c.jsonl", '{"id": "a", "text": "x"}\n{"id": "b", "text": ', "c.jsonl: line 2: not valid JSON"),
        ("c.jsonl", '["a"]', "expected an object such as"),
        ("c.jsonl", '{"id": "a", "txt": "x"}', "line 1: there is no key 'text'; did you mean 'txt'"),
        ("c.jsonl", '{"text": "x"}', "line 1: `id` is empty"),
        ("c.docx", "PK", "c.docx: .docx is not a corpus; .*framing import"),
        ("study.toml", "[corpus\n", "study.toml: this is not valid TOML"),
        ("study.toml", "[corpus]\n", r"study.toml: \[corpus\] has no `path`"),
    ],
)
def test_a_file_that_cannot_be_a_corpus_says_what_to_do(tmp_path, name, content, message):
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises((CorpusError, StudyError), match=message):
        read_corpus(tmp_path / name)


def test_a_missing_path_and_an_empty_folder_say_what_to_do(tmp_path):
    with pytest.raises(CorpusError, match="there is no such file or folder; check"):
        read_corpus(tmp_path / "nowhere")
    with pytest.raises(CorpusError, match=r"neither a documents.csv nor any .txt"):
        read_corpus(tmp_path)


def test_an_unknown_side_field_names_the_nearest(folder):
    with pytest.raises(CorpusError, match=r"\[sides\] state: no field 'outlets'; did you mean 'outlet'"):
        read_corpus(folder, sides={"state": {"outlets": ["x"]}, "critical": {"outlet": ["y"]}})


def test_a_document_on_two_sides_is_refused(folder):
    with pytest.raises(CorpusError, match="the document 'a' is on two sides, 'state' and 'critical'"):
        read_corpus(folder, sides={"state": {"outlet": ["The Daily Post"]}, "critical": {"id": ["a", "b"]}})


def test_a_document_on_no_side_is_left_out_with_a_note(tmp_path):
    rows = [
        {"id": str(i), "outlet": outlet, "text": "x"} for i, outlet in enumerate(["The Daily Post", "Harbour Times", "Third"])
    ]

    with pytest.warns(FramingWarning, match="1 of 3 documents are on no side and were left out [(]2[)]"):
        corpus = read_corpus(jsonl(tmp_path / "c.jsonl", *rows), sides=SIDES)

    assert [d.id for d in corpus] == ["0", "1"]
    assert ("left out", "", 1, "on no side") in corpus.flow


def test_an_empty_text_is_kept_and_flagged(tmp_path):
    path = jsonl(tmp_path / "c.jsonl", {"id": "a", "text": ""}, {"id": "b", "text": "x"}, {"id": "c", "text": None})

    with pytest.warns(FramingWarning, match="2 of 3 documents have no text [(]a, c[)]"):
        corpus = read_corpus(path)

    assert [d.text for d in corpus] == ["", "x", ""]


@pytest.mark.parametrize("date", ["yesterday", "2020-02-30", "03/04/2020"])
def test_a_date_that_is_no_date_becomes_none_with_a_note(tmp_path, date):
    with pytest.warns(FramingWarning, match=f"a: the date {date!r} is no date"):
        corpus = read_corpus(jsonl(tmp_path / "c.jsonl", {"id": "a", "text": "x", "date": date}))

    assert corpus["a"].date is None


@pytest.mark.parametrize(
    ("given", "iso"), [("2020", "2020"), ("2020-03", "2020-03"), ("9 March 2020", "2020-03-09"), (20200309, "2020-03-09")]
)
def test_dates_stay_as_exact_as_they_are_given(tmp_path, given, iso):
    assert read_corpus(jsonl(tmp_path / "c.jsonl", {"id": "a", "text": "x", "date": given}))["a"].date == iso


def test_markup_inside_a_text_or_a_title_stays_text(tmp_path):
    evil = "<script>alert(1)</script> & <b>bold</b>"

    corpus = read_corpus(jsonl(tmp_path / "c.jsonl", {"id": "a", "text": evil, "title": evil, "outlet": "=cmd()"}))

    assert (corpus["a"].text, corpus["a"].title, corpus["a"].outlet) == (evil, evil, "=cmd()")


@pytest.mark.parametrize("clean", [None, True])
def test_a_text_of_five_megabytes_is_read_whole(tmp_path, clean):
    text = "The ministry said that forty ships had left the harbour. " * 90_000
    jsonl(tmp_path / "c.jsonl", {"id": "a", "text": text})

    assert read_corpus(tmp_path / "c.jsonl", clean=clean)["a"].text == text.strip()


def test_a_cell_of_a_table_may_hold_a_whole_book(tmp_path):
    (tmp_path / "c.csv").write_text("id,text\na," + "word " * 100_000 + "\n", encoding="utf-8")

    assert len(read_corpus(tmp_path / "c.csv")["a"].text) == 499_999


def test_text_is_nfc_with_ordinary_spaces_and_without_control_characters(tmp_path):
    corpus = read_corpus(jsonl(tmp_path / "c.jsonl", {"id": "a", "text": "Cafe\u0301\u00a0open\u200b\x07."}))

    assert corpus["a"].text == "Café open."


def test_lines_broken_at_a_page_width_become_paragraphs(tmp_path):
    line = "the ministry said that forty ships had left the harbour on the"
    (tmp_path / "a.txt").write_text("\n".join([line] * 5) + "\n\n" + "\n".join([line] * 5), encoding="utf-8")

    assert read_corpus(tmp_path / "a.txt")["a"].text == "\n\n".join([" ".join([line] * 5)] * 2)


def test_cleaning_runs_only_when_it_is_asked_for(tmp_path):
    text = "The ministry said that forty ships had left.\n\nCopyright 2020 The Daily Post. All rights reserved."
    path = jsonl(tmp_path / "c.jsonl", {"id": "a", "text": text})

    assert "Copyright" in read_corpus(path)["a"].text
    assert "Copyright" not in read_corpus(path, clean=True)["a"].text
    assert "Copyright" in read_corpus(path, clean=("-copyright",))["a"].text
    with pytest.raises(OptionError, match="no cleaning rule 'copyrigth'; did you mean 'copyright'"):
        read_corpus(path, clean=("copyrigth",))


def test_the_table_wins_over_the_page_and_a_disagreement_is_noted(tmp_path):
    head = "Port opens again\nBy Ann Writer | The Daily Post | Updated: 2020-01-02\n"
    page = head + "The port opened on Monday after a long and bitter winter."
    path = jsonl(tmp_path / "c.jsonl", {"id": "a", "text": page, "date": "2020-01-05", "outlet": "Post"})

    with pytest.warns(
        FramingWarning, match="a: the table says date '2020-01-05', the page says '2020-01-02'; the table is used"
    ):
        corpus = read_corpus(path, clean=True)

    assert (corpus["a"].date, corpus["a"].outlet, corpus["a"].author) == ("2020-01-05", "Post", "Ann Writer")


def test_a_text_that_is_not_the_expected_one_is_noted(tmp_path):
    right = Document("a", "One.").sha256
    path = jsonl(
        tmp_path / "c.jsonl", {"id": "a", "text": "One.\n", "sha256": right}, {"id": "b", "text": "Two.", "sha256": right}
    )

    with pytest.warns(FramingWarning, match="b: the text is not the one the table was made for"):
        corpus = read_corpus(path)

    assert len(corpus.notes) == 1


def test_several_notes_give_one_warning_with_their_number(tmp_path):
    path = jsonl(tmp_path / "c.jsonl", *({"id": str(i), "text": "x", "date": "soon"} for i in range(3)))

    with pytest.warns(FramingWarning) as caught:
        corpus = read_corpus(path)

    assert len(caught) == 1
    assert "(and 2 more, see `corpus.notes`)" in str(caught[0].message)
    assert len(corpus.notes) == 3


def test_the_field_that_is_resampled_can_be_chosen(tmp_path):
    rows = [
        {"id": "a", "text": "x", "outlet": "Post", "event": "storm", "cluster": "own"},
        {"id": "b", "text": "y", "outlet": "Post"},
    ]
    path = jsonl(tmp_path / "c.jsonl", *rows)

    clusters = {field: [d.cluster for d in read_corpus(path, cluster=field)] for field in (None, "outlet", "event", "id")}

    assert clusters == {None: ["own", None], "outlet": ["Post", "Post"], "event": ["storm", "b"], "id": ["a", "b"]}
    with pytest.raises(CorpusError, match="`cluster`: no field 'outlets'"):
        read_corpus(path, cluster="outlets")


def test_clusters_can_be_set_by_document():
    corpus = Corpus((Document("a", "x"), Document("b", "y", cluster="own")))

    assert [d.cluster for d in with_clusters(corpus, {"a": "wire"})] == ["wire", "own"]
    with pytest.raises(CorpusError, match="no document 'z'"):
        with_clusters(corpus, {"z": "wire"})


def test_paths_with_spaces_and_chinese_characters_are_read(tmp_path):
    home = tmp_path / "my texts 新闻"
    home.mkdir()
    (home / "第一 篇.txt").write_text("一", encoding="utf-8")

    assert read_corpus(home)["第一 篇"].text == "一"
