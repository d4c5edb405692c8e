"""
Makes texts/, documents.csv, quotes.jsonl, voices.jsonl, frames.csv and counts.csv out of annotated/ and planted.json.

    python3 corpus/clean-harbour/gold/build.py [--out FOLDER]

Standard library only; the same input gives the same bytes. Offsets count characters (code points) of texts/ID.txt.
"""

import argparse
import csv
import json
from pathlib import Path

import markup
import planted

HERE = Path(__file__).resolve().parent
OUTLETS = {
    "wire": ("official", "Tessamar News Wire"),
    "daily": ("official", "The Aldern Daily"),
    "party": ("official", "Tessamar Steersman"),
    "north": ("official", "North Reach Daily"),
    "notes": ("critical", "Strait Notes"),
    "ropes": ("critical", "Nine Wet Ropes"),
    "ferry": ("critical", "Far Ferry"),
    "quay": ("critical", "Open Quay Bulletin"),
}
EVENTS = ("e1-launch", "e2-sweep", "e3-rumour", "e4-register", "e5-fraud", "e6-trial", "e7-fine", "e8-close")
FRAMES = ("conflict", "human_interest", "economic", "morality", "responsibility")
HOLDERS = ("problem", "cause", "moral", "remedy")
COLUMNS = ("id", "file", "side", "outlet", "date", "title", "author", "section", "lang", "event", "rights")


def documents():
    """(row of documents.csv, row of frames.csv, text, quotes, voices) of every text, by event, side and outlet."""
    events = {event.split("-")[0]: event for event in EVENTS}
    order = {(e, o): (i, j) for i, e in enumerate(events) for j, o in enumerate(OUTLETS)}
    paths = sorted((HERE / "annotated").glob("*.txt"), key=lambda path: order[tuple(path.stem.split("-"))])
    for path in paths:
        event, key = path.stem.split("-")
        head, text, quotes, voices = markup.read(path.stem, path.read_text(encoding="utf-8"))
        check(path.stem, text, quotes, voices)
        side, outlet = OUTLETS[key]
        row = {"id": path.stem, "file": f"texts/{path.stem}.txt", "side": side, "outlet": outlet, "event": events[event]}
        row |= {name: head[name] for name in ("date", "title", "author", "section")} | {"lang": "en", "rights": "CC0-1.0"}
        present = head["frames"].split()
        if unknown := set(present) - set(FRAMES):
            raise markup.MarkupError(f"{path.stem}: unknown frames {sorted(unknown)}; known: {', '.join(FRAMES)}")
        frames = {"id": path.stem} | {name: int(name in present) for name in FRAMES} | {name: head[name] for name in HOLDERS}
        yield row, frames, text, quotes, voices


def check(name, text, quotes, voices):
    """Every offset slices to what it says, and the voices cover the text once."""
    for quote in quotes:
        for start, end in quote["parts"]:
            if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
                raise markup.MarkupError(f"{name}: the part {start}-{end} is empty or has white space at its ends")
        for key in ("cue", "speaker"):
            if (span := quote[key]) and text[slice(*span)] != quote[f"{key}_text"]:
                raise markup.MarkupError(f"{name}: the {key} at {span} does not slice to {quote[f'{key}_text']!r}")
    edges = [0, *(end for _, end, _ in voices)]
    if [start for start, _, _ in voices] != edges[:-1] or edges[-1] != len(text):
        raise markup.MarkupError(f"{name}: the voices are no partition of the text")
    if "\n\n\n" in text or text != text.strip() or "\t" in text or "  " in text:
        raise markup.MarkupError(f"{name}: paragraphs must be separated by exactly one blank line, words by one space")


def write_csv(path, columns, rows):
    """A CSV file with \\n line ends on every system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE.parent, help="where to write (the corpus folder)")
    out = parser.parse_args().out
    (out / "texts").mkdir(parents=True, exist_ok=True)
    (out / "gold").mkdir(exist_ok=True)
    built = list(documents())
    for row, _, text, _, _ in built:
        (out / row["file"]).write_bytes((text + "\n").encode("utf-8"))
    write_csv(out / "documents.csv", COLUMNS, [row for row, *_ in built])
    write_csv(out / "gold" / "frames.csv", ("id", *FRAMES, *HOLDERS), [frames for _, frames, *_ in built])
    with (out / "gold" / "quotes.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for row, _, _, quotes, _ in built:
            public = [{key: value for key, value in quote.items() if key != "marked"} for quote in quotes]
            file.write(json.dumps({"id": row["id"], "quotes": public}, ensure_ascii=False) + "\n")
    with (out / "gold" / "voices.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for row, _, _, _, voices in built:
            file.write(json.dumps({"id": row["id"], "voices": voices}, ensure_ascii=False) + "\n")
    effects = json.loads((HERE / "planted.json").read_text(encoding="utf-8"))
    write_csv(out / "gold" / "counts.csv", planted.COLUMNS, planted.table(effects, built))


if __name__ == "__main__":
    main()
