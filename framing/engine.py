"""The one place that knows where work runs, and how one seed becomes many."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def task_seed(seed: int, task: str) -> int:
    """
    The seed of one named task, so that adding a task never changes another's random numbers.

    Parameters
    ----------
    seed : int
        The study's seed.
    task : str
        A stable name, for instance "keyness:own".

    Returns
    -------
    int
        In [0, 2**32).

    Examples
    --------
    >>> task_seed(1, "keyness:own") == task_seed(1, "keyness:own") != task_seed(2, "keyness:own")
    True
    """
    return zlib.crc32(f"{seed}:{task}".encode())


def map_shards(
    function: Callable[[Item], Answer], shards: Iterable[Item], *, n_jobs: int = 1, backend: str | None = None
) -> list[Answer]:
    """
    Apply a function to every shard, in order; serial, on processes, or on whatever joblib knows by that name.

    Parameters
    ----------
    function : callable
        Must be importable if it runs on processes.
    shards : iterable
    n_jobs : int
        1 runs here; -1 uses every core.
    backend : str, optional
        A joblib backend: "loky" (processes), "threading", or "dask" with a client at hand.

    Returns
    -------
    list
        One answer per shard, in the order of the shards, whatever ran first.

    Examples
    --------
    >>> map_shards(len, ["one", "three"])
    [3, 5]
    """
    if n_jobs == 1 and backend is None:
        return [function(shard) for shard in shards]
    from joblib import Parallel, delayed, parallel_config

    with parallel_config(backend=backend or "loky", n_jobs=n_jobs):
        return list(Parallel()(delayed(function)(shard) for shard in shards))


@contextmanager
def one_thread() -> Iterator[None]:
    """Linear algebra on one thread: sums in another order differ in the last bits, and tables must not."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        yield


def show_progress(wanted: bool | None) -> bool:
    """True if a progress bar is wanted, or nothing was said and a person is watching."""
    if wanted is not None:
        return wanted
    import sys

    return sys.stderr.isatty() and not os.environ.get("CI")
