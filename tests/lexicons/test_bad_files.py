"""Files as people really have them: nothing is lost or invented without a word, and no message is a riddle."""

import random

import pytest

from framing.errors import FramingError, LexiconError
from framing.lexicons.formats import load
from framing.lexicons.match import match
from tests.lexicons.test_formats import FORMATS
from tests.lexicons.test_match import store_of

OWN = "framing-lexicon: 1\ncategories:\n  a: [riot]\n"
ALL = sorted(path for path in FORMATS.iterdir() if path.name != "README.md")


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def weighted(lexicon):
    return [(entry.term, entry.category, entry.weight) for entry in lexicon.entries]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", 'term,score\nriot,1\n"clash,2\nwar,3\n', "a.csv:3: .* quotation mark that opens here is not closed"),
        ("a.tsv", 'word\tscore\n"\t1\n"riot\t2\nwar\t3\n', "a.tsv:2: .* quotation mark that opens here is not closed"),
        ("a.csv", 'term,score\n"riot\nclash",1\n', "a.csv:2: the term .* runs over several lines"),
        ("a.csv", "term,score\nriot,1_000\n", "a.csv:2: the weight of 'riot' must be a number, got '1_000'"),
        ("a.csv", "term,score,score\nriot,1,2\n", "a.csv:1: the header names the column 'score' twice"),
        ("a.txt", "riot\t-2\nwar\t-3,5\ncalm\t1\n", "a.txt:2: the weight of 'war' must be a number, got '-3,5'"),
        ("a.txt", "riot\tanger\t1\nwar\tanger\tx\ncalm\tjoy\t1\n", "a.txt:2: the weight of 'war' must be a number, got 'x'"),
        ("a.tsv", "riot\tneg\nwar\tneg\ncalm\tpos\npeace\tpos\n", "a.tsv:1: .* put a first line `term TAB category`"),
        ("a.lc3", "riot\n+a\nwar\n", "a.lc3:1: the term 'riot' stands before the first `\\+category`"),
        ("a.json", '{"a": {"riot": NaN}}', "category 'a': the weight of 'riot' must be a number, got NaN"),
        ("a.json", '{"a": {"riot": true}}', "category 'a': the weight of 'riot' must be a number, got true"),
        ("a.json", '{"a": {"riot": "2", "war": "1"}}', "the weight of 'riot' must be a number without quotes, got \"2\""),
        ("a.json", '{"a": "(riot"}', "category 'a': '\\(riot' is no regular expression"),
        ("a.json", '{"a":' * 3000 + "1" + "}" * 3000, "a.json: is nested too deeply"),
        ("a.yml", "a:\n  - riot: nan\n", "a.yml:2: the weight of 'riot' must be a number, got 'nan'"),
        ("a.yml", "a: &x\n  - riot\n  - *x\n", "a.yml:1: holds an alias of itself"),
        ("a.yml", "a:\n  - {? [x] : 1}\n", "a.yml:2: a key must be a word, got a sequence"),
        ("a.yml", "a: &x {c: [riot]}\nb:\n  <<: *x\n", "a.yml:3: merged mappings"),
        ("a.yml", OWN + "name: [x]\n", "a.yml:4: `name` must be text"),
        ("a.yml", OWN + "weight_range: [1]\n", "a.yml:4: `weight_range` must be"),
        ("a.yml", OWN + "weight_range: [a, 1]\n", "a.yml:4: .* got 'a'"),
        ("a.yml", OWN + "negation: dropp\n", "a.yml:4: .* did you mean 'drop'"),
        ("a.txt", b"PK\x03\x04riot", "a.txt:1: holds the control character"),
    ],
)  # fmt: skip
def test_what_would_be_lost_or_invented_is_refused_with_its_place(tmp_path, name, text, message):
    with pytest.raises(LexiconError, match=message):
        load(written(tmp_path, name, text))


@pytest.mark.parametrize(
    ("name", "text", "expected", "note"),
    [
        ("a.csv", ",term,score\n0,riot,1\n1,war,2\n", [("riot", "a", 1.0), ("war", "a", 2.0)], "a column without a name"),
        ("a.csv", "Category,Term\nneg,riot\n", [("riot", "neg", 1.0)], None),
        ("a.csv", "term,category,weight\nriot,neg,2\nwar,neg,\n", [("riot", "neg", 2.0), ("war", "neg", 1.0)], "3: 1 of 2"),
        ("a.csv", "word,anger,joy\nriot,1,0\nsun,0,1\n", [("riot", "anger", 1.0), ("sun", "joy", 1.0)], "2 cells with a 0"),
        ("a.txt", "English Word\tEmotion\tScore\nriot\tanger\t0.5\n", [("riot", "anger", 0.5)], None),
        ("a.tsv", "neg\triot\twar\nneg\tfury\n", [("riot", "neg", 1.0), ("war", "neg", 1.0), ("fury", "neg", 1.0)], "2: the"),
        ("a.json", '{"riot": 2, "war": 1}', [("riot", "a", 2.0), ("war", "a", 1.0)], None),
        ("a.json", '{"a": ["riot", "", " "]}', [("riot", "a", 1.0)], "2 empty terms"),
        ("a.json", '{"riot": ["neg"], "war": ["neg"], "calm": ["pos"]}', None, "3 categories and only 2 different terms"),
        ("a.yml", "a: riot, war\nb: [x]\n", [("riot, war", "a", 1.0), ("x", "b", 1.0)], "a.yml:1: .* read as one phrase"),
        ("a.ykd", '<dictionary><cnode name="c"><pnode name="riot" score="2"/></cnode></dictionary>', [("riot", "c", 1.0)], "s"),
        ("a.txt", "Riot\nriot\nRIOT\n", [("Riot", "a", 1.0)], "a.txt:2: 'riot' stands twice"),
        ("a.txt", "riot\nwar\n\x1a", [("riot", "a", 1.0), ("war", "a", 1.0)], None),
    ],
)  # fmt: skip
def test_what_is_repaired_is_said(tmp_path, name, text, expected, note):
    import re

    lexicon = load(written(tmp_path, name, text))

    assert expected is None or weighted(lexicon) == expected
    assert len({category.name for category in lexicon.categories}) == len(lexicon.categories)
    assert lexicon.notes == () if note is None else any(re.search(note, said) for said in lexicon.notes)


def test_two_weights_that_differ_by_case_alone_are_a_conflict(tmp_path):
    path = written(tmp_path, "a.csv", "term,score\nMay,0\nmay,-1\n")

    with pytest.raises(
        LexiconError, match=r"a.csv:3: 'may' stands twice in 'a' .*, but for case or marks, as 'May' with weights"
    ):
        load(path)
    assert weighted(load(path, case="keep")) == [("May", "a", 0.0), ("may", "a", -1.0)]


def test_a_category_on_two_lines_has_one_column_of_hits(tmp_path):
    lexicon = load(written(tmp_path, "a.tsv", "neg\triot\twar\npos\tcalm\tpeace\nneg\tfury\tpanic\n"))

    assert lexicon.category_names == ("neg", "pos")
    assert len(match(lexicon, store_of("riot, panic and calm"))) == 3


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n").encode(), lambda text: text.replace("\n", "\r").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(), lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"), lambda text: text.encode() + b"\n \n\n",
    ],
    ids=["crlf", "cr", "bom", "utf-16", "utf-16-be", "blank lines"],
)  # fmt: skip
def test_newlines_and_encodings_change_nothing(tmp_path, path, change):
    from framing.lexicons.source import read_source

    changed = written(tmp_path, path.name, change(read_source(path).text))
    try:
        expected = weighted(load(path))
    except LexiconError as error:
        with pytest.raises(LexiconError, match=str(error).split(":", 1)[0]):
            load(changed)
    else:
        assert weighted(load(changed)) == expected


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_a_damaged_file_is_read_or_refused_but_never_an_accident(tmp_path, path):
    data, random_, store = path.read_bytes(), random.Random(7), store_of("the riot was good, the rule of law")
    cut = [data[:n] for n in range(1, len(data), 7)]
    marks = b"\t\n,;%\"'()<>[]{}:*?/0129 -&#|@+_=.\\"
    for _ in range(60):
        changed = bytearray(data)
        for _ in range(random_.randint(1, 4)):
            place = random_.randrange(len(changed))
            changed[place : place + random_.randint(0, 1)] = bytes([random_.choice(marks)])
        cut.append(bytes(changed))
    messages = []
    for number, bytes_ in enumerate(cut):
        try:
            lexicon = load(written(tmp_path, f"{number}{path.suffix}", bytes_))
        except FramingError as error:
            messages.append((number, str(error)))
        else:
            assert lexicon.unit == "regex" or len(match(lexicon, store)) >= 0
    assert messages
    assert all(f"{number}{path.suffix}" in message for number, message in messages)
