"""The nodes of things: every property taken from the claims that name them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sederunt.graph.claims import Claim
from sederunt.graph.kinds import ACTION, MEETING, NODES, PERSON, POST
from sederunt.graph.model import Node, Value
from sederunt.graph.names import PersonName, fold, is_initials, parse_person, plain
from sederunt.graph.owners import is_role
from sederunt.graph.sittings import day_span, printed_date
from sederunt.graph.statement import Mention
from sederunt.graph.things import declared_short, name_key

_LABELS = {kind.prefix: label for label, kind in NODES.items()}
_STANDING = {"held": 2, "cancelled": 1, "planned": 0}


@dataclass
class Shown:
    """A thing with every mention of it and every claim that names it."""

    id: str
    mentions: list[tuple[Mention, Claim]] = field(default_factory=list)
    namings: list[Claim] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The label of its node."""
        return _LABELS[self.id.partition(":")[0]]

    def value(self, key: str) -> Value | None:
        """What the best naming says: stated before inferred, then the surest, then the latest."""
        return next((c.statement.values[key] for c in self.namings if c.statement.values.get(key) not in (None, "")), None)

    def texts(self, key: str) -> set[str]:
        """All that namings say."""
        return {str(c.statement.values[key]) for c in self.namings if key in c.statement.values}


def shown_things(claims: Iterable[Claim]) -> dict[str, Shown]:
    """Every thing that some claim names for certain."""
    things: dict[str, Shown] = {}
    for claim in claims:
        for mention, meaning in claim.mentions():
            for name in meaning.ids:
                things.setdefault(name, Shown(name)).mentions.append((mention, claim))
        if claim.statement.link is None:
            for name in claim.subject.ids:
                things[name].namings.append(claim)
    for thing in things.values():
        thing.mentions.sort(key=lambda pair: (pair[1].order, pair[1].id))
        thing.namings.sort(key=lambda c: (c.order, c.id), reverse=True)
        thing.namings.sort(key=lambda c: (c.inferred, -c.statement.confidence))
    return things


def thing_node(thing: Shown, body_names: Mapping[str, str]) -> Node:
    """The node of a thing; ``body_names`` gives the name of the body of each meeting."""
    make = _MAKERS.get(thing.label, _structure)
    properties = _meeting(thing, body_names.get(thing.id, "")) if thing.label == MEETING else make(thing)
    kept = {key: value for key, value in properties.items() if value not in (None, "") or key in NODES[thing.label].always}
    return Node(id=thing.id, label=thing.label, properties={k: v for k, v in kept.items() if v is not None})


def _tidy(texts: Iterable[str]) -> list[str]:
    return sorted({" ".join(t.split()) for t in texts if t.strip()})


def _forms(thing: Shown) -> list[str]:
    """The forms that mean this thing and no other, as printed."""
    return _tidy(m.label for m, c in thing.mentions if thing.id in _alone(m, c) and not is_role(m.label))


def _alone(mention: Mention, claim: Claim) -> tuple[str, ...]:
    meaning = claim.subject if mention is claim.statement.subject else claim.object
    return meaning.ids if len(meaning.ids) == 1 and not meaning.inferred else ()


def _fullest(texts: list[str], key: Callable[[str], str] = fold) -> str:
    """The form with the most words, then not in capitals throughout, then the longest, then the first."""
    return min(texts, key=lambda t: (-len(key(t).split()), t.isupper(), -len(t), t), default="")


def _structure(thing: Shown) -> dict[str, Value | None]:
    forms = _forms(thing)
    shorts = [short for form in forms if (short := declared_short(form))]
    forms = _tidy([form[: form.rindex("(")] if declared_short(form) else form for form in forms] + shorts)
    name = _fullest(forms, name_key)
    return {
        "name": name,
        "aliases": tuple(form for form in forms if form != name),
        "kind": thing.value("kind"),
        "number": thing.value("number"),
    }


def _post(thing: Shown) -> dict[str, Value | None]:
    forms = _tidy(m.label for m, _ in thing.mentions if m.kind == POST)
    name = _fullest(forms)
    seats = [int(text) for text in thing.texts("seats") if text.isdigit()]
    return {
        "name": name,
        "aliases": tuple(form for form in forms if form != name),
        "seats": max(seats, default=1),
        "vacant": True if "True" in thing.texts("vacant") else None,
    }


def _person(thing: Shown) -> dict[str, Value | None]:
    forms = _forms(thing)
    capitals = [form for form in forms if is_initials(form) and " " not in form]
    names = {form: parse_person(form) for form in forms if form not in capitals}
    bare = {form: _display(name) or form for form, name in names.items()}
    spelled = [form for form in names if names[form].full]
    best = _best(spelled or [form for form in names if names[form].honorific] or list(names) or capitals, names)
    name = bare.get(best, best)
    seen = _tidy([*bare.values(), *(f for f in names if not names[f].full)])
    parsed = names.get(best, PersonName())
    return {
        "name": name,
        "aliases": tuple(form for form in seen if form != name),
        "honorific": _honorific(thing, names.values()),
        "initials": tuple(_tidy([*capitals, *(m.initials for m, _ in thing.mentions)])),
        "given_name": parsed.given,
        "family_name": parsed.family,
        "partial": not spelled and not any(n.honorific and n.family for n in names.values()),
    }


def _best(forms: list[str], names: Mapping[str, PersonName]) -> str:
    """The fullest name: a given name spelled out, more parts, not in capitals throughout, longer."""

    def rank(form: str) -> tuple[bool, int, bool, int, str]:
        name = names.get(form, PersonName(given=form))
        return (len(name.given.strip(".")) < 2, -len(plain(_display(name) or form).split()), form.isupper(), -len(form), form)

    return min(forms, key=rank)


def _display(name: PersonName) -> str:
    """A name without its title; nothing unless it has both a given and a family name."""
    return " ".join(filter(None, (name.given, name.middle, name.family))) if name.full else ""


def _honorific(thing: Shown, names: Iterable[PersonName]) -> str:
    printed = Counter(n.honorific for n in names if n.honorific)
    printed.update(m.honorific for m, _ in thing.mentions if m.honorific)
    return min(printed, key=lambda h: (-printed[h], h), default="")


def _meeting(thing: Shown, body: str) -> dict[str, Value | None]:
    mentions = [m for m, _ in thing.mentions]
    start, end = day_span(str(thing.value("date") or max((m.date for m in mentions), default="")))
    end = str(thing.value("date_end") or end)
    return {
        "name": f"{body or 'Meeting'}, {printed_date(start, end) or 'undated'}",
        "aliases": (),
        "date": start,
        "date_end": end if end != start else None,
        "date_text": thing.value("date_text") or (next((m.text for m in mentions if m.text), "") if start else None),
        "start_time": thing.value("start_time") or next((m.time for m in mentions if m.time), None),
        "end_time": thing.value("end_time"),
        "venue": thing.value("venue"),
        "status": meeting_status(thing),
    }


def meeting_status(thing: Shown) -> str:
    """``held`` wins over ``cancelled`` over ``planned``; a paper's own meeting was held unless a paper says otherwise."""
    said = {text for text in thing.texts("status") if text in _STANDING} or {_presumed(m, c) for m, c in thing.mentions}
    return max(said, key=_STANDING.__getitem__)


def _presumed(mention: Mention, claim: Claim) -> str:
    later = bool(mention.date and claim.paper.date and mention.date > claim.paper.date)
    return "planned" if mention.section == "planned" or (mention.section != "this" and later) else "held"


def _action(thing: Shown) -> dict[str, Value | None]:
    text = str(thing.value("text") or max((m.label for m, _ in thing.mentions if m.kind == ACTION), key=len, default=""))
    return {
        "name": text,
        "aliases": (),
        "text": text,
        "owner_text": thing.value("owner_text") or ", ".join(_owners(thing)),
        "due": thing.value("due"),
        "item": thing.value("item"),
        "status": thing.value("status") or "open",
    }


def _owners(thing: Shown) -> list[str]:
    """Whoever has to act, as printed, in the order of the paper."""
    said = [c.statement.object.text for _, c in thing.mentions if c.statement.link == "ASSIGNED_TO" and c.statement.object]
    return list(dict.fromkeys(filter(None, said)))


_MAKERS: dict[str, Callable[[Shown], dict[str, Value | None]]] = {PERSON: _person, POST: _post, ACTION: _action}
