"""Pictures made by hand, for what papers seldom hold."""

from sederunt.viz.picture import COLUMNS, MAP, Edge, Evidence, Node, Picture

HOSTILE = {
    "script": "</script><script>alert(1)</script><!--",
    "image": "<img src=x onerror=alert(1)>",
    "template": "{{ 7 * 7 }}{% raw %}${alert(1)}",
    "lines": "one\u2028two\u2029three\r\nfour\rfive",
    "direction": "\u202eright to left\u202c \u05d0\u05d1\u05d2 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "quotes": "\"double\" 'single' `back` \\ &amp; &lt;",
    "emoji": "👩🏽‍💼 e\u0301 Łódź 北京 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "long": "Committee " * 1_000,
    "word": "m" * 10_000,
    "control": "a\x00b\x07c\x1bd\x7fe\x85f\ud800g\ufffe",
    "address": "javascript:alert(1)",
    "inherited": "__proto__",
    "function": "constructor",
}
"""Text that has harmed pages, one for each way."""


def hostile(drawing: str) -> Picture:
    """A picture in which every field of every node and edge holds such text."""
    texts = list(HOSTILE.values())
    people = [Node(f"person:{text[:40]}", "Person", text, _place(drawing, 0, row)) for row, text in enumerate(texts)]
    bodies = [Node(f"body:{text[:40]}", "Body", text, _place(drawing, 1, row)) for row, text in enumerate(texts)]
    odd = [Node(f"odd:{text[:40]}", text[:50], text) for text in texts] if drawing == COLUMNS else []
    edges = [_edge(person.id, body.id, text) for person in people for body, text in zip(bodies, texts, strict=True)][::5]
    edges += [_edge(person.id, body.id, text) for person, body, text in zip(people, bodies, texts, strict=True)]
    return Picture(drawing, texts[0], texts[1], (*people, *bodies, *odd), tuple(edges), (people[0].id,), tuple(texts))


def _place(drawing: str, column: int, row: int) -> tuple[int, int]:
    return (column, row) if drawing == COLUMNS else (column * 400, row * 90)


def _edge(start: str, end: str, text: str) -> Edge:
    proof = Evidence(text, text, text, text)
    return Edge(start, "SITS_ON", end, text[:200], text[:200], text[:200], "stated", 0.5, (proof, proof), further=2)


def wide_net(people: int = 60, bodies: int = 30) -> Picture:
    """Many people on many bodies, some with names that need several lines."""
    left = [
        Node(f"person:{number}", "Person", f"Person {number} " + "of the Long Name " * (number % 7), (0, number))
        for number in range(people)
    ]
    right = [
        Node(f"body:{number}", "Body", f"Body {number} " + "and its Partners " * (number % 9), (1, number))
        for number in range(bodies)
    ]
    pairs = sorted({(number, (number * step) % bodies) for number in range(people) for step in (1, 3, 7)})
    proof = (Evidence("a line", "Minutes", "minutes.txt", "line 1"),)
    roles = ("member", "chair", "secretary", "vice-chair", "observer")
    edges = [
        Edge(
            f"person:{one}",
            "SITS_ON",
            f"body:{other}",
            f"{roles[one % 5]} of",
            roles[one % 5],
            "",
            ("stated", "inferred")[one % 2],
            0.9,
            proof,
        )
        for one, other in pairs
    ]
    return Picture(COLUMNS, "Many", "Many people.", (*left, *right), tuple(edges))


def lone(drawing: str = MAP) -> Picture:
    """One fact."""
    proof = (Evidence("Ann Hale (Chair)", "Minutes", "minutes.txt", "line 1"),)
    edge = Edge("person:a", "SITS_ON", "body:b", "chair of", "chair", "", "stated", 0.9, proof)
    places = ((0, 0), (1, 0)) if drawing == COLUMNS else ((0, 0), (200, 0))
    nodes = (Node("person:a", "Person", "Ann Hale", places[0]), Node("body:b", "Body", "Forum", places[1]))
    return Picture(drawing, "One", "One fact.", nodes, (edge,), ("person:a",))
