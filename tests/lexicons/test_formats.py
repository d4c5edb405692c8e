from pathlib import Path

import pytest

from framing.errors import LexiconError
from framing.lexicons.formats import available, check, load
from framing.lexicons.model import Lexicon

FORMATS = Path(__file__).parent / "formats"

FLAT = {
    ("clash*", "conflict"), ("protest*", "conflict"), ("riot", "conflict"), ("order", "conflict"), ("unity", "harmony"),
    ("stab*", "harmony"), ("order", "harmony"), ("rule of law", "harmony"),
}  # fmt: skip


def pairs(lexicon):
    return {(entry.term, entry.category) for entry in lexicon.entries}


def weighted(lexicon):
    return {(entry.term, entry.category, entry.weight) for entry in lexicon.entries}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("liwc2007_flat.dic", FLAT),
        ("liwc2007_cr_only.dic", FLAT),
        ("liwc2007_crlf_bom.dic", FLAT),
        ("liwc22_binary.dicx", FLAT - {("protest*", "conflict"), ("riot", "conflict"), ("stab*", "harmony")}),
        (
            "liwc_space_delimited_zero_padded.dic",
            {("safe*", "HarmVirtue"), ("peace*", "HarmVirtue"), ("kill", "HarmVice"), ("attack*", "HarmVice")},
        ),
        (
            "liwc2007_conditionals.dic",
            {("happ*", "affect"), ("happ*", "posemo"), ("kind", "affect"), ("like", "affect"), ("like", "posemo"),
             (":)", "posemo")},
        ),
        (
            "liwc2015_hierarchical.dic",
            {("i", "function"), ("i", "pronoun"), ("i", "ppron"), ("i", "i"), ("happ*", "affect"), ("happ*", "posemo"),
             ("riot*", "affect"), ("riot*", "negemo")},
        ),
        ("latin1.dic", {("grève*", "conflit"), ("émeute", "conflit")}),
        ("broken_duplicate_terms.dic", {("clash", "a"), ("clash", "b"), ("clash*", "a")}),
        ("quanteda_flat.yml", FLAT - {("order", "conflict"), ("order", "harmony")}),
        (
            "quanteda_nested.yml",
            {("clash*", "frames/conflict/violence"), ("riot*", "frames/conflict/violence"),
             ("tear gas", "frames/conflict/violence"), ("accus*", "frames/conflict/blame"),
             ("blam*", "frames/conflict/blame"), ("growth", "frames/economy/gains"),
             ("profit*", "frames/economy/gains"), ("loss*", "frames/economy/losses"), ("cost*", "frames/economy/losses"),
             ("econom*", "frames/economy"), ("no", "no_yes_trap"), ("yes", "no_yes_trap"), ("on", "no_yes_trap")},
        ),
        (
            "quanteda_unquoted_bool_trap.yml",
            {("no", "negation"), ("not", "negation"), ("off", "negation"), ("1989", "numbers"), ("2.0", "numbers")},
        ),
        (
            "lexicoder.lc3",
            {("clash*", "negative"), ("a lie", "negative"), ("not good", "negative"), ("unity", "positive"),
             ("stab*", "positive")},
        ),
        ("lexicoder_v2.lcd", {("clash*", "negative"), ("riot", "negative"), ("unity", "positive")}),
        (
            "yoshikoder.ykd",
            {("clash*", "CONFLICT"), ("riot", "CONFLICT"), ("accus*", "CONFLICT/BLAME"), ("unity", "HARMONY")},
        ),
        (
            "wordstat_top_level_terms.cat",
            {("Botswana", "NATIONS/BW"), ("Botswanan*", "NATIONS/BW"), ("South Africa", "NATIONS/ZA")},
        ),
        ("mpqa.tff", {("abhor", "negative/strongsubj"), ("calm", "positive/weaksubj")}),
        ("nrc_emolex_long.txt", {("abandon", "fear"), ("abandon", "negative"), ("unity", "trust")}),
        ("multiword_regex.json", {(r"((in\s+(our|my)\s+opinion)|(it\s+seems\s+(that)?))", "assessment")}),
    ],
)  # fmt: skip
def test_every_membership_of_a_file_is_read(file, expected):
    lexicon = load(FORMATS / file)

    assert pairs(lexicon) == expected
    assert {entry.weight for entry in lexicon.entries} == {1.0}


@pytest.mark.parametrize(
    ("file", "combine", "expected"),
    [
        ("afinn.txt", "sum", {("unity", "afinn", 1), ("can't stand", "afinn", -3), ("riot", "afinn", -2)}),
        ("vader.txt", "sum", {("unity", "vader", 1.5), ("riot", "vader", -2.6)}),
        ("labmt.tsv", "mean", {("unity", "happs", 6.9), ("riot", "happs", 2.6)}),
        ("liwc22_weighted.dicx", "sum", {("great", "sentiment", 0.9), ("awful", "sentiment", -0.7)}),
        (
            "weights_long.csv",
            "sum",
            {("unity", "weights_long", 1.5), ("clash*", "weights_long", -2), ("horrible", "weights_long", -2.5)},
        ),
        (
            "weights_wide_emfd_style.csv",
            "mean",
            {("order", "care_p", 0.05), ("order", "authority_p", 0.21), ("order", "care_sent", 0.02),
             ("order", "authority_sent", 0.1), ("harm", "care_p", 0.33), ("harm", "authority_p", 0.04),
             ("harm", "care_sent", -0.51), ("harm", "authority_sent", -0.2)},
        ),
        (
            "categories_long.csv",
            "sum",
            {("clash*", "conflict", 1), ("unity", "harmony", 1), ("order", "conflict", 0.5), ("order", "harmony", 0.5)},
        ),
        (
            "wordstat.cat",
            "sum",
            {("CLASH*", "CONFLICT/VIOLENCE", 1), ("TEAR GAS", "CONFLICT/VIOLENCE", 1), ("RIOT", "CONFLICT", 2),
             ("UNITY", "HARMONY", 1), ("STAB*", "HARMONY", 1), ("RULE OF LAW", "HARMONY", 1)},
        ),
    ],
)  # fmt: skip
def test_every_weight_of_a_file_is_read(file, combine, expected):
    lexicon = load(FORMATS / file)

    assert weighted(lexicon) == expected
    assert lexicon.combine == combine


def test_every_sample_file_is_covered_by_a_test():
    named = Path(__file__).read_text(encoding="utf-8")

    assert [path.name for path in FORMATS.iterdir() if path.name not in named] == []


def test_a_header_without_its_second_percent_is_refused_with_the_line():
    with pytest.raises(LexiconError, match=r"broken_missing_second_percent\.dic:1: .*no second `%` closes"):
        load(FORMATS / "broken_missing_second_percent.dic")


def test_repairs_are_said_with_file_and_line():
    notes = "\n".join(load(FORMATS / "liwc2007_conditionals.dic").notes)

    assert "liwc2007_conditionals.dic:7: 'kind': the condition '<of>125' is not applied" in notes
    assert "liwc2007_conditionals.dic:8: 'like': the condition '(02 134)125/464' is not applied" in notes
    assert "liwc2007_conditionals.dic:10: 'undefinedcat': no category has the id '999'" in notes
    assert "liwc2007_conditionals.dic:9: ':)' (posemo) holds no word and cannot match" in notes
    assert "the category 'cogmech' has no terms" in notes


def test_a_repeated_term_keeps_both_memberships_and_is_noted():
    assert load(FORMATS / "broken_duplicate_terms.dic").notes == (
        "broken_duplicate_terms.dic:6: 'clash' stands in line 5 already; it belongs to the categories of both lines",
    )


def test_other_encodings_are_noted():
    assert load(FORMATS / "latin1.dic").extra["encoding"] == "windows-1252"
    assert "latin1.dic:4: not UTF-8; read as windows-1252" in load(FORMATS / "latin1.dic").notes[0]


def test_labels_and_nesting_of_liwc_2015_are_kept():
    lexicon = load(FORMATS / "liwc2015_hierarchical.dic")
    by_name = {category.name: category for category in lexicon.categories}

    assert by_name["ppron"].path == ("function", "pronoun", "ppron")
    assert by_name["ppron"].label == "Personal pronouns"
    assert pairs(lexicon.at_level(1)) == {("i", "function"), ("happ*", "affect"), ("riot*", "affect")}


def write(tmp_path, name, text, encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.dic", "1\tx\n%\nword\t1\n", r"a\.dic:2: this `%` closes a header that was never opened"),
        ("a.dic", "%\n1\tx\n%\nword\t1\n%\n", r"a\.dic:5: a third `%`"),
        ("a.dic", "%\n1\tx\n1\ty\n%\nword\t1\n", r"a\.dic:3: the id '1' names 'x' already \(line 2\)"),
        ("a.dic", "%\n1\tx\n%\n", r"a\.dic: read as liwc, and holds no entries"),
        ("a.csv", "term,score\nunity,high\n", r"a\.csv:2: the weight of 'unity' must be a number, got 'high'"),
        ("a.csv", "term,score\nunity,nan\n", r"a\.csv:2: the weight of 'unity' must be a number, got 'nan'"),
        (
            "a.csv",
            "term,score\nunity,1\nunity,2\n",
            r"a\.csv:3: 'unity' stands twice in 'a' .* weights 1 and 2",
        ),
        ("a.csv", "term,score\nlaw, order,1\n", r"a\.csv:2: has 3 cells, but the header names 2"),
        ("a.csv", "term,category\nunity,\n", r"a\.csv:2: 'unity' has no category"),
        ("a.csv", "term,rank\nunity,3\n", r"a\.csv:1: no column of weights or categories among term, rank"),
        ("a.yml", "a: [x, y\nb: [z]\n", r"a\.yml:\d+: is not YAML"),
        ("a.json", '{"a": ["x", 3]}', r"a\.json: category 'a': a term must be text, got 3"),
        ("a.json", '{"a": ["x"],\n "b": ["y"],}', r"a\.json:2: is not JSON"),
        ("a.json", '{"a": ["x"], "a": ["y"]}', r"a\.json: the key 'a' stands twice"),
        ("a.ykd", "<dictionary><cnode name='a'><pnode name='x'/></dictionary>", r"a\.ykd:1: is damaged XML"),
        ("a.ykd", "<!DOCTYPE d [<!ENTITY e 'x'>]><dictionary/>", r"a\.ykd: declares a document type or entities"),
        ("a.lc3", "+a\n x\n", None),
        ("a.cat", "A\n\tX (one)\n\tY (1)\n", r"a\.cat:2: the weight of 'X' must be a number, got 'one'"),
        ("a.txt", "   \n", r"a\.txt: is empty"),
        ("a.bin", b"\x00\x01\x02", r"a\.bin: holds zero bytes"),
        ("a.txt", "x{1,2}=3;\n<<<\n%%%\n", r"a\.txt:1: the layout is not known; name it with `format=`, one of liwc"),
        (
            "a.tff",
            "type=strongsubj word1=bad priorpolarity=negative\nnonsense\n",
            r"a\.tff:2: lacks word1, priorpolarity, type",
        ),
    ],
)
def test_broken_files_are_refused_with_file_and_line(tmp_path, name, text, message):
    path = write(tmp_path, name, text)
    if message is None:
        assert len(load(path)) == 1
        return

    with pytest.raises(LexiconError, match=message):
        load(path)


@pytest.mark.parametrize(
    ("name", "text", "n", "note"),
    [
        ("a.yml", "a: [x, x]\nb: []\n", 1, "a.yml:1: 'x' stands twice in 'a' (first in line 1); counted once"),
        ("a.yml", "a: [x]\nb: []\n", 1, "a.yml:2: the category 'b' has no terms"),
        ("a.yml", "a: [x]\na: [y]\n", 2, "a.yml:2: the key 'a' stands twice (first in line 1); both lists are joined"),
        ("a.yml", 'a: [x, "", "*"]\n', 2, "a.yml:1: an empty term was left out"),
        ("a.dic", "%\n1\tx\n%\nword\t1\nlost\n", 1, "a.dic:5: 'lost' names no category and was left out"),
        ("a.dicx", "DicTerm,a\nx,X\ny,\n", 1, "a.dicx:3: 'y' names no category and was left out"),
        (
            "a.cat",
            "A\n\tX (1)\n\t@RULE [x NEAR y]\n",
            1,
            "a.cat:3: the rule '@RULE [x NEAR y]' is not supported and was left out",
        ),
    ],
)
def test_repairs_lose_nothing_silently(tmp_path, name, text, n, note):
    lexicon = load(write(tmp_path, name, text))

    assert len(lexicon) == n
    assert note in lexicon.notes


def test_mixed_encodings_are_read_line_by_line_and_noted(tmp_path):
    path = write(tmp_path, "a.txt", "grève\n".encode() + "émeute\n".encode("cp1252"))
    lexicon = load(path)

    assert [entry.term for entry in lexicon.entries] == ["grève", "émeute"]
    assert "a.txt:2: mixed encodings: 1 lines (2) are not UTF-8" in lexicon.notes[0]


@pytest.mark.parametrize(("conflicts", "weight"), [("first", 1.0), ("last", 2.0), ("mean", 1.5)])
def test_conflicting_weights_are_settled_as_asked_and_noted(tmp_path, conflicts, weight):
    lexicon = load(write(tmp_path, "a.csv", "term,score\nunity,1\nunity,2\n"), conflicts=conflicts)

    assert [entry.weight for entry in lexicon.entries] == [weight]
    assert "with weights 1 and 2" in lexicon.notes[0]


def test_metadata_given_by_the_user_fills_what_the_file_does_not_state():
    bare = load(FORMATS / "afinn.txt")
    given = load(FORMATS / "afinn.txt", citation="A (2020)", licence="CC0", language="en", version="2")

    assert bare.unstated == ("version", "citation", "licence", "language")
    assert given.unstated == ()
    with pytest.raises(LexiconError, match="no field 'cite'"):
        load(FORMATS / "afinn.txt", cite="A")


def test_an_unknown_name_lists_the_starter_lists():
    with pytest.raises(LexiconError, match=r"no lexicon 'hedgs'.*did you mean 'hedges'"):
        load("hedgs")


def test_the_beginning_of_a_name_is_enough_if_only_one_list_has_it():
    assert load("control").name == "control-order"


def test_starter_lists_have_their_papers_and_30_to_130_entries_each():
    table = available()

    assert len(table) == 11
    assert set(table["validated"]) == {"none"}
    assert set(table["licence"]) == {"CC0-1.0"}
    for name in table["name"]:
        lexicon = load(name)
        assert isinstance(lexicon, Lexicon)
        assert lexicon.unstated == ()
        assert lexicon.definition
        assert lexicon.notes == ()
        assert 30 <= len(lexicon) <= 180


def test_a_check_reports_instead_of_raising():
    good, bad = check(FORMATS / "liwc2007_flat.dic"), check(FORMATS / "broken_missing_second_percent.dic")

    assert dict(zip(good["what"], good["value"], strict=True))["status"] == "ok"
    assert dict(zip(good["what"], good["value"], strict=True))["phrases"] == "1"
    assert bad["value"].iloc[0] == "refused"
    assert "broken_missing_second_percent.dic:1" in bad["value"].iloc[-1]
