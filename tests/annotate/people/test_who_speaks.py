"""Who a speaker is, on sentences that no other text has: one table for each kind of source."""

import pytest

from tests.annotate.attributions import CANAL, FLOOD, FUND, RICE, SAID
from tests.annotate.attributions import last_kind as kind


@pytest.mark.parametrize(
    "text",
    [
        f"{FLOOD} A baker on the hill {SAID}",
        f"{FLOOD} A passer-by {SAID}",
        f"{FLOOD} Volunteers from three villages {SAID}",
        f"The mother of the accused {SAID}",
        f"A petition signed by 90 residents {SAID}",
        f"Graffiti on the wall {SAID}",
        f"A banner on the bridge {SAID}",
        f"The tea seller’s niece {SAID}",
        f"A beekeeper from the ridge {SAID}",
        f"Several in the queue {SAID}",
        f"A hairdresser with a pram {SAID}",
        f"A man with a wheelbarrow {SAID}",
        f"The user @reed7 {SAID}",
        f"Old Ned, who mends clocks, {SAID}",
        f"His neighbour across the landing {SAID}",
        f"Two schoolgirls {SAID}",
        f"{CANAL} A shopkeeper across the canal {SAID}",
        f"{FLOOD} A fireman {SAID}",
        f"{FLOOD} A cook at the shelter {SAID}",
        f"{FLOOD} “We sent soup,” said Ann Orr, a baker from the hill.",
        f"The arrested man’s sister {SAID}",
        f"The suspect’s mother {SAID}",
        f"A woman in the queue who gave her name only as Tilda {SAID}",
        f"Ann Orr, head teacher of the lower school, {SAID}",
        f"A foreman at the quarry {SAID}",
        f"Ann Orr, a locksmith, whose shop is next to the bank, {SAID}",
        f"Two of the singers {SAID}",
        f"The crowd {SAID}",
        f"A commenter called FogHorn {SAID}",
        f"The youngest of the dancers {SAID}",
        f"{RICE} The canteen's cook {SAID}",
        f"{RICE} A ward nurse {SAID}",
        f"Hugo Lind, owner of a kiosk, {SAID}",
        f"A man who gave his name as Smith and laughed {SAID}",
        f"Hugo Lind’s wife, Ann Orr, {SAID}",
        f"A weaver from the upper town {SAID}",
        f"The bride's grandmother {SAID}",
        f"Three fans in green scarves {SAID}",
        f"A cyclist {SAID}",
        f"An old man with a dog {SAID}",
        f"A sign held up by a schoolgirl {SAID}",
    ],
)
def test_whoever_only_stands_by_is_a_citizen(text):
    assert kind(text) == "citizen"


@pytest.mark.parametrize(
    "text",
    [
        f"{FLOOD} Mayor Ann Orr, whose office was flooded, {SAID}",
        f"The harbour inspector, Hugo Lind, {SAID}",
        f"A fire officer {SAID}",
        f"The district veterinary officer {SAID}",
        f"The electoral commission {SAID}",
        f"Deputy prefect Hugo Lind {SAID}",
        f"A notice on the town hall door {SAID}",
        f"The indictment {SAID}",
        f"The State Grain Reserve {SAID}",
        f"The relief commissioner, Ann Orr, {SAID}",
        f"A court clerk {SAID}",
        f"The governor's office {SAID}",
        f"Ann Orr, the governor’s press secretary, {SAID}",
        f"The chief returning officer {SAID}",
        f"An officer of the election board {SAID}",
        f"The campaign office {SAID}",
        f"A health ministry circular {SAID}",
        f"Posters put up by the prefecture {SAID}",
        f"The school inspector {SAID}",
        f"The head of the village, Hugo Lind, {SAID}",
        f"The ward councillor {SAID}",
        f"{RICE} The district education bureau {SAID}",
        f"The provincial governor's deputy {SAID}",
        f"The ministry’s permanent secretary, Ann Orr, {SAID}",
        f"The chief registrar {SAID}",
        f"The wage tribunal {SAID}",
        f"Ordinance 12 {SAID}",
    ],
)
def test_offices_of_the_state_and_its_documents_are_official(text):
    assert kind(text) == "official"


@pytest.mark.parametrize(
    "text",
    [
        f"{FLOOD} Hugo Lind, a hydrologist, {SAID}",
        f"Ann Orr, who teaches soil science at Merrow University, {SAID}",
        f"Dr Ann Orr, a surgeon at the district hospital, {SAID}",
        f"A retired dam engineer {SAID}",
        f"Ann Orr of the Institute of Dam Safety {SAID}",
        f"A study by the Institute of Dam Safety {SAID}",
        f"A police surgeon {SAID}",
        f"A hydraulic modeller at the university {SAID}",
        f"Dr Hugo Lind, who treated the burns, {SAID}",
        f"A poll by the institute Clear View {SAID}",
        f"Ann Orr, a soil chemist who tested the wells, {SAID}",
        f"The archivist Hugo Lind {SAID}",
    ],
)
def test_scholars_and_specialists_are_experts(text):
    assert kind(text) == "expert"


@pytest.mark.parametrize(
    "text",
    [
        f"{FLOOD} A spokesman for Orr Power {SAID}",
        f"The plant's night manager {SAID}",
        f"Hugo Lind, who owns the shipping line, {SAID}",
        f"The mine's owners {SAID}",
        f"A press officer for Orr Power {SAID}",
        f"The contractor, Lind & Orr, {SAID}",
        f"An email from the firm to its staff {SAID}",
        f"{FUND} Investors {SAID}",
        f"The bank's branch manager {SAID}",
        f"Hugo Lind, who speaks for the brewery, {SAID}",
        f"Hugo Lind, an employee in the legal department of Orr Power, {SAID}",
        f"The app's makers {SAID}",
        f"The delivery platform Hop {SAID}",
        f"A letter from the landlord {SAID}",
        f"Hugo Lind, the brewery's head of sales, {SAID}",
        f"The toll operator {SAID}",
    ],
)
def test_owners_managers_and_staff_of_firms_are_the_company(text):
    assert kind(text) == "company"


@pytest.mark.parametrize(
    "text",
    [
        f"Colonel Hugo Lind, deputy head of the provincial gendarmerie, {SAID}",
        f"A constable at the gate {SAID}",
        f"The head of the riot squad, Hugo Lind, {SAID}",
        f"Hugo Lind, who heads the anti-fraud squad, {SAID}",
        f"The Merrow Coast Guard {SAID}",
        f"A sergeant on the bridge {SAID}",
        f"Detectives {SAID}",
        f"The Bureau of Public Security {SAID}",
        f"Captain Hugo Lind of the river police {SAID}",
        f"The chief of the harbour police {SAID}",
        f"Major Ann Orr of the gendarmerie {SAID}",
        f"A police spokesman, Captain Hugo Lind, {SAID}",
        f"The Cyber Security Brigade {SAID}",
        f"Officers {SAID}",
        f"The duty officer at the police station {SAID}",
        f"The patrol commander {SAID}",
        f"The head of the criminal police in Merrow, Hugo Lind, {SAID}",
        f"Lieutenant Ann Orr of the border guard {SAID}",
        f"The press office of the gendarmerie {SAID}",
    ],
)
def test_ranks_and_squads_of_the_police_are_police(text):
    assert kind(text) == "police"


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Orr, who runs the soup kitchen of the Blue Heron Society, {SAID}",
        f"The Free Seamen's Union {SAID}",
        f"Imam Yusuf Karim {SAID}",
        f"Sister Ann Orr of the Holy Cross convent {SAID}",
        f"A field worker for Clean Rivers, a monitoring group, {SAID}",
        f"The monitoring group Open Sluice {SAID}",
        f"A leaflet handed out by the strike committee {SAID}",
        f"Union officer Ann Orr {SAID}",
        f"The Bakers' Guild {SAID}",
        f"Ann Orr of Clean Canal, a residents' group, {SAID}",
        f"The hospital {SAID}",
        f"Abbot Hugo Lind {SAID}",
        f"The football federation {SAID}",
        f"Ann Orr, who chairs the parents' association, {SAID}",
        f"{RICE} The school {SAID}",
        f"The coordinator of the relief convoy, Ann Orr of the Blue Heron Society, {SAID}",
        f"A steward of the dockers' union {SAID}",
        f"The chapel's deacon {SAID}",
        f"Rights monitors {SAID}",
    ],
)
def test_clergy_unions_and_groups_are_organisations(text):
    assert kind(text) == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        f"An editorial in the Merrow Mercury {SAID}",
        f"State television {SAID}",
        f"The paper's correspondent {SAID}",
        f"Ann Orr, who covers the courts for the Mercury, {SAID}",
        f"A columnist at the weekly Tide {SAID}",
        f"The exile magazine Far Pier {SAID}",
        f"The station's night editor {SAID}",
        f"Her deputy at the news desk {SAID}",
        f"A leader article in the Banner {SAID}",
        f"The daily {SAID}",
        f"Channel Nine {SAID}",
        f"Our reporter {SAID}",
        f"The evening paper {SAID}",
        f"A radio presenter {SAID}",
        f"A cartoonist at the Tide {SAID}",
    ],
)
def test_papers_and_those_who_write_for_them_are_media(text):
    assert kind(text) == "media"


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Orr, acting for nine families, {SAID}",
        f"Ann Orr, who has taken on the case for the families, {SAID}",
        f"The families’ lawyer, Ann Orr, {SAID}",
        f"Counsel for the driver {SAID}",
        f"A lawyer for the dancers {SAID}",
        f"Ann Orr, who defends two of the boys, {SAID}",
        f"Ann Orr, for the defence, {SAID}",
        f"The union's solicitor {SAID}",
    ],
)
def test_whoever_acts_for_a_party_is_a_lawyer(text):
    assert kind(text) == "lawyer"
