"""The nodes of things: every property taken from the claims that name them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sederunt.graph.claims import Claim
from sederunt.graph.kinds import ACTION, MEETING, NODES, PERSON, POST
from sederunt.graph.model import Node, Value
from sederunt.graph.names import PersonName, fold, is_initials, plain, split_honorific
from sederunt.graph.owners import is_role
from sederunt.graph.roster import name_of
from sederunt.graph.sittings import day_span, printed_date
from sederunt.graph.statement import Mention
from sederunt.graph.things import declared, name_key

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
        """What the best naming says: minutes of the meeting first, stated before inferred, then the surest, then the latest."""
        return next((c.statement.values[key] for c in self.namings if c.statement.values.get(key) not in (None, "")), None)

    def texts(self, key: str) -> set[str]:
        """All that namings say."""
        return {str(c.statement.values[key]) for c in self.namings if key in c.statement.values}

    def last_day(self, key: str) -> str:
        """The date of the last paper that tells something; empty if none of a known date does."""
        return max((c.paper.date for c in self.namings if key in c.statement.values), default="")

    def last(self, key: str) -> set[str]:
        """All that namings of the last paper that tells it say, and others of its date."""
        day = self.last_day(key)
        return {str(c.statement.values[key]) for c in self.namings if key in c.statement.values and c.paper.date == day}


def shown_things(claims: Iterable[Claim]) -> dict[str, Shown]:
    """Every thing that some claim names for certain."""
    things: dict[str, Shown] = {}
    for claim in sorted(claims, key=lambda c: (c.order, c.id)):
        for mention, meaning in claim.mentions:
            for name in meaning.ids:
                things.setdefault(name, Shown(name)).mentions.append((mention, claim))
        if claim.statement.link is None:
            for name in claim.subject.ids:
                things[name].namings.append(claim)
    for thing in things.values():
        thing.namings.reverse()
        thing.namings.sort(key=lambda c: (c.statement.subject.section != "this", c.inferred, -c.statement.confidence))
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
    return _tidy(m.label for m in _own_mentions(thing))


def _own_mentions(thing: Shown) -> list[Mention]:
    """The mentions that mean this thing and no other, and by its name; by its identifier alone where nothing else is known."""
    alone = [m for m, c in thing.mentions if thing.id in _alone(m, c) and not is_role(m.label)]
    return [m for m in alone if m.label != m.key] or alone


def _alone(mention: Mention, claim: Claim) -> tuple[str, ...]:
    meaning = claim.subject if mention is claim.statement.subject else claim.object
    return meaning.ids if len(meaning.ids) == 1 and not meaning.inferred else ()


def _fullest(texts: list[str], key: Callable[[str], str] = fold) -> str:
    """The form with the most words, then not in capitals throughout, then the longest, then the first."""
    return min(texts, key=lambda t: (-len(key(t).split()), t.isupper(), -len(t), t), default="")


def structure_forms(thing: Shown) -> list[str]:
    """The forms by which a body, organisation or unit is known, with the abbreviations that they declare."""
    return _tidy(text for form in _forms(thing) for text in declared(form))


def _structure(thing: Shown) -> dict[str, Value | None]:
    forms = structure_forms(thing)
    name = str(thing.value("name") or _fullest(forms, name_key))
    return {
        "name": name,
        "aliases": tuple(form for form in forms if form != name),
        "kind": thing.value("kind"),
        "number": thing.value("number"),
    }


def _post(thing: Shown) -> dict[str, Value | None]:
    forms = _tidy(m.label for m, _ in thing.mentions if m.kind == POST and m.label != m.key) or [thing.mentions[0][0].label]
    name = str(thing.value("name") or _fullest(forms))
    seats = [int(text) for text in thing.last("seats") if text.isdecimal()]
    return {
        "name": name,
        "aliases": tuple(form for form in forms if form != name),
        "seats": max(seats, default=1),
        "vacant": True if "True" in thing.last("vacant") and not _filled(thing, thing.last_day("vacant")) else None,
    }


def _filled(post: Shown, day: str) -> bool:
    """Whether a paper shows somebody in a post that is later than the one of ``day``, which may be unknown."""
    return bool(day) and any(c.statement.link == "HOLDS" and c.paper.date > day for _, c in post.mentions)


def _person(thing: Shown) -> dict[str, Value | None]:
    return _recorded(thing, str(thing.value("name"))) if thing.value("name") else _printed_person(thing)


def _recorded(thing: Shown, name: str) -> dict[str, Value | None]:
    """A person as data tells them: nothing has to be made out from how their names are printed."""
    return {
        "name": name,
        "aliases": tuple(form for form in _forms(thing) if form != name),
        "honorific": thing.value("honorific"),
        "initials": (),
        "given_name": thing.value("given_name"),
        "family_name": thing.value("family_name"),
        "partial": False,
    }


def _printed_person(thing: Shown) -> dict[str, Value | None]:
    mentions = _own_mentions(thing)
    forms = {_printed(m): name_of(m) for m in mentions}
    capitals = [form for form in forms if is_initials(form) and " " not in form]
    names = {form: name for form, name in forms.items() if form not in capitals}
    known = [form for form, name in names.items() if name.family and (name.given or name.honorific)]
    spelled = [form for form in known if names[form].full]
    best = _best(spelled or known or list(names) or capitals, forms)
    parsed = names.get(best, PersonName())
    name = _turned(best, parsed)
    return {
        "name": name,
        "aliases": tuple(_tidy(form for form in names if form != name)),
        "honorific": _honorific(thing, names.values()),
        "initials": tuple(_tidy([*capitals, *(m.initials for m in mentions)])),
        "given_name": parsed.given,
        "family_name": parsed.family,
        "partial": not known,
    }


def _turned(printed: str, name: PersonName) -> str:
    """A name printed with the surname first, the right way round."""
    if not name.full or plain(printed).startswith(name.given):
        return printed
    return " ".join(filter(None, (name.given, name.middle, name.family)))


def _printed(mention: Mention) -> str:
    """A name as printed: without its title where it is full, with it where it is not."""
    text = " ".join(mention.label.split())
    title, bare = split_honorific(text)
    if name_of(mention).full:
        return bare or text
    return text if title or not mention.honorific else f"{mention.honorific} {text}"


def _best(forms: list[str], names: Mapping[str, PersonName]) -> str:
    """The fullest name: a given name spelled out, more parts, not in capitals throughout, longer."""

    def rank(form: str) -> tuple[bool, int, bool, int, str]:
        return (len(names[form].given.strip(".")) < 2, -len(form.split()), form.isupper(), -len(form), form)

    return min(forms, key=rank, default="")


def _honorific(thing: Shown, names: Iterable[PersonName]) -> str:
    printed = Counter(n.honorific for n in names if n.honorific)
    printed.update(m.honorific for m, _ in thing.mentions if m.honorific)
    return min(printed, key=lambda h: (-printed[h], h), default="")


def _meeting(thing: Shown, body: str) -> dict[str, Value | None]:
    mentions = [m for m, _ in thing.mentions]
    start, end = day_span(str(thing.value("date") or max((m.date for m in mentions), default="")))
    end = str(thing.value("date_end") or end)
    return {
        "name": _called(body, start, end),
        "aliases": (),
        "date": start,
        "date_end": end if end != start else None,
        "date_text": thing.value("date_text") or (next((m.text for m in mentions if m.text), "") if start else None),
        "start_time": thing.value("start_time") or next((m.time for m in mentions if m.time), None),
        "end_time": thing.value("end_time"),
        "venue": thing.value("venue"),
        "status": meeting_status(thing),
    }


def _called(body: str, start: str, end: str) -> str:
    return f"{body or 'Meeting'}, {printed_date(start, end) or 'undated'}"


def renamed(meeting: Node, body: str) -> Node:
    """The node of a meeting whose body has another name now."""
    start = str(meeting.properties.get("date", ""))
    name = _called(body, start, str(meeting.properties.get("date_end", start)))
    return replace(meeting, properties=meeting.properties | {"name": name})


def meeting_status(thing: Shown) -> str:
    """``held`` wins over ``cancelled`` over ``planned``; a paper's own meeting was held unless that paper says otherwise."""
    telling = {c.paper.path for c in thing.namings if c.statement.values.get("status") in _STANDING}
    said = {text for text in thing.texts("status") if text in _STANDING}
    if any(m.section == "this" and c.paper.path not in telling for m, c in thing.mentions):
        said.add("held")
    return max(said or {_presumed(m, c) for m, c in thing.mentions}, key=_STANDING.__getitem__)


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
