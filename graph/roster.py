"""Who is who inside one paper: the closed list of its people, and which of them a short form means.

Full names come first and make the roster; then titles with a surname, first names and initials are looked up in it. What fits
twice is left open; what fits nobody is a partial person of this paper.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sederunt.graph.likeness import compatible, folded, misspelt, of_two_sexes, slipped, titles
from sederunt.graph.names import PersonName, fold, initials, is_initials, parse_person, same_given
from sederunt.graph.statement import Mention

FULL, TITLED, GIVEN, CAPITALS = "full", "titled", "given", "capitals"

_NEARNESS = {"present": 0, "told present": 0, "apologies": 1, "absent": 1, "told away": 1}
_NEARNESS |= dict.fromkeys(("members", "presenters", "holders", "contacts"), 2)
_ELSEWHERE = 3
_AWAY = frozenset({"actions", "leads"})


@dataclass(frozen=True)
class Entry:
    """A mention of a person with what its form tells."""

    mention: Mention
    key: str
    """The lasting name of the mention."""
    name: PersonName
    form: str
    lists: frozenset[str]
    """The lists in which it is a row: two rows of one list are two people."""

    @property
    def nearness(self) -> int:
        """0 for who was there, 1 for who was expected, 2 for other lists, 3 for who is only spoken of."""
        return _NEARNESS.get(self.mention.section, _ELSEWHERE)


def entry(mention: Mention, key: str, lists: frozenset[str]) -> Entry:
    """A mention, with its name parsed and its form told."""
    name = name_of(mention)
    return Entry(mention, key, name, _form(mention, name), lists)


def name_of(mention: Mention) -> PersonName:
    """The parts of a printed name, with the title that stands in the mention."""
    name = parse_person(mention.label)
    if mention.honorific and not name.honorific:
        titled = parse_person(f"{mention.honorific} {mention.label}")
        name = titled if not titled.given else name.model_copy(update={"honorific": mention.honorific})
    return _spread(name)


def _spread(name: PersonName) -> PersonName:
    """A name with run-together initials ("JA Hale") taken apart."""
    given = name.given.replace(".", "")
    if not (2 <= len(given) <= 3 and given.isupper() and name.family and not name.family.isupper()):
        return name
    return name.model_copy(update={"given": given[0], "middle": " ".join((*given[1:], *name.middle.split()))})


def _form(mention: Mention, name: PersonName) -> str:
    if not mention.honorific and is_initials(mention.label) and " " not in mention.label.strip():
        return CAPITALS
    if name.full:
        return GIVEN if len(folded(name.family)) == 1 else FULL
    return TITLED if name.family else GIVEN


@dataclass
class Individual:
    """One person of a paper: the mentions found to be theirs."""

    entries: list[Entry] = field(default_factory=list)
    partial: bool = False
    identified: bool = False
    """Whether the paper itself says by an identifier who it is, so that no name has to."""

    @property
    def key(self) -> str:
        """The smallest lasting name of their mentions."""
        return min(e.key for e in self.entries)

    @property
    def nearness(self) -> int:
        """How near to the meeting they were; see :attr:`Entry.nearness`."""
        return min(e.nearness for e in self.entries)

    @property
    def names(self) -> list[PersonName]:
        """Their names in full and with titles."""
        return [e.name for e in self.entries if e.form in (FULL, TITLED)]

    @property
    def printed(self) -> set[str]:
        """Initials printed beside their name."""
        return {_capitals(e.mention.initials) for e in self.entries if e.mention.initials}

    @property
    def lists(self) -> set[str]:
        """The lists in which they are a row."""
        return {name for e in self.entries for name in e.lists}

    def computed(self) -> set[str]:
        """Every form of initials that their names allow."""
        return {form for name in self.names for form in initials(name)}


def _capitals(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


@dataclass
class Roster:
    """The people of one paper, and for each of their mentions who may be meant (one, several or none)."""

    people: list[Individual] = field(default_factory=list)
    open: list[tuple[Entry, list[Individual]]] = field(default_factory=list)

    def find(self, asked: Entry) -> list[Individual]:
        """Who of the roster can be meant by a name that is not a row of a list."""
        if asked.form == CAPITALS:
            return self.with_initials(asked.mention.label)
        if asked.form == GIVEN:
            return self._called(asked)
        return _nearest_known([p for p in self.people if _fits(asked, p)], asked)

    def with_initials(self, text: str) -> list[Individual]:
        """Who can be meant by initials: as printed, else as computed among those present, then listed, then all."""
        capitals = _capitals(text)
        printed = [p for p in self.people if capitals in p.printed]
        if printed:
            return printed
        able = [p for p in self.people if capitals in {form.casefold() for form in p.computed()}]
        able = [p for p in able if not p.printed] or able
        nearest = min((p.nearness for p in able), default=0)
        return [p for p in able if p.nearness == nearest]

    def _called(self, asked: Entry) -> list[Individual]:
        """Who can be meant by a first name, a nickname or a bare surname."""
        given, letter = folded(asked.name.given), folded(asked.name.family)
        known = [p for p in self.people if not p.partial and any(folded(n.family).startswith(letter) for n in p.names)]
        exact = [p for p in known if any(given in (folded(n.given), folded(n.nickname)) for n in p.names)]
        like = [p for p in known if any(len(folded(n.given)) > 1 and same_given(asked.name.given, n.given) for n in p.names)]
        surname = [p for p in known if not letter and any(given == folded(n.family) for n in p.names)]
        if any(p.nearness < _ELSEWHERE for p in exact):
            return _nearest(exact, asked)
        return _called_so(exact, like) or _nearest(surname, asked)


def _called_so(exact: list[Individual], like: list[Individual]) -> list[Individual]:
    """Those of that very name, of whom nobody was there, and those who were there and may be called so; else all who may be."""
    there = [p for p in like if p.nearness < _ELSEWHERE and not any(p is e for e in exact)]
    return [*exact, *there] or like


def _nearest(people: list[Individual], asked: Entry) -> list[Individual]:
    """Those who were there, else expected or listed, else all; an action may fall to somebody who was away."""
    bounds = (_ELSEWHERE,) if asked.mention.section in _AWAY else (1, _ELSEWHERE)
    near = ([p for p in people if p.nearness < bound] for bound in bounds)
    return next(filter(None, near), people)


def _fits(asked: Entry, person: Individual) -> bool:
    names = person.names
    told = [name for name in names if name.given] or names  # "Mr Hale" and "Cllr Hale" may both mean the one Tom Hale
    if not told or asked.lists & person.lists or any(of_two_sexes(asked.name, name) for name in names):
        return False
    return all(compatible(asked.name, name) for name in told)


def _nearest_known(people: list[Individual], asked: Entry) -> list[Individual]:
    """Of several, those with the very same honorific and given name, then those who were there or expected."""
    for test in (_same_given_name, _same_honorific):
        people = [p for p in people if test(asked, p)] or people
    return _nearest(people, asked)


def _same_given_name(asked: Entry, person: Individual) -> bool:
    return bool(asked.name.given) and any(folded(n.given) == folded(asked.name.given) for n in person.names)


def _same_honorific(asked: Entry, person: Individual) -> bool:
    return bool(asked.name.honorific) and any(titles(n) == titles(asked.name) for n in person.names)


def draw_up(entries: Iterable[Entry]) -> Roster:
    """The roster of a paper from all its mentions of people."""
    roster = Roster()
    rows = sorted(entries, key=lambda e: (e.nearness, e.key))
    _add_full(roster, [e for e in rows if e.form == FULL and len(folded(e.name.given)) > 1])
    _add_shorter(roster, [e for e in rows if e.form == FULL and len(folded(e.name.given)) == 1])
    _add_shorter(roster, [e for e in rows if e.form == TITLED and not _called_with_title(roster, e)])
    _add_short(roster, [e for e in rows if e.form in (GIVEN, CAPITALS)])
    return roster


def identified(mentions: Iterable[tuple[Mention, str]], names: Mapping[Mention, PersonName]) -> list[Individual]:
    """The people whom a paper knows by identifiers, from mentions with their lasting names; ``names``: by which others know them."""
    entries = (Entry(m, key, names.get(m, PersonName()), FULL if m in names else GIVEN, frozenset()) for m, key in mentions)
    return [Individual(group, identified=True) for group in _groups(entries, lambda e: (e.key,))]


def _called_with_title(roster: Roster, e: Entry) -> bool:
    """Give "Sir Hugo" to the only Sir Hugo Wren; whether it was somebody's, as nobody has it for a family name."""
    word = folded(e.name.family)
    if e.lists or any(word == folded(n.family) for p in roster.people for n in p.names):
        return False
    called = [p for p in roster.people if any(word == folded(n.given) and titles(e.name) <= titles(n) for n in p.names)]
    if len(called) == 1:
        name = PersonName(honorific=e.name.honorific, given=e.name.family)
        called[0].entries.append(replace(e, name=name, form=GIVEN))
    return len(called) == 1


def _same_name(e: Entry) -> tuple[str, ...]:
    return (e.form, folded(e.name.family), folded(e.name.given))


def _groups(entries: Iterable[Entry], key: Callable[[Entry], tuple[str, ...]]) -> list[list[Entry]]:
    found: dict[tuple[str, ...], list[Entry]] = {}
    for e in entries:
        found.setdefault(key(e), []).append(e)
    return [found[k] for k in sorted(found)]


def _add_full(roster: Roster, entries: list[Entry]) -> None:
    roster.people += _join_slips(_join_agreed(_separate(roster, entries, lambda e: (*_same_name(e), fold(e.name.middle)))))


def _separate(roster: Roster, entries: list[Entry], key: Callable[[Entry], tuple[str, ...]]) -> list[Individual]:
    return [person for group in _groups(entries, key) for person in _individuals(roster, group)]


def _individuals(roster: Roster, group: list[Entry]) -> list[Individual]:
    """The people who bear one name: one, unless a list has it twice; then each of its rows, and other mentions stay open."""
    rows: dict[str, list[Entry]] = {}
    for e in group:
        for name in e.lists:
            rows.setdefault(name, []).append(e)
    crowded = max(rows.values(), key=len, default=[])
    if len(crowded) < 2:
        return [Individual(group)]
    people = [Individual([e]) for e in crowded]
    roster.open += [(e, people) for e in group if e not in crowded]
    return people


def _join_agreed(people: list[Individual]) -> list[Individual]:
    """Join people whose names all fit one another and nobody else (Andy Reese, Andrew Reese)."""
    blocks: dict[str, list[Individual]] = {}
    for person in people:
        blocks.setdefault(_last_word(person.names[0].family), []).append(person)
    return [person for block in blocks.values() for person in _joined(block)]


def _last_word(text: str) -> str:
    return (fold(text).split() or [text])[-1]


def _joined(block: list[Individual]) -> list[Individual]:
    mates = {id(p): frozenset(id(o) for o in block if o is p or _alike(p, o)) for p in block}
    agreed: dict[frozenset[int], list[Individual]] = {}
    for person in block:
        agreed.setdefault(mates[id(person)], []).append(person)
    kept: list[Individual] = []
    for fitting, same in agreed.items():
        kept += [Individual([e for p in same for e in p.entries])] if len(fitting) == len(same) else same
    return kept


def _alike(one: Individual, other: Individual) -> bool:
    return not (one.lists & other.lists) and all(compatible(a, b) for a in one.names for b in other.names)


def _add_shorter(roster: Roster, entries: list[Entry]) -> None:
    """Names whose given name is an initial, or that have a title and no given name."""
    _place(roster, _join_agreed(_separate(roster, entries, lambda e: (*_same_name(e), *sorted(titles(e.name))))))


def _place(roster: Roster, people: list[Individual]) -> None:
    """Give shorter names to the one they fit; who fits nobody, or is a row of a list, is a person of their own."""
    made: list[Individual] = []
    for person in people:
        fits = _nearest_known([p for p in roster.people if all(_fits(e, p) for e in person.entries)], person.entries[0])
        fits = fits or [p for p in roster.people if _is_slip(person, p)]
        if len(fits) == 1:
            fits[0].entries += person.entries
        elif not fits or person.lists:
            made.append(person)
        else:
            roster.open += [(e, fits) for e in person.entries]
    roster.people += made


def _join_slips(people: list[Individual]) -> list[Individual]:
    """Join to the one other of the same given name whoever has a letter wrong in the family name: "Will Nale" for William Nalem is left, "William Nale" is not."""
    kept: list[Individual] = []
    for person in sorted(people, key=lambda p: (p.nearness, -len(p.entries), p.key)):
        meant = [p for p in kept if not p.lists & person.lists and misspelt(person.names[0], p.names[0])]
        if len(meant) == 1:
            meant[0].entries += person.entries
        else:
            kept.append(person)
    return kept


def _is_slip(one: Individual, other: Individual) -> bool:
    """Whether a family name with its title alone is that of another with one letter wrong: "Mr Novacki" for Mr Nowacki."""
    if one.lists or one.nearness < _ELSEWHERE or not other.names:
        return False
    return slipped(one.names[0], other.names[0])


def _add_short(roster: Roster, entries: list[Entry]) -> None:
    """First names, nicknames and initials; who fits nobody is a partial person of the paper."""
    partial: list[Individual] = []
    decided = [(group, roster.find(group[0])) for group in _groups(entries, _short_key)]
    for group, fits in decided:
        if len(fits) == 1:
            fits[0].entries += group
        elif fits:
            roster.open += [(e, fits) for e in group]
        else:
            partial.append(Individual(group, partial=True))
    roster.people += partial


def _short_key(e: Entry) -> tuple[str, ...]:
    return (CAPITALS, _capitals(e.mention.label)) if e.form == CAPITALS else _same_name(e)
