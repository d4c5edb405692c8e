from pathlib import Path

from framing.annotate.quotes.models import hash_model, load_model, official_hashes


def test_the_pinned_table_names_the_weights():
    assert {"parser/model", "tok2vec/model", "tagger/model"} <= set(official_hashes())


def test_a_changed_file_is_not_official(tmp_path: Path):
    (tmp_path / "parser").mkdir()
    (tmp_path / "parser" / "model").write_bytes(b"not the weights")

    digest, official = hash_model(tmp_path)

    assert (len(digest), official) == (64, False)


def test_only_what_attribution_needs_is_loaded():
    nlp, models, notes = load_model()

    assert set(nlp.pipe_names) == {"tok2vec", "tagger", "parser"}
    assert len(models) == 1
    assert notes == ()
