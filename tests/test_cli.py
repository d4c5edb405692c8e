"""Commands end to end on small made-up input; exit 0 done, 1 failed, 2 wrong usage."""

import inspect
import json

import pytest

from framing.annotate.quotations import INDIRECT_FROM
from framing.cli import main, quotes
from framing.runner.lines import quoted_lines

TEXT = '"We will go on," said Tolan Wey, a port clerk. He added that the boats were safe.'


def test_quotes_are_written_as_lines_with_character_offsets(tmp_path, capsys):
    (tmp_path / "in.jsonl").write_text(
        json.dumps({"id": "a", "text": TEXT}) + "\n\n" + json.dumps({"id": "b", "text": ""}) + "\n"
    )

    assert main(["quotes", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]) == 0
    first, second = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    direct = first["quotes"][0]
    assert TEXT[direct["start"] : direct["end"]].strip('"') == "We will go on,"
    assert direct["speaker_resolved"] == "Tolan Wey"
    assert second == {"id": "b", "quotes": [], "notes": second["notes"]}


@pytest.mark.parametrize(
    ("line", "id", "message"),
    [
        (b'{"id": "x"}', "x", 'line 2: needs "id" and a text in "text"'),
        (b'{"id": "x", "text": null}', "x", 'line 2: needs "id" and a text in "text"'),
        (b'{"text": "No name."}', None, 'line 2: needs "id" and a text in "text"'),
        (b'{"id": "x", "text": "No code.", "lang": 3}', "x", 'line 2: "lang" must be'),
        (b"[1, 2]", None, 'line 2: needs an object {"id", "text"}'),
        (b"{broken", None, "line 2: this is not JSON"),
        (b'{"id": "x", "text": "\xff"}', None, "line 2: not UTF-8"),
        (b'{"id": "x", "text": "\\ud800"}', None, "line 2: half a character"),
        (b"[" * 200_000, None, "line 2: this is not JSON"),
    ],
)
def test_a_line_that_cannot_be_read_is_recorded_and_the_rest_goes_on(tmp_path, capsys, line, id, message):
    good = json.dumps({"id": "a", "text": TEXT}).encode()
    (tmp_path / "in.jsonl").write_bytes(good + b"\n" + line + b"\n\xef\xbb\xbf" + good.replace(b'"a"', b"7") + b"\r\n")

    assert main(["quotes", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]) == 1
    first, second, third = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert (second["id"], second["quotes"]) == (id, [])
    assert second["notes"][0].startswith(message)
    assert (first["id"], third["id"]) == ("a", 7)
    assert len(first["quotes"]) == len(third["quotes"]) == 2
    said = capsys.readouterr()
    assert f"in.jsonl, {message}" in said.err
    assert "2 documents, 1 lines refused" in said.out


def test_a_file_of_lines_may_begin_with_a_byte_order_mark(tmp_path, capsys):
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8-sig")

    assert main(["quotes", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]) == 0
    assert main(["quotes", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "out.jsonl")]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_quotes_may_be_clauses_only(tmp_path, capsys):
    text = "The minister said that the quay was safe. The minister accused the captain of lying."
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": text}) + "\n")

    found = {}
    for flag in ([], ["--clausal-only"]):
        assert main(["quotes", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl"), *flag]) == 0
        found[bool(flag)] = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["quotes"]
    assert len(found[False]) == 2
    assert len(found[True]) == 1


def test_quotes_may_be_left_out_below_a_probability(tmp_path, capsys):
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": 'Orr said that it was late. "It is," Orr said.'}) + "\n")

    command = ["quotes", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl"), "--indirect-from"]
    assert main([*command, "1"]) == 0
    found = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["quotes"]
    assert [quote["kind"] for quote in found] == ["direct"]
    assert main([*command, "2"]) == 2
    assert "indirect_from" in capsys.readouterr().err


def test_check_says_what_is_wrong_and_exits_with_one(tiny_study, capsys):
    text = tiny_study.read_text(encoding="utf-8").replace('"Port Daily", "Quay Wire"', '"Port Daily"')
    tiny_study.write_text(text, encoding="utf-8")

    assert main(["check", str(tiny_study)]) == 1
    assert "Intervals are refused and no p value can be small" in capsys.readouterr().out


def test_check_of_a_sound_enough_corpus_exits_with_zero(tiny_study, capsys):
    assert main(["check", str(tiny_study)]) == 0
    assert "warning: " in capsys.readouterr().out


def test_kwic_shows_keyword_document_and_voice(tiny_study, capsys):
    assert main(["kwic", str(tiny_study), "order", "--voice", "direct", "--n", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all("[" in line and "direct" in line and "Tolan Wey" in line for line in lines)


def test_an_unknown_voice_is_wrong_usage(tiny_study, capsys):
    assert main(["kwic", str(tiny_study), "order", "--voice", "owned"]) == 2
    assert "did you mean 'own'?" in capsys.readouterr().err


def test_lexicons_are_listed_with_their_licence(capsys):
    assert main(["lexicons", "list"]) == 0
    assert "CC0-1.0" in capsys.readouterr().out


def test_check_of_a_study_reads_its_dictionaries(tiny_study, capsys):
    (tiny_study.parent / "my.dic").write_text("%\n1\torder\n", encoding="utf-8")
    tiny_study.write_text(tiny_study.read_text(encoding="utf-8").replace('"rights-liberties"', '"my.dic"'), encoding="utf-8")

    assert main(["check", str(tiny_study)]) == 1
    assert "my.dic" in capsys.readouterr().err


def test_a_dictionary_file_is_checked(tmp_path, capsys):
    (tmp_path / "my.dic").write_text("%\n1\torder\n%\nkeep*\t1\nquiet\t1\n", encoding="utf-8")

    assert main(["lexicons", "check", str(tmp_path / "my.dic")]) == 0
    assert "my" in capsys.readouterr().out


def test_import_reads_adds_and_does_not_add_twice(tmp_path, capsys):
    (tmp_path / "table.csv").write_text("id,outlet,Body\na,Port Daily,Order came back to the quay.\n", encoding="utf-8")
    arguments = ["import", str(tmp_path / "table.csv"), "--out", str(tmp_path / "c.jsonl"), "--column", "text=Body"]

    assert main(arguments) == 0
    assert "1 documents added" in capsys.readouterr().out
    assert main(arguments) == 0
    assert "0 documents added" in capsys.readouterr().out


def test_a_column_without_a_name_is_wrong_usage(tmp_path, capsys):
    arguments = ["import", str(tmp_path), "--out", str(tmp_path / "c.jsonl"), "--column", "Body"]

    assert main(arguments) == 2
    assert "write FIELD=NAME" in capsys.readouterr().err


def test_the_doctor_names_versions_and_models(capsys):
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "scikit-learn" in said
    assert "English model: " in said


def test_a_sample_is_written_with_its_key_beside_it(tiny_study, tmp_path, capsys):
    assert main(["sample", str(tiny_study), "--out", str(tmp_path / "sheet.csv"), "--n", "4"]) == 0
    assert (tmp_path / "sheet.key.csv").exists()
    assert "4 rows to code" in capsys.readouterr().out


def test_lexicons_check_says_everything_and_where(tmp_path, capsys):
    long = "a term that goes on for longer than any column of a table would be wide and has no weight at all"
    (tmp_path / "bad.csv").write_text(f"term,category,weight\nquay,place,1\n{long},place,heavy\n", encoding="utf-8")
    (tmp_path / "good.csv").write_text("term,category\nquay,place\nquay,place\n", encoding="utf-8")

    assert main(["lexicons", "check", str(tmp_path / "good.csv"), "hedges"]) == 0
    assert "good.csv:3: 'quay' stands twice in 'place' (first in line 2); counted once" in capsys.readouterr().out
    assert main(["lexicons", "check", str(tmp_path / "bad.csv"), str(tmp_path / "good.csv")]) == 1
    said = capsys.readouterr().out
    assert "bad.csv:3" in said
    assert "heavy" in said
    assert "..." not in said
    assert "status: repaired" in said
    assert main(["lexicons", "check", str(tmp_path / "bad.csv"), str(tmp_path / "none.csv")]) == 2
    assert "no lexicon" in capsys.readouterr().out


def test_the_command_line_leaves_out_what_the_package_leaves_out():
    assert inspect.signature(quotes).parameters["indirect_from"].default == INDIRECT_FROM
    assert inspect.signature(quoted_lines).parameters["indirect_from"].default == INDIRECT_FROM
