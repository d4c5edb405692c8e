"""200 real articles: what is in their bodies and should not be, and twins of them."""

import json
import re

import numpy as np
import pytest

from framing.corpus.readers import read_corpus
from framing.corpus.shingles import near_pairs
from tests.shared import shared


@pytest.fixture(scope="module")
def articles():
    return shared("data/corpora/covid_origins_dev.jsonl")


@pytest.fixture(scope="module")
def cleaned(articles):
    return read_corpus(articles, clean=True)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("byline", r"\| Updated: \d{4}-\d\d-\d\d"),
        ("image-url", r"https?://\S+ ?\S*\.(?:jpe?g|png)\b"),
        ("caption", r"\[(?:File )?photo[^\]]*\]$"),
        ("wire-credit", r"^.{0,120} contributed to this (?:story|report)\.$"),
        ("live-blog", r"^block-time "),
    ],
)
def test_furniture_inside_the_bodies_is_cut(articles, cleaned, what, pattern):
    find = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    raw = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines()]

    before, after = (sum(len(find.findall(text)) for text in texts) for texts in (raw, [d.text for d in cleaned]))

    assert before >= 4, f"the sample has no {what} to cut"
    assert after == 0


@pytest.mark.shared
def test_no_running_text_is_cut(cleaned):
    """What is cut and looks like a sentence belongs to one of the kinds of furniture that are written in sentences."""
    in_sentences = {"caption", "author-note", "wire-credit", "promotion", "copyright", "live-blog"}
    ended = re.compile(r"[.!?][”\"']?$")

    cut = [c for d in cleaned for c in d.cuts if not c.kept]

    assert {c.rule for c in cut if len(c.text.split()) >= 12 and ended.search(c.text)} <= in_sentences
    share = sum(len(c.text.split()) for c in cut) / sum(len(d.text.split()) for d in cleaned)
    assert share < 0.03


@pytest.mark.shared
def test_twins_with_another_head_and_a_few_other_words_are_found(cleaned):
    random = np.random.default_rng(20200101)
    texts = [d.text for d in cleaned]

    def twin(text):
        words = text.split()[8:]
        return " ".join("otherword" if random.random() < 0.05 else word for word in words)

    found = near_pairs([*texts, *map(twin, texts)])

    pairs = set(zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert {(i, i + len(texts)) for i in range(len(texts))} <= pairs
    assert len(pairs) == len(texts)
