"""ProQuest: TXT, HTML and e-mailed exports share one anatomy, a list of named fields around the full text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.eml import html_part
from framing.corpus.importers.fields import PROQUEST, key_value, language_code
from framing.corpus.importers.html import fragment, paragraphs, segments
from framing.corpus.importers.source import Source

_RULE = re.compile(r"^\s*_{20,}\s*$")
_ANCHOR = re.compile(r"""<a\s[^<>]*name\s*=\s*["']?DocID_[^<>]*>""", re.IGNORECASE)
_FOOTER = re.compile(
    r"Database\s*copyright|Copyright\s+de\s+la\s+base|ProQuest\s*LLC|^Contact us at\b", re.IGNORECASE | re.MULTILINE
)
_NO_TEXT = re.compile(
    r"^\W*(?:not available|none available|no disponible|non disponible|nicht verfügbar|não disponível|niet beschikbaar|"
    r"full text not available[^.]*)\W*$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"ProQuest|DocID_\w+", re.IGNORECASE)


def _recognise(head: str) -> float:
    if _ANCHOR.search(head):
        return 0.95
    if not re.search(r"^\s*_{20,}\s*$", head, re.MULTILINE):
        return 0.5 if re.search(r"<title>ProQuest Export</title>|mainCopyBlock", head) else 0.0
    named = sum(key_value(line, PROQUEST) is not None for line in head.splitlines())
    return 0.9 if named >= 4 or (_FOOTER.search(head) and _MARKS.search(head)) else 0.0


@importer("proquest", reads=("txt", "rtf", "docx", "html", "eml"), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per record; the number of rules or anchors is the announced number."""
    if source.container in ("html", "eml"):
        yield from _parse_html(source, log)
        return
    n_segments = 0
    ended = True
    segment: list[str] = []
    for line in _with_end(source.lines()):
        if line is not None and not _RULE.match(line):
            segment.append(line)
            continue
        if draft := record(segment):
            n_segments += 1
            ended = line is not None
            yield draft
        elif any(part.strip() for part in segment):
            footer = _FOOTER.search("\n".join(segment)) is not None
            log.drop("database footer" if footer else "not a record", "\n".join(segment))
            n_segments += not footer and n_segments > 0
        segment = []
    if not ended:
        log.problem(
            "cut off", "the file does not end with a rule and the footer of the database; its last record may be cut off"
        )
    log.announced = n_segments or None


def _with_end(lines: Iterator[str]) -> Iterator[str | None]:
    yield from lines
    yield None


def _parse_html(source: Source, log: Log) -> Iterator[Draft]:
    blocks = iter([html_part(source)]) if source.container == "eml" else source.blocks()
    pieces = segments(blocks, _ANCHOR)
    next(pieces)
    n = 0
    for piece in pieces:
        n += 1
        lines: list[str] = []
        # The foot of the last record is the foot of the page.
        for paragraph in paragraphs(fragment(piece), skip=_is_picture, rows=False):
            lines += ["", *(paragraph.split("\n") if paragraph.startswith("> ") else [paragraph.replace("\n", " ")])]
        draft = record(lines)
        if draft is None:
            log.problem("record", f"record {n} has an anchor and no fields; it was left out")
            continue
        if anchor := re.search(r"DocID_\w*?_?(\d{5,})", piece):
            draft.accession = draft.accession or anchor[1]
        yield draft
    log.announced = n or None


def _is_picture(element) -> bool:  # type: ignore[no-untyped-def]
    name = element.get("class") or ""
    return "document_view_image" in name or "sr-only" in name


def record(lines: list[str]) -> Draft | None:
    """
    The draft of one record.

    Parameters
    ----------
    lines : list of str
        Blank lines separate fields; inside the full text every line is a paragraph.

    Returns
    -------
    Draft or None
        None if the lines are no record (covers, footers).
    """
    start = next((i for i, line in enumerate(lines) if _is(line, "full text")), None)
    end = _end_of_body(lines, start + 1 if start is not None else 0)
    head, tail = lines[: start if start is not None else end], lines[end:]
    fields = _fields(head) | _fields(tail)
    if start is None and not ({"id", "publication", "publication info", "date"} & set(fields)):
        return None
    draft = Draft(database="proquest", title=fields.get("title") or _title(head))
    if start is not None:
        first = key_value(lines[start], PROQUEST)
        draft.paragraphs = _body([first[1] if first else "", *lines[start + 1 : end]], draft)
    else:
        draft.problems.append(("no full text", "the record holds no full text (an abstract at most)"))
    _fill(draft, fields)
    return draft


def _is(line: str, field: str) -> bool:
    found = key_value(line, PROQUEST)
    return found is not None and found[0] == field


def _end_of_body(lines: list[str], start: int) -> int:
    """The first field after a blank line from which on nearly every line is a field: bodies hold lines with colons too."""
    known = [bool(line.strip()) and key_value(line, PROQUEST) is not None for line in lines]
    filled = [bool(line.strip()) for line in lines]
    last = max((i for i, name in enumerate(known) if name), default=-1)
    n_known = n_filled = 0
    best = len(lines)
    for i in range(last, start - 1, -1):
        n_known += known[i]
        n_filled += filled[i]
        after_blank = i == start or not filled[i - 1]
        if known[i] and after_blank and n_known >= 0.75 * n_filled and n_known >= 2:
            best = i
        # A run of lines that are no fields is body, whatever names stand above it.
        if filled[i] and n_known < 0.4 * n_filled:
            break
    return best


def _body(lines: list[str], draft: Draft) -> list[str]:
    kept = []
    for i, line in enumerate(lines):
        line = line.strip()
        if i < 2 and (stray := re.match(r"^html>\s*", line)):
            draft.drop("broken markup", stray[0])
            line = line[stray.end() :]
        if re.match(r"^(?:Enlarge this image\.?|View Image -?.*)$", line):
            draft.drop("picture link", line)
        elif _NO_TEXT.match(line) and len(lines) < 4:
            draft.problems.append(("no full text", line))
        elif line:
            kept.append(line)
    return _quotations(kept)


def _quotations(lines: list[str]) -> list[str]:
    """Neighbouring lines of a block quotation belong to one paragraph."""
    done: list[str] = []
    for line in lines:
        if line.startswith("> ") and done and done[-1].startswith("> "):
            done[-1] += "\n" + line
        else:
            done.append(line)
    return done


def _fields(lines: list[str]) -> dict[str, str]:
    """The first value of each field; an address on a line of its own is a field, too."""
    fields: dict[str, str] = {}
    field, fresh = "", True
    for line in lines:
        if found := key_value(line, PROQUEST):
            field, value = found
            fresh = field not in fields
            if fresh:
                fields[field] = value
        elif re.match(r"^\s*https?://\S+\s*$", line):
            fields.setdefault("link", line.strip())
        elif line.strip() and field and fresh and field not in ("title", "abstract"):
            fields[field] = f"{fields[field]} {line.strip()}".strip()
        elif not line.strip() and field and fields.get(field):
            field = ""
    return fields


def _title(head: list[str]) -> str | None:
    kept: list[str] = []
    for line in head:
        if key_value(line, PROQUEST) or re.match(r"^\s*https?://", line):
            break
        if line.strip() and not re.match(r"^\s*Document \d+ (?:of|de|von|di|van) \d+\s*$", line):
            kept.append(line.strip())
        elif kept:
            break
    return " ".join(kept) or None


def _fill(draft: Draft, fields: dict[str, str]) -> None:
    info = fields.get("publication info", "")
    draft.outlet = fields.get("publication") or (re.split(r"\s*;|\s*\[", info, maxsplit=1)[0] if ";" in info else None)
    draft.date = fields.get("date") or _date_in(info) or fields.get("year")
    draft.author = fields.get("author") or None
    draft.section = fields.get("section") or None
    draft.lang = language_code(fields.get("language"))
    draft.rights = fields.get("rights") or None
    # Damage puts spaces into addresses, too.
    draft.url = re.sub(r"\s+", "", fields.get("url") or fields.get("link") or "") or None
    number = re.search(r"\d{5,}", (fields.get("id") or "").replace(" ", ""))
    if number is None and draft.url:
        number = re.search(r"(?<=docview/)\d{5,}", draft.url)
    draft.accession = number[0] if number else None
    if page := fields.get("page"):
        draft.facts["page"] = page
    for name in ("abstract", "subject"):
        if len(fields.get(name, "")) > 40:
            draft.drop(name, fields[name])


def _date_in(info: str) -> str | None:
    found = re.search(r"\d{1,2}\s+\w{3,10}\.?\s+\d{4}|\w{3,10}\.?\s+\d{1,2},\s+\d{4}", info)
    return found[0] if found else None
