import json

import pytest

from framing.annotate.stream import quote_records
from framing.errors import CorpusError


def test_a_record_comes_back_as_plain_values():
    (record,) = quote_records([{"id": "a", "text": '"We will stay here," Ann Orr said.'}])

    assert json.loads(json.dumps(record)) == record
    (quote,) = record["quotes"]
    assert (quote["start"], quote["end"], quote["speaker"], quote["stance"]) == (0, 20, [21, 28], "neutral")
    assert record["notes"] == []


def test_records_are_read_as_they_are_asked_for():
    seen = []

    def endless():
        n = 0
        while True:
            seen.append(n)
            yield {"id": str(n), "text": "It rained."}
            n += 1

    stream = quote_records(endless())
    next(stream)

    assert len(seen) < 200


def test_a_note_stands_beside_the_text_it_is_about():
    records = list(quote_records([{"id": "a", "text": "„Wir bleiben“, sagt Ann.", "lang": "de"}, {"id": "b", "text": ""}]))

    assert "'de'" in records[0]["notes"][0]


@pytest.mark.parametrize("bad", [{"id": "a"}, {"text": "x"}, {"id": 3, "text": "x"}, "x"])
def test_a_record_without_id_or_text_is_named(bad):
    with pytest.raises(CorpusError, match="record 2: needs"):
        list(quote_records([{"id": "z", "text": ""}, bad]))
