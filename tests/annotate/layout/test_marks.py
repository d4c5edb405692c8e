import pytest

from framing.annotate.layout.marks import marked
from tests.growth import assert_in_proportion


def inner(text):
    return [text[m.inner_start : m.inner_end] for m in marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One two” three “four”", ["One two", "four"]),
        ('"One two" three "four"', ["One two", "four"]),
        ("''One two'' three", ["One two"]),
        ("``One two'' three", ["One two"]),
        ("„Eins zwei“ drei „vier“", ["Eins zwei", "vier"]),
        ("„Eins zwei” drei", ["Eins zwei"]),
        ("»Eins zwei« drei", ["Eins zwei"]),
        ("”Ett två” tre", ["Ett två"]),
        ("“One two“ three “four“", ["One two", "four"]),
        ("「一 二」 three", ["一 二"]),
        ("«Un deux» trois", ["Un deux"]),
        ("“He said \"no\" twice” and left", ['He said "no" twice']),
        ('"He said “no” twice" and left', ["He said “no” twice"]),
        ("“One two", ["One two"]),
        ("“One two\n\nthree” four", ["One two"]),
        ("A 6\" pipe", []),
        ("No marks, it's the ministers' plan", []),
        ("‘We stay here,’ she said of Voss’s plan", ["We stay here,"]),
        ("‘We stay’ and “we go”", ["We stay", "we go"]),
    ],
)  # fmt: skip
def test_marks_pair(text, expected):
    assert inner(text) == expected


SINGLE = {
    "plural possessive inside": ("‘The workers’ hall is ours,’ said Orr.", ["The workers’ hall is ours,"]),
    "plural possessive, straight": ("The workers' hall 'is not ours', she said.", ["is not ours"]),
    "plural possessives only": ("The boys’ plan, the girls’ hall and the men's boats' nets.", []),
    "plural before the mark and behind": ("They call them ‘the lost years’ in the villagers’ songs.", ["the lost years"]),
    "two plurals, one of them closed": ("‘The neighbours’ barns’ was all she said.", ["The neighbours’ barns"]),
    "an ending that a name goes on": ("The ‘Clean Quays’ Orr wants", ["Clean Quays"]),
    "elisions": ("’Tis the ’90s, get ’em, rock ’n’ roll, he said.", []),
    "elisions, turned the wrong way": ("‘Tis the ‘90s, get ‘em, rock ‘n’ roll, he said.", []),
    "elision inside": ("‘’Tis our rock ’n’ roll,’ he said, ‘get ’em.’", ["’Tis our rock ’n’ roll,", "get ’em."]),
    "dropped endings": ("'We been huntin' gulls since '68,' he said.", ["We been huntin' gulls since '68,"]),
    "double marks inside": ("‘He told us, “Leave it”, and went,’ said Orr.", ["He told us, “Leave it”, and went,"]),
    "double marks at the end": ("‘Who says “no”?’ she asked, ‘and why?’", ["Who says “no”?", "and why?"]),
    "single marks inside": ("‘We said ‘no’ twice,’ she said. ‘Then we left.’", ["We said ‘no’ twice,", "Then we left."]),
    "single marks inside double ones": ("“She said ‘no’ twice,” he said.", ["She said ‘no’ twice,"]),
    "a name with an opening mark": ("‘I met ‘Ali there,’ she said. ‘We left.’", ["I met ‘Ali there,", "We left."]),
    "comma behind the mark": ("‘They gave me this’, says Orr, ‘and a number’.", ["They gave me this", "and a number"]),
    "interrupted without a stop": ("‘The pier’, said Orr, ‘is shut’; and so it is.", ["The pier", "is shut"]),
    "brackets and dashes": ("The crowd (‘half of Corran’) left—‘for good’—at noon.", ["half of Corran", "for good"]),
    "an adjective made of it": ("A ‘Clean Quay’-style ‘reform’?", ["Clean Quay", "reform"]),
    "feet and inches": ("A 6' 2\" plank, 'sound as a bell', lay there.", ["sound as a bell"]),
    "a paragraph that goes on": ("‘We went down.\n\n‘Nobody came,’ said Orr.", ["We went down.", "Nobody came,"]),
    "a mark that nobody closes": ("‘We went down.\n\nNobody came.", []),
    "low marks": ("Orr: ‚Wir bleiben hier‘ und ‚gut‘.", ["Wir bleiben hier", "gut"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SINGLE.values(), ids=SINGLE.keys())
def test_single_marks_are_told_from_apostrophes(text, expected):
    assert inner(text) == expected


@pytest.mark.parametrize(
    "piece", ["‘a b ", "the boys’ x ", '“ " ', "‘x’ ‘y “z” ", "'a ", "‘‘’ ", '"a, b ', '“a "b, c ', '« "b," said Ann. ']
)
def test_the_time_for_odd_marks_grows_with_the_length_of_the_text(piece):
    assert_in_proportion(marked, piece * (60_000 // len(piece)), piece * (240_000 // len(piece)))


def test_a_line_starts_anew_after_an_odd_mark():
    assert inner('One " two\n"Three four" five')[-1] == "Three four"


UNCLOSED = {
    "curly opens, straight closes": (
        '“The law is bad," said Ann Lee. "The other way,” said Bob Ray. “We go.”',
        ["The law is bad,", "The other way,", "We go."],
    ),
    "two curly opened, two straight close": (
        '“The law is bad," said Ann Lee. “The other way," said Bob Ray.', ["The law is bad,", "The other way,"],
    ),
    "straight, before a cue": (
        '"The law is bad, said Ann Lee. "We stay," said Bob Ray. "It is late," Mara Voss said.',
        ["The law is bad,", "We stay,", "It is late,"],
    ),
    "straight, behind a cue": ('Ann Lee said, "It is bad. "We stay," said Bob Ray.', ["It is bad.", "We stay,"]),
    "curly": ("“The law is bad, said Ann Lee. “We stay,” said Bob Ray.", ["The law is bad,", "We stay,"]),
    "straight before curly": ('"The law is bad, said Ann Lee. “We stay,” said Bob Ray.', ["The law is bad,", "We stay,"]),
    "curly before straight": ('“It is bad. Nobody came. "We stay," said Bob Ray.', ["It is bad. Nobody came.", "We stay,"]),
    "at the end of the text": ('"The law is bad, said Ann Lee.', ["The law is bad,"]),
    "a blank on the wrong side": ('"The law is bad, "said Ann Lee. "We stay," said Bob Ray.', ["The law is bad, ", "We stay,"]),
    "a stray mark": ('The 6 "pipes and "the law" of it', ["the law"]),
    "the same marks inside": ("“He said “no” twice,” she added. “Then he left.”", ["He said “no” twice,", "Then he left."]),
    "other marks inside": (
        '“He told us "no" and left.\n\n“Then we went.”', ['He told us "no" and left.', "Then we went."],
    ),
    "goes on in the next paragraph": ("“We left, said the man, and sang.\n\n“Then we slept.”",
                                      ["We left, said the man, and sang.", "Then we slept."]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNCLOSED.values(), ids=UNCLOSED.keys())
def test_no_quotation_swallows_the_next_one(text, expected):
    assert inner(text) == expected
