"""Which sitting a mention of a meeting means: the same body on the same day is one, whatever paper tells of it."""

from collections.abc import Iterable, Mapping

from sederunt.graph.names import slug
from sederunt.graph.statement import Mention, digest
from sederunt.graph.things import paper_slug

Day = tuple[str, str]
"""The id of a body and a date."""


def split_days(sittings: Iterable[tuple[str, str, Mention]]) -> dict[Day, frozenset[str]]:
    """The days on which one paper tells of a body meeting at two times, with all such times.

    Args:
        sittings: path, id of the body and mention, for every mention of a meeting.

    """
    times: dict[tuple[str, str, str], set[str]] = {}
    for path, body, mention in sittings:
        if body and mention.date and mention.time:
            times.setdefault((path, body, mention.date), set()).add(mention.time)
    split: dict[Day, frozenset[str]] = {}
    for (_, body, date), found in times.items():
        if len(found) > 1:
            split[body, date] = split.get((body, date), frozenset()) | found
    return split


def meeting_id(path: str, body: str, mention: Mention, split: Mapping[Day, frozenset[str]]) -> str:
    """The id of the meeting that a mention means."""
    home = body.partition(":")[2] or paper_slug(path)
    if mention.date:
        time = f"T{mention.time}" if mention.time in split.get((body, mention.date), frozenset()) else ""
        return f"meeting:{home}/{mention.date}{time}"
    words = [] if mention.section == "this" else [slug(mention.text) or digest(mention.text)] if mention.text else []
    place = "-".join([mention.section, *words, str(mention.ordinal)])
    return f"meeting:{'/'.join(dict.fromkeys((paper_slug(path), home, place)))}"


def body_in(meeting: str) -> str:
    """The id of the body whose sitting a dated meeting was, as its own id tells; of no body if no paper said whose it was."""
    return f"body:{meeting.partition(':')[2].rpartition('/')[0]}"


def day_of(meeting: str) -> Day:
    """The body and the date of a dated meeting, as its id tells."""
    return body_in(meeting), meeting.rpartition("/")[2].partition("T")[0]
