"""Real exports beside the repository give the counts and the first and last facts of their reference parse."""

# ruff: noqa: E501 (lines of exports are as long as they are)

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import pytest

from framing.corpus.dates import printed_date
from framing.corpus.importers import Imported, import_paths
from framing.corpus.importers.finish import letters
from tests.shared import ROOT

FOLDER = ROOT / "data" / "exports"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8")) if (FOLDER / "expected.json").exists() else {}
NAMES = [name for name in EXPECTED if not name.startswith("_")]
#: The reference reads these with settings that do not fit; the README beside them says which would.
OTHER_COUNT = {"ris/example_wos.ris": 2}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not EXPECTED, reason="needs shared/data/exports beside the repository, which is not there"),
    # Archives that are broken on purpose are refused with a warning.
    pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning"),
]


def imported(name: str) -> Imported:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"{name} is listed and not there")
    return import_paths([path])


def under(folder: str) -> list[str]:
    return [name for name in NAMES if name.startswith(folder)]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def facts_of(result: Imported, position: int) -> dict:
    return result.report.documents.iloc[position].to_dict()


@pytest.mark.parametrize("name", [name for name in NAMES if "n" in EXPECTED[name]])
def test_gives_the_number_of_documents(name):
    result = imported(name)

    n = OTHER_COUNT.get(name, EXPECTED[name]["n"])
    assert int(result.report.data["found"].sum()) == n
    assert len(result.documents) == n


@pytest.mark.parametrize("name", under("proquest_txt/"))
@pytest.mark.parametrize(("which", "position"), [("first", 0), ("last", -1)])
def test_proquest_text_gives_the_facts_of_the_first_and_the_last_document(name, which, position):
    result = imported(name)
    document, row, expected = result.documents[position], facts_of(result, position), EXPECTED[name][which]

    assert document.title == " ".join(expected["title"].split())
    assert letters(document.outlet) == letters(expected["publication"])
    assert document.date == printed_date(expected["date"])
    assert row["accession"] == expected["id"]
    assert document.section == expected["section"]
    assert row["page"] == expected["page"]
    assert abs(len(document.text.split()) - expected["words"]) <= 2
    assert squeezed(document.text).startswith(squeezed(expected["text_start"])[:75])
    assert squeezed(document.text).endswith(squeezed(expected["text_end"])[-75:])


@pytest.mark.parametrize("name", under("proquest_txt/"))
def test_proquest_text_mends_field_names_and_outlets(name):
    result = imported(name)

    assert result.report.documents["accession"].notna().all()
    assert len({document.title for document in result.documents}) == EXPECTED[name]["distinct_titles"]
    assert len({document.outlet for document in result.documents}) == len({letters(p) for p in EXPECTED[name]["publications"]})
    assert not [d.id for d in result.documents if not d.text or not d.date or re.search(r"proxy|accountid", d.url or "")]


@pytest.mark.parametrize("name", under("lexisnexis_old_txt/"))
def test_lexisnexis_text_gives_the_facts_of_every_document(name):
    result = imported(name)

    for i, expected in enumerate(EXPECTED[name]["docs"]):
        document, row = result.documents[i], facts_of(result, i)
        assert document.outlet == expected["source"]
        assert document.date == printed_date(expected["date"])
        assert document.author == expected["byline"]
        assert document.section == expected["section"]
        assert row["words_announced"] == int(re.sub(r"\D", "", expected["length"]))
        assert row["load_date"] == expected["load"]


@pytest.mark.parametrize("name", under("nexis_uni_docx/sample"))
def test_nexis_uni_gives_the_facts_of_every_document(name):
    result = imported(name)

    for i, expected in enumerate(EXPECTED[name]["docs"]):
        document, row = result.documents[i], facts_of(result, i)
        assert document.title == expected["title"]
        assert document.outlet == expected["source"]
        assert row["date_printed"] == expected["date"]
        assert document.date == printed_date(expected["date"])
        assert document.author == expected["byline"]
        assert document.section == expected["section"]
        assert row["words_announced"] == int(re.sub(r"\D", "", expected["length"]))
        # The reference counts a load date that stands without a classification as a paragraph.
        n_fields = int(row["load_date"] is not None and not expected["has_classification"])
        assert len(document.text.split("\n\n")) == expected["body_paras"] - n_fields
    dropped = result.report.dropped
    assert int((dropped["reason"] == "classification").sum()) == sum(
        doc["has_classification"] for doc in EXPECTED[name]["docs"]
    )


@pytest.mark.parametrize("name", under("factiva_html/"))
def test_factiva_html_gives_headline_paragraphs_and_number(name):
    result = imported(name)

    for i, expected in enumerate(EXPECTED[name]["docs"]):
        assert result.documents[i].title == expected["headline"]
        assert len(result.documents[i].text.split("\n\n")) == expected["paras"]
        assert facts_of(result, i)["accession"] == expected["an"]


@pytest.mark.parametrize("name", under("factiva_xml/"))
def test_factiva_xml_gives_the_first_facts(name):
    result = imported(name)
    expected = EXPECTED[name]["first"]

    assert facts_of(result, 0)["accession"] == expected["an"]
    assert result.documents[0].title == expected["headline"]
    assert result.documents[0].date == expected["date"][:10]
    assert result.documents[0].outlet == expected["source"]


@pytest.mark.parametrize("name", under("europresse_html/"))
def test_europresse_gives_date_section_and_page(name):
    result = imported(name)

    printed = " ".join(str(row["date_printed"]) for _, row in result.report.documents.iterrows())
    sections = [document.section for document in result.documents]
    for header in EXPECTED[name]["headers"]:
        parts = [part.strip() for part in header.split(",") if part.strip()]
        for part in parts:
            if part.startswith("p. "):
                assert part.removeprefix("p. ") in list(result.report.documents["page"])
            else:
                assert part in printed or part in sections, part
    assert all(document.date and document.title for document in result.documents)


@pytest.mark.parametrize("name", under("proquest_eml/"))
def test_proquest_mail_gives_every_record_with_its_text(name):
    result = imported(name)

    assert len(result.documents) == EXPECTED[name]["doc_anchors"]
    texts = [document for document in result.documents if document.text]
    assert len(texts) == EXPECTED[name]["full_text_fields"]
    assert all(document.title and document.date and document.outlet for document in result.documents)


@pytest.mark.parametrize("name", under("warc/"))
def test_web_archives_are_read_to_the_end_or_refused_with_a_reason(name):
    result = imported(name)
    expected = EXPECTED[name]
    row = result.report.data.iloc[0]
    said = " ".join(result.report.problems["detail"])

    if "error_in_warcio" in expected:
        assert row["refused"] is not None
    else:
        for kind, n in expected.items():
            assert f"{kind} {n}" in said.replace("arc_header", "warcinfo")
        assert len(result.documents) <= expected.get("response", 0)
    if name.endswith("news_pages.warc.gz"):
        assert len(result.documents) == 8


@pytest.mark.parametrize("name", list(EXPECTED.get("_trafilatura_output_not_gold", {})))
def test_saved_pages_give_title_and_date(name):
    result = imported(name)
    expected = EXPECTED["_trafilatura_output_not_gold"][name]

    assert result.documents[0].title == " ".join(expected["title"].split())
    assert result.documents[0].date == expected["date"]
    assert len(result.documents[0].text) > 0.85 * min(expected["chars"], 10**9)


@pytest.mark.skipif(not (FOLDER / "html_saved/trafilatura/evaldata_subset.json").exists(), reason="no gold for pages")
def test_saved_pages_hold_what_must_be_in_them():
    gold = json.loads((FOLDER / "html_saved/trafilatura/evaldata_subset.json").read_text(encoding="utf-8"))
    found = wanted = 0
    for entry in gold.values():
        path = FOLDER / "html_saved/trafilatura" / Path(entry["file"]).name
        if path.exists():
            result = import_paths([path])
            text = squeezed(result.documents[0].text)
            wanted += len(entry["with"]) + len(entry["without"])
            found += sum(squeezed(part) in text for part in entry["with"])
            found += sum(squeezed(part) not in text for part in entry["without"])

    assert wanted == 0 or found >= 0.85 * wanted


FURNITURE = re.compile(
    r"^(?:(?:Body|Classification|End of Document|Length|Section|Byline|Dateline|Load-Date|LOAD-DATE|LANGUAGE|Full text|Subject|"
    r"Publication title|ProQuest document ID|Links|Abstract|Document URL|Copyright)\s*:?.{0,3}$|Copyright .*|©.*|_{10,}|"
    r"Document [A-Z0-9]{10,}|\d+ of \d+ DOCUMENTS|Enlarge this image.*|html>.*|Database copyright.*|Contact ProQuest.*|Numéro de document.*)$"
)


@pytest.mark.parametrize("folder", sorted({name.split("/")[0] for name in NAMES if not name.startswith("warc")}))
def test_no_body_starts_or_ends_in_furniture_of_the_database(folder):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = import_paths([FOLDER / folder])

    bad = [
        (document.source, line)
        for document in result.documents
        if document.text
        for line in (document.text.split("\n\n")[0], document.text.split("\n\n")[-1])
        if FURNITURE.match(line)
    ]
    assert not bad
