"""Cleaning rules: each cuts what it names, logs it, can be switched off, and leaves sentences alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.clean import clean
from framing.corpus.rules import RULES

FIRST = "The Ministry of Ports said on Monday that forty ships had left the harbour since June."
LAST = "Tomas Lind, who runs a ferry, called the figures a fairy tale and asked for an inquiry."

FURNITURE = [
    ("byline", "head", "By Dana Orr | The Daily Post | Updated: 2019-11-15 08:34"),
    ("byline", "head", "By Dana Orr and Bo Lind in Norhaven"),
    ("dateline", "head", "Updated: 2012-07-26 02:05"),
    ("dateline", "head", "Published on 26 July 2012"),
    ("caption", "head", "Ships wait outside the harbour on Sunday. [Photo/Agencies]"),
    ("caption", "middle", "Ships wait outside the harbour on Sunday. [DANA ORR/FOR THE DAILY POST]"),
    ("caption", "middle", "Ships wait outside the harbour. Photograph: Dana Orr/Norland Wire"),
    ("caption", "foot", "PHOTO: Ships wait outside the harbour. (PHOTOGRAPH BY Dana Orr FOR THE DAILY POST)"),
    (
        "caption",
        "middle",
        "FILE - In this March 6, 2015, file photo, ships wait outside the harbour. (AP Photo/Dana Orr, File)",
    ),
    ("share-widget", "head", "Print Mail Large Medium Small 0"),
    ("share-widget", "foot", "Share - WeChat"),
    ("image-url", "foot", "https://images.example.org/imgs/498/158449697488.jpeg"),
    ("image-url", "middle", "https://img2.example.com .cn/images/202101/21/6008d429a31024adbdafd733.jpeg"),
    ("copyright", "foot", "© 2020 The Daily Post"),
    (
        "copyright",
        "foot",
        "Copyright 1995 - 2020. All rights reserved. Without written authorization it shall not be republished.",
    ),
    ("contact", "foot", "danaorr1@dailypost.example"),
    ("contact", "foot", "Contact the writers at and"),
    ("contact", "foot", "Write to Dana Orr at dana@post.example and Bo Lind at bo@post.example"),
    ("promotion", "foot", "Subscribe to our newsletter"),
    ("promotion", "foot", "Click here to read previous reports"),
    ("promotion", "foot", "Follow The Daily Post on Facebook, Twitter and Instagram."),
    ("related-links", "foot", "Related stories"),
    ("related-links", "middle", "Also read | Ferries back after nine days"),
    ("related-links", "middle", "SEE ALSO: Ferries back after nine days"),
    ("wire-credit", "foot", "Dana Orr in Norhaven and agencies contributed to this story."),
    ("wire-credit", "foot", "Reporting was contributed by Dana Orr, Bo Lind and Tomas Lind."),
    ("author-note", "foot", "The author is a professor at Norhaven University."),
    (
        "author-note",
        "foot",
        "The opinions expressed here are those of Dana Orr and do not represent the views of The Daily Post.",
    ),
    (
        "author-note",
        "foot",
        "Dana Orr is a Norhaven-based reporter covering ports for the Post. Follow her on Twitter: @danaorr",
    ),
    ("author-note", "foot", "Dana Orr is a reporter at The Daily Post. dana@post.example"),
    ("author-note", "foot", "Dana Orr (@dana_orr) is a professor of law and the author of a book on ferries."),
    ("author-note", "foot", "Bo Lind runs a ferry. He is an analyst in Norhaven. Reach him by email at bo@post.example"),
    ("author-note", "foot", "【责任编辑：王小明】"),
    ("contact", "foot", "Twitter: @danaorr"),
    ("contact", "foot", "You can contact Dana Orr by e-mail at dana@post.example or send letters to: Dana Orr, The Post."),
    ("database-field", "foot", "CREDIT: ;"),
    ("database-field", "foot", "CREDIT: Dana Orr OPINION Dana Orr is a lecturer. Follow her on Twitter: @danaorr;"),
    (
        "database-field",
        "foot",
        "CAPTION: " + "Ships wait outside the harbour, which the ministry closed in June. " * 30 + "Photo by Orr.",
    ),
    ("database-field", "foot", "Illustration Caption: Photo: Ships wait. Graphic: what a ferry costs. Source: the ministry."),
    ("database-field", "foot", "Illustration"),
    ("database-field", "foot", "Credit: Orr and Lind are Post staff writers."),
    ("database-field", "foot", "Ships wait outside. (PHOTOGRAPHS BY DANA ORR; BO LIND/THE DAILY POST) (A15)"),
    ("database-field", "foot", "Caption text only."),
    ("wire-credit", "foot", "The Associated Press"),
    ("wire-credit", "foot", "This report by The Canadian Press was first published Feb. 18, 2022."),
    ("wire-credit", "foot", "This article originally appeared in The Norland Review."),
    ("copyright", "foot", "dailypost © daily post media 2014"),
    ("related-links", "foot", "Read Monday’s harbour news ."),
    ("contact", "foot", "905-555-0123 | @danaorr"),
    ("contact", "foot", "dana@post.example, (905) 555-0123"),
    ("promotion", "foot", "For more, visit dailypost.example/harbour"),
    ("page-furniture", "foot", "Word count: 812"),
    ("wire-credit", "foot", "A version of this article appears in print on Monday, on Page 3 of the Norhaven edition."),
    ("live-blog", "middle", "block-time published-time 12.03am GMT"),
    ("live-blog", "middle", "Updated at 2:30 p.m. ET"),
    ("page-furniture", "foot", "BACK TO THE TOP"),
    ("page-furniture", "middle", "[Video: Watch on YouTube.]"),
]


def text_with(line, place):
    order = {"head": [line, FIRST, LAST], "middle": [FIRST, line, LAST], "foot": [FIRST, LAST, line]}
    return "\n".join(order[place])


@pytest.mark.parametrize(("rule", "place", "line"), FURNITURE)
def test_each_rule_cuts_its_line_and_logs_it(rule, place, line):
    raw = text_with(line, place)

    cleaned = clean(raw)

    assert cleaned.text == f"{FIRST}\n\n{LAST}"
    assert [(cut.rule, cut.text, raw[cut.start : cut.end]) for cut in cleaned.cuts] == [(rule, line, line)]
    assert cleaned.cuts[0].reason


@pytest.mark.parametrize(("rule", "place", "line"), FURNITURE)
def test_a_rule_that_is_switched_off_cuts_nothing(rule, place, line):
    cleaned = clean(text_with(line, place), rules=[name for name in RULES if name == rule])
    off = clean(text_with(line, place), rules=[])

    assert line not in cleaned.text
    assert line in off.text
    assert not [cut for cut in off.cuts if not cut.kept]


BODY_LINES = [
    "By then the talks had failed.",
    "By Monday evening, forty ships had left the harbour.",
    "Share prices of the ferry company fell by half.",
    "Copyright law is the next thing the ministry wants to change.",
    "The author is known for her three novels about the sea, and she said she would go on counting.",
    "Top officials of the ministry would not comment on it.",
    "Follow us, the crowd shouted, and the ministers followed them down to the quay.",
    "“Sign up for the army,” he told them, “or leave the harbour to those who do.”",
    "He pressed the button below the bridge and nothing at all happened.",
    "Related: The company said on Tuesday that it would build two more ships.",
    "It kills.",
    "Of course not.",
    "What do we do?",
    "[…] In June, the ministry said it would count again. [Source]",
    "> A paragraph that was taken over from another outlet.",
    "The film, Ships (photo courtesy of nobody at all), was shown on Monday, and forty people came.",
    "She wrote to the editor that counting ships, of all things, had become a crime, and that she would not stop.",
    "https was the first word he learnt, he said, and www the second.",
    "Swift response",
    "12.5",
    "Credit: The bank said on Monday that it would lend to the ferry company again.",
    "Readers may reach the island by ferry, which runs twice a day.",
    "Dana Orr is a reporter for The Daily Post and was arrested on the quay on Monday.",
    "Dana Orr is the director of the Institute for Harbours.",
    "The Associated Press reported on Monday that the harbour was closed.",
    "Read the letters, she said, and you will know how the ministry counts.",
    "Barry Lind, Norhaven",
    "For more than forty years, the ferry has gone to see the island twice a day.",
    "A version of this plan was shown to the council in June, and nobody liked it.",
    "Twitter: that is where the minister answers questions, if he answers at all.",
    "The caption under the picture said: “Forty ships.”",
]


@pytest.mark.parametrize("line", BODY_LINES)
@pytest.mark.parametrize("place", ["middle", "foot"])
def test_a_line_of_the_body_is_never_cut(line, place):
    cleaned = clean(text_with(line, place))

    assert not [cut for cut in cleaned.cuts if not cut.kept]
    assert line in cleaned.text


def test_the_credits_and_captions_of_a_database_leave_the_article():
    note = "Dana Orr is a Norhaven-based reporter for the Post. Follow her on Twitter: @danaorr"
    raw = f"{FIRST}\n{LAST}\nDana Orr\n{note}\nTwitter: @danaorr\nCAPTION: Ships wait.\nCREDIT: Dana Orr;"

    cleaned = clean(raw)

    assert cleaned.text == f"{FIRST}\n\n{LAST}"
    assert [cut.rule for cut in cleaned.cuts] == ["author-note", "author-note", "contact", "database-field", "database-field"]


def test_a_note_about_the_author_that_is_broken_over_lines_is_cut_as_one():
    raw = (
        f"{FIRST}\n{LAST}\nDana Orr is a Norhaven-based reporter covering\nports for the Post. Follow her on Twitter:\n@danaorr"
    )

    assert clean(raw).text == f"{FIRST}\n\n{LAST}"


def test_a_name_under_a_letter_stays_if_no_credit_repeats_it():
    assert clean(f"{FIRST}\n{LAST}\nBo Lind\nCREDIT: Dana Orr").text == f"{FIRST}\n\n{LAST}\n\nBo Lind"


def test_a_note_about_the_author_without_an_address_is_flagged_and_stays():
    note = "Bo Lind is the CEO of Norhaven Ferries."

    cleaned = clean(f"{FIRST}\n{LAST}\n{note}\nCREDIT: ;")

    assert cleaned.text.endswith(note)
    assert [(cut.rule, cut.kept) for cut in cleaned.cuts] == [("author-note", True), ("database-field", False)]


def test_where_the_database_says_that_it_holds_a_caption_only_nothing_is_left():
    assert clean("Caption text only.\nIllustration\nCaption: Photo: Ships wait.").text == ""


def test_a_field_that_may_have_swallowed_the_article_stays_and_is_flagged():
    swallowed = "CAPTION: " + f"{FIRST} " * 60

    cleaned = clean(f"{FIRST}\n{LAST}\n{swallowed}")

    assert swallowed.strip() in cleaned.text
    assert [(cut.rule, cut.kept) for cut in cleaned.cuts] == [("database-field", True)]


def test_a_field_inside_the_text_stays_and_is_flagged():
    cleaned = clean(f"{FIRST}\nCREDIT: {LAST}\n{FIRST}")

    assert LAST in cleaned.text
    assert [(cut.rule, cut.kept) for cut in cleaned.cuts] == [("database-field", True)]


def test_an_image_address_inside_a_sentence_is_cut_and_the_sentence_stays():
    raw = f"{FIRST} https://images.example.org/498/1584.jpeg\nForty https://images.example.org/a.png?x=1 ships."

    assert clean(raw).text == f"{FIRST}\n\nForty ships."


def test_the_place_and_agency_before_the_first_sentence_are_cut():
    cleaned = clean(f"NORHAVEN, Wester (Norland Wire) -- {FIRST}\n{LAST}")

    assert cleaned.text == f"{FIRST}\n\n{LAST}"
    assert cleaned.cuts[0].rule == "dateline"


def test_a_byline_that_runs_into_the_first_sentence_is_cut():
    assert clean(f"By Dana Orr | The Daily Post | Updated: 2020-04-29 07:15 {FIRST}\n{LAST}").text == f"{FIRST}\n\n{LAST}"


def test_a_credit_inside_a_long_paragraph_is_flagged_and_stays():
    long = f"{FIRST} " * 6 + "Ships wait. [Photo by Dana Orr/The Daily Post] " + LAST

    cleaned = clean(long)

    assert cleaned.text == long
    assert [(cut.rule, cut.kept) for cut in cleaned.cuts] == [("caption", True)]


def test_entities_are_resolved_and_logged():
    cleaned = clean(f"{FIRST}\nOrr &amp; Lind paid &#163;12 &mdash; no more &copyleft.")

    assert cleaned.text.endswith("Orr & Lind paid £12 — no more &copyleft.")
    assert [(cut.rule, cut.kept) for cut in cleaned.cuts] == [("entities", True)]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("The cafÃ© was shut â€¦ again", "The café was shut … again"), ("Itâ€™s the ministryâ€™s", "It’s the ministry’s")],
)
def test_letters_that_were_decoded_wrongly_are_put_right(damaged, whole):
    cleaned = clean(f"{FIRST}\n{damaged} and nobody at the harbour could say why.")

    assert whole in cleaned.text
    assert [cut.rule for cut in cleaned.cuts] == ["mojibake"]


@pytest.mark.parametrize(
    "text", ["“Curly” and ‘single’ quotes", "Âge d'or à Genève", "警方：「网络」犯罪", "naïve façade — 100 °C", "ＡＢＣ"]
)
def test_whole_letters_are_left_alone(text):
    assert text in clean(f"{FIRST}\n{text} was what the sign at the harbour said.").text


def test_a_page_with_many_time_stamps_is_flagged_as_a_live_blog():
    raw = "\n".join(f"Updated at {hour}.15am GMT\n{FIRST}" for hour in range(1, 7))

    flags = [cut for cut in clean(raw).cuts if cut.kept]

    assert [(cut.rule, cut.reason.split(":")[0]) for cut in flags] == [("live-blog", "rolling live blog")]


def test_several_unsure_lines_in_a_foot_all_stay():
    raw = "\n".join(
        [FIRST, "Click here to read more", "Oct 9", "- Forty ships leave (Read more)", "- Ferry back", "- Nine days", "Oct 8"]
    )

    cleaned = clean(raw)

    assert "Oct 9" in cleaned.text
    assert {cut.rule for cut in cleaned.cuts if not cut.kept} == {"promotion"}


def test_no_rules_give_the_text_with_paragraphs_only():
    assert clean("One.\nTwo &amp; three.", rules=False).text == "One.\n\nTwo &amp; three."


LINES = st.lists(
    st.sampled_from([line for _, _, line in FURNITURE] + BODY_LINES + [FIRST, LAST, "", "Norland / Harbour"]), max_size=14
)


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_what_is_not_cut_is_there_and_offsets_slice_the_raw_text(lines, gap):
    raw = gap.join(lines)

    cleaned = clean(raw)

    assert all(raw[cut.start : cut.end] == cut.text for cut in cleaned.cuts if cut.rule not in ("entities", "mojibake"))
    n_cut = sum(len(cut.text.split()) for cut in cleaned.cuts if not cut.kept)
    assert len(cleaned.text.split()) == len(raw.split()) - n_cut
    assert "\n\n\n" not in cleaned.text


@given(st.text(max_size=300))
def test_no_text_breaks_the_rules(raw):
    cleaned = clean(raw)

    assert all(0 <= cut.start <= cut.end <= len(raw) for cut in cleaned.cuts)
    assert cleaned.text == cleaned.text.strip()


@pytest.mark.parametrize(
    "line",
    [
        "A" * 90_000,
        "a/" * 60_000,
        "[Photo/" * 12_000,
        "a@a." * 25_000,
        "." * 90_000,
        "http://" + "a." * 60_000,
        "By " + "A." * 50_000,
        "Ann is " + "reach him " * 10_000,
        "@" * 90_000,
    ],
)
def test_a_hostile_line_costs_no_more_than_it_is_long(line):
    # A pattern that backtracks over the whole line would keep this test busy for hours.
    assert len(clean(f"{FIRST}\n{line}\n{LAST}").text) > len(line)
