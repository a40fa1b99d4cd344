"""People named in full in running text, and what a comma says of them.

Source: "a letter from Ann Hale", "link with Ben Moss, partnerships lead", "Mrs Moss thanked …".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, initials, is_given_name, parse_person, split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.places import names_place
from sederunt.loaders.context.scene import NAMES, Scene, claim, person, title_claims
from sederunt.loaders.document import Span
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.people import is_telling, looks_like_person, surely_person
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import OWNED, ends_in_post_word, is_body, is_generic, is_post, is_unit

STAGE = NAMES

_WORD = (
    r"(?:(?:Mc|Mac|[OD][’']|CC?(?=Clr|Cllr)|[A-Z][a-z]{1,4}(?=[A-Z][a-z]))[A-ZÀ-ÞĀ-Ž][a-zß-ɏ]+|[A-ZÀ-ÞĀ-Ž][a-zß-ɏ]+(?:[’'](?!s\b)[A-Za-zÀ-ɏ]+)?)(?:-[A-ZÀ-ÞĀ-Ž][a-zß-ɏ]+)*"
    r"(?:\.(?=\s+[A-ZÀ-ÞĀ-Ž]))?|[A-ZÀ-ÞĀ-Ž]{1,3}\.?(?=\s+[A-ZÀ-ÞĀ-Ž])|[A-Z]\."
)
_PARTICLES = frozenset("de van von den der di da du del della dos bin ter ap ab al el la le ferch".split())
_PARTICLE = rf"(?:{'|'.join(sorted(_PARTICLES))})"
_CAPITALS = r"(?:MC|MAC|Mc|Mac|[A-Z]['’])?[A-ZÀ-ÞĀ-Ž]{3,}(?:-[A-ZÀ-ÞĀ-Ž]{2,})?(?![\w’'.])"
_SHOUTED = (
    r"(?:MR|MRS|MS|MISS|DR|PROFESSOR|SIR|CLLR|COUNCILLOR|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Cllr|Councillor)\.?\s+"
    rf"(?:[A-Z]\.?\s?|(?:{_WORD})\s+){{0,4}}?(?:(?:MAC|MC|{'|'.join(sorted(_PARTICLES)).upper()})\s+){{0,2}}{_CAPITALS}"
)
"""A name whose family name is printed in capitals, told by its honorific."""
_NAME = re.compile(rf"(?<!\w)(?:{_SHOUTED}|(?:{_WORD})(?:\s+(?:{_PARTICLE}\s+){{0,2}}(?:{_WORD})){{1,6}})")
"""A run of capitalised words; honorifics and initials have their full stops."""
_LONGEST_NAME = 6
_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|a|an)\s+|^|,\s+(?:and\s+)?|\b(?:and|from|by|with|including|thanked|welcomed)\s+)"
    rf"{OWNED}"
    r"(?P<title>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|to|at|&)\s+(?:the\s+)?)?[A-Z][\w’'-]*){0,7})(?P<mark>,\s|\s\(|\s+)$"
)
_APPOSITION = re.compile(
    r",\s+(?:the\s+|our\s+)?(?P<title>(?:[^,.;:()]|\.(?=\sof\s)){3,60})(?=[,;:]|(?<!\s[A-Z])\.|$)|\s+\((?P<bracket>[^()]{3,60})\)"
)

_LINE = 16
"""A line that has more words than this says more than a name and a title."""
_SAYS = re.compile(r"\.$|\b(?:is|are|was|were|will|has|have|had|be|been|to)\b")


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of people in running text whose full names, or honorifics with family names, are printed."""
    seen: set[str] = set()
    apart = _of_head(scene)
    yield from _stood_for(scene)
    for _, sentence in scene.prose():
        for found in _names(sentence, scene):
            if fold(found[0]) not in scene.known_names and any(f" {fold(found[0])} " in words for words in apart):
                continue
            who = _mention(found, sentence.text)
            if found[0] not in seen:
                seen.add(found[0])
                yield claim(None, who, span=sentence, confidence=0.85)
            if fold(who.label) not in scene.holders:
                yield from _alone(who, sentence, found) or _apposition(who, sentence, found[1])
                yield from _post_before(who, sentence, found[1] - len(found[0]), told=scene.meeting is None)


def _of_head(scene: Scene) -> tuple[str, ...]:
    """The folded names of the paper's own body and of where it met, between blanks: "Glen Fenwick Council", "Glen Hall"."""
    venues = [str(said.values["venue"]) for said in scene.found if said.values.get("venue")]
    return tuple(f" {fold(printed)} " for printed in (*([scene.body.label] if scene.body else []), *venues))


def _stood_for(scene: Scene) -> Iterator[Statement]:
    """The namings of those in whose place others came: "(for Councillor Moss)"."""
    for said in scene.found:
        other = re.sub(r"^(?:the|both)\s+", "", str(said.values.get("standing_for", "")))
        if said.link == "ATTENDED" and _is_name(other):
            honorific, bare = split_honorific(other)
            yield said.model_copy(
                update={
                    "link": None,
                    "subject": person(other, "prose", name=bare if honorific else "", honorific=honorific),
                    "object": None,
                    "values": {},
                }
            )


def _names(sentence: Span, scene: Scene) -> Iterator[tuple[str, int]]:
    """(printed name, where it ends) for each name in a sentence."""
    at = 0
    while match := _NAME.search(sentence.text, at):
        name = _longest(match[0], scene, sentence.text[match.end() :])
        start = match.start() + match[0].find(name)
        if name and at < start and start + len(name) == match.end() and len(match[0].split()) > _LONGEST_NAME:
            at = start  # the run was cut: it may go on behind the name
        elif name:
            at = start + len(name)
            if fold(name) in scene.known_names or not (
                names_place(sentence.text, start, at) or _is_cut(name, sentence.text, at)
            ):
                yield name, at
        else:
            at = match.start() + len(match[0].split()[0])


def _is_cut(name: str, text: str, end: int) -> bool:
    """Whether a title and a first name end a line whose next one has the family name: "Chair: Cllr Ann Hale; Vice-Chair: Cllr Ben"."""
    honorific, bare = split_honorific(name)
    if end != len(text) or not honorific or " " in bare or not is_given_name(bare):
        return False
    return bool(re.search(rf"{re.escape(honorific)} [A-Z][\w’'-]+ [A-Z]", text[: end - len(name)]))


def _longest(phrase: str, scene: Scene, behind: str) -> str:
    """The longest beginning or inner part of a phrase of capitalised words that is a name; ``behind`` it the sentence goes on."""
    tokens = phrase.split()
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + _LONGEST_NAME), start, -1):
            name = _undotted(tokens[start:end])
            if _ends_in_body(tokens[start:end], behind):
                continue
            if _is_plural(name):
                continue
            if fold(name) in scene.known_names and end - start > 1:
                return name
            if _is_name(name) and not _begins_organisation(tokens[start:], end - start):
                return name
    return ""


def _ends_in_body(tokens: list[str], behind: str) -> bool:
    """Whether the last word behind a title and a name begins the name of a body: "Prof. Hale Audit" before "& Risk Committee – Ben Moss"."""
    goes_on = _BODY_GOES_ON.match(behind)
    titled = len(tokens) > 2 and bool(split_honorific(f"{tokens[0]} X")[0])
    return titled and goes_on is not None and is_body(f"{tokens[-1]}{goes_on[0]}") and is_generic(tokens[-1])


_BODY_GOES_ON = re.compile(r"(?:,? (?:and|&)? ?[A-Z]\w+){1,4}")


def _begins_organisation(tokens: list[str], size: int) -> bool:
    """Whether the words go on to an organisation's name: "Oakley Bowls" before "Club"."""
    behind = tokens[size : size + 1]
    return (
        bool(behind)
        and size == 2
        and fold(behind[0]) in words("loaders", "organisation_words")
        and not split_honorific(tokens[0] + " X")[0]
    )


def _undotted(tokens: list[str]) -> str:
    """The words as one name; nothing where a sentence ends among them, another's title begins, or a verb follows."""
    ends = [token for token in tokens if _STOP.search(token) and not split_honorific(f"{token} X")[0]]
    bare = split_honorific(" ".join(tokens))[1].split()
    titled_inside = any(split_honorific(f"{token} X")[0] for token in bare[1:])
    if len(bare) > 2 and len(bare[-1]) > 1 and bare[-1].isupper() and not bare[-2].isupper():
        return ""  # "Ann Hale EA": capitals behind a whole name are no family name
    told = fold(tokens[-1]).endswith("ed") and fold(tokens[-1]) in words("loaders", "verbs")
    if titled_inside or told or any(token != tokens[-1] for token in ends):
        return ""
    return " ".join(tokens).rstrip(".") if ends else " ".join(tokens)


_STOP = re.compile(r"^(?!(?:[A-Z]\.)+$|St\.).{2,}\.$")
"""A word with a full stop that is no initial's."""


def _is_plural(name: str) -> bool:
    """Whether a name has a title of several people, of whom it is the first: "Cllrs Hale", before "and Moss"."""
    return split_honorific(name)[0].lower().rstrip(".") in pairs("loaders", "plural_titles")


def _is_name(name: str) -> bool:
    honorific, bare = split_honorific(name)
    tokens = bare.split()
    if honorific:
        behind = sum(len(token.strip(".")) > 1 for token in tokens)
        alone = not set(tokens) & _PARTICLES and not (behind == 2 and _two_names(tokens[-2:]))
        if tokens and len(tokens[0].strip(".")) == 1 and behind > 1 and alone:
            return False  # behind initials stands the family name alone: "Mr G Jones", and then a place
        if any(token.lower() in words("loaders", "organisation_words") for token in tokens[2:]):
            return False  # "Ms Grace Obi School Business Manager"
        return bool(tokens) and looks_like_person(name) and not (honorific.isupper() and _is_common(tokens[-1]))
    return (
        len(tokens) in (2, 3)
        and surely_person(name)
        and is_given_name(tokens[0])
        and fold(tokens[0]) not in words("loaders", "common_words")
    )


def _two_names(tokens: list[str]) -> bool:
    """Whether both words behind an initial are names: "D. Boyd Hale", "R.L. Shakespeare Smith"."""
    first, last = tokens
    return not is_telling(last) and (is_given_name(first) or fold(last) in words("graph", "common_surnames"))


def _is_common(word: str) -> bool:
    """Whether a word behind capitals that can be a rank is no family name: "PC minutes" are those of the parish council."""
    return fold(word) in words("loaders", "not_names") | words("loaders", "common_words") | words("loaders", "verbs")


def _mention(found: tuple[str, int], text: str) -> Mention:
    """The naming of somebody, with the initials that are printed behind the name: "Ann Hale (AH)"."""
    honorific, bare = split_honorific(found[0])
    behind = _INITIALS.match(text, found[1])
    own = behind is not None and behind[1] in initials(parse_person(bare))
    return person(
        found[0], "prose", name=bare if honorific else "", honorific=honorific, initials=behind[1] if behind and own else ""
    )


_INITIALS = re.compile(r"\s+[(\[]?([A-Z]{2,4})(?:[)\]]|$)")


def _post_before(who: Mention, sentence: Span, start: int, *, told: bool) -> Iterator[Statement]:
    """The post of "The Inclusion Manager, Ann Hale, will …"; on a page about people also of "the Dean (Ann Hale)", "Clerk Ann Hale"."""
    match = _BEFORE.search(sentence.text, max(0, start - _FAR), start)
    title = read_title(match["title"]) if match else None
    if match is None or title is None or not title.post:
        return
    plain = match["mark"].startswith(",") and len(title.post.split()) > 1 and match[0].lower().startswith("the")
    held = len(title.post.split()) > 1 and ends_in_post_word(re.split(r"\s(?:of|for)\s", title.post)[0])
    beside = match["mark"].isspace() and held  # "the Grant Application Ann Hale made" names no post
    if plain or ((told or beside) and is_title(title.post)):
        yield from title_claims(who, title, sentence, "prose")


_FAR = 120
"""A post stands no farther before the name of who holds it."""


def _alone(who: Mention, sentence: Span, found: tuple[str, int]) -> list[Statement]:
    """The post of somebody whose name and title are all that a line says: "Ann Hale, Director, People and Culture"."""
    name, end = found
    if end != len(name) or len(sentence.text.split()) > _LINE or _SAYS.search(sentence.text):
        return []
    entry = read_entry(sentence)
    if entry is None or not name.endswith(entry.name):
        return []
    marked = sentence.text[end : end + 2].strip()[:1] in (*",(–—-", "[")
    titles = [title for title in map(read_title, entry.titles) if title.post[:1].isupper() and (marked or " " in title.post)]
    titles = [title for title in titles if not _names_another(title.post.split())]
    return list(title_claims(who, titles[0], sentence, "prose")) if titles else []


def _names_another(tokens: list[str]) -> bool:
    """Whether words that could be a title name another person: "Cllr Ben Moss", "Chair Ben Moss"."""
    return any(
        split_honorific(" ".join(tokens[at:]))[0]
        or (at and is_post(tokens[at - 1]) and is_given_name(tokens[at]) and surely_person(" ".join(tokens[at : at + 2])))
        for at in range(len(tokens) - 1)
    )


def _apposition(who: Mention, sentence: Span, end: int) -> Iterator[Statement]:
    match = _APPOSITION.match(sentence.text, end)
    if not match:
        return
    text = (match["title"] or match["bracket"]).strip()
    tokens = text.split()
    if _names_another(tokens):
        return
    title = read_title(text)
    if (
        title.post
        and title.post.lower() != "lead"
        and not re.search(r"\b(?:who|which|had|has|was|is|will|said|asked|and|to)\b", text)
    ):
        yield from title_claims(who, title, sentence.part(0, match.end()), "prose")
    elif title.office:
        yield from title_claims(who, title, sentence, "prose")
    elif is_unit(text) and text[0].isupper():
        unit = Mention(kind="Unit", text=text)
        yield claim(None, unit, span=sentence)
        yield claim("AFFILIATED_TO", who, unit, span=sentence, confidence=0.8)
