"""Whatever a text, a title, an outlet or a term holds, it is only shown."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from framing.present import figures, latex, reader, save, style, tables, typeset
from framing.present.inert import csv_cell, plain
from tests.present import factories, hostile

ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "div",
    "nav",
    "ul",
    "li",
    "main",
    "section",
    "footer",
    "script",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "span",
    "code",
    "details",
    "summary",
    "svg",
    "g",
    "path",
    "defs",
    "use",
    "text",
    "tspan",
    "rect",
    "clippath",
    "image",
    "pattern",
}


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(html)
    return parser.found


def test_the_page_has_no_element_but_its_own(hostile_report: Path):
    found = elements((hostile_report / "report.html").read_text(encoding="utf-8"))

    assert {tag for tag, _ in found} <= ALLOWED
    assert [tag for tag, _ in found].count("script") == 1
    assert [tag for tag, _ in found].count("style") == 1


def test_the_page_has_no_handler_and_links_only_inside_itself(hostile_report: Path):
    found = elements((hostile_report / "report.html").read_text(encoding="utf-8"))

    assert not [name for _, attributes in found for name in attributes if name.startswith("on")]
    assert all(a["href"].startswith("#") for tag, a in found if "href" in a)  # type: ignore[union-attr]
    assert not [a for _, a in found if "src" in a or "srcset" in a]


def test_the_page_forbids_foreign_scripts_and_requests(hostile_report: Path):
    policy = next(
        a["content"] for tag, a in elements((hostile_report / "report.html").read_text(encoding="utf-8")) if "http-equiv" in a
    )

    assert policy is not None
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/=]{44}'", policy)
    assert "unsafe-eval" not in policy


def test_template_code_in_a_text_is_not_run(hostile_report: Path):
    page = (hostile_report / "report.html").read_text(encoding="utf-8")

    assert "{{ 7*7 }}" in page
    assert "root:" not in page


def test_no_control_or_direction_mark_reaches_any_file(hostile_report: Path):
    for path in [p for p in hostile_report.rglob("*") if p.suffix in (".html", ".csv", ".txt", ".tex", ".md", ".svg", ".bib")]:
        text = path.read_bytes().decode("utf-8")

        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text), path.name


def test_no_cell_of_a_text_column_starts_like_a_formula(hostile_report: Path):
    number = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$|-?(inf|nan)$", re.IGNORECASE)
    for path in hostile_report.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            bad = [
                cell
                for row in csv.reader(file)
                for cell in row
                if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not number.match(cell)
            ]

        assert not bad, path.name


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "|x", "%x"])
def test_a_text_that_looks_like_a_formula_is_quoted(text: str):
    assert csv_cell(text).startswith("'")


def test_numbers_are_not_quoted_in_a_csv_file():
    frame = factories.term_contrast().data

    assert b"'-" not in save.csv_bytes(frame)


def test_no_command_in_latex_but_ours(hostile_report: Path):
    ours = {
        "begin",
        "end",
        "toprule",
        "midrule",
        "bottomrule",
        "centering",
        "small",
        "caption",
        "label",
        "par",
        "footnotesize",
        "sbox",
        "ifdim",
        "wd",
        "linewidth",
        "resizebox",
        "usebox",
        "else",
        "fi",
        "textbackslash",
        "textasciitilde",
        "textasciicircum",
        "textless",
        "textgreater",
        "textquotedbl",
        "textbar",
        "textasciigrave",
        "ldots",
        "leq",
        "geq",
        "times",
        "pm",
        "rightarrow",
        "leftarrow",
        "alpha",
        "delta",
        "Delta",
        "kern",
    }
    for path in (hostile_report / "tables").glob("*.tex"):
        used = set(re.findall(r"\\([A-Za-z]+)", path.read_text(encoding="utf-8")))

        assert used <= ours, path.name


def test_latex_keeps_every_special_character_as_itself():
    frame = factories.term_contrast(terms=("a_b", "50 %", "x & y", "$z$", "{k}", "#1")).data[["term"]]

    table = latex.tabular(frame)

    for written in (r"a\_b", r"50 \%", r"x \& y", r"\$z\$", r"\{k\}", r"\#1"):
        assert written in table


def test_the_pdf_shows_the_text_of_typst_code_and_runs_none(hostile_report: Path):
    pytest.importorskip("typst")
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext (Debian: poppler-utils)")
    text = subprocess.run(
        ["pdftotext", str(hostile_report / "report.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout

    assert "eval" in text
    assert "root:x" not in text


def test_typst_strings_cannot_be_left():
    assert typeset._string('x" + read("/etc/passwd") + "\\') == '"x\\" + read(\\"/etc/passwd\\") + \\"\\\\"'


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
@pytest.mark.parametrize("name", ["keyness_lollipop", "term_scatter"])
def test_dollar_signs_in_terms_are_drawn_as_they_are(name: str):
    from matplotlib.text import Text

    with style.applied():
        figure, _ = figures.compose(name, factories.term_contrast("all", hostile.TERMS, hostile.SIDES))
        figure.draw_without_rendering()

    texts = [t for t in figure.findobj(Text) if t.get_text()]
    assert any("$\\alpha$" in t.get_text() for t in texts)
    assert not any(t.get_parse_math() for t in texts)


def test_svg_text_is_escaped(hostile_report: Path):
    for path in (hostile_report / "figures").glob("*.svg"):
        tags = {tag for tag, _ in elements(path.read_text(encoding="utf-8"))}

        assert not tags & {"script", "img", "iframe", "b", "foreignobject"}, path.name


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_notebook_views_are_inert():
    results = hostile.study_results()

    pages = [tables.notebook_html(r) for r in results.results.values()]
    pages.append(reader.read(results.annotated, results.annotated.corpus.documents[0].id)._repr_html_())

    for page in pages:
        found = elements(page)
        assert not [t for t, _ in found if t in ("script", "img", "svg", "iframe", "b")]
        assert not [n for _, a in found for n in a if n.startswith("on")]
        assert all(a["href"].startswith("#") for _, a in found if "href" in a)  # type: ignore[union-attr]


def test_markdown_of_the_methods_has_no_html(hostile_report: Path):
    text = (hostile_report / "methods.md").read_text(encoding="utf-8")

    assert "<script" not in text
    assert "<img" not in text


@pytest.mark.browser
def test_a_browser_opens_the_hostile_report_without_error_or_request(hostile_report: Path, browse):
    done = browse("--virtual-time-budget=3000", "--dump-dom", (hostile_report / "report.html").as_uri())

    assert "<title>" + plain(hostile.study_results().study.title)[:10].replace("<", "&lt;").replace(">", "&gt;") in done.stdout
    assert "broken" not in re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)[1].split("'broken'")[0]  # type: ignore[index]
    assert "CONSOLE" not in done.stderr
