"""
The inline markup of the annotated texts, turned into clean text and character offsets. Standard library only.

    {1|words}      content of quote 1 (several of them: parts of one utterance)
    {c1|said}      its cue          {s1|Ann Lee}   its speaker phrase; {s1,2|she} speaks quotes 1 and 2
    {b|...}        a block taken over from another outlet, in plain text; paragraphs that start with "> " are blocks as well

A head of `key: value` lines stands above the text, and below it, after `---`, one line a quote:

    @1 SOURCE_TYPE STANCE [+thought] [+plain] [+verbatim] FULL NAME or -

`+thought`: a thought, plan, hope or poll (speech = false). `+plain`: marks inside are a title or a scare quote, so the
quote stays indirect. `+verbatim`: the words of an interview after `Name:`, direct although no marks stand around them.
"""

import itertools
import re
import unicodedata

SOURCES = (
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
)
STANCES = ("neutral", "endorsing", "distancing", "hostile", "warm")
OWN, INDIRECT, DIRECT, BLOCK = "own", "indirect", "direct", "block"
TAG = re.compile(r"\{([a-z]?)([0-9,]*)\|")
LINE = re.compile(r"@(\d+) (\w+) (\w+)((?: \+\w+)*) (.+)")
CLOSING = {"“": "”", '"': '"', "‘": "’"}
MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^‘]*?’(?!\w)")


class MarkupError(ValueError):
    """A text whose markup does not add up, with its name and what is wrong."""


def read(name, raw):
    """(head, text, quotes, voices) of one annotated text."""
    raw = unicodedata.normalize("NFC", raw)
    top, rest = raw.split("\n\n", 1)
    body, _, foot = rest.rpartition("\n---\n") if "\n---\n" in rest else (rest.rstrip("\n"), "", "")
    head = dict((part.strip() for part in line.split(":", 1)) for line in top.splitlines())
    text, spans = strip(name, body)
    blocks = sorted(spans.pop("b", []) + lines_of_blocks(text))
    attributes = {int(m[1]): m for m in map(LINE.fullmatch, foot.strip().splitlines()) if m}
    if len(attributes) != len(foot.strip().splitlines()):
        raise MarkupError(f"{name}: a line below --- is not '@N SOURCE_TYPE STANCE NAME', or a number stands twice")
    numbers = {int(key) for key in spans if key.isdigit()}
    if numbers != set(attributes):
        raise MarkupError(f"{name}: quotes {sorted(numbers ^ set(attributes))} are in the text or below --- only")
    stray = {key for key in spans if int(key.lstrip("cs")) not in numbers}
    if stray:
        raise MarkupError(f"{name}: {sorted(stray)} belong to no quote")
    quotes = [quote(name, text, spans, n, attributes[n], blocks) for n in sorted(numbers, key=lambda n: spans[str(n)][0])]
    return head, text, quotes, voices(text, quotes, blocks)


def strip(name, body):
    """The text without its tags, and the spans by tag ("1", "c1", "s1", "b")."""
    out, length, stack, spans, at = [], 0, [], {}, 0
    while at < len(body):
        tag = TAG.match(body, at)
        if tag:
            stack.append((tag, length))
            at = tag.end()
        elif body[at] == "}":
            if not stack:
                raise MarkupError(f"{name}: a }} closes nothing, near {body[max(0, at - 40) : at]!r}")
            tag, start = stack.pop()
            for number in tag[2].split(","):
                spans.setdefault(tag[1] + number, []).append((start, length))
            at += 1
        else:
            out.append(body[at])
            length += 1
            at += 1
    if stack or "{" in out:
        raise MarkupError(f"{name}: a {{ is not closed or not a tag")
    return "".join(out), spans


def lines_of_blocks(text):
    """Spans of the paragraphs that start with "> "; neighbours are one block."""
    found = [(m.start(), m.end()) for m in re.finditer(r"(?m)^> .*$", text)]
    out = []
    for start, end in found:
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def marked(part, offset):
    """Stretches of one part that stand in quotation marks, as offsets into the text."""
    closing = CLOSING.get(part[0])
    inner = part[1:-1] if closing and closing != "’" else ""
    if closing and closing not in inner and (part[-1] == closing or closing not in part[1:]):
        return [(offset, offset + len(part))]
    return [(offset + m.start(), offset + m.end()) for m in MARKED.finditer(part)]


def quote(name, text, spans, n, line, blocks):
    """One quote as it stands in quotes.jsonl, with the private key "marked"."""
    parts = sorted(spans[str(n)])
    _, source, stance, flags, full = line.groups()
    if source not in SOURCES or stance not in STANCES or set(flags.split()) - {"+thought", "+plain", "+verbatim"}:
        raise MarkupError(f"{name}: quote {n}: {line[0]!r} has an unknown source type, stance or flag")
    stretches = [] if "+plain" in flags else [span for s, e in parts for span in marked(text[s:e], s)]
    stretches = parts if "+verbatim" in flags else stretches
    whole = all((s, e) in stretches for s, e in parts)
    cue, speaker = (one(name, spans, key + str(n)) for key in "cs")
    return {
        "start": parts[0][0],
        "end": parts[-1][1],
        "parts": [list(part) for part in parts],
        "kind": "direct" if whole else "mixed" if stretches else "indirect",
        "cue": cue,
        "cue_text": text[slice(*cue)] if cue else None,
        "speaker": speaker,
        "speaker_text": text[slice(*speaker)] if speaker else None,
        "speaker_resolved": None if full == "-" else full,
        "source_type": source,
        "stance": stance,
        "speech": "+thought" not in flags,
        "block": any(s <= parts[0][0] and parts[-1][1] <= e for s, e in blocks),
        "marked": stretches,
    }


def one(name, spans, key):
    """The only span of a cue or speaker, or None."""
    found = spans.get(key, [])
    if len(found) > 1:
        raise MarkupError(f"{name}: {key} is marked {len(found)} times")
    return list(found[0]) if found else None


def voices(text, quotes, blocks):
    """[start, end, voice] in order, a partition of the text: block before direct before indirect before own."""
    paint = [OWN] * len(text)
    for spans, voice in (
        ([part for q in quotes if q["speech"] for part in q["parts"]], INDIRECT),
        ([part for q in quotes if q["speech"] for part in q["marked"]], DIRECT),
        (blocks, BLOCK),
    ):
        for start, end in spans:
            paint[start:end] = [voice] * (end - start)
    cuts = [0, *(i for i in range(1, len(text)) if paint[i] != paint[i - 1]), len(text)]
    return [[a, b, paint[a]] for a, b in itertools.pairwise(cuts)]
