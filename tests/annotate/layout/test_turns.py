"""Interviews and round-ups in plain text; people and papers are invented."""

import pytest

from framing.annotate.layout.turns import turns
from framing.annotate.quotations import find_quotes
from framing.annotate.voices import voice_spans
from tests.growth import assert_in_proportion


def read(text):
    return [(text[slice(*t.speaker)], [text[a:b] for a, b in t.parts]) for t in turns(text)]


LAYOUTS = {
    "names on both sides": (
        "Tide: Who closed the pier?\n\nVoss: I closed it.\n\nTide: Who opens it?\n\nVoss: Nobody.",
        [("Tide", ["Who closed the pier?"]), ("Voss", ["I closed it."]), ("Tide", ["Who opens it?"]), ("Voss", ["Nobody."])],
    ),
    "Q and A, the name before": (
        "The mayor was tired. We spoke to Mara Voss, who runs the pier for Hugo Lind.\n\nQ: Who closed it?\n\nA: I closed it."
        "\n\nQ: Why?\n\nA: The gulls.",
        [("Mara Voss", ["I closed it."]), ("Mara Voss", ["The gulls."])],
    ),
    "Q and A with stops": (
        "An interview with Mara Voss.\n\nQ.: Who closed it?\n\nA.: I closed it.",
        [("Mara Voss", ["I closed it."])],
    ),
    "questions without a label": (
        "Captain, why a campaign?\n\nMara Voss: Because a rumour is fast.\n\nAnd the teacher?\n\nVoss: No more.\n\nIt snows.",
        [("Mara Voss", ["Because a rumour is fast."]), ("Voss", ["No more."])],
    ),
    "an answer of two paragraphs": (
        "Tide: Who closed the pier?\n\nVoss: I closed it.\n\nIt was late in the year.\n\nTide: Why?\n\nVoss: The gulls.",
        [("Tide", ["Who closed the pier?"]), ("Voss", ["I closed it.", "It was late in the year."]), ("Tide", ["Why?"]),
         ("Voss", ["The gulls."])],
    ),
    "what others are reported to have advised": (
        "Tide: Who closed the pier?\n\nVoss: I closed it.\n\nHugo Lind, an engineer, advised the town to mend it."
        "\n\nTide: Why?\n\nVoss: The gulls.",
        [("Tide", ["Who closed the pier?"]), ("Voss", ["I closed it."]), ("Tide", ["Why?"]), ("Voss", ["The gulls."])],
    ),
    "whoever comes in": (
        "Tide: Who closed the pier?\n\nVoss: I closed it.\n\nAt this moment Hugo Lind, a baker, came in.\n\nTide: Why?"
        "\n\nVoss: The gulls.",
        [("Tide", ["Who closed the pier?"]), ("Voss", ["I closed it."]), ("Tide", ["Why?"]), ("Voss", ["The gulls."])],
    ),
    "what the outlet is given": (
        "Tide: Who closed the pier?\n\nVoss: I closed it.\n\nA baker asks whether it is cold and gives us tea.\n\nTide: Why?"
        "\n\nVoss: The gulls.",
        [("Tide", ["Who closed the pier?"]), ("Voss", ["I closed it."]), ("Tide", ["Why?"]), ("Voss", ["The gulls."])],
    ),
    "what the outlet tells in between": (
        "Judge: Did you do it?\n\nTang: I did.\n\nTang looks up.\n\nJudge: Alone?\n\nTang: Alone.",
        [("Judge", ["Did you do it?"]), ("Tang", ["I did."]), ("Judge", ["Alone?"]), ("Tang", ["Alone."])],
    ),
    "bold labels": (
        "**Tide:** Who closed the pier?\n\n**Mara Voss:** I closed it.\n\n**Tide:** Why?",
        [("Tide", ["Who closed the pier?"]), ("Mara Voss", ["I closed it."]), ("Tide", ["Why?"])],
    ),
    "lines without blank ones between": (
        "TIDE: Who closed it?\nVOSS: I closed it.\nTIDE: Why?",
        [("TIDE", ["Who closed it?"]), ("VOSS", ["I closed it."]), ("TIDE", ["Why?"])],
    ),
    "a round-up of people with their work": (
        "What readers say.\n\nMara Voss, pilot: I want the pier open.\n\nHugo Lind (retired doctor): It was always cold there.",
        [("Mara Voss", ["I want the pier open."]), ("Hugo Lind", ["It was always cold there."])],
    ),
    "names above the words": (
        "Mara Voss, pilot:\n\nThe pier is cold.\n\nIt was always cold.\n\nHugo Lind, 71, Master of the Harbour:\n\nIt is late.",
        [("Mara Voss", ["The pier is cold.", "It was always cold."]), ("Hugo Lind", ["It is late."])],
    ),
    "a round-up of people who say I": (
        "Mara Voss: I want the pier open.\n\nHugo Lind: We never fished there.",
        [("Mara Voss", ["I want the pier open."]), ("Hugo Lind", ["We never fished there."])],
    ),
    "marks behind the label are marks": (
        'Tide: Who closed it?\n\nVoss: "I closed it."\n\nTide: Why?', [("Tide", ["Who closed it?"]), ("Tide", ["Why?"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_conversation_is_read(text, expected):
    assert read(text) == expected
    assert read(text.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss: The pier opens in May.",  # nothing says that she speaks
        "Note: We were wrong.\n\nNote: We are sorry.\n\nUpdate: It is late.",
        "Where: I do not know.\n\nWhen: You will see.\n\nWhere: Here.",
        "South Harbour: The pier is shut.\n\nNorth Harbour: The quay is open.",  # a digest
        "Pier Hill: Sold in May.\n\nPier Hill: Sold in June.",
        "South Harbour: The pier is shut.\n\nNorth Harbour: The quay is open.\n\nEast Harbour: It is ours.",
        "Corran: We sold out.\n\nMerle: We did not.",  # towns, or people; nothing tells
        "The week in short.\n\nSouth Harbour:\n\nThe pier is shut.\n\nPier Hill:\n\nThe quay is open.",
        "Corran, Velmarra: The pier is shut.\n\nMerle, Velmarra: The quay is open.",
        "Pier Hill: Sold.\n\nQuay Hill: Sold.\n\nPier Hill: Sold again.",
        "Q: Who closed it?\n\nA: We did.",  # nobody was introduced: the outlet explains
        "MARA VOSS: Thank you, my friends. I am glad.\n\nThe pier!\n\nMARA VOSS: Thank you.",  # a speech
        "Harbour Lights: A Story\n\nHarbour Nights: Your Story",  # titles
        "",
        ":\n\n: :",
    ],
)
def test_what_only_looks_like_a_conversation_is_none(text):
    assert read(text) == []


def test_words_of_an_interview_are_direct_and_have_a_speaker():
    text = "We met Mara Voss.\n\nQ: Who closed the pier?\n\nA: I closed it. Nobody told me to.\n\nQ: Why?\n\nA: The gulls."

    quotes = find_quotes([("a", text)]).quotes["a"]

    assert [(q.kind, q.speaker_text, text[q.start : q.end]) for q in quotes] == [
        ("direct", "Mara Voss", "I closed it. Nobody told me to."), ("direct", "Mara Voss", "The gulls."),
    ]  # fmt: skip
    direct = [text[s.start : s.end] for s in voice_spans(text, quotes) if s.voice == "direct"]
    assert direct == ["I closed it. Nobody told me to.", "The gulls."]


def test_an_answer_of_two_paragraphs_is_one_quotation():
    text = "Tide: Who closed it?\n\nVoss: I closed it.\n\nIt was late.\n\nTide: Why?"

    (answer,) = (q for q in find_quotes([("a", text)]).quotes["a"] if q.speaker_text == "Voss")

    assert [text[a:b] for a, b in answer.parts] == ["I closed it.", "It was late."]


@pytest.mark.parametrize("piece", ["A: yes.\n", "A: yes.\n\n", "Q: Why?\n\nA: yes.\n\n", "Voss: I stay.\n\n", "A: \n"])
def test_the_time_for_turns_grows_with_their_number(piece):
    short, long = (f"We met Mara Voss.\n\n{piece * (length // len(piece))}" for length in (60_000, 240_000))

    assert bool(turns(short)) == ("Q" in piece)
    assert_in_proportion(turns, short, long)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["A: yes.\n", "Q: Why?\n\nA: yes.\n\n"])
def test_a_megabyte_of_turns_gives_its_quotations(piece):
    text = "We met Mara Voss.\n\n" + piece * (1_000_000 // len(piece))

    quotes = find_quotes([("a", text)]).quotes["a"]

    assert len(quotes) == (text.count("A:") if "Q" in piece else 0)


def test_what_stands_before_the_next_answer_of_the_only_one_who_answers_was_asked():
    text = "Why?\n\nVoss: I like it here.\n\nMany of our readers ask whether it will stay.\n\nVoss: It will."

    assert read(text) == [("Voss", ["I like it here."]), ("Voss", ["It will."])]


def test_a_paragraph_that_reports_somebody_is_the_outlets():
    text = (
        "Tide: And the teacher?\n\nVoss: She was heard for two hours.\n\nThe teacher said only that beans were late.\n\n"
        "The lanes are quiet.\n\nTide: Is it over?\n\nVoss: I hope so."
    )

    assert read(text)[1] == ("Voss", ["She was heard for two hours."])


def test_one_answer_taken_over_from_an_interview_is_a_turn():
    text = "Mara Voss runs the schools. From the Tide:\n\n> Madam, why so hard?\n\n> Voss: It was late.\n\nSo it was."

    assert read(text) == [("Voss", ["It was late."])]


def test_one_label_behind_a_question_is_none_where_nobody_bears_the_name():
    assert read("Why is it late?\n\nUpdate: The pier is shut.\n\nIt snows.") == []


def test_two_labels_behind_an_announced_interview_are_a_conversation_up_to_its_source():
    text = (
        "On Sunday the Tide, a state paper, printed a conversation with the miller:\n\nTide: There is talk of shots.\n\n"
        "Hugo Lind: That talk has good legs. It was a rocket, and here is the burn. [Source]\n\nThree, then."
    )

    assert read(text) == [
        ("Tide", ["There is talk of shots."]),
        ("Hugo Lind", ["That talk has good legs. It was a rocket, and here is the burn."]),
    ]


def test_two_labels_that_nobody_announces_are_none():
    assert read("Prices of the week.\n\nTide: There is more fish.\n\nHugo Lind: Rye is dearer than ever.") == []


INTERVIEW = "Tide: Who closed the pier?\n\nVoss: Nobody did.\n\nTide: Why?\n\nVoss: The gulls.\n\n"


def test_the_last_speaker_goes_on_as_i_where_the_writer_never_says_it():
    assert read(INTERVIEW + "My father kept a lock, and he never slept.\n\nWhen we leave, it snows.")[-1] == (
        "Voss", ["The gulls.", "My father kept a lock, and he never slept."]
    )  # fmt: skip


def test_a_writer_who_says_i_goes_on_behind_the_last_answer():
    text = "I took the ferry.\n\n" + INTERVIEW + "My coat was wet when it was over."

    assert read(text)[-1] == ("Voss", ["The gulls."])


def test_what_nobody_has_asked_for_is_no_report_of_the_outlet():
    text = "Why a card?\n\nVoss: It has no name.\n\nIn five weeks nobody has asked for a drawer.\n\nAnd you?\n\nVoss: I sleep."

    assert read(text)[0] == ("Voss", ["It has no name.", "In five weeks nobody has asked for a drawer."])
