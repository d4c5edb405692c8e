"""`python -m tests.oracles [DIR]`: one line a case and a total; exit 1 if any fails, 2 if there is nothing to run."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.oracles.running import HERE, cases, run_folder


def main(arguments: list[str]) -> int:
    """Run the cases of the folder named, or our own."""
    folder = Path(arguments[0]) if arguments else HERE
    if not folder.is_dir() or not cases(folder):
        print(f"no cases (*.json) in {folder}", file=sys.stderr)
        return 2
    total: Counter[str] = Counter()
    for outcome in run_folder(folder):
        total[outcome.verdict] += 1
        print(outcome, flush=True)
    print(f"{total['pass']} pass, {total['fail']} fail, {total['no implementation']} no implementation, {total.total()} cases")
    return 1 if total["fail"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
