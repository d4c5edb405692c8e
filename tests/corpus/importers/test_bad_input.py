"""Damaged, hostile and unusual files: a clear line in the report, and the good files of the batch are still imported."""

# ruff: noqa: E501 (lines of exports are as long as they are)

from __future__ import annotations

import gzip
import io
import json
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from framing.corpus.importers import Imported, import_paths, import_to_jsonl, write_jsonl
from framing.corpus.importers.batch import Batch
from framing.errors import CorpusError, FramingWarning, ModelMissing, OptionError, OutputError
from tests.corpus.importers import made


@pytest.fixture
def good(tmp_path) -> Path:
    """A file that must be imported whatever stands beside it."""
    path = tmp_path / "zz good.txt"
    path.write_text("\n\n".join(made.BODY), encoding="utf-8")
    return path


def refused(paths: list[Path]) -> tuple[Imported, str]:
    """The import of a bad file and a good one, and the reason in the row of the bad one."""
    with pytest.warns(FramingWarning, match="refused"):
        result = import_paths(paths)
    assert [document.source for document in result.documents] == ["zz good.txt"]
    reasons = result.report.data["refused"].dropna()
    assert len(reasons) == 1
    assert list(result.report.problems.loc[result.report.problems["kind"] == "refused", "detail"]) == list(reasons)
    return result, reasons.iloc[0]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_docx_is_refused(tmp_path, good, share):
    whole = made.docx(tmp_path / "whole.docx", made.nexis()).read_bytes()
    path = tmp_path / "cut.docx"
    path.write_bytes(whole[: int(share * len(whole))])

    _, reason = refused([path, good])

    assert "damaged or cut off" in reason
    assert "download it again" in reason


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, good):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"a" * (60 << 20))
        archive.writestr("[Content_Types].xml", b"<Types/>")

    tracemalloc.start()
    _, reason = refused([path, good])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert "zip bomb" in reason
    assert peak < 30 << 20


def test_an_archive_that_declares_a_giant_size_is_refused(tmp_path, good):
    path = tmp_path / "giant.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"text")
    raw = bytearray(path.read_bytes())
    at = raw.find(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 2 << 30)
    path.write_bytes(bytes(raw))

    _, reason = refused([path, good])

    assert "over the limit" in reason


def test_a_gzip_bomb_is_refused(tmp_path, good):
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * (80 << 20)))

    _, reason = refused([path, good])

    assert "beyond the limits" in reason


ENTITIES = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [ENTITIES, EXTERNAL], ids=["bomb", "external"])
def test_xml_with_entities_is_refused_unread(tmp_path, good, doctype):
    path = tmp_path / "bad.xml"
    path.write_text(
        f'<?xml version="1.0"?>{doctype}<PPSResponse><article><headline><paragraph>&a;</paragraph></headline></article></PPSResponse>'
    )

    result, reason = refused([path, good])

    assert "entities" in reason
    assert Path("/etc/hostname").read_text().strip() not in str([d.text for d in result.documents])


def test_entities_inside_a_docx_are_refused(tmp_path, good):
    whole = made.docx(tmp_path / "whole.docx", made.nexis())
    path = tmp_path / "bad.docx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:document", b'<!DOCTYPE w [<!ENTITY a "ha">]><w:document', 1)
            target.writestr(name, content)

    _, reason = refused([path, good])

    assert "declares entities" in reason


def test_truncated_xml_keeps_what_came_before_and_says_so(tmp_path):
    path = tmp_path / "cut.xml"
    whole = made.factiva_xml()
    path.write_text(whole[: whole.index("Quay <hlt>opens</hlt> 2")], encoding="utf-8")

    with pytest.warns(FramingWarning, match="1 of 1 files"):
        result = import_paths([path])

    assert len(result.documents) == 2
    assert "broke off after 2 documents" in result.report.data["refused"][0]
    assert "cut off" in result.report.data["refused"][0]


@pytest.mark.parametrize("name", ["../climbs.txt", "/etc/climbs.txt", "a/../../climbs.txt", "..\\climbs.txt"])
def test_archive_members_that_climb_out_are_refused_and_the_others_imported(tmp_path, name):
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("good/one.txt", "\n\n".join(made.BODY))
        archive.writestr(zipfile.ZipInfo(name), "bad")

    with pytest.warns(FramingWarning, match="1 of 2 files or members"):
        result = import_paths([path])

    assert [document.source for document in result.documents] == ["archive.zip/good/one.txt"]
    assert "leads out of its folder" in result.report.data["refused"].dropna().iloc[0]
    assert not (tmp_path.parent / "climbs.txt").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["archive.zip"]


def test_an_html_page_saved_as_rtf_is_read_as_html_and_said_so(tmp_path):
    path = tmp_path / "page.rtf"
    path.write_text(made.page(), encoding="utf-8")

    result = import_paths([path])

    assert result.report.data["format"][0] == "web_page_html"
    assert len(result.documents) == 1
    assert "the name ends in .rtf, the content is html" in result.report.problems["detail"].iloc[0]


NO_HITS = {
    "proquest.txt": made.RULE + made.FOOT,
    "lexis.txt": "\n\nDownload Request: Selected Items: 0\nTime Of Request: Friday, March 20, 2018\n\nNo Documents Found\n",
    "nexis.txt": "Date and Time: Friday\nJob Number: 1\nDocuments (0)\nClient/Matter: -None-\nSearch Terms: quay\nSearch Type: x\nNarrowed by: \n",
    "factiva.html": '<html><body><div class="fcpNavContainer"><td class="factivalogo">Factiva</td></div><p>No results</p></body></html>',
    "europresse.html": '<html><head><link href="http://bpe.europresse.com/x.css"></head><body>0</body></html>',
    "factiva.xml": '<?xml version="1.0"?><PPSResponse><ppsArticleResponse><ppsarticleResultSet count="0"/></ppsArticleResponse></PPSResponse>',
    "table.json": "[]",
    "table.csv": "id,title,text,date\n",
}


@pytest.mark.parametrize("name", NO_HITS)
def test_an_export_without_hits_is_named_as_such(tmp_path, good, name):
    path = tmp_path / name
    path.write_text(NO_HITS[name], encoding="utf-8")

    _, reason = refused([path, good])

    assert "holds no document" in reason


def test_a_document_behind_a_password_is_refused(tmp_path, good):
    path = tmp_path / "secret.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)

    _, reason = refused([path, good])

    assert "password" in reason


def test_an_archive_behind_a_password_is_refused(tmp_path, good):
    path = tmp_path / "secret.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "text")
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(mark) + offset] |= 1
    path.write_bytes(bytes(raw))

    _, reason = refused([path, good])

    assert "password" in reason


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("nul.txt", b"\0" * 100, "empty"),
        ("paper.pdf", b"%PDF-1.7\n...", "PDF"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Microsoft Office format"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", "image"),
        ("cut.json", b'[{"text": "The quay', "damaged or cut off"),
        ("broken.warc", b"WARC/1.0\r\n\r\n", "web archive"),
        ("broken.parquet", b"PAR1 nothing", "could not be read"),
        ("archive.rar", b"Rar!\x1a\x07", "RAR"),
        ("archive.tar", b"a.txt".ljust(257, b"\0") + b"ustar".ljust(600, b"\0"), "TAR"),
        ("program.bin", bytes(range(256)) * 8, "binary"),
        ("mail.eml", b"From: a@b.example\nTo: c@d.example\nContent-Type: text/plain\n\nhello\n", "no HTML part"),
        ("columns.json", b'[{"a": 1, "b": "x"}]', "column_map"),
        ("letter.rtf", b"{\\rtf1\\ansi Dear Ada, the quay is open.\\par}", 'format="plain"'),
        ("README.md", b"# About these texts\n", "about the folder"),
        ("empty.zip", b"PK\x05\x06" + b"\0" * 18, "empty"),
    ],
)
def test_other_files_are_refused_with_advice(tmp_path, good, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)

    _, reason = refused([path, good])

    assert said in reason


def test_an_archive_nested_too_deep_is_refused(tmp_path, good):
    content = b"text"
    for i in range(4):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(f"inner{i}.zip" if i else "a.txt", content)
        content = buffer.getvalue()
    path = tmp_path / "nested.zip"
    path.write_bytes(content)

    _, reason = refused([path, good])

    assert "inside an archive" in reason


def test_the_plain_format_reads_what_is_no_export_when_asked(tmp_path):
    path = made.docx(tmp_path / "letter.docx", list(made.BODY))

    result = import_paths([path], format="plain")

    assert result.documents[0].text == "\n\n".join(made.BODY)


def test_overlapping_exports_give_each_document_once(tmp_path):
    (tmp_path / "a.txt").write_text(made.proquest_txt(5), encoding="utf-8")
    records = made.RULE.join(made.proquest_record(i) for i in range(3, 8))
    (tmp_path / "b.txt").write_text(made.RULE + records + made.RULE + made.FOOT, encoding="utf-8")

    result = import_paths([tmp_path])

    assert len(result.documents) == 8
    assert list(result.report.data["duplicates"]) == [0, 2]
    assert list(result.report.problems["kind"]) == ["double download", "double download"]
    assert set(result.report.problems["file"]) == {"b.txt"}


def test_another_text_under_the_same_number_is_kept_and_flagged(tmp_path):
    (tmp_path / "a.txt").write_text(made.proquest_txt(1), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        made.RULE + made.proquest_record(0, body=made.OTHER) + made.RULE + made.FOOT, encoding="utf-8"
    )

    result = import_paths([tmp_path])

    assert len(result.documents) == 2
    assert result.documents[1].id == result.documents[0].id + "-2"
    assert list(result.report.problems["kind"]) == ["same id"]


def test_paths_with_spaces_and_chinese_characters_are_read(tmp_path):
    folder = tmp_path / "my corpus 语料 (2)"
    folder.mkdir()
    (folder / "港口 日报 1.txt").write_text(made.proquest_txt(1), encoding="utf-8")

    result = import_paths([folder])

    assert result.documents[0].source == "港口 日报 1.txt"


def test_a_folder_of_very_many_tiny_files_is_read_in_order(tmp_path):
    n = 1500
    for i in range(n):
        (tmp_path / f"{i:05d}.txt").write_text(f"Note number {i} from the harbour of Lindmoor.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("hidden")

    result = import_paths([tmp_path])

    assert len(result.documents) == n
    assert [document.source for document in result.documents] == [f"{i:05d}.txt" for i in range(n)]
    assert len(result.report.data) == n


def test_links_that_lead_in_a_circle_end(tmp_path, good):
    (tmp_path / "circle").symlink_to(tmp_path)

    assert len(import_paths([tmp_path]).documents) == 1


#: Few and long words, because every word costs time under tracemalloc.
LONG = ("quayside" * 25 + " ") * 440


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["txt", "html", "jsonl", "json"])
def test_a_large_export_is_streamed(tmp_path, kind):
    """Memory of the reading must not grow with the file: four times the records (4 and 14 MB), about the same peak."""

    def peak(n: int) -> int:
        path = tmp_path / f"large{n}.{kind}"
        with path.open("w", encoding="utf-8") as stream:
            if kind in ("jsonl", "json"):
                rows = (json.dumps({"title": f"Note {i}", "text": f"{i} " + LONG}) for i in range(n))
                stream.write("[" if kind == "json" else "")
                for i, row in enumerate(rows):
                    stream.write((",\n" if i and kind == "json" else "") + row + ("\n" if kind == "jsonl" else ""))
                stream.write("]" if kind == "json" else "")
            elif kind == "txt":
                for i in range(n):
                    stream.write(made.RULE + made.proquest_record(i, body=(f"{i} " + LONG,)))
                stream.write(made.RULE + made.FOOT)
            else:
                stream.write("<html><head><title>ProQuest Export</title></head><body>")
                for i in range(n):
                    stream.write(made.proquest_html(1).replace("900000", str(900000 + i)).replace(made.BODY[0], f"{i} " + LONG))
        batch = Batch((path,))
        tracemalloc.start()
        count = sum(1 for _ in batch.documents())
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == n
        return used

    peak(5)
    small, large = peak(40), peak(160)
    assert large < small + (5 << 20)


def test_deeply_nested_markup_is_read(tmp_path):
    path = tmp_path / "deep.html"
    deep = "<div>" * 1500 + made.BODY[0] + "</div>" * 1500
    path.write_text(made.proquest_html(1).replace(made.BODY[0], deep), encoding="utf-8")

    assert made.BODY[0] in import_paths([path]).documents[0].text


def test_the_path_must_exist(tmp_path):
    with pytest.raises(CorpusError, match="no such file or folder"):
        import_paths([tmp_path / "nothing"])


def test_unknown_formats_and_columns_name_the_nearest(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("Artikel,Datum,Titel\nThe quay is open,2020-01-01,Quay\n", encoding="utf-8")

    with pytest.raises(OptionError, match="did you mean 'nexis_docx'"):
        import_paths([path], format="nexis_dox")
    with pytest.raises(OptionError, match="did you mean 'text'"):
        import_paths([path], column_map={"text": "Artikel", "texxt": "Artikel"})
    with pytest.raises(OptionError, match="must name the column of the text"):
        import_paths([path], column_map={"title": "Titel"})
    with pytest.warns(FramingWarning), pytest.MonkeyPatch.context():
        result = import_paths([path], column_map={"text": "Artikl"})
    assert "did you mean 'Artikel'" in result.report.data["refused"][0]


def test_a_format_that_cannot_live_in_the_file_is_refused(tmp_path, good):
    with pytest.warns(FramingWarning):
        result = import_paths([good], format="factiva_xml")

    assert "this file is txt" in result.report.data["refused"][0]


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("docx", "a.docx"),
        ("striprtf.striprtf", "a.rtf"),
        ("rispy", "a.ris"),
        ("warcio.archiveiterator", "a.warc"),
        ("trafilatura", "a.html"),
        ("defusedxml.common", "a.xml"),
    ],
)
def test_a_missing_package_is_named_with_the_command_that_installs_it(tmp_path, monkeypatch, module, name):
    path = tmp_path / name
    if name.endswith("docx"):
        made.docx(path, made.nexis())
    elif name.endswith("rtf"):
        made.rtf(path, made.nexis())
    elif name.endswith("html"):
        path.write_text(made.page(), encoding="utf-8")
    elif name.endswith("xml"):
        path.write_text(made.factiva_xml(), encoding="utf-8")
    elif name.endswith("ris"):
        path.write_text("TY  - NEWS\nTI  - Quay\nER  - \n")
    else:
        made.warc(path, [("https://harbour.example/1", "200 OK", made.page())])
    monkeypatch.setitem(__import__("sys").modules, module, None)

    with pytest.raises(ModelMissing, match=r'pip install "framing-analysis\[import\]"'):
        import_paths([path])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le café du port “Chez Léa” a rouvert à Noël."),
        ("utf-8-sig", "Le café"),
        ("utf-16", "Le café 港口"),
        ("gb18030", "港口管理局星期一开放了新码头，居民们表示欢迎。" * 3),
    ],
)
def test_texts_that_are_not_plain_utf8_are_decoded(tmp_path, encoding, text):
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode(encoding))

    assert import_paths([path]).documents[0].text == text


def test_mojibake_is_undone_and_said_so(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("The board said: â€œWe will keep the cafÃ©.â€\x9d", encoding="utf-8")

    result = import_paths([path])

    assert result.documents[0].text in ("The board said: “We will keep the café.”", 'The board said: "We will keep the café."')
    assert list(result.report.problems["kind"]) == ["mojibake repaired"]


def test_writing_twice_adds_nothing_and_a_conflict_changes_nothing(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(made.proquest_txt(3), encoding="utf-8")
    out = tmp_path / "out" / "corpus.jsonl"
    first = write_jsonl(import_paths([source]), out)
    before = out.read_bytes()

    again = write_jsonl(import_paths([source]), out)
    source.write_text(made.proquest_txt(4), encoding="utf-8")
    more = write_jsonl(import_paths([source]), out)

    assert (first.added, again.added, again.present, more.added, more.present) == (3, 0, 3, 1, 3)
    assert out.read_bytes().startswith(before)
    source.write_text(made.proquest_txt(4).replace("two years", "ten years"), encoding="utf-8")
    before = out.read_bytes()
    with pytest.raises(OutputError, match="with another text; nothing was written"):
        write_jsonl(import_paths([source]), out)
    with pytest.raises(OutputError, match="exists and is not overwritten"):
        write_jsonl(import_paths([source]), out, resume=False)
    assert out.read_bytes() == before


def test_an_interrupted_run_is_taken_up(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(made.proquest_txt(3), encoding="utf-8")
    out = tmp_path / "corpus.jsonl"
    write_jsonl(import_paths([source]), out)
    whole = out.read_bytes()
    out.write_bytes(whole[:-40])

    written = write_jsonl(import_paths([source]), out)

    assert out.read_bytes() == whole
    assert "incomplete" in written.notes[0]


def test_a_foreign_file_is_not_touched(tmp_path, good):
    out = tmp_path / "notes.jsonl"
    out.write_text("my notes\n")

    with pytest.raises(OutputError, match="line 1 is not a document"):
        write_jsonl(import_paths([good]), out)
    assert out.read_text() == "my notes\n"


def test_a_streamed_import_skips_finished_files_and_equals_the_other(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(made.proquest_txt(3), encoding="utf-8")
    out = tmp_path / "streamed.jsonl"

    first, _ = import_to_jsonl([folder], out)
    (folder / "b.txt").write_text("\n\n".join(made.OTHER), encoding="utf-8")
    second, report = import_to_jsonl([folder], out)
    third, _ = import_to_jsonl([folder], out)
    write_jsonl(import_paths([folder]), tmp_path / "whole.jsonl")

    assert (first.added, second.added, third.added) == (3, 1, 0)
    assert list(report.data["file"]) == ["b.txt"]
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_what_was_written_is_read_again_as_the_same_documents(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(made.proquest_txt(2), encoding="utf-8")
    documents = import_paths([source]).documents
    written = write_jsonl(import_paths([source]), tmp_path / "corpus.jsonl")

    again = import_paths([written.path]).documents

    assert [(d.id, d.text, d.title, d.date, d.outlet) for d in again] == [
        (d.id, d.text, d.title, d.date, d.outlet) for d in documents
    ]
