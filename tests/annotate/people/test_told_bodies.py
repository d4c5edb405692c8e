"""Bodies whose names look like a person's."""

from framing.annotate.quotations import find_quotes


def test_the_company_takes_up_a_firm_that_only_its_description_tells():
    text = "Quillon, the operator of most boards, was fined. It rained. The company promised to pay the fine."

    assert [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"]] == ["Quillon"]
