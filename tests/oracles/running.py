"""Run the cases of a folder."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.oracles.adapters import find
from tests.oracles.comparing import differences

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Outcome:
    """What became of one case: "pass", "fail" or "no implementation", and why."""

    name: str
    verdict: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.verdict}: {self.name}" + (f"  {self.detail}" if self.detail else "")


def cases(folder: Path) -> list[Path]:
    """The case files of a folder, in order of their names."""
    return sorted(folder.glob("*.json"))


def run_case(path: Path) -> Outcome:
    """Compute one case and compare."""
    try:
        case = json.loads(path.read_text(encoding="utf-8"))
        adapter = find(str(case["measure"]), path.stem)
    except (ValueError, KeyError, TypeError) as error:
        return Outcome(path.stem, "fail", f"not a case: {error!r}")
    if adapter is None:
        return Outcome(path.stem, "no implementation", f"of {case['measure']!r}")
    return _compute(path.stem, case, adapter)


def _compute(name: str, case: dict[str, Any], adapter: Callable[[dict[str, Any]], Any]) -> Outcome:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            got = adapter(case)
    except (ImportError, AttributeError, NotImplementedError) as error:
        return Outcome(name, "no implementation", f"of {case['measure']!r} ({error})")
    except Exception as error:  # the other cases must still run
        return Outcome(name, "fail", f"{type(error).__name__}: {error}")
    found = list(differences(case["expected"], got, float(case.get("tolerance", 1e-9))))
    if not found:
        return Outcome(name, "pass")
    more = f" (and {len(found) - 3} more)" if len(found) > 3 else ""
    return Outcome(name, "fail", "; ".join(found[:3]) + more)


def run_folder(folder: Path) -> Iterator[Outcome]:
    """Every case of a folder."""
    for path in cases(folder):
        yield run_case(path)
