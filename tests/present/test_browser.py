"""The page in a real browser: no error, no request, no sideways scroll on a phone, evidence that can be reached."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PROBE = """<!doctype html><title>probe</title>
<iframe id="f" src="report.html" style="width:%dpx;height:800px;border:0"></iframe><pre id="o">none</pre>
<script>document.getElementById("f").onload=function(){var d=this.contentDocument,w=this.contentWindow;
w.location.hash="%s";setTimeout(function(){document.getElementById("o").textContent=JSON.stringify({
scroll:d.documentElement.scrollWidth,client:d.documentElement.clientWidth,title:d.title,
requests:w.performance.getEntriesByType("resource").map(function(e){return e.name})
.filter(function(n){return n.slice(0,5)!=="data:"}),
open:Array.from(d.querySelectorAll("details[open]")).map(function(e){return e.id}),
buttons:d.querySelectorAll("th button").length,font:d.fonts.check("8px 'DejaVu Sans'")})},400)}</script>"""


def probe(folder: Path, browse, width: int = 1200, anchor: str = "") -> tuple[dict, str]:
    page = folder / f"probe-{width}.html"
    page.write_text(PROBE % (width, anchor), encoding="utf-8")
    done = browse(
        "--allow-file-access-from-files", "--virtual-time-budget=6000", "--window-size=1400,900", "--dump-dom", page.as_uri()
    )
    page.unlink()
    found = re.search(r'<pre id="o">(\{.*?\})</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    return json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")), done.stderr


def test_the_report_opens_without_console_error_or_request(report: Path, browse):
    seen, errors = probe(report, browse)

    assert "CONSOLE" not in errors
    assert seen["requests"] == []
    assert seen["font"]


@pytest.mark.parametrize("width", [360, 768, 1200])
def test_the_report_does_not_scroll_sideways(report: Path, browse, width: int):
    seen, _ = probe(report, browse, width)

    assert seen["scroll"] <= seen["client"]


def test_a_link_to_an_article_opens_it(report: Path, browse):
    seen, _ = probe(report, browse, anchor="doc-3")

    assert "doc-3" in seen["open"]


def test_tables_can_be_sorted_where_scripts_run(report: Path, browse):
    seen, _ = probe(report, browse)

    assert seen["buttons"] > 0


def test_the_hostile_report_stays_what_it_is(hostile_report: Path, browse):
    seen, errors = probe(hostile_report, browse, 360)

    assert seen["title"].startswith("<script>document.title='broken'</script>")
    assert "CONSOLE" not in errors
    assert seen["requests"] == []
    assert seen["scroll"] <= seen["client"]


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_serious_violation(report: Path, browse, dark: bool):
    path = os.environ.get("AXE_PATH")
    if not path:
        pytest.skip("set AXE_PATH to axe.min.js of the npm package axe-core")
    html = (report / "report.html").read_text(encoding="utf-8")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html).replace("<details", "<details open")
    if dark:
        html = html.replace("(prefers-color-scheme:dark)", "(min-width:1px)")
    run = "axe.run().then(function(r){var p=document.createElement('pre');p.id='axe';"
    run += "p.textContent=JSON.stringify(r.violations.map(function(v){"
    run += "return [v.impact,v.id,v.nodes.length,v.nodes[0].html.slice(0,300)]}));document.body.appendChild(p)})"
    page = report / "axe.html"
    page.write_text(
        html.replace("</body>", f"<script>{Path(path).read_text(encoding='utf-8')}</script><script>{run}</script></body>"),
        encoding="utf-8",
    )

    done = browse("--virtual-time-budget=60000", "--window-size=1200,900", "--dump-dom", page.as_uri())
    page.unlink()

    found = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    assert [
        v
        for v in json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        if v[0] in ("serious", "critical")
    ] == []
