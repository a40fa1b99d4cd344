"""Who is meant where a paper says who acts or speaks: a name, initials, an office, a group, the holder of a post, a body."""

import re
from dataclasses import dataclass
from functools import cached_property

from sederunt.graph.lexicon import words
from sederunt.graph.names import (
    fold,
    given_forms,
    initials,
    is_given_name,
    is_initials,
    joined_up,
    parse_person,
    same_given,
    split_honorific,
)
from sederunt.graph.owners import is_role
from sederunt.graph.statement import Mention
from sederunt.loaders.context.scene import Scene, person
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, is_unit

_JOIN = re.compile(r"\s*(?:,\s*(?:and\b|&)?|;|/|\n|&|\+|\b(?:and|agus|with)\b)\s*")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_CHAIRS = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,3}(?:Chairs|Leads|Heads|Members|Governors|Officers|Partners|Directors|Managers)")
_OFFICES = frozenset(
    ("treasurer", "convenor", "convener", "president", "minutes secretary", "minute secretary", "parish clerk")
)
_APOSTROPHE = re.compile(r"[A-Z]{1,2}[’'][A-Z]{1,2}")
_DOUBLE = re.compile(r"(?<=clerk) and |(?<=secretary) and | and (?=clerk$|secretary$)")
"""What joins two posts that one person holds: "clerk and responsible financial officer"."""
_SMALL = frozenset("of and the for in on & at with".split())
_LONGEST = 4
"""Initials that stand for somebody of whom the paper says no more have at most so many letters."""


@dataclass(frozen=True)
class Actors:
    """Those of whom a paper can say that they act."""

    scene: Scene

    def people(self, text: str) -> tuple[str, ...]:
        """The names in a phrase such as "Ann, BM and the Clerk"; empty unless each of them is somebody."""
        return self._each(text, loose=False)

    def anybody(self, text: str) -> tuple[str, ...]:
        """As ``people``; posts and bodies that can act count too, and names of which the paper says nothing else."""
        return self._each(text, loose=True)

    def able(self, text: str) -> tuple[str, ...]:
        """As ``people``; posts and bodies that can act count too."""
        found = self._each(text, loose=True)
        return found if all(self._is_somebody(name, loose=False) or self._is_thing(name) for name in found) else ()

    def mentions(self, text: str) -> bool:
        """Whether a word of a text is somebody's name in this paper."""
        found = {fold(token) for token in re.findall(r"[^\W\d_][\w’'-]+", text) if token[0].isupper()}
        return not found.isdisjoint(self._families) or not found.isdisjoint(self.scene.given_names)

    def same(self, one: str, other: str) -> bool:
        """Whether two printed forms mean one person of the paper."""
        if fold(one) == fold(other):
            return True
        first, second = self.person(one), self.person(other)
        return first is not None and second is not None and fold(first.label) == fold(second.label)

    def person(self, text: str) -> Mention | None:
        """The only person of the paper whom a phrase can mean: by name, initials, first name, family name or post."""
        bare = _bare(text)
        whole = self._by_name.get(fold(bare), [])
        fits = whole or [p for p in self._near(bare) if _means(bare, p)] or self._by_post(bare)
        full = [p for p in fits if parse_person(p.label).full] or fits
        return full[0] if len({fold(p.label) for p in full}) == 1 else None

    def owner(self, text: str) -> Mention:
        """Whoever has to act, as a mention; the holder of a post where only the last words of its title are printed.

        A name of which the paper says nothing else is a person's.
        """
        short = self._by_post(text) if not any(post == fold(text) for post, _ in self._posts) else []
        if len(short) == 1:
            return short[0]
        named = " " in text and looks_like_person(text) and not (self._is_person(text) or self._is_thing(text))
        return person(text, "actions") if named else Mention(kind="Owner", text=text, section="actions")

    def speaker(self, text: str) -> Mention:
        """Whoever leads an item, as a mention; the holder where only a post is printed."""
        held = self._by_post(_bare(text)) if not self._is_person(_bare(text)) else []
        return held[0] if len({fold(m.label) for m in held}) == 1 else person(_bare(text), "leads")

    def _each(self, text: str, *, loose: bool) -> tuple[str, ...]:
        whole = _bare(text)
        if not whole or ":" in whole or len(whole) > 160 or is_vacant(whole):
            return ()
        if " " in whole and self._is_held(whole):
            return (whole,)
        names = tuple(filter(None, (_bare(piece) for piece in _JOIN.split(_BRACKET.sub("", text)))))
        if names and all(self._is_somebody(name, loose=loose) for name in names):
            return names if not _is_the_thing(text, names[0]) else ()
        return (whole,) if loose and self._is_thing(whole) else ()

    def _is_somebody(self, text: str, *, loose: bool) -> bool:
        if (
            (is_role(text) and (_is_capitalised(text) or len(text.split()) < 3))
            or fold(text) in words("loaders", "acting_groups")
            or _CHAIRS.fullmatch(text)
        ):
            return True
        if self._is_person(text) or self._is_held(text) or _is_office(text):
            return True
        return loose and (looks_like_person(text) or self._is_thing(text))

    def _is_person(self, text: str) -> bool:
        if text not in self._answers:
            self._answers[text] = self._can_be_person(text)
        return self._answers[text]

    def _can_be_person(self, text: str) -> bool:
        if fold(text) in self.scene.known_names or text in self._initials:
            return True
        if surely_person(text):
            return text.rsplit(maxsplit=1)[-1][:1].isupper()  # "Ann chairs": a verb, and no name
        if (is_initials(text) and len(text) <= _LONGEST) or _APOSTROPHE.fullmatch(text):
            return text not in words("loaders", "organisation_acronyms") and fold(text) not in self._things
        honorific, bare = split_honorific(text)
        if honorific:
            return looks_like_person(text) and not is_vacant(bare)
        if " " in bare:
            return _is_capitalised(bare) and not re.search(r"[:;()]", bare) and any(_means(bare, p) for p in self._near(bare))
        return fold(bare) in self.scene.given_names or (
            bare[:1].isupper() and (self._is_given(bare) or fold(bare) in self._families)
        )

    def _is_given(self, word: str) -> bool:
        return is_given_name(word) and self.scene.is_first_name(word)

    def _is_held(self, text: str) -> bool:
        return bool(self._by_post(text))

    def _is_thing(self, text: str) -> bool:
        """Whether a phrase is a post, a body, a unit or an organisation: nobody in particular, but able to act."""
        if not _is_capitalised(text):
            return False
        return fold(text) in self._things or is_post(text) or is_body(text) or is_unit(text) or is_organisation(text)

    def _by_post(self, text: str) -> list[Mention]:
        """The holders of the post that a phrase names, in full or by its last words ("the Commissioner")."""
        key = fold(text)
        ends = self._by_last_words.get(key, [])
        whole = [holder for post, holder in ends if post == key]
        return [holder for _, holder in ends] if ends and not whole and is_post(text) else whole

    @cached_property
    def _answers(self) -> dict[str, bool]:
        """What was asked before, as every sentence asks for the same few names."""
        return {}

    @cached_property
    def _posts(self) -> list[tuple[str, Mention]]:
        held = [s for s in self.scene.found if s.link == "HOLDS" and s.object is not None]
        return [(fold(s.object.label), s.subject) for s in held if s.object is not None]

    @cached_property
    def _by_last_words(self) -> dict[str, list[tuple[str, Mention]]]:
        """The posts and their holders by all the ends of the post's title."""
        found: dict[str, list[tuple[str, Mention]]] = {}
        pieces = ((piece, holder) for post, holder in self._posts for piece in {post, *_DOUBLE.split(post)})
        for post, holder in pieces:
            tokens = post.split()
            for start in range(len(tokens)):
                found.setdefault(" ".join(tokens[start:]), []).append((post, holder))
        return found

    def _near(self, text: str) -> list[Mention]:
        """Those whom a short form may mean: with such a family name, given name or initials."""
        asked = parse_person(text)
        last = joined_up(asked.family or asked.given)
        if len(last) < 2:
            return self._named
        keys = (text, joined_up(asked.family), *given_forms(last), last[0])
        return [self._named[at] for at in sorted({at for key in keys for at in self._short.get(key, ())})]

    @cached_property
    def _short(self) -> dict[str, set[int]]:
        """The places in ``_named`` of those who have a joined-up name or initials."""
        found: dict[str, set[int]] = {}
        for at, who in enumerate(self._named):
            name = parse_person(who.label)
            for key in filter(None, (who.initials, *initials(name), joined_up(name.family), joined_up(name.given))):
                found.setdefault(key, set()).add(at)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for who in self.scene.people:
            found.setdefault(fold(who.label), []).append(who)
        return found

    @cached_property
    def _named(self) -> list[Mention]:
        return [p for p in self.scene.people if parse_person(p.label).family or p.honorific]

    @cached_property
    def _families(self) -> frozenset[str]:
        return frozenset(fold(parse_person(p.label).family) for p in self._named) - {""}

    @cached_property
    def _initials(self) -> frozenset[str]:
        """Initials printed beside a name or made of one."""
        printed = {p.initials for p in self.scene.people if p.initials}
        return frozenset(printed | {form for p in self._named for form in initials(parse_person(p.label)) if len(form) > 1})

    @cached_property
    def _things(self) -> frozenset[str]:
        mentions = [m for s in self.scene.found for m in (s.subject, s.object) if m is not None]
        return frozenset(fold(m.label) for m in mentions if m.kind in ("Body", "Organisation", "Unit"))


def _bare(text: str) -> str:
    """A phrase without brackets, a leading article and outer marks."""
    bare = re.sub(r"^(?:[Tt]he|[Bb]oth|[Bb]y)\s+(?=[A-Z])", "", _BRACKET.sub("", text).strip(" .,;:–—-•()\t")).strip()
    return _WHOSE.sub("", bare)


_WHOSE = re.compile(
    r"^(?:(?:[A-Z][\w&-]*\s+){0,4}[A-Z][\w&-]*)[’'](?:s\s+|\s+(?=[A-Z]))(?=(?:Head|Director|Chief|Clerk|Secretary|Manager)\b)"
)
"""Whose post it is, in front of it: "the Board's Head of Finance"."""


def _is_capitalised(text: str) -> bool:
    """Whether a phrase is printed as names of things are."""
    tokens = text.split()
    return len(tokens) < 10 and text[:1].isupper() and all(token[0].isupper() or token in _SMALL for token in tokens)


def _is_office(text: str) -> bool:
    role = meeting_role(text)
    return fold(text) in _OFFICES or role in ("chair", "vice-chair") or (role == "minutes" and is_post(text))


def _is_the_thing(text: str, name: str) -> bool:
    """Whether capitals behind "the" are a thing: "the SIP will"."""
    return text.lstrip().lower().startswith("the ") and is_initials(name) and not is_role(name)


def _means(text: str, who: Mention) -> bool:
    """Whether a short form fits somebody: initials, an honorific with the family name, an initial with it, a first name."""
    name = parse_person(who.label)
    if text in (who.initials, *initials(name)):
        return True
    asked = parse_person(text)
    if asked.given and len(asked.family.strip(".")) == 1:
        return same_given(asked.given, name.given) and name.family[:1] == asked.family[0]  # "Ann H"
    if asked.family and asked.given:
        return fold(asked.family) == fold(name.family) and (
            same_given(asked.given, name.given) or (len(asked.given.strip(".")) == 1 and name.given[:1] == asked.given[0])
        )
    last = asked.family or asked.given
    if fold(last) == fold(name.family):
        return True
    return not asked.honorific and same_given(last, name.given)
