"""What does not fit, and what is missing: contradictions in the papers, and papers that seem not to be there."""

from typing import Annotated

import typer
from sederunt.cli.completion import names
from sederunt.cli.session import Session, look_up
from sederunt.cli.tables import Part, write
from sederunt.cli.text import say
from sederunt.cli.times import terms
from sederunt.graph.store import Store
from sederunt.queries.ask import first
from sederunt.queries.catalogue import EVIDENCE
from sederunt.queries.chairs import chairs
from sederunt.queries.find import find
from sederunt.queries.oddities import oddities
from sederunt.queries.terms import NOBODY, Spell, spells_of, with_gaps

_EVERYWHERE = (("People who act and are never listed", "unlisted-people"), ("Bodies that no paper shows", "unseen-bodies"))


@look_up
def check(session: Session) -> None:
    """Contradictions and oddities: terms that cannot be, rows told twice, two chairs at once, disputed attendance."""
    with session.open() as store:
        found = oddities(store)
    rows = [(odd.oddity, odd.person, odd.role, odd.place, odd.days, *odd.proof) for odd in found]
    write(session, [Part.first("", ("oddity", "person", "role", "place", "days", *EVIDENCE), rows)])
    if not found:
        say("Nothing in the graph contradicts itself.")


@look_up
def gaps(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="[BODY]", help="Only of this body.", autocompletion=names("Body"))] = "",
) -> None:
    """Papers that seem to be missing: minutes that are not loaded, people never listed, times without a known chair."""
    with session.open() as store:
        body = find(store, name, ("Body",)).id if name else ""
        parts = [Part.of(first(store, "missing-minutes", body=body), "Minutes that are not loaded")]
        parts += [] if body else [Part.of(first(store, query, stated=session.stated), title) for title, query in _EVERYWHERE]
        parts.append(terms(_unchaired(store, body, stated=session.stated), "Times without a known chair"))
    write(session, parts)
    if not any(part.rows for part in parts):
        say("Nothing seems to be missing.")


def _unchaired(store: Store, body: str, *, stated: bool) -> list[Spell]:
    """The times between two chairs in which nobody is known, of one body or of all that had a chair."""
    spells = spells_of(store, body, stated=stated) if body else chairs(store, stated=stated)
    return [spell for spell in with_gaps(spells) if spell.how == NOBODY and spell.role == "chair"]
