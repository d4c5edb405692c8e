"""Topics that go together in documents: edges, communities, and how sure the communities are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.measures.topics.options import Options
from framing.stats.network import antmn, communities, disparity_backbone, partition_agreement

Floats = NDArray[np.float64]
LOUVAIN_SEEDS = 20


def network_tables(shares: Floats, of_seeds: Floats, lengths: Floats, options: Options) -> dict[str, pd.DataFrame]:
    """
    Tables "network" (topic_a, topic_b, weight), "communities" (topic, community, size_share) and "partition".

    "partition" has one row: n_communities, modularity, and the mean adjusted Rand index of the communities with those of
    20 other seeds of the Louvain method (`ari_louvain`) and with those under the topics of each seed (`ari_models`).

    Parameters
    ----------
    shares : (D, K) array
        Documents with NaN are left out.
    of_seeds : (S, D, K) array
    lengths : (D,) array
        Known words of each document.
    options : Options
    """
    used = ~np.isnan(shares).any(axis=1)
    k = shares.shape[1]
    backbone = options.backbone or None
    found = antmn(shares[used], lengths[used], seed=options.fit_seed, backbone=backbone)
    weights = found.cosine if backbone is None else np.where(disparity_backbone(found.cosine, backbone), found.cosine, 0.0)
    louvain = [communities(weights, seed=options.fit_seed + 1 + i) for i in range(LOUVAIN_SEEDS)]
    models = [
        antmn(s[~np.isnan(s).any(axis=1)], seed=options.fit_seed, backbone=backbone).community for s in of_seeds
    ]  # fmt: skip
    first, second = np.triu_indices(k, 1)
    edges = pd.DataFrame({"topic_a": first + 1, "topic_b": second + 1, "weight": weights[first, second]})
    nodes = pd.DataFrame({"topic": np.arange(1, k + 1), "community": found.community + 1, "size_share": found.size_share})
    partition = {
        "n_communities": int(found.community.max()) + 1, "modularity": found.modularity,
        "ari_louvain": _agreement(found.community, louvain), "ari_models": _agreement(found.community, models),
        "n_seeds": len(models),
    }  # fmt: skip
    return {"network": edges[edges["weight"] > 0], "communities": nodes, "partition": pd.DataFrame([partition])}


def _agreement(one: NDArray[np.int64], others: list[NDArray[np.int64]]) -> float:
    return float(np.mean([partition_agreement(one.tolist(), x.tolist())[0] for x in others])) if others else float("nan")


def write_graphml(tables: dict[str, pd.DataFrame], path: Path) -> None:
    """
    The topic network as GraphML: nodes with label (the name a human gave, else the terms), name, community and size, edges
    with weight; the same bytes every time.

    Parameters
    ----------
    tables : dict of DataFrame
        Those of a `Topics` result.
    path : Path
    """
    import networkx as nx

    graph: nx.Graph = nx.Graph()
    about = tables["topics"].set_index("topic")
    for row in tables["communities"].to_dict("records"):
        topic = row["topic"]
        name, terms = str(about.loc[topic, "name"]), str(about.loc[topic, "label"])
        graph.add_node(
            f"topic {topic}", label=name or terms, name=name,
            community=int(row["community"]), size_share=float(row["size_share"]),
        )  # fmt: skip
    for row in tables["network"].to_dict("records"):
        graph.add_edge(f"topic {row['topic_a']}", f"topic {row['topic_b']}", weight=float(row["weight"]))
    path.write_text("\n".join(nx.generate_graphml(graph)) + "\n", encoding="utf-8")
