"""Batches of documents through one parser."""

import gc

from framing.annotate.documents import collected_later
from framing.annotate.quotations import find_quotes


def test_the_search_for_garbage_is_as_it_was_once_a_batch_is_read():
    for was_on in (True, False):
        gc.enable() if was_on else gc.disable()
        try:
            find_quotes([("a", "Ann Orr said it was late.")])
            assert gc.isenabled() == was_on
        finally:
            gc.enable()


def test_the_search_goes_on_after_an_error():
    try:
        with collected_later():
            assert not gc.isenabled()
            raise ValueError
    except ValueError:
        pass

    assert gc.isenabled()
