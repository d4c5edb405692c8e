"""The five real pages: titles, outlets, dates, authors and every cut (facts and hashes only; their sentences are not ours)."""

import pytest

from framing.corpus.readers import read_corpus
from framing.corpus.webtext import read_page
from framing.errors import FramingWarning
from tests.shared import shared

# Title, outlet, date, author, section; paragraphs, words and sha256 of the body; the rule of each cut, in order.
# Paragraphs and cuts were read by eye, line by line, before the hashes were taken.
FACTS = {
    "000_b4c5fd884710d02d": (
        "Beijing police target rising Internet crime across 900,000 sites",
        ("China Daily", "2014-10-09", "CAO YIN", "China / Society"),
        (17, 489, "ab4ba9d1940ee24f057c0e1de83f4cd06027d3c54dd9fac6f87485da4b6c87e6"),
        "page-furniture headline byline contact related-links",
    ),
    "001_2f0185ac2f479ceb": (
        "Internet crime crackdown leads to 60,000 arrests",
        ("China Daily", "2019-11-15", "Aybek Askhar; Zheng Caixiong", "China / Society"),
        (13, 475, "015e84ee3d66ac7af068663c410ab0f19f4169a42013660953a6dd90054c6a97"),
        "page-furniture page-furniture page-furniture headline byline share-widget share-widget caption "
        "page-furniture page-furniture page-furniture copyright copyright copyright promotion",
    ),
    "002_d38f6c924fa22411": (
        "Cybercrime flourishes in new areas",
        ("China Daily", "2012-07-26", "Zhang Yan; Xu Jingxi", None),
        (19, 462, "ac249010eb620167256a19245d157e3430c5e574c4683cd8a6f0f3293a3450bf"),
        "headline dateline byline share-widget contact",
    ),
    "003_ac275ad70ee0c375": (
        # One word is left out on purpose: no ten words in a row of a page stand in this repository.
        "Internet police turn to social media for ... on cybercrimes",
        ("China Daily", "2015-06-02", "Zhang Yan", "China / Society"),
        (10, 332, "fd960fcfe7762f739cd3b581f90aad2993cce838b101bfaf530e3d3cfcdea792"),
        "page-furniture headline byline duplicate-headline contact related-links related-links",
    ),
    "004_0ae03d48dc5e112f": (
        "Police Say 15,000 Arrested for Internet Crimes",
        ("China Digital Times", None, None, None),
        (14, 535, "5a79103417a16d29e698e5ab6c240164accbfffff76d708da4af12c7d75a4316"),
        "headline duplicate-headline promotion page-furniture promotion promotion page-furniture promotion "
        "page-furniture page-furniture promotion page-furniture page-furniture promotion",
    ),
}
SIDES = {"official": {"outlet": ["China Daily"]}, "critical": {"outlet": ["China Digital Times"]}}


@pytest.fixture(scope="module")
def seeds():
    return shared("data/seeds")


@pytest.mark.shared
@pytest.mark.parametrize("name", FACTS)
def test_what_the_page_says_is_read_and_what_it_does_not_say_is_none(seeds, name):
    title, said, _, _ = FACTS[name]

    document = read_page((seeds / f"{name}.txt").read_text(encoding="utf-8"), source=f"{name}.txt")

    assert document.id == name
    assert str(document.title).replace("for information on", "for ... on") == title
    assert (document.outlet, document.date, document.author, document.section) == said


@pytest.mark.shared
@pytest.mark.parametrize("name", FACTS)
def test_every_line_of_furniture_is_cut_and_no_line_of_the_body(seeds, name):
    _, _, (n_paragraphs, n_words, sha256), rules = FACTS[name]
    raw = (seeds / f"{name}.txt").read_text(encoding="utf-8")

    document = read_page(raw)

    assert [cut.rule for cut in document.cuts] == rules.split()
    assert all(raw[cut.start : cut.end] == cut.text for cut in document.cuts)
    assert not [cut for cut in document.cuts if cut.kept]
    assert (len(document.text.split("\n\n")), len(document.text.split()), document.sha256) == (n_paragraphs, n_words, sha256)
    # Whatever is neither cut nor blank is in the body: nothing was lost on the way.
    assert len(raw.split()) == n_words + sum(len(cut.text.split()) for cut in document.cuts)


@pytest.mark.shared
@pytest.mark.parametrize("ending", [b"\r\n", b"\r", b"\n\n"])
def test_the_line_break_of_the_saved_page_does_not_matter(seeds, ending, tmp_path):
    for file in sorted(seeds.glob("*.txt")):
        (tmp_path / file.name).write_bytes(file.read_bytes().replace(b"\n", ending))

    corpus = read_corpus(tmp_path, clean=True, sides=SIDES)

    assert [d.sha256 for d in corpus] == [FACTS[d.id][2][2] for d in corpus]


@pytest.mark.shared
def test_paragraphs_taken_over_from_other_outlets_stay(seeds):
    document = read_page((seeds / "004_0ae03d48dc5e112f.txt").read_text(encoding="utf-8"))

    assert document.text.count("[Source]") == 2
    assert document.text.endswith("[Source]")


@pytest.mark.shared
def test_the_five_pages_make_a_corpus_of_two_sides(seeds):
    corpus = read_corpus(seeds, clean=True, sides=SIDES)

    assert corpus.sides == ("official", "critical")
    assert [d.side for d in corpus] == ["official"] * 4 + ["critical"]
    assert corpus.notes == ()


@pytest.mark.shared
def test_a_table_with_hashes_checks_the_cleaned_texts(seeds, tmp_path):
    rows = ["id,file,sha256"]
    for file in sorted(seeds.glob("*.txt")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
        rows.append(f"{file.stem},{file.name},{FACTS[file.stem][2][2]}")
    (tmp_path / "documents.csv").write_text("\n".join(rows), encoding="utf-8")

    assert read_corpus(tmp_path, clean=True, sides=SIDES).notes == ()
    with pytest.warns(FramingWarning, match="the text is not the one the table was made for"):
        read_corpus(tmp_path, clean=("-contact",), sides=SIDES)
