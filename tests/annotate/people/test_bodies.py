import pytest

from framing.annotate.people.bodies import body_kind, is_research, sounds_like_body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Merrow Constabulary", "police"), ("Criminal Inquiry Bureau", "police"), ("Merrow Criminal Court", "official"),
        ("Police Federation", "organisation"), ("Merrow Mercury", "media"), ("Orr Tramways", "company"),
        ("Ministry of Water and Power", "official"), ("Chamber of Chandlers", "organisation"), ("D.H.S.", "official"),
        ("Centre for Health of the Department of Works", "official"),
        ("Freedom House", "organisation"), ("World Bank", "organisation"), ("Human Rights Watch", "organisation"),
        ("The Red Cross", "organisation"), ("Amnesty", "organisation"), ("UN refugee agency", "organisation"),
        ("Apple", "company"), ("European Union", "official"), ("Bank of England", "official"), ("Global Times", "media"),
        ("Supreme People's Procuratorate", "official"), ("Directorate-General for Fisheries", "official"),
        ("Cyberspace Office", "official"), ("Public Prosecutor's Office", "official"),
        ("Chamber of Deputies", "official"), ("Broadcasting Authority", "official"), ("Magistrates' Bench", "official"),
        ("Ministry of Public Security", "official"), ("Public Security Bureau", "police"),
        ("Serious Crime Squad", "police"), ("Chamber of Commerce", "organisation"),
        ("Merrow Bar Association", "organisation"), ("Journalists' Union", "organisation"),
        ("Harbour Monitor", "organisation"), ("Academy of Sciences", "organisation"), ("Orr Tech", "company"),
        ("Delta Cable Networks", "company"), ("Nordhavn Tidende", "media"), ("Diario de Merrow", "media"),
        ("Merrow", None), ("", None),
    ],
)  # fmt: skip
def test_the_words_of_its_name_tell_the_kind_of_a_body(name, kind):
    assert body_kind(name) == kind


def test_a_family_name_is_no_body_without_its_article():
    assert not sounds_like_body(("Hugo", "Mills"), after_the=False)
    assert sounds_like_body(("Orr", "Mills"), after_the=True)


def test_the_people_of_a_think_tank_do_research():
    assert is_research("Chatham House")
    assert not is_research("Merrow House")
