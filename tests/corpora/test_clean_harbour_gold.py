"""The fictional yardstick: its labels slice right, and what was planted is there in counts by plain `re`."""

import csv
import itertools
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "clean-harbour"
GOLD = CORPUS / "gold"
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
SIDES = ("official", "critical")
VOICES = {"own", "direct", "indirect", "block"}
SOURCES = {
    "official",
    "police",
    "expert",
    "lawyer",
    "victim",
    "citizen",
    "media",
    "organisation",
    "company",
    "anonymous",
    "other",
}
STANCES = {"neutral", "endorsing", "distancing", "hostile", "warm"}


def lines(name):
    """The lines of a JSONL file of the gold, by document id."""
    return {row["id"]: row for row in map(json.loads, (GOLD / name).read_text(encoding="utf-8").splitlines())}


ROWS = list(csv.DictReader((CORPUS / "documents.csv").read_text(encoding="utf-8").splitlines()))
TEXTS = {row["id"]: (CORPUS / row["file"]).read_text(encoding="utf-8").removesuffix("\n") for row in ROWS}
QUOTES = {id: row["quotes"] for id, row in lines("quotes.jsonl").items()}
SPANS = {id: row["voices"] for id, row in lines("voices.jsonl").items()}
PLANTED = json.loads((GOLD / "planted.json").read_text(encoding="utf-8"))
IDS = [row["id"] for row in ROWS]
OUTLETS = {row["outlet"]: row["side"] for row in ROWS}


def kinds(*wanted):
    """The planted effects of some kinds, as parameters with their id."""
    return [pytest.param(effect, id=effect["id"]) for effect in PLANTED if effect["kind"] in wanted]


def words(documents, voices=VOICES):
    """Words of the documents in some voices, one list."""
    return [word for id in documents for a, b, voice in SPANS[id] if voice in voices for word in WORD.findall(TEXTS[id][a:b])]


def rate(documents, terms, voices):
    """Hits per 1,000 words; a final * stands for any letters."""
    wanted = re.compile("|".join(term.replace("*", r"\w*") for term in terms), re.IGNORECASE)
    found = words(documents, voices)
    return 1000 * sum(bool(wanted.fullmatch(word)) for word in found) / len(found)


def by_outlet(score):
    """The score of each outlet's documents, by side."""
    scores = defaultdict(dict)
    for outlet, side in OUTLETS.items():
        scores[side][outlet] = score([row["id"] for row in ROWS if row["outlet"] == outlet])
    return scores


def by_side(score):
    """The score of each side's documents, official first."""
    return [score([row["id"] for row in ROWS if row["side"] == side]) for side in SIDES]


def assert_separated(effect, scores):
    """Every outlet of the effect's side lies above every outlet of the other, by the factor."""
    (other,) = set(SIDES) - {effect["direction"]}
    low, high = min(scores[effect["direction"]].values()), max(scores[other].values())

    assert low > 0, scores
    assert low >= effect["factor"] * high, scores


def test_each_side_has_four_outlets_with_four_documents():
    per_outlet = Counter((row["side"], row["outlet"]) for row in ROWS)

    assert len(ROWS) == len(set(IDS)) == 32
    assert Counter(side for side, _ in per_outlet) == {"official": 4, "critical": 4}
    assert set(per_outlet.values()) == {4}


def test_each_event_is_covered_by_two_outlets_of_each_side():
    outlets = defaultdict(set)
    for row in ROWS:
        outlets[row["event"], row["side"]].add(row["outlet"])

    assert len({event for event, _ in outlets}) == 8
    assert [len(found) for found in outlets.values()] == [2] * 16


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_every_document_has_its_metadata_and_a_clean_body(row):
    text = TEXTS[row["id"]]
    again = unicodedata.normalize("NFC", text)

    assert all(row[key] for key in row if key not in ("author", "section"))
    assert re.fullmatch(r"2016-\d\d-\d\d", row["date"])
    assert 250 <= len(WORD.findall(text)) <= 450
    assert text == again == text.strip()
    assert not re.search(r"\n{3}|(?<!\n)\n(?!\n)|  |\t|[{}|]", text)
    assert row["title"] not in text


def test_some_authors_are_empty_and_no_side_is_alone_with_that():
    missing = Counter(row["side"] for row in ROWS if not row["author"])

    assert all(0 < missing[side] < 16 for side in SIDES)


@pytest.mark.parametrize("id", IDS)
def test_gold_quotes_slice_to_what_they_say(id):
    text = TEXTS[id]

    for quote in QUOTES[id]:
        parts = quote["parts"]
        assert parts == sorted(parts)
        assert [quote["start"], quote["end"]] == [parts[0][0], parts[-1][1]]
        assert all(text[a:b] and text[a:b] == text[a:b].strip() for a, b in parts)
        assert all(b <= c for (_, b), (c, _) in itertools.pairwise(parts))
        for key in ("cue", "speaker"):
            assert (text[slice(*quote[key])] if quote[key] else None) == quote[f"{key}_text"]
        assert quote["source_type"] in SOURCES
        assert quote["stance"] in STANCES


@pytest.mark.parametrize("id", IDS)
def test_gold_voices_cover_every_character_once(id):
    edges = [0, *(end for _, end, _ in SPANS[id])]

    assert [start for start, _, _ in SPANS[id]] == edges[:-1]
    assert edges[-1] == len(TEXTS[id])
    assert {voice for _, _, voice in SPANS[id]} <= VOICES


@pytest.mark.parametrize("id", IDS)
def test_voices_follow_from_quotes(id):
    paint = [voice for start, end, voice in SPANS[id] for _ in range(start, end)]
    allowed = {"direct": {"direct"}, "indirect": {"indirect"}, "mixed": {"direct", "indirect"}}

    for quote in QUOTES[id]:
        seen = {paint[i] for a, b in quote["parts"] for i in range(a, b)}
        assert seen == ({"block"} if quote["block"] else allowed[quote["kind"]] if quote["speech"] else {"own"})
        for key in ("cue", "speaker"):
            assert {paint[i] for i in range(*quote[key] or (0, 0))} <= ({"block"} if quote["block"] else {"own"})


@pytest.mark.parametrize("id", IDS)
def test_resolved_names_stand_in_their_document(id):
    for quote in QUOTES[id]:
        assert quote["speaker_resolved"] is None or quote["speaker_resolved"] in TEXTS[id]


def test_blocks_are_word_for_word_or_from_the_rival_wire():
    from_rival = 0
    for row in ROWS:
        sources = [TEXTS[other["id"]] for other in ROWS if other["event"] == row["event"] and other["side"] == "official"]
        for start, end, voice in SPANS[row["id"]]:
            if voice == "block":
                block = TEXTS[row["id"]][start:end].removeprefix("> ")
                copied = [any(part in source for source in sources) for part in re.split(r"\n\n(?:> )?", block)]
                introduced = "Corvane Press" in TEXTS[row["id"]][:start].split("\n\n")[-2]
                assert all(copied) or (introduced and not any(copied)), (row["id"], block[:60])
                from_rival += introduced

    assert from_rival >= 3


def test_the_build_gives_the_committed_files_byte_for_byte(tmp_path):
    subprocess.run([sys.executable, "-B", GOLD / "build.py", "--out", tmp_path], check=True)

    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.*"))
    assert len(made) == 32 + 5
    assert [name for name in made if (tmp_path / name).read_bytes() != (CORPUS / name).read_bytes()] == []


@pytest.mark.parametrize("effect", kinds("lexicon"))
def test_a_planted_vocabulary_separates_every_outlet_of_the_sides(effect):
    assert_separated(effect, by_outlet(lambda ids: rate(ids, effect["terms"], {effect["voice"]})))


@pytest.mark.parametrize("effect", kinds("keyness"))
def test_a_key_term_is_used_by_every_outlet_of_its_side_only(effect):
    for term in effect["terms"]:
        count = by_outlet(lambda ids, term=term: rate(ids, [term], {"own"}) * len(words(ids, {"own"})) / 1000)
        (other,) = set(SIDES) - {effect["direction"]}
        assert min(count[effect["direction"]].values()) >= effect["min_hits"] - 1e-9, (term, count)
        assert sum(count[other].values()) == 0, (term, count)


@pytest.mark.parametrize("effect", kinds("shift"))
def test_control_words_of_the_critics_stand_in_the_words_of_others(effect):
    terms, others = effect["terms"], VOICES - {"own"}
    own = by_side(lambda ids: rate(ids, terms, {"own"}))
    everything = by_side(lambda ids: rate(ids, terms, VOICES))
    critical = by_outlet(lambda ids: rate(ids, terms, others) - 5 * rate(ids, terms, {"own"}))["critical"]

    assert own[0] - own[1] >= effect["factor"] * (everything[0] - everything[1]) > 0
    assert min(critical.values()) > 0


@pytest.mark.parametrize("effect", kinds("voice"))
def test_the_critics_give_more_room_to_the_words_of_others(effect):
    assert_separated(effect, by_outlet(lambda ids: len(words(ids, effect["voices"])) / len(words(ids))))


@pytest.mark.parametrize("effect", kinds("source", "stance"))
def test_who_is_given_the_word_and_how_separates_every_outlet(effect):
    def share(ids):
        quotes = [quote for id in ids for quote in QUOTES[id] if quote["speech"] and not quote["block"]]
        given = [quote for quote in quotes if quote["source_type"] in effect["types"]]
        if effect["kind"] == "source":
            return len(given) / len(quotes)
        return sum(quote["stance"] in effect["stances"] for quote in given) / len(given)

    assert_separated(effect, by_outlet(share))


@pytest.mark.parametrize("effect", kinds("null"))
def test_where_nothing_was_planted_the_sides_are_alike(effect):
    titles = {row["id"]: row["title"] for row in ROWS}
    scores = {
        "title": lambda ids: len(WORD.findall(" ".join(titles[id] for id in ids))) / len(ids),
        "words": lambda ids: len(words(ids)) / len(ids),
        "events": lambda ids: len(ids) / len({row["event"] for row in ROWS if row["id"] in ids}),
    }
    score = scores[effect["measure"]] if "measure" in effect else lambda ids: rate(ids, effect["terms"], {effect["voice"]})
    low, high = sorted(by_side(score))

    assert high <= effect["tolerance"] * low, (low, high)


def test_no_ten_words_in_a_row_are_shared_outside_blocks():
    seen = defaultdict(set)
    for id in IDS:
        for start, end, voice in merged(SPANS[id]):
            found = [word.lower() for word in re.findall(r"\w+", TEXTS[id][start:end])]
            if voice == "free":
                for i in range(len(found) - 9):
                    seen[" ".join(found[i : i + 10])].add(id)

    assert [run for run, ids in seen.items() if len(ids) > 1] == []


def merged(spans):
    """Neighbouring voices that are no block as one stretch called "free"."""
    out = []
    for start, end, voice in spans:
        voice = "block" if voice == "block" else "free"
        if out and out[-1][2] == voice:
            out[-1] = (out[-1][0], end, voice)
        else:
            out.append((start, end, voice))
    return out


def test_every_quoting_habit_occurs_several_times():
    quotes = [(TEXTS[id], quote) for id in IDS for quote in QUOTES[id]]
    habits = {
        "split": sum(quote["kind"] == "direct" and len(quote["parts"]) > 1 for _, quote in quotes),
        "said after": sum(bool(quote["cue"]) and quote["cue"][0] > quote["parts"][0][1] for _, quote in quotes),
        "inverted": sum(
            bool(quote["cue"] and quote["speaker"]) and quote["cue"][1] + 1 == quote["speaker"][0] for _, quote in quotes
        ),
        "floating or announced": sum(quote["cue"] is None for _, quote in quotes),
        "several paragraphs": sum("\n\n" in text[quote["start"] : quote["end"]] for text, quote in quotes),
        "according to": sum((quote["cue_text"] or "").lower() == "according to" for _, quote in quotes),
        "pronoun": sum((quote["speaker_text"] or "").lower() in {"he", "she", "they", "his"} for _, quote in quotes),
        "unnamed": sum(quote["source_type"] == "anonymous" for _, quote in quotes),
        "no speaker": sum(quote["speaker"] is None for _, quote in quotes),
        "not speech": sum(not quote["speech"] for _, quote in quotes),
        "in a block": sum(quote["block"] for _, quote in quotes),
    }
    habits |= Counter(quote["kind"] for _, quote in quotes) | Counter(quote["source_type"] for _, quote in quotes)

    assert {name: n for name, n in habits.items() if n < 3} == {}


def test_the_readme_of_the_gold_shows_the_counts_of_today():
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    rows = defaultdict(list)
    heads = []
    for row in csv.DictReader((GOLD / "counts.csv").read_text(encoding="utf-8").splitlines()):
        value = f"{100 * float(row['value']):.0f} %" if row["unit"].startswith("share") else f"{float(row['value']):.1f}"
        rows[row["id"], row["name"], row["voice"]].append(value)
        heads.append(row["outlet"] or row["side"])
    sides = [[id for row in ROWS if row["side"] == side for id in [row["id"]]] for side in SIDES]
    spoken = [f"| words: {voice} | " + " | ".join(str(len(words(ids, {voice}))) for ids in sides) + " |" for voice in VOICES]
    number = "| quotes | " + " | ".join(str(sum(len(QUOTES[id]) for id in ids)) for ids in sides) + " |"

    assert "| | what | voice | " + " | ".join(heads[:10]) + " |" in readme
    assert [line for key, values in rows.items() if (line := "| " + " | ".join([*key, *values]) + " |") not in readme] == []
    assert [line for line in [*spoken, number] if line not in readme] == []
