"""The log of judgements as a store keeps it: a node for each entry, apart from the graph and longer than any paper."""

from typing import Any

from sederunt.graph.judgements import Judgement, judgement_of
from sederunt.graph.kinds import JUDGEMENT, STORED
from sederunt.graph.model import Node
from sederunt.graph.store import Readable

_ALL = f"MATCH (n:{JUDGEMENT}) RETURN n AS node"


def read_log(graph: Readable) -> list[Judgement]:
    """The log of a stored graph."""
    rows = sorted((row[0] for row in graph.ask(_ALL).rows), key=lambda own: own["number"])
    return [judgement_of((str(j["number"]), j["day"], j["who"], j["verb"], *j["what"], j["why"])) for j in rows]


def log_node(judgement: Judgement) -> Node:
    """The node that keeps a judgement."""
    own: dict[str, Any] = judgement.model_dump(include={"number", "who", "day", "why"})
    name = f"{STORED[JUDGEMENT].prefix}:{judgement.number}"
    return Node(id=name, label=JUDGEMENT, properties={**own, "verb": str(judgement.verb), "what": tuple(judgement.fields)})
