"""Every oracle case passes, and the runner tells a wrong number from a right one."""

import json

import pytest

from tests.oracles.__main__ import main
from tests.oracles.comparing import differences
from tests.oracles.running import HERE, cases, run_case
from tests.shared import shared

# Cases of optional packages, whose data the project does not ship.
OPTIONAL = {"afinn_readme": "afinn", "empath_readme": "empath", "vader_readme": "vaderSentiment"}


@pytest.mark.parametrize("path", cases(HERE), ids=lambda path: path.stem)
def test_case(path):
    if path.stem in OPTIONAL:
        pytest.importorskip(OPTIONAL[path.stem], reason=f"needs the optional package {OPTIONAL[path.stem]}")
    outcome = run_case(path)

    assert outcome.verdict == "pass", str(outcome)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["AFINN_deepl", "LMD_deepl", "LSD_deepl", "RID_deepl", "manual3", "muddiman_nl"])
def test_published_validation_of_dictionaries(name):
    outcome = run_case(shared("data/oracles") / f"validation_van_atteveldt2021_{name}.json")

    assert outcome.verdict == "pass", str(outcome)


def changed(tmp_path, name, change):
    case = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    change(case)
    (tmp_path / f"{name}.json").write_text(json.dumps(case), encoding="utf-8")
    return tmp_path / f"{name}.json"


def test_a_wrong_expected_value_fails_with_both_numbers(tmp_path):
    path = changed(tmp_path, "keyness_medium", lambda case: case["expected"].update(pct_diff=101.0))

    outcome = run_case(path)
    assert outcome.verdict == "fail"
    assert "pct_diff: expected 101.0, got 100.0" in outcome.detail


def test_a_measure_nobody_knows_is_no_failure_but_is_said(tmp_path, capsys):
    changed(tmp_path, "keyness_medium", lambda case: case.update(measure="phrenology"))
    (tmp_path / "keyness_medium.json").rename(tmp_path / "x.json")

    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "no implementation: x  of 'phrenology'", "0 pass, 0 fail, 1 no implementation, 1 cases",
    ]  # fmt: skip


def test_the_exit_code_tells_failure_and_emptiness(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    changed(tmp_path, "rbo", lambda case: case["expected"].update(rbo_ext=0.5))
    assert main([str(tmp_path)]) == 1
    assert "1 fail" in capsys.readouterr().out


def test_a_broken_case_file_does_not_stop_the_others(tmp_path):
    (tmp_path / "broken.json").write_text("{")

    assert run_case(tmp_path / "broken.json").verdict == "fail"


@pytest.mark.parametrize(
    ("expected", "got", "n"),
    [
        ("Infinity", float("inf"), 0), ("NaN", float("nan"), 0), (None, float("nan"), 0), (1.0, 1.0 + 1e-12, 0),
        (1.0, 1.1, 1), ([1, 2], [1, 2, 3], 1), ({"a": 1}, {"b": 1}, 1), ({"a": None}, {}, 0), (True, 1.0, 0), ("x", "y", 1),
    ],
)  # fmt: skip
def test_comparison(expected, got, n):
    assert len(list(differences(expected, got, 1e-9))) == n
