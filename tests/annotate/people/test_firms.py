"""Firms by what they run, their size and who leads them; papers by what they print; whom the post makes what they are."""

import pytest

from framing.annotate.people.firms import is_firm
from framing.annotate.people.names import names
from framing.annotate.quotations import find_quotes

SAID = "said the gate was open."


def kinds(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    "text",
    [
        "Vellum, the coast's second largest host, wept.", "Vellum, the largest of the ferry operators, wept.",
        "Vellum, which runs the island's most popular message service, wept.", "Vellum, which sells tyres, wept.",
        "Vellum, whose pages every second islander opens, wept.", "Vellum’s shareholders wept.",
        "Vellum has wept. Its chief executive, Ann Orr, was late.",
    ],
)  # fmt: skip
def test_what_it_runs_and_who_leads_it_show_a_firm(text):
    assert is_firm(text, names(text)[0])


@pytest.mark.parametrize("text", ["Vellum, a clerk, wept.", "Vellum, whose brother sells tyres, wept.", "Vellum wept."])
def test_nobody_is_a_firm_without_a_sign_of_it(text):
    assert not is_firm(text, names(text)[0])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Vellum, which runs the island's busiest message service, {SAID}", "company"),
        (f"Fen Line, which runs the island's busiest message service, {SAID}", "company"),
        (f"A manager at Vellum, Ann Orr, {SAID}", "company"),
        (f"Vellum’s managing director, Hugo Lind, lately the darling of the quay, {SAID}", "company"),
        (f"Hugo Lind, head of public relations, {SAID}", "company"),
        (f"The fine was imposed on Vellum. Vellum {SAID}", "company"),
        (f"The Copper Lantern, whose editorials nobody reads, {SAID}", "media"),
        (f"The Fen Register, a tenants' association, {SAID}", "organisation"),
        (f"A broadsheet of exiles, the Emigrant Kettle, {SAID}", "media"),
        (f"The Guild of Bakers met. Its chair, the novelist Ann Orr, {SAID}", "organisation"),
        (f"The Fen Institute has a survey. Its director, Ann Orr, {SAID}", "expert"),
        (f"MERROW, April 3 (FPS) -- The Bureau for Dry Cellars met. Its director, Ann Orr, {SAID}", "official"),
        (f"The chairwoman of the Union of Quay Pensioners, Ann Orr, {SAID}", "organisation"),
        (f"Scholars of the Academy of Tides {SAID.replace('was', 'is')}", "expert"),
    ],
)  # fmt: skip
def test_a_speaker_is_of_the_kind_the_text_shows(text, kind):
    assert kinds(text)[-1] == kind
