"""Blind coding sheets, and what the codes say of coders and measure."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from framing.errors import CorpusError, NeedsText, OutputError
from framing.runner import execute, plan
from framing.validate.sample import coding_sheet, write_sheet
from framing.validate.score import validation
from tests.conftest import write_corpus


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    # Other shares of the planted words in every text, so that there is something to agree about.
    texts = {f"d{i}": "The quay was open on Monday. " * i + "Order and rights came back. " * (i % 3 + 1) for i in range(1, 9)}
    return execute(plan(write_corpus(tmp_path_factory.mktemp("validate") / "tiny", texts=texts)))


def codes_from(results, sheet, folder, coder, change):
    """A filled sheet: the measure itself, changed by `change(side, value)`."""
    frame = sheet.data.copy()
    key = sheet.tables["key"].set_index("row")
    for name in ("control-order", "rights-liberties"):
        frame[name] = [change(key.loc[row, "side"], key.loc[row, name]) for row in frame["row"]]
    path = folder / f"sheet.{coder}.csv"
    frame.to_csv(path, index=False)
    return path


def test_the_sheet_is_blind(results):
    sheet = coding_sheet(results, n=6, seed=1)

    assert list(sheet.data.columns) == ["row", "text", "control-order", "rights-liberties"]
    assert (sheet.data[["control-order", "rights-liberties"]] == "").all().all()


def test_sides_have_the_same_number_of_rows_and_the_order_is_mixed(results):
    sheet = coding_sheet(results, n=8, seed=1)
    sides = sheet.tables["key"]["side"].tolist()

    assert sides.count("state") == sides.count("critics") == 4
    assert sides != sorted(sides)
    assert sides != sorted(sides, reverse=True)


def test_the_same_seed_draws_the_same_sheet_and_another_seed_another(results):
    first, again, other = (coding_sheet(results, n=6, seed=seed).tables["key"]["document"].tolist() for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_codings_are_never_overwritten(results, tmp_path):
    sheet = coding_sheet(results, n=4)
    write_sheet(sheet, tmp_path / "sheet.csv")

    with pytest.raises(OutputError, match="exists already and may hold codings"):
        write_sheet(sheet, tmp_path / "sheet.csv")


def test_a_text_that_starts_like_a_formula_is_inert_in_the_sheet(results, tmp_path):
    sheet = coding_sheet(results, n=4)
    sheet.data.loc[0, "text"] = "=HYPERLINK(1)"
    write_sheet(sheet, tmp_path / "sheet.csv")

    assert pd.read_csv(tmp_path / "sheet.csv")["text"].iloc[0] == "'=HYPERLINK(1)"


def test_coders_who_agree_with_the_measure_give_alpha_one_and_r_one(results, tmp_path):
    sheet = coding_sheet(results, n=8, seed=1)
    write_sheet(sheet, tmp_path / "sheet.csv")
    coded = [codes_from(results, sheet, tmp_path, coder, lambda _, value: value) for coder in ("a", "b")]
    row = validation(results, coded).data.set_index("name").loc["control-order"]

    assert row["alpha"] == pytest.approx(1)
    assert row["r"] == pytest.approx(1)
    assert row["verdict"] == "good"


def test_a_measure_that_fails_on_one_side_is_shown_by_that_side(results, tmp_path):
    sheet = coding_sheet(results, n=8, seed=1)
    write_sheet(sheet, tmp_path / "sheet.csv")
    rng = np.random.default_rng(0)
    noise = {row: rng.normal() for row in range(20)}
    coded = [
        codes_from(
            results, sheet, tmp_path, coder, lambda side, value: value if side == "state" else noise.setdefault(value, 3.0)
        )
        for coder in ("a", "b")
    ]
    row = validation(results, coded).data.set_index("name").loc["control-order"]

    assert row["r_state"] == pytest.approx(1)
    assert not row["r_critics"] > 0.99


def test_one_coder_is_not_enough(results, tmp_path):
    with pytest.raises(CorpusError, match="agreement needs two coders or more"):
        validation(results, [tmp_path / "sheet.a.csv"])


def test_a_code_that_is_no_number_is_refused_with_its_place(results, tmp_path):
    sheet = coding_sheet(results, n=4, seed=1)
    write_sheet(sheet, tmp_path / "sheet.csv")
    coded = [codes_from(results, sheet, tmp_path, coder, lambda *_: "much") for coder in ("a", "b")]

    with pytest.raises(CorpusError, match=r"sheet\.a\.csv, row \d+, control-order: 'much' is no number"):
        validation(results, coded)


def test_a_sheet_with_missing_rows_is_refused(results, tmp_path):
    sheet = coding_sheet(results, n=4, seed=1)
    write_sheet(sheet, tmp_path / "sheet.csv")
    first = codes_from(results, sheet, tmp_path, "a", lambda *_: 1)
    second = codes_from(results, sheet, tmp_path, "b", lambda *_: 1)
    pd.read_csv(second).head(2).to_csv(second, index=False)

    with pytest.raises(CorpusError, match="2 rows of the sheet are missing"):
        validation(results, [first, second])


def test_a_study_without_texts_gives_no_sheet(results):
    counted = replace(results, annotated=replace(results.annotated, store=None))

    with pytest.raises(NeedsText, match="draw it where the texts are"):
        coding_sheet(counted, n=4)
