"""A tiny study of made-up texts, for tests that run the whole way."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

STATE = (
    "The port office said order had returned to the quay. The campaign was launched to protect public order and safety.\n\n"
    '"We will guide every captain and keep order on the quay," said Port Minister Tolan Wey. "Order is for everyone."\n\n'
    "Inspectors closed {n} stalls last week, the ministry announced. According to the office, harmony and order improved."
)
CRITICS = (
    "Fishermen lost their stalls again, and nobody asked them about their rights.\n\n"
    "“They took the boats and gave no reason,” said Mirel Anso, a lawyer who defends {n} families. “Freedom is a right.”\n\n"
    "A port officer who asked not to be named said the campaign would go on. Residents fear more seizures and silence."
)
OUTLETS = {"state": ("Port Daily", "Quay Wire"), "critics": ("Tide Blog", "Far Shore Weekly")}

STUDY = """title = "Tiny harbour"
seed = 3
[corpus]
path = "documents.csv"
[sides]
state = { outlet = ["Port Daily", "Quay Wire"] }
critics = { outlet = ["Tide Blog", "Far Shore Weekly"] }
[voices]
use = ["own", "all"]
[compare]
n_draws = 200
[measures.quotes]
[measures.voices]
[measures.lexicon]
lexicons = ["control-order", "rights-liberties"]
[measures.keyness]
min_count = 2
[measures.readability]
"""


def write_corpus(folder: Path, *, texts: dict[str, str] | None = None, fields: dict[str, str] | None = None) -> Path:
    """Eight documents, two outlets a side; `texts` and `fields` replace single texts and single metadata values."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "texts").mkdir(exist_ok=True)
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["id", "file", "side", "outlet", "date", "title", "lang"])
        number = 0
        for side, outlets in OUTLETS.items():
            for outlet in outlets:
                for _ in range(2):
                    number += 1
                    id = f"d{number}"
                    body = (STATE if side == "state" else CRITICS).format(n=number + 3)
                    text = (texts or {}).get(id, body)
                    (folder / "texts" / f"{id}.txt").write_bytes(text.encode("utf-8", "surrogateescape"))
                    row = [id, f"texts/{id}.txt", side, outlet, f"2016-03-0{number}", f"Report {number}", "en"]
                    writer.writerow([(fields or {}).get(f"{id}.{i}", value) for i, value in enumerate(row)])
    (folder / "study.toml").write_text(STUDY, encoding="utf-8")
    return folder / "study.toml"


@pytest.fixture
def tiny_study(tmp_path):
    """Path of a runnable study file."""
    return write_corpus(tmp_path / "tiny")
