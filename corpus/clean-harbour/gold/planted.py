"""Counts, with plain regular expressions and the gold voices, what planted.json says was planted, for every outlet."""

import re
from collections import Counter

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
COLUMNS = ("id", "kind", "voice", "name", "side", "outlet", "hits", "base", "value", "unit")
ALL = ("own", "direct", "indirect", "block")
SIDES = ("official", "critical")


def table(effects, built):
    """Rows for counts.csv: every effect (every term of a keyness effect) by outlet, then by side."""
    groups = {}
    for row, _, text, quotes, voices in built:
        for key in ((row["side"], row["outlet"]), (row["side"], "")):
            groups.setdefault(key, []).append((row, text, quotes, voices))
    keys = sorted((key for key in groups if key[1]), key=lambda key: SIDES.index(key[0])) + [(side, "") for side in SIDES]
    for effect in effects:
        for name, voice, count in counters(effect):
            for side, outlet in keys:
                hits, base, value, unit = count(groups[side, outlet])
                yield dict(
                    zip(
                        COLUMNS, (effect["id"], effect["kind"], voice, name, side, outlet, hits, base, value, unit), strict=True
                    )
                )


def counters(effect):
    """(name, voice, function of documents) for what the effect counts."""
    kind, name = effect["kind"], effect["name"]
    if "terms" in effect:
        names = [[term] for term in effect["terms"]] if kind == "keyness" else [effect["terms"]]
        voices = [effect[key] for key in ("voice", "against") if key in effect]
        for terms in names:
            label = terms[0] if kind == "keyness" else name
            yield from ((label, voice, lambda docs, t=terms, v=voice: per_1000(docs, t, v)) for voice in voices)
    elif kind == "voice":
        yield name, effect["voice"], lambda docs: voice_share(docs, effect["voices"])
    elif kind in ("source", "stance"):
        yield name, effect["voice"], lambda docs: quote_share(docs, effect["types"], effect.get("stances"))
    else:
        yield name, effect["voice"], lambda docs: per_document(docs, effect["measure"])


def pattern(terms):
    """One expression for whole words, any case; a final * stands for any letters."""
    return re.compile(r"\b(?:" + "|".join(re.escape(t).replace(r"\*", r"\w*") for t in terms) + r")\b", re.IGNORECASE)


def spoken(text, voices, wanted):
    """The stretches of a text in a voice ("all": the four)."""
    wanted = ALL if wanted == "all" else (wanted,) if isinstance(wanted, str) else wanted
    return [text[start:end] for start, end, voice in voices if voice in wanted]


def per_1000(docs, terms, voice):
    """Hits of the terms, words of the voice, hits per 1,000 words."""
    pieces = [piece for _, text, _, voices in docs for piece in spoken(text, voices, voice)]
    hits = sum(len(pattern(terms).findall(piece)) for piece in pieces)
    words = sum(len(WORD.findall(piece)) for piece in pieces)
    return hits, words, round(1000 * hits / words, 3), "per 1,000 words"


def voice_share(docs, wanted):
    """Words in the voices, all words, their share."""
    words = Counter()
    for _, text, _, voices in docs:
        for start, end, voice in voices:
            words[voice in wanted] += len(WORD.findall(text[start:end]))
    return words[True], words.total(), round(words[True] / words.total(), 4), "share of words"


def quote_share(docs, types, stances):
    """Quotes of the source types among quotes or, with stances, quotes of these stances among quotes of the types."""
    quotes = [quote for _, _, quotes, _ in docs for quote in quotes if quote["speech"] and not quote["block"]]
    given = [quote for quote in quotes if quote["source_type"] in types]
    hits, base = (sum(q["stance"] in stances for q in given), len(given)) if stances else (len(given), len(quotes))
    return hits, base, round(hits / base, 4), "share of quotes"


def per_document(docs, measure):
    """Words of titles or bodies per document, or documents per event."""
    if measure == "events":
        events = Counter(row["event"] for row, *_ in docs)
        return len(docs), len(events), round(len(docs) / len(events), 4), "documents per event"
    words = sum(len(WORD.findall(row["title"] if measure == "title" else text)) for row, text, *_ in docs)
    return words, len(docs), round(words / len(docs), 3), "words per document"
