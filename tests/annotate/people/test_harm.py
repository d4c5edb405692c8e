import pytest

from framing.annotate.quotations import find_quotes

SAID = "said the pier was late."


def kind(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ann Orr, whose son was among the injured, {SAID}", "victim"),
        (f"Ann Orr, whose son sells fish, {SAID}", "citizen"),
        (f"Hugo Lind was evicted on Monday. Lind {SAID}", "victim"),
        (f"Hugo Lind walked home on Monday. His missing brother was a docker. Lind {SAID}", "victim"),
        (f"Parents of the dead children {SAID}", "victim"),
        (f"Parents of the school {SAID}", "citizen"),
        (f"Two men died. One is missing and three were injured. The families {SAID}", "victim"),
        (f"Two men sang. The families {SAID}", "citizen"),
        ("“They beat me and took my house,” said Hugo Lind, a docker.", "victim"),
        (f"Ann Orr, whose son was among the injured, {SAID} Her husband, Hugo Lind, said that it was cold.", "victim"),
        (f"Hugo Lind was charged with theft. Lind {SAID}", "other"),
        (f"Hugo Lind was charged with theft and acquitted. Lind {SAID}", "citizen"),
        (f"Mayor Ann Orr was accused of delay. Orr {SAID}", "official"),
        (f"Hugo Lind, a driller with a broken wrist, {SAID}", "victim"),
        (f"From the bed where his left leg was amputated, Hugo Lind {SAID}", "victim"),
        (f"Hugo Lind, a crane driver of 24, has lost the hearing on one side. Lind {SAID}", "victim"),
        (f"Ann Orr, 33, a cook who swam for two hours, {SAID}", "victim"),
        (f"Ann Orr, 33, a cook who swims in the sea, {SAID}", "citizen"),
        (f"Hugo Lind spent nine days in custody. Lind {SAID}", "victim"),
        (f"Hugo Lind, a printer, came late. He was held for five days. Lind {SAID}", "victim"),
        (f"Ann Orr, a clerk whose file was among those copied, {SAID}", "victim"),
        (f"Nine died in the blast, two are missing, and the coroner came. Ann Orr, a mother of four, {SAID}", "victim"),
        (f"The fair was full. Ann Orr, a mother of four, {SAID}", "citizen"),
        (f"A boat sank and a boy drowned. The boy’s mother {SAID}", "victim"),
        (f"A boat sank and a boy drowned. The baker’s mother {SAID}", "citizen"),
        (f"A boat sank, nine are unaccounted for and two injured. Several of the families {SAID}", "victim"),
        (f"The water was switched on. The widow Ann Orr {SAID}", "citizen"),
        (f"Nine men died. The widow Ann Orr {SAID}", "victim"),
        (f"Nine died, two are missing, the mayor saw the bodies. Mayor Ann Orr {SAID}", "official"),
    ],
)
def test_harm_told_by_the_text_makes_a_victim_and_a_charge_the_accused(text, expected):
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ann Orr, a cook, {SAID} The blast took her kitchen and her left ear.", "victim"),
        (f"Ann Orr, a cook, {SAID} The ferryman took her boat.", "citizen"),
    ],
)
def test_an_event_takes_what_somebody_had(text, expected):
    assert kind(text) == expected
