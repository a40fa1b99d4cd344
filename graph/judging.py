"""Adding to the log of judgements: what was decided counts at once, in whatever papers it speaks of."""

from collections.abc import Callable
from functools import partial

from sederunt.graph.claims import Claim
from sederunt.graph.forgotten import cleansed, redacted
from sederunt.graph.judged import Judged, judged_by
from sederunt.graph.judgements import Judgement
from sederunt.graph.kinds import DOCUMENT
from sederunt.graph.logbook import log_node, read_log
from sederunt.graph.model import Changes
from sederunt.graph.nearby import Nearby
from sederunt.graph.store import Readable, Store
from sederunt.graph.update import Decided, changes_of, follow_rules

_DOCUMENTS = f"MATCH (n:{DOCUMENT}) RETURN n AS node"
Decision = Callable[[Readable, list[Judgement]], list[Judgement]]
"""From a graph and its log to the judgements that are to be added, with the numbers that come next."""


def judge(store: Store, decide: Decision) -> list[Judgement]:
    """Add judgements to the log and let them count, in one transaction; returns what was added.

    Raises:
        SederuntError: what ``decide`` raises.
        EngineError: the engine cannot be reached, or refused.

    """
    follow_rules(store)
    return store.change(partial(_judge, decide=decide))


def _judge(graph: Readable, decide: Decision) -> tuple[Changes, list[Judgement]]:
    near, log = Nearby(graph), read_log(graph)
    new = decide(graph, log)
    before, after = judged_by(log), judged_by([*log, *new])
    old = _touched(graph, near, before, after)
    papers = [cleansed(near.paper(path, claims), after) for path, claims in old.items()]
    changes = changes_of(near, old, papers, Decided(before, after)) if papers else Changes()
    kept = [(j, redacted(j, after)) for j in log]
    return changes.model_copy(
        update={
            "new_nodes": (*changes.new_nodes, *(log_node(redacted(j, after)) for j in new)),
            "put_nodes": (*changes.put_nodes, *(log_node(without) for j, without in kept if without != j)),
        }
    ), new


def _touched(graph: Readable, near: Nearby, before: Judged, after: Judged) -> dict[str, list[Claim]]:
    """The claims of the papers that have to be read anew: where somebody is to be forgotten, of all that speak of them."""
    old = near.papers(after.papers_unlike(before))
    if set(after.forgotten) <= set(before.forgotten):
        return old
    paths = sorted(row[0]["path"] for row in graph.ask(_DOCUMENTS).rows)
    papers = ((path, claims, near.paper(path, claims)) for path, claims in near.papers(paths).items())
    return old | {path: claims for path, claims, paper in papers if cleansed(paper, after) != paper}
