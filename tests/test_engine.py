from hypothesis import given
from hypothesis import strategies as st

from framing.engine import map_shards, one_thread, task_seed


def test_a_task_keeps_its_seed_whatever_else_the_study_computes():
    # CRC-32 of "7:keyness:own", so that a published seed means the same in every version.
    assert task_seed(7, "keyness:own") == 2853821275


@given(st.integers(0, 2**31), st.text(max_size=30))
def test_seeds_are_whole_numbers_that_fit_a_generator(seed, task):
    assert 0 <= task_seed(seed, task) < 2**32


def test_other_seeds_and_other_tasks_give_other_seeds():
    seeds = {task_seed(seed, task) for seed in range(50) for task in ("a:own", "a:all", "b:own")}

    assert len(seeds) == 150


def test_shards_come_back_in_their_order_on_processes_and_serially():
    shards = ["a", "bbb", "cc", "dddd"]

    assert map_shards(len, shards, n_jobs=2) == map_shards(len, shards) == [1, 3, 2, 4]


def test_one_thread_is_restored_afterwards():
    from threadpoolctl import threadpool_info

    before = [pool["num_threads"] for pool in threadpool_info()]
    with one_thread():
        assert all(pool["num_threads"] == 1 for pool in threadpool_info())
    assert [pool["num_threads"] for pool in threadpool_info()] == before
