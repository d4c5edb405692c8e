"""Pages saved as plain text: what the head and the foot say is read, and nothing is invented."""

from pathlib import Path

import pytest

from framing.corpus.webtext import parse_byline, read_page
from framing.errors import CorpusError

BODY = [
    "The Ministry of Ports said on Monday that forty ships had left the harbour since June.",
    '"We have seen no delay," said Dana Orr, a spokeswoman of the ministry.',
    "Not everybody agrees.",
    "Tomas Lind, who runs a ferry, called the figures a fairy tale and asked for an inquiry into who had counted.",
]


def page(head, foot, body=BODY, gap="\n\n"):
    return gap.join([*head, *body, *foot])


PAGES = {
    "path, byline with outlet in brackets, writer's address": (
        ["Norland / Harbour", "Forty ships leave as strike ends", "By ORR DANA (The Daily Post) Updated: 2014-10-09 09:39"],
        ["Contact the writer at", "Hot Topics"],
        ("Forty ships leave as strike ends", "The Daily Post", "2014-10-09", "ORR DANA", "Norland / Harbour"),
    ),
    "languages, piped byline, widgets, caption, long copyright": (
        [
            "Global EditionASIA中文Français", "Norland", "Home / Norland / Harbour", "Forty ships leave as strike ends",
            "By Dana Orr and Bo Lind | The Daily Post | Updated: 2019-11-15 08:34", "Share", "Share - WeChat",
            "Ships wait outside the harbour on Sunday. They had been there for nine days. [Photo/The Daily Post]",
        ],
        [
            "English", "Top", "BACK TO THE TOP",
            "Copyright 2001. All rights reserved. The content in this site belongs to The Daily Post Information Co.",
            "License for publishing multimedia online 01020304", "Registration Number: 130000", "FOLLOW US",
        ],
        ("Forty ships leave as strike ends", "The Daily Post", "2019-11-15", "Dana Orr; Bo Lind", "Norland / Harbour"),
    ),
    "date above byline, two places, page tools": (
        [
            "Forty ships leave as strike ends", "Updated: 2012-07-26 02:05",
            "By Dana Orr in Norhaven and Bo Lind in Port Ash, Wester (The Daily Post)",
            "\u00a0 Print Mail Large Medium\u00a0 Small 分享按钮 0",
        ],
        ["Contact the writers at and"],
        ("Forty ships leave as strike ends", "The Daily Post", "2012-07-26", "Dana Orr; Bo Lind", None),
    ),
    "blog without a date, headline twice, promotion": (
        ["Ministry Says Forty Ships Left", "Ministry Says Forty Ships Left"],
        [
            "Subscribe to HDT", "Windows Unbound by Lamp",
            "Now you can help: by toggling the switch below while browsing Harbour Digital Times, you lend a bridge to others.",
            "Google Ads 1", "Life With Ships", "Click on the image to download Lamp", "Open popup", "Welcome back!",
            "HDT is a non-profit media site and lives on your support.",
        ],
        ("Ministry Says Forty Ships Left", "Harbour Digital Times", None, None, None),
    ),
    "wire story with a place line and credits": (
        ["Forty ships leave as strike ends", "By Dana Orr", "Published 9 October 2014", "Share on Facebook"],
        ["Bo Lind contributed to this report.", "Related stories:", "Ferries back after nine days", "© 2014 Norland Wire Ltd"],
        ("Forty ships leave as strike ends", "Norland Wire", "2014-10-09", "Dana Orr", None),
    ),
}  # fmt: skip


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", PAGES)
def test_metadata_are_read_and_only_furniture_is_cut(name, gap):
    head, foot, expected = PAGES[name]
    raw = page(head, foot, gap=gap)

    document = read_page(raw, source="a page.txt")

    assert (document.title, document.outlet, document.date, document.author, document.section) == expected
    assert document.text == "\n\n".join(BODY)
    assert document.id == "a page"
    assert all(raw[cut.start : cut.end] == cut.text for cut in document.cuts)
    assert not [cut for cut in document.cuts if cut.kept]


def test_nothing_is_taken_from_the_sentences_of_the_body():
    body = ["Reuters reported on 3 May 2013, in an article by Ann Writer, that forty ships had left the harbour of Norhaven."]

    document = read_page(page(["Forty ships leave"], [], body))

    assert (document.title, document.outlet, document.date, document.author, document.section) == (
        "Forty ships leave",
        *[None] * 4,
    )


def test_a_text_without_any_head_has_no_title():
    document = read_page("\n".join(BODY))

    assert (document.title, document.text, document.cuts) == (None, "\n\n".join(BODY), ())


def test_a_headline_that_asks_is_found_above_its_byline():
    document = read_page(page(["Is the harbour, after nine long days of silence, open again?", "By Dana Orr"], []))

    assert document.title == "Is the harbour, after nine long days of silence, open again?"


def test_what_stands_above_the_path_is_navigation_and_never_the_headline():
    document = read_page(page(["Weather and ferries today", "Home / Norland / Harbour", "Forty ships leave"], []))

    assert (document.title, document.section) == ("Forty ships leave", "Norland / Harbour")
    assert [cut.rule for cut in document.cuts] == ["page-furniture", "page-furniture", "headline"]


def test_a_headline_inside_the_body_is_cut_but_a_sentence_that_holds_it_stays():
    title = "Forty ships leave as strike ends"
    body = [BODY[0], title, f'The ministry\'s statement, "{title}", ran to nine pages.']

    document = read_page(page([title], [], body))

    assert document.text == "\n\n".join([body[0], body[2]])
    assert [cut.rule for cut in document.cuts] == ["headline", "duplicate-headline"]


def test_paragraphs_taken_over_stay_with_their_source_marker():
    body = [
        "The Norland Wire reports on an announcement from the ministry that forty ships have left:",
        "“Forty ships have left,” the ministry said.",
        "[…] In June, the ministry said it would count again. [Source]",
        "Nobody answered the phone at the ministry when this site called.",
    ]

    document = read_page(page(["Ministry Says Forty Ships Left"], ["Subscribe to HDT"], body))

    assert document.text == "\n\n".join(body)


def test_known_metadata_win_over_the_page():
    head, foot, _ = PAGES["path, byline with outlet in brackets, writer's address"]

    document = read_page(page(head, foot), id="x", title=head[1].upper(), outlet="Post")

    assert (document.title, document.outlet, document.text) == (head[1].upper(), "Post", "\n\n".join(BODY))


@pytest.mark.parametrize(
    ("byline", "author", "outlet"),
    [
        ("By Ann Writer, Staff Writer", "Ann Writer", None),
        ("By Ann Writer and Bo Li", "Ann Writer; Bo Li", None),
        ("By A in X, B in Y, Z and C in W | The Post | Updated: 2020-08-18", "A; B; C", "The Post"),
        ("Norland Times | Updated: 2020-05-01 17:44", None, "Norland Times"),
    ],
)
def test_bylines_are_taken_apart(byline, author, outlet):
    assert parse_byline(byline) == (author, outlet)


@pytest.mark.parametrize("raw", ["", "\n \n", "x", "By Ann Writer", "Share", "\u00a0", "a\n" * 50, "[Source]"])
def test_no_page_is_too_small_to_read(raw):
    document = read_page(raw)

    assert document.date is None
    assert all(raw[cut.start : cut.end] == cut.text for cut in document.cuts)


def test_a_page_may_be_given_as_a_file_and_a_name_is_never_its_text(tmp_path):
    file = tmp_path / "bridge.txt"
    file.write_text("The bridge opened on Monday after ten years of work.", encoding="utf-8-sig")

    for given in (file, str(file)):
        document = read_page(given)
        assert (document.id, document.source) == ("bridge", "bridge.txt")
        assert document.text == "The bridge opened on Monday after ten years of work."


@pytest.mark.parametrize("given", ["page.html", "none.txt", "saved/none.htm"])
def test_the_name_of_a_page_that_is_not_there_is_refused(given):
    for form in (given, Path(given)):
        with pytest.raises(CorpusError, match=r"there is no such file; give the text"):
            read_page(form)


def test_a_saved_page_with_markup_and_one_in_another_code_are_refused(tmp_path):
    (tmp_path / "page.html").write_text("<p>The bridge opened.</p>", encoding="utf-8")
    (tmp_path / "page.txt").write_bytes("Brücke".encode("latin-1"))

    with pytest.raises(CorpusError, match=r"page\.html: .* read it with `framing\.import_paths`"):
        read_page(str(tmp_path / "page.html"))
    with pytest.raises(CorpusError, match=r"page\.txt: not UTF-8"):
        read_page(tmp_path / "page.txt")
