"""Tables for print: labels, rounding by the interval, notes, and formats."""

from __future__ import annotations

import re

import pytest

from framing.present import latex, tables
from framing.present.numbers import decimals, number
from tests.present import factories
from tests.present.test_hostile import elements


@pytest.mark.parametrize(("width", "places"), [(30.0, 0), (3.0, 1), (0.3, 2), (0.03, 3)])
def test_an_estimate_is_rounded_to_two_digits_of_half_its_interval(width: float, places: int):
    assert decimals(1.23456, width) == places


def test_minus_signs_are_minus_signs_and_zero_has_none():
    assert number(-0.001, 2) == "0.00"
    assert number(-1.5, 1) == "−1.5"


def test_a_contrast_has_interval_p_smallest_p_and_n():
    frame = tables.printed(factories.contrast(factories.scores()))

    assert list(frame.columns)[:5] == ["score", "mean official", "mean critical", "difference", "95 % interval"]
    assert frame["clusters"].tolist() == ["4 / 4", "4 / 4"]
    assert frame["smallest p"].tolist() == ["0.029", "0.029"]
    assert any("Correction: Holm" in note for note in frame.attrs["notes"])


def test_a_refused_interval_is_a_dash_and_its_reason_a_note():
    frame = tables.printed(factories.contrast(factories.scores(), reason="side 'critical' has one outlet"))

    assert set(frame["95 % interval"]) == {"–"}
    assert "No interval: side 'critical' has one outlet." in frame.attrs["notes"]


def test_keywords_show_counts_rates_and_dispersion_of_both_sides():
    frame = tables.printed(factories.term_contrast())

    assert {"count official", "count critical", "per 1,000 official", "DPnorm", "top document"} <= set(frame.columns)
    assert frame["term"].tolist() == ["order", "control", "campaign", "rumour", "arrest", "lawyer"]


def test_three_sides_name_the_pair_in_every_row():
    frame = tables.printed(factories.contrast(factories.scores(sides=("official", "critical", "foreign"))))

    assert set(frame["A – B"]) == {"official – critical", "official – foreign", "critical – foreign"}


def test_one_pair_can_be_asked_for():
    contrast = factories.contrast(factories.scores(sides=("official", "critical", "foreign")))

    assert len(tables.printed(contrast, pair=("official", "foreign"))) == 2


def test_the_result_itself_stays_unrounded():
    result = factories.contrast(factories.scores())
    before = result.data.copy()

    result.to_table()
    result.to_latex()
    result._repr_html_()

    assert result.data.equals(before)


def test_html_tables_have_caption_and_scopes():
    found = elements(str(tables.html(tables.printed(factories.term_contrast()))))

    assert [t for t, _ in found].count("caption") == 1
    assert all(a.get("scope") in ("col", "row") for t, a in found if t == "th")


def test_markdown_has_one_line_a_row_and_escapes_pipes():
    text = tables.markdown(factories.term_contrast(terms=("a|b", "c*d", "<e>", "f", "g", "h")))

    assert text.splitlines()[1].startswith("|:---|")
    assert "a\\|b" in text
    assert "&lt;e&gt;" in text


def test_a_long_notebook_view_is_cut_and_says_so():
    page = tables.notebook_html(factories.scores({f"s{i}": 1.0 + i for i in range(15)}))

    assert page.count("<tr>") <= 22


def test_latex_tables_balance_braces_and_columns():
    for result in (
        factories.term_contrast(),
        factories.contrast(factories.scores()),
        factories.quotations(),
        factories.topics(),
    ):
        frame = tables.printed(result)
        text = latex.tabular(frame)

        assert len(re.findall(r"(?<!\\)\{", text)) == len(re.findall(r"(?<!\\)\}", text))
        body = text.split(r"\midrule")[1].split(r"\bottomrule")[0]
        assert all(len(re.findall(r"(?<!\\)&", line)) == len(frame.columns) - 1 for line in body.strip().splitlines())


def test_siunitx_columns_hold_plain_numbers():
    text = latex.tabular(tables.printed(factories.term_contrast()), siunitx=True)

    assert "S" in text.splitlines()[0]
    assert "-2.40" in text
