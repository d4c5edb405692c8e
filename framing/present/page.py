"""The page: one HTML file that needs no network and no script."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from framing.present import fonts, labels, reader, tables
from framing.present.content import Bullets, Concordance, Content, Group, Picture, Prose, Table

_TEXT = re.compile(r">([^<]*)</(?:text|tspan)>")


def _asset(name: str) -> str:
    return (files("framing.present") / "templates" / name).read_text(encoding="utf-8")


def html(content: Content) -> str:
    """
    The whole report as HTML.

    Parameters
    ----------
    content : Content

    Returns
    -------
    str
        With a content security policy that allows its own style, its own font and one script named by its hash.
    """
    script = _asset("sort.js")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    texts = [text for picture in _pictures(content) for text in _TEXT.findall(picture.svg)]
    page = environment.from_string(_asset("report.html.j2")).render(
        content=content,
        block=block,
        script=Markup(script),
        script_hash=digest,
        css=Markup(_asset("report.css") + reader.CSS.strip() + "\n" + fonts.faces(texts)),
    )
    return page.rstrip("\n") + "\n"


def _pictures(content: Content) -> list[Picture]:
    found: list[Picture] = []

    def walk(blocks: tuple[Any, ...]) -> None:
        for item in blocks:
            if isinstance(item, Picture):
                found.append(item)
            elif isinstance(item, Group):
                walk(item.blocks)

    for section in content.sections:
        walk(section.blocks)
    return found


def block(item: Any, level: int = 3) -> Markup:
    """One block of content as HTML; every text is escaped."""
    return _SETTERS[type(item)](item, level) if type(item) in _SETTERS else Markup("{}").format(item)


def _prose(item: Prose, level: int) -> Markup:
    if item.kind == "heading":
        return Markup("<h{0}>{1}</h{0}>").format(level, item.text)
    return Markup('<p class="{}">{}</p>').format(item.kind, item.text)


def _bullets(item: Bullets, _level: int) -> Markup:
    entries = [
        Markup('<li>{} <a class="more" href="#{}" aria-label="Evidence: {}">evidence</a></li>').format(text, anchor, text[:60])
        if anchor
        else Markup("<li>{}</li>").format(text)
        for text, anchor in item.items
    ]
    return Markup('<ul class="{}">{}</ul>').format(item.kind, Markup("").join(entries))


def _table(item: Table, _level: int) -> Markup:
    source = Markup('<p class="note">Full precision: <code>tables/{}.csv</code></p>').format(item.stem) if item.stem else ""
    label = item.frame.attrs.get("caption") or item.stem
    inner = tables.html(item.frame, links=item.links, css="data")
    return Markup('<div class="scroll" tabindex="0" role="region" aria-label="{}">{}</div>{}').format(
        f"Table: {label}", inner, source
    )


def _picture(item: Picture, _level: int) -> Markup:
    svg = Markup(item.svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1).replace(' role="img"', "", 1))
    return Markup(
        '<figure id="fig-{}"><div class="scroll{}" tabindex="0" role="img" aria-label="{}">{}</div>'
        '<figcaption>{} <span class="note">Files: <code>figures/{}.pdf</code>, .svg, .csv, .txt</span></figcaption></figure>'
    ).format(item.stem, " wide" if item.wide else "", item.alt, svg, item.caption, item.stem)


def _concordance(item: Concordance, _level: int) -> Markup:
    rows = [
        Markup(
            '<tr><th scope="row"><a href="#doc-{}">{}</a></th><td>{}</td><td>{}{}</td>'
            '<td class="l">{}</td><td class="k">{}</td><td>{}</td></tr>'
        ).format(
            line.document,
            line.outlet or "(no outlet)",
            line.side,
            labels.voice(line.voice),
            f": {line.speaker}" if line.speaker else "",
            line.left,
            line.node,
            line.right,
        )
        for line in item.lines
    ]
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(h) for h in ("outlet", "side", "voice", "before", "term", "after")
    )
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="Lines: {}" id="{}">'
        '<table class="kwic"><caption>“{}”: {}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(item.title, item.anchor, item.title, item.said, head, Markup("").join(rows))


def _group(item: Group, level: int) -> Markup:
    inner = Markup("\n").join(block(b, level + 1) for b in item.blocks)
    anchor = Markup(' id="{}"').format(item.anchor) if item.anchor else ""
    return Markup("<details{}{}><summary>{}</summary>{}</details>").format(
        anchor, Markup(" open") if item.open else "", item.title, inner
    )


_SETTERS: dict[type, Any] = {
    Prose: _prose,
    Bullets: _bullets,
    Table: _table,
    Picture: _picture,
    Concordance: _concordance,
    Group: _group,
}
