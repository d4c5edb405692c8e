"""How the time of a function grows with the length of its text: a ratio of two runs, never a number of seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any


def assert_in_proportion(run: Callable[[Any], object], small: Any, large: Any) -> None:
    """
    `large` being four times `small` takes less than ten times as long, where a search of pairs would take sixteen.

    The better of two runs counts, without the search for cyclic garbage, whose time depends on what other tests left, and a
    fifth of a second is forgiven, for busy machines.
    """

    def seconds(given: Any) -> float:
        gc.collect()
        gc.disable()
        try:
            started = time.process_time()
            run(given)
            return time.process_time() - started
        finally:
            gc.enable()

    limit = 10 * min(seconds(small), seconds(small)) + 0.2
    found = min(seconds(large), seconds(large))
    assert found < limit, f"four times the text took {found:.2f} s, more than ten times as long ({limit:.2f} s)"
