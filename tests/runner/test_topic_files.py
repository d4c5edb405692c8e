"""Topics leave a file to put names into, which is never lost, and their networks."""

import json
import re

import networkx as nx
import pandas as pd
import pytest

from framing.cli import main
from framing.runner import execute, plan
from framing.runner.output import write
from tests.conftest import STUDY, write_corpus

TOPICS = """[voices]
use = ["own", "all"]
[measures.topics]
k = 2
n_seeds = 2
n_resamples = 2
n_bootstrap = 0
n_permutations = 0
min_documents = 1
max_share = 1.0
across_outlets = false
"""
HEAD = STUDY[: STUDY.index("[voices]")]
WORDS = ("order quay office harbour crane pier", "court judge lawyer trial appeal verdict")
NAMES, NETWORK = "tables/topics-k2-names.csv", "tables/topics-own-network.graphml"
pytestmark = pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")


@pytest.fixture(autouse=True)
def light(monkeypatch):
    """A report of one line: what surrounds it is at stake."""
    monkeypatch.setattr(
        "framing.present.report.write_report",
        lambda results, folder, *, manifest: (folder / "report.html").write_text("<p></p>", encoding="utf-8"),
    )


@pytest.fixture
def study(tmp_path):
    """A study on two subjects."""
    texts = {f"d{i}": " ".join(WORDS[i % 2].split() * (i + 1)) + f" {WORDS[1 - i % 2].split()[i % 6]}." for i in range(1, 9)}
    file = write_corpus(tmp_path / "study", texts=texts)
    file.write_text(HEAD + TOPICS, encoding="utf-8")
    return file


def test_a_run_leaves_names_to_fill_in_and_networks(study, tmp_path):
    results = execute(plan(study))
    out = write(results, tmp_path / "out")
    again = write(results, tmp_path / "again")

    names = pd.read_csv(out / NAMES, keep_default_na=False)
    assert names.columns.tolist() == ["topic", "name", "terms", "flags"]
    assert names["name"].tolist() == ["", ""]
    graph = nx.read_graphml(out / NETWORK)
    assert [graph.nodes[node]["label"] for node in sorted(graph)] == results.results["topics:own"].tables["topics"][
        "label"
    ].tolist()
    files = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["topic_files"]
    assert files == ["tables/topics-all-network.graphml", NAMES, NETWORK]
    crate = (out / "ro-crate-metadata.json").read_text(encoding="utf-8")
    assert all(name in crate for name in files)
    assert all((out / name).read_bytes() == (again / name).read_bytes() for name in files)


def test_names_that_somebody_filled_in_are_kept_used_and_shown_in_the_network(study, tmp_path):
    out = tmp_path / "out"
    assert main(["run", str(study), "--out", str(out)]) == 0
    filled = re.sub(r"(?m)^1,,", "1,Order on the quay,", (out / NAMES).read_text(encoding="utf-8"))
    (out / NAMES).write_text(filled, encoding="utf-8")
    assert main(["run", str(study), "--out", str(out)]) == 0
    assert (out / NAMES).read_text(encoding="utf-8") == filled

    study.write_text(HEAD + TOPICS + 'names = "../out/tables/topics-k2-names.csv"\n', encoding="utf-8")
    assert main(["run", str(study), "--out", str(out)]) == 0
    assert (out / NAMES).read_text(encoding="utf-8") == filled
    assert "Order on the quay" in {data["label"] for _, data in nx.read_graphml(out / NETWORK).nodes(data=True)}


def test_names_of_another_number_of_topics_are_kept_too(study, tmp_path):
    out = write(execute(plan(study)), tmp_path / "out")
    (out / "tables/topics-k9-names.csv").write_text("topic;name\n1;Quays\n", encoding="utf-8")
    (out / "tables/topics-k7-names.csv").write_text("topic,name,terms,flags\n1,,quay,\n", encoding="utf-8")
    write(execute(plan(study)), out)

    assert (out / "tables/topics-k9-names.csv").read_text(encoding="utf-8") == "topic;name\n1;Quays\n"
    assert not (out / "tables/topics-k7-names.csv").exists()
