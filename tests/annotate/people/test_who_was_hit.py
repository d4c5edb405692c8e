"""Victims, the accused and hidden sources, on sentences that no other text has."""

import pytest

from tests.annotate.attributions import CANAL, FLOOD, FUND, RICE, SAID
from tests.annotate.attributions import last_kind as kind


@pytest.mark.parametrize(
    "text",
    [
        f"{FLOOD} A survivor {SAID}",
        f"{FLOOD} Ann Orr, who was washed off her porch, {SAID}",
        f"{FLOOD} Ann Orr, who lost her kitchen and two goats, {SAID}",
        f"{FLOOD} Hugo Lind, a miller, had his mill swept away. “I heard it go,” Lind said.",
        f"{FLOOD} Hugo Lind, whose daughter has not been found, {SAID}",
        f"{FLOOD} Hugo Lind, father of one of the drowned, {SAID}",
        f"{FLOOD} “I held on to a pole for an hour,” said Hugo Lind, a baker.",
        f"{FLOOD} “My wife was in the house,” said Hugo Lind, a baker.",
        f"{FLOOD} Relatives of the missing {SAID}",
        f"{FLOOD} The bereaved {SAID}",
        f"{FLOOD} The evacuees {SAID}",
        f"{FLOOD} A woman who had been pulled from the mud {SAID}",
        f"{FLOOD} A patient with two broken legs {SAID}",
        f"{FLOOD} Hugo Lind, 41, now living in a tent, {SAID}",
        f"{FLOOD} The brother of a drowned farmhand {SAID}",
        f"{FLOOD} Ann Orr buried her son on Friday. Orr {SAID}",
        f"{FLOOD} Ann Orr has not seen her husband since. “He went to look at the gate,” she said.",
        "Ann Orr was sacked for signing the letter. “They gave me an hour,” she said.",
        f"Hugo Lind was held for three nights and never charged. Lind {SAID}",
        f"Savers who lost everything when the fund collapsed {SAID}",
        f"Ann Orr, who put her pension into the fund before it collapsed, {SAID}",
        f"The bulldozers came at five. Ann Orr, whose home was pulled down, {SAID}",
        f"The tenants were evicted on Friday. One of the evicted tenants {SAID}",
        f"{CANAL} “They did not let us take the stove,” said Ann Orr, a street cleaner.",
        f"{CANAL} Families sleeping under the bridge {SAID}",
        f"{FUND} “I gave them my late husband’s money,” said Ann Orr, 71.",
        f"{FUND} Hugo Lind, a plumber who had invested 40,000 crowns, {SAID}",
        f"{FUND} The cheated savers {SAID}",
        f"{FUND} Ann Orr, a retired nurse, has not been paid since March. Orr {SAID}",
        f"{FLOOD} Hugo Lind, still in a neck brace, {SAID}",
        f"{FLOOD} “The water took my father,” said Hugo Lind, a student.",
        f"{FLOOD} “We were on the roof until noon,” said Ann Orr, a typist.",
        f"{FLOOD} Ann Orr, who identified her husband by his watch, {SAID}",
        f"{FLOOD} The mother of a missing girl {SAID}",
        f"{FLOOD} A man searching for his brother {SAID}",
        f"{FLOOD} A widow from the lower town {SAID}",
        f"The demonstrators were beaten. Ann Orr, who came away with three stitches, {SAID}",
        f"Ann Orr, a student who says she was kicked in the cells, {SAID}",
        "Ann Orr was released after two days without explanation. “They kept my shoes,” she said.",
        f"A student with a black eye {SAID}",
        f"Ann Orr, a translator whose flat was searched, {SAID}",
        f"Hugo Lind, who lost his licence for the leaflet, {SAID}",
        f"{RICE} “She could not keep water down,” said Ann Orr, whose niece is among the sick.",
        f"{RICE} The parents of the two dead pupils {SAID}",
        f"{RICE} Several mothers at the gate {SAID}",
        "Ann Orr spent a week in a cell for a poem. “They fed me once a day,” she said.",
        f"Ann Orr, whose brother was shot at the barrier, {SAID}",
        f"Ann Orr, who was knocked down by a police horse, {SAID}",
        f"Shop owners whose windows were smashed {SAID}",
    ],
)
def test_whoever_the_text_shows_as_hit_is_a_victim(text):
    assert kind(text) == "victim"


@pytest.mark.parametrize(
    "text",
    [
        f"The defendant {SAID}",
        f"Hugo Lind, who stands accused of theft, {SAID}",
        f"Hugo Lind pleaded not guilty. Lind {SAID}",
        f"Hugo Lind, whose trial opens on Monday, {SAID}",
        f"From the dock, Hugo Lind {SAID}",
        f"A suspected smuggler {SAID}",
        "It was announced that the gate would open.",
        "The villagers were told that the gate would open.",
        f"The accused driver {SAID}",
        f"One of the detained {SAID}",
        f"Hugo Lind, whom prosecutors call the ringleader, {SAID}",
        f"Hugo Lind, wanted since May, {SAID}",
        f"Hugo Lind, sentenced to four years in March, {SAID}",
        f"{RICE} The cook, who has been charged, {SAID}",
        f"The alleged ringleader, Hugo Lind, {SAID}",
        f"Hugo Lind, one of the eleven on trial, {SAID}",
        f"The blogger Hugo Lind, arrested on Friday, {SAID}",
        f"The jailed editor {SAID}",
        "Residents were advised to boil water.",
    ],
)
def test_the_accused_and_passives_are_nobodys_voice(text):
    assert kind(text) == "other"


@pytest.mark.parametrize(
    "text",
    [
        f"A turbine fitter who asked that we call him Reed {SAID}",
        f"A turbine fitter, whose name we are withholding, {SAID}",
        f"A nurse who fears for her licence {SAID}",
        f"A nurse on the night shift, who insisted on being nameless, {SAID}",
        f"One of the guards, on condition that we print neither his rank nor his post, {SAID}",
        f"A man from the accounts office, who did not dare give his name, {SAID}",
        "“The gate was open,” said a fitter. We have changed his name.",
        "“The gate was open,” a clerk told us, her back to the window. She will not be named here.",
        f"An official who is not allowed to talk to the press {SAID}",
        f"A teacher, Mrs R., as she wants to be called, {SAID}",
        f"A dispatcher who goes here by the name of Heron {SAID}",
        f"A person inside the ministry {SAID}",
        f"Two engineers, neither of whom would be quoted by name, {SAID}",
        f"A storeman, afraid of losing his pension, {SAID}",
        f"Someone close to the governor {SAID}",
        f"A bank teller who wished to remain in the shadows {SAID}",
        f"A man whose name the paper knows {SAID}",
        f"A porter who made us promise not to write down his floor {SAID}",
        f"A typist (her name has been changed) {SAID}",
        f"A source in the port office {SAID}",
        f"An engineer who spoke on condition that his town be left out {SAID}",
        f"A warder, speaking after his shift and without his name, {SAID}",
        "A clerk let us read the list. She asked us to forget where. The list was old, she said.",
        f"A ministry driver, call him Pike, {SAID}",
        f"An insider {SAID}",
        f"Some officials, speaking off the record, {SAID}",
        f"A customs man who begged not to be quoted {SAID}",
        f"A lieutenant who agreed to meet us only after dark and without a name {SAID}",
        f"A secretary at the mine, whom this report calls Vera, {SAID}",
        f"A former minister, who requested anonymity, {SAID}",
    ],
)
def test_whoever_is_not_to_be_named_is_anonymous_however_the_text_says_so(text):
    assert kind(text) == "anonymous"
