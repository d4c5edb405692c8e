"""Passages taken over from other outlets; people, places and papers are invented."""

import pytest

from framing.annotate.layout.blocks import blocks
from framing.annotate.quotations import find_quotes
from tests.growth import assert_in_proportion
from tests.shared import shared

ONE, TWO = "The pier is shut until May. Nobody fishes.", "“It is late,” the mayor said, and the gulls agreed."
OURS = "That is not how the town remembers it."


def taken(text):
    return [text[b.start : b.end] for b in blocks(text)]


def test_lines_with_a_sign_are_one_block():
    text = "The Tide reports:\n\n> One.\n\n> Two.\n\nOurs."

    assert taken(text) == ["> One.\n\n> Two."]


def test_two_runs_are_two_blocks():
    assert taken("> One.\n\nOurs.\n\n> Two.") == ["> One.", "> Two."]


def test_plain_text_runs_from_the_announcement_to_the_source():
    text = "Kai Mo at the Tide reports that the pier is shut:\n\nOne.\n\nTwo. [Source]\n\nOurs."

    assert taken(text) == ["One.\n\nTwo."]


@pytest.mark.parametrize(
    "announcement",
    [
        "Here is how the Tide told it:",
        "From the Tide:",
        "From the Corran Fishwife:",
        "The Tide wrote, in full:",
        "That paper again:",
        "The agency, on Monday:",
        "We doubt it. This is what the Tide printed on Monday, in my clumsy translation:",
        "Here is how Thursday’s edition tells it:",
        "This comes from the Far Shore, in our translation:",
        "And abroad? A single paragraph in the Harbour Mercury, between the weather and the chess:",
        "Kai Mo, over at the Corran Fishwife, explains why:",
        "A post by Lena Orr, translated below, says more:",
        "Corran Fishwife, last Sunday:",
        "An editorial in the state daily had this to say:",
        "The ministry’s statement reads:",
        "*The Tide reports:*",
        "The ministry’s organ, as ever, knows better:",
        "From the company’s letter to the keepers, which a reader has kept:",
        "The Tide again, three days later:",
        "And now the official version:",
        "Over at Salt Letters, Lena Orr has a theory (via Salt Letters):",
    ],
)
def test_an_announcement_opens_a_passage_that_a_marker_closes(announcement):
    assert taken(f"{announcement}\n\n{ONE}\n\n{TWO}\n\n[Source]\n\n{OURS}") == [f"{ONE}\n\n{TWO}"]


@pytest.mark.parametrize(
    "marker",
    [
        "[Source]", "[source]", "[Link]", "[Original]", "[Chinese]", "[Full text]", "[Read more]", "[Source: Corran Tide]",
        "[Source, in Chinese]", "[Original article]", "(Source: Corran Tide)", "(via Corran Tide)", "(Source)",
        "[via Corran Tide]",
        "[Source](https://tide.example/pier)", "[End of extract]", "Read the full story at the Tide.",
        "Source: Corran Tide", "Source: https://tide.example/pier", "Via: Corran Tide", "via the Corran Tide", "— Tide, 4 May",
        "*Source: Corran Tide*", "【来源】", "[Read the full post at the Tide]", "(Tide, 4 May)",
    ],
)  # fmt: skip
def test_a_marker_closes_a_passage_at_the_end_of_its_paragraph_or_alone(marker):
    assert taken(f"The Tide reports:\n\n{ONE}\n\n{TWO} {marker}\n\n{OURS}") == [f"{ONE}\n\n{TWO}"]
    assert taken(f"The Tide reports:\n\n{ONE}\n\n{TWO}\n\n{marker}\n\n{OURS}") == [f"{ONE}\n\n{TWO}"]


@pytest.mark.parametrize(
    "text",
    [
        "Three things matter:\n\nOne.\n\nTwo. [Source]",  # nobody is announced
        "The Tide reports one thing.\n\nTwo. [Source]",  # no colon
        "Mara Voss said three things:\n\nOne.\n\nTwo.",  # no end
        "The Tide reports:\n\n“The pier is shut,” she said.",  # a quotation, not a passage
        "The Tide has three faults:\n\n- It is late.\n\n- It is dear.",
        "The Tide reported:\n\n1. The pier is shut.\n\n2. It is late.",
        "From Brannick:\n\nThe pier is shut.",  # a town
        "Here is what the Lamp wants:\n\nThe pier is shut.",
        "Our own paper reports:\n\nThe pier is shut.",
        "The editor said that the Tide reports nothing:\n\nThe pier is shut.",
        "The Tide reports:\n\n[Source]",
        "The Tide reports:",
        "Source: the Tide\n\nIt rained.",
        "[Source]",
        "It rained (see the source of the Corran). It rained more.",
    ],
)
def test_without_both_ends_nothing_is_taken(text):
    assert taken(text) == []


@pytest.mark.parametrize(
    "announcement",
    [
        "The Corran Post reports:",
        "Mara Voss writes:",
        "From the Corran Post:",
        "That paper again:",
        "The Tide has it this way:",
        "Here is how the Corran Lamp told it:",
        "From the Lamp:",
        "Now from the Keepers of Corran:",
        "As the Lamp puts it:",
    ],
)
def test_without_a_marker_one_paragraph_of_a_named_printer_is_taken(announcement):
    assert taken(f"{announcement}\n\n{ONE}\n\n{TWO}\n\n{OURS}") == [ONE]


@pytest.mark.parametrize("ours", ["We doubt it.", "Who would have thought!", "So much for that.", "The Tide has no eyes."])
def test_a_whole_text_without_a_marker_goes_on_until_the_outlet_speaks_again(ours):
    assert taken(f"The Tide wrote, in full:\n\n{ONE}\n\n{TWO}\n\n{ours}\n\nIt rained.") == [f"{ONE}\n\n{TWO}"]


@pytest.mark.parametrize("line", ["***", "* * *", "---", "———"])
def test_a_line_of_stars_closes_what_a_named_outlet_printed(line):
    assert taken(f"The Corran Post has it this way:\n\n{ONE}\n\n{TWO}\n\n{line}\n\n{OURS}") == [f"{ONE}\n\n{TWO}"]
    assert taken(f"Lena Orr’s post reads:\n\n{ONE}\n\n{line}\n\n{OURS}") == []


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_passage_may_begin_behind_its_announcement(between):
    text = f"Good morning. The Corran Post writes: {ONE}{between}It rained.{between}[Source]\n\n{OURS}"

    assert taken(text) == [f"{ONE}{between}It rained."]


@pytest.mark.parametrize(
    "text",
    [
        "The Corran Post writes: The pier is shut, and nobody fishes.\n\nIt rained.",  # no marker
        "The Corran Post writes: The pier is shut, and nobody fishes.\n\n" + "It rained.\n\n" * 4 + "[Source]",
        "Mara Voss: The pier is shut, and nobody fishes. [Source]",  # no outlet
    ],
)
def test_behind_its_announcement_a_passage_must_end_soon_in_a_marker(text):
    assert taken(text) == []


def test_a_quotation_behind_a_colon_is_no_passage_even_with_a_marker_far_below():
    text = f"Mara Voss wrote to us:\n\n“The pier is shut.”\n\n{OURS}\n\nFrom Brannick:\n\n{TWO} [Source]"

    assert taken(text) == [TWO]


def test_a_whole_text_without_a_marker_and_without_a_comment_is_one_paragraph():
    assert taken(f"The Tide wrote, in full:\n\n{ONE}\n\n{TWO}\n\nIt rained.") == [ONE]


def test_an_announcement_inside_a_passage_does_not_cut_it():
    passage = f"{ONE}\n\nCorran Pages reported on Monday:\n\n{TWO}"

    assert taken(f"A post from Lena Orr at Corran Pages notes that few objected:\n\n{passage} [Source]") == [passage]


def test_a_passage_without_a_marker_does_not_run_to_the_marker_of_the_next():
    text = f"The Tide wrote:\n\n{ONE}\n\n{OURS}\n\nThe Corran Post reports:\n\n{TWO} [Source]"

    assert taken(text) == [ONE, TWO]


def test_own_words_between_two_passages_stay_own():
    text = f"The Tide reports:\n\n{ONE} [Source]\n\n{OURS}\n\nFrom the Corran Post:\n\n{TWO}\n\n[Link]\n\n{OURS}"

    assert taken(text) == [ONE, TWO]


def test_line_ends_of_another_system_change_nothing():
    text = f"The Tide reports:\r\n\r\n{ONE}\r\n\r\n[Source]\r\n\r\n{OURS}"

    assert taken(text) == [ONE]


@pytest.mark.parametrize("piece", ["The Tide reports:\n\n", "> a\n\nb\n\n", "The Tide wrote, in full:\n\nNo.\n\n", "a: "])
def test_a_long_text_is_read_in_linear_time(piece):
    assert_in_proportion(blocks, piece * (75_000 // len(piece)), piece * (300_000 // len(piece)))


@pytest.mark.shared
def test_a_real_commentary_has_two_blocks():
    (path,) = shared("data/seeds").glob("004*.txt")
    text = path.read_text(encoding="utf-8")

    assert [text[b.end :].split()[0] for b in blocks(text)] == ["[Source]", "[Source]"]


def test_the_sign_of_a_block_belongs_to_no_part_and_to_no_speaker():
    text = '> Police said on Friday that two men were held.\n>\n>  > "We did our duty," a spokesman said.\n> They left.'

    quotes = find_quotes([("a", text)]).quotes["a"]

    assert [(q.speaker_text, [text[a:b] for a, b in q.parts], q.block) for q in quotes] == [
        ("Police", ["that two men were held"], True), ("a spokesman", ['"We did our duty,"'], True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "announcement",
    ["Tideline could, over tea:", "The exile weekly Far Shore sent someone. These are the lines that matter:"],
)
def test_a_source_in_brackets_shows_that_somebody_was_announced(announcement):
    assert taken(f"{announcement}\n\nOne.\n\nTwo. [Source]\n\nOurs.") == ["One.\n\nTwo."]


def test_a_bare_announcement_reaches_no_further_than_the_next_one():
    text = "Tideline could, over tea:\n\nOne.\n\nEbbline could, over milk:\n\nTwo. [Source]\n\nOurs."

    assert taken(text) == ["Two."]


def test_without_brackets_a_bare_announcement_is_none():
    assert taken("Tideline could, over tea:\n\nOne.\n\nSource: a drawer") == []
