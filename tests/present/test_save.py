"""A saved figure: size, fonts, numbers, words, and the same bytes every time."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from framing.errors import OutputError
from framing.present import figures, save
from tests.present import factories


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("figure")
    return save.save_figure(
        factories.term_contrast(),
        "keyness_lollipop",
        folder,
        stem="key",
        formats=("pdf", "svg", "png"),
        journal="nature",
        columns=1,
    )


def test_all_files_are_there(saved: dict[str, Path]):
    assert sorted(p.name for p in saved.values()) == ["key.csv", "key.pdf", "key.png", "key.svg", "key.txt"]


def test_two_savings_give_the_same_bytes():
    results = [save.render(factories.contrast(factories.scores()), "forest", formats=("pdf", "svg", "png")) for _ in range(2)]

    assert results[0] == results[1]


def test_the_pdf_holds_no_clock(saved: dict[str, Path]):
    data = saved["pdf"].read_bytes()

    assert b"CreationDate" not in data
    assert b"ModDate" not in data


def test_the_pdf_has_the_width_of_the_column(saved: dict[str, Path]):
    box = re.search(rb"/MediaBox \[ ?0 0 ([\d.]+)", saved["pdf"].read_bytes())

    assert box
    assert float(box[1]) / 72 * 25.4 == pytest.approx(89.0, abs=0.1)


def test_the_pdf_embeds_only_truetype(saved: dict[str, Path]):
    if shutil.which("pdffonts") is None:
        pytest.skip("needs pdffonts (Debian: poppler-utils)")
    lines = subprocess.run(["pdffonts", str(saved["pdf"])], capture_output=True, text=True, check=True).stdout.splitlines()[2:]

    assert lines
    assert all(
        re.search(r"(CID )?TrueType", line) and re.search(r"Identity-H\s+yes yes|WinAnsi\s+yes yes", line) for line in lines
    )


def test_the_csv_holds_the_drawn_numbers(saved: dict[str, Path]):
    rows = pd.read_csv(saved["csv"])

    assert rows["term"].tolist() == ["order", "control", "campaign", "rumour", "arrest", "lawyer"]
    assert rows["estimate"].tolist() == pytest.approx(factories.term_contrast().data["estimate"].tolist(), rel=1e-11)
    assert b"\r" not in saved["csv"].read_bytes()


def test_the_alt_text_names_sides_terms_and_intervals(saved: dict[str, Path]):
    words = saved["txt"].read_text(encoding="utf-8")

    for part in ("official against critical", "order (2.20; 80 against 3)", "lawyer", "95 % intervals"):
        assert part in words


def test_the_svg_says_the_same_words_and_brings_its_letters(saved: dict[str, Path]):
    svg = saved["svg"].read_text(encoding="utf-8")

    assert "<title>keyness_lollipop</title>" in svg
    assert "official against critical" in svg
    assert svg.count("@font-face") == 2
    assert not re.search(r"https?://(?!www\.w3\.org|purl\.org|creativecommons\.org)", svg)


def test_two_inline_pictures_share_no_id():
    svg = save.render(factories.voices(), "voices_bar", formats=("svg",))["svg"].decode("utf-8")

    ids = [set(re.findall(r'\bid="([^"]+)"', save.inline(svg, prefix))) for prefix in ("a", "b")]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_references_inside_an_inline_picture_still_lead_somewhere():
    svg = save.inline(save.render(factories.voices(), "voices_bar", formats=("svg",))["svg"].decode("utf-8"), "f")

    wanted = set(re.findall(r"url\(#([^)]+)\)", svg)) | set(re.findall(r'href="#([^"]+)"', svg))
    assert wanted
    assert wanted <= set(re.findall(r'\bid="([^"]+)"', svg))


def test_a_folder_that_cannot_be_written_is_refused_with_its_name(tmp_path: Path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(OutputError, match="file"):
        save.save_figure(factories.voices(), "voices_bar", tmp_path / "file")


def test_every_figure_has_an_alt_text_and_a_name_for_it():
    from framing.present.alt import alt_text

    assert alt_text("voices_bar", factories.voices()).startswith("Bars of whose words")
    assert "voices_bar" in figures.names()
