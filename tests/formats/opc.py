"""Office files put together by hand, part by part, in either dialect."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
_STRICT = re.compile(
    r"http://schemas\.openxmlformats\.org/(drawingml|presentationml|wordprocessingml|spreadsheetml|officeDocument)/2006/"
)


@dataclass
class Parts:
    """The parts of a file by their paths, and what each refers to: (id, kind, target)."""

    texts: dict[str, str] = field(default_factory=dict)
    links: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    def link(self, source: str, kind: str, target: str) -> str:
        """Note that a part refers to another; gives the id."""
        links = self.links.setdefault(source, [])
        key = f"rId{len(links) + 1}"
        links.append((key, kind, f"/{target}"))
        return key

    def packed(self, *, strict: bool = False) -> bytes:
        """The file."""
        texts = {"[Content_Types].xml": _content_types(self.texts), **self.texts}
        for source, links in self.links.items():
            folder, _, file = source.rpartition("/")
            rows = "".join(
                f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                if not kind.startswith("http")
                else f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
                for key, kind, target in links
            )
            path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
            texts[path] = (
                f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
            )
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for path, text in texts.items():
                words = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text
                if strict:
                    words = _STRICT.sub(r"http://purl.oclc.org/ooxml/\1/", words)
                archive.writestr(path, words.encode())
        return out.getvalue()


_KINDS = {
    "ppt/presentation.xml": "presentationml.presentation.main+xml",
    "ppt/slides/": "presentationml.slide+xml",
    "ppt/slideLayouts/": "presentationml.slideLayout+xml",
    "ppt/slideMasters/": "presentationml.slideMaster+xml",
    "ppt/notesSlides/": "presentationml.notesSlide+xml",
    "word/document.xml": "wordprocessingml.document.main+xml",
    "word/styles.xml": "wordprocessingml.styles+xml",
    "word/numbering.xml": "wordprocessingml.numbering+xml",
}
"""What parts are, by how their paths begin, as other programs want it declared."""


def _content_types(texts: dict[str, str]) -> str:
    kinds = {path: next((kind for start, kind in _KINDS.items() if path.startswith(start)), "") for path in texts}
    declared = "".join(
        f'<Override PartName="/{path}" ContentType="application/vnd.openxmlformats-officedocument.{kind}"/>'
        for path, kind in kinds.items()
        if kind
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{declared}</Types>'
    )


def attribute(text: str) -> str:
    """A text as the value of an attribute, in its quotes."""
    return quoteattr(text)


def paragraphs(text: str, level: int = 0, tag: str = "a") -> str:
    """Lines as paragraphs of DrawingML; a vertical tab is a break inside one; words are cut into runs."""
    told = f'<{tag}:pPr lvl="{level}"/>' if level else ""
    return "".join(f"<{tag}:p>{told}{_runs(line, tag)}</{tag}:p>" for line in text.split("\n"))


def _runs(line: str, tag: str) -> str:
    return f"<{tag}:br/>".join(
        "".join(f'<{tag}:r><{tag}:rPr lang="en-GB"/><{tag}:t>{escape(run)}</{tag}:t></{tag}:r>' for run in _cut(piece))
        for piece in line.split("\v")
    )


def _cut(words: str) -> list[str]:
    """The runs into which spelling marks cut a line."""
    first, space, rest = words.partition(" ")
    return [first + space, rest] if rest and len(first) % 2 else [words]


@dataclass
class Slide:
    """A slide: the shapes on it, and the parts to which they refer under the ids that they name."""

    shapes: str
    title: str = ""
    parts: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """By the name that stands in ``shapes`` as ``{{name}}``: (kind, path, text) of a part."""
    notes: str = ""
    hidden: bool = False
    layout: str = ""
    """The shapes of its layout."""


_MASTER = "ppt/slideMasters/slideMaster1.xml"


def deck(slides: list[Slide], *, strict: bool = False) -> bytes:
    """A slide deck."""
    parts = Parts()
    main = "ppt/presentation.xml"
    parts.link("", "officeDocument", main)
    ids = ""
    for number, slide in enumerate(slides, 1):
        path = f"ppt/slides/slide{number}.xml"
        ids += f'<p:sldId id="{255 + number}" r:id="{parts.link(main, "slide", path)}"/>'
        words = slide.shapes
        for name, (kind, target, text) in slide.parts.items():
            parts.texts[target] = text
            words = words.replace(f"{{{{{name}}}}}", parts.link(path, kind, target))
        title = placeholder(900, "title", paragraphs(slide.title)) if slide.title else ""
        shown = ' show="0"' if slide.hidden else ""
        parts.texts[path] = f"<p:sld {NAMESPACES}{shown}><p:cSld>{tree(title + words)}</p:cSld></p:sld>"
        layout = f"ppt/slideLayouts/slideLayout{number}.xml"
        parts.link(path, "slideLayout", layout)
        parts.link(layout, "slideMaster", _MASTER)
        parts.texts[layout] = f"<p:sldLayout {NAMESPACES}><p:cSld>{tree(slide.layout)}</p:cSld></p:sldLayout>"
        if slide.notes:
            notes = f"ppt/notesSlides/notesSlide{number}.xml"
            parts.link(path, "notesSlide", notes)
            body = placeholder(3, "body", paragraphs(slide.notes))
            parts.texts[notes] = f"<p:notes {NAMESPACES}><p:cSld>{tree(body)}</p:cSld></p:notes>"
    parts.texts[_MASTER] = f"<p:sldMaster {NAMESPACES}><p:cSld>{tree('')}</p:cSld></p:sldMaster>"
    parts.texts[main] = f"<p:presentation {NAMESPACES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    return parts.packed(strict=strict)


def tree(shapes: str) -> str:
    """The tree of shapes of a slide."""
    return (
        f'<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree>'
    )


def placeholder(key: int, kind: str, words: str, index: int | None = None, where: str = "") -> str:
    """A shape in a place that the layout keeps."""
    told = f' type="{kind}"' if kind else ""
    place = f' idx="{index}"' if index is not None else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name="Placeholder {key}"/><p:cNvSpPr/><p:nvPr><p:ph{told}{place}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{where}</p:spPr><p:txBody><a:bodyPr/>{words}</p:txBody></p:sp>"
    )
