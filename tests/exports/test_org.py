"""Turtle in the words of ORG: RDF that rdflib reads, each property between what ORG has it between, and the same when written again."""

import re
from urllib.parse import unquote

import pytest
import rdflib
from hypothesis import given, settings
from pyshacl import validate
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SKOS, TIME
from sederunt.graph.model import Edge, Graph, Node

from tests.conftest import scaled
from tests.engines.graphs import board, everything, example_graph
from tests.exports.again import loaded
from tests.exports.conftest import shuffled, written
from tests.exports.hostile import TEXTS, graph_of, hostile

OLD = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # pyshacl calls rdflib by names that will go
# Of each property of ORG what it may be of, and what it may name, as the recommendation of the W3C has it.
AGENT, ORGANIZATION = "foaf:Agent", "org:Organization"
PROPERTIES = {
    "holds": (AGENT, "org:Post"),
    "heldBy": ("org:Post", AGENT),
    "postIn": ("org:Post", ORGANIZATION),
    "memberOf": (AGENT, ORGANIZATION),
    "headOf": (AGENT, ORGANIZATION),
    "member": ("org:Membership", AGENT),
    "organization": ("org:Membership", ORGANIZATION),
    "memberDuring": ("org:Membership", "time:Interval"),
    "unitOf": ("org:OrganizationalUnit", "org:FormalOrganization"),
    "subOrganizationOf": (ORGANIZATION, ORGANIZATION),
    "originalOrganization": ("org:ChangeEvent", ORGANIZATION),
    "resultingOrganization": ("org:ChangeEvent", ORGANIZATION),
    "classification": (ORGANIZATION, "skos:Concept"),
}
REPORTING = f"[ sh:or ( [ sh:class {AGENT} ] [ sh:class org:Post ] ) ]"
PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix time: <http://www.w3.org/2006/time#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""
SHAPES = PREFIXES + "\n".join(
    [
        *(f"[] a sh:NodeShape ; sh:targetSubjectsOf org:{p} ; sh:class {of} ." for p, (of, _) in PROPERTIES.items()),
        *(f"[] a sh:NodeShape ; sh:targetObjectsOf org:{p} ; sh:class {to} ." for p, (_, to) in PROPERTIES.items()),
        f"[] a sh:NodeShape ; sh:targetSubjectsOf org:reportsTo ; sh:node {REPORTING} .",
        f"[] a sh:NodeShape ; sh:targetObjectsOf org:reportsTo ; sh:node {REPORTING} .",
        *(
            f"[] a sh:NodeShape ; sh:targetClass {link} ; sh:property [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:maxCount 1 ] ."
            for link in ("org:Membership", "org:ChangeEvent", "rdf:Statement")
        ),
        "[] a sh:NodeShape ; sh:targetClass prov:Entity ; sh:property [ sh:path prov:value ; sh:minCount 1 ; sh:maxCount 1 ] .",
        "[] a sh:NodeShape ; sh:targetClass org:Membership ; sh:property [ sh:path org:role ; sh:minCount 1 ; sh:class org:Role ] .",
    ]
)
CLASSES = [
    (ORG.FormalOrganization, ORG.Organization),
    (ORG.OrganizationalUnit, ORG.Organization),
    (ORG.Organization, FOAF.Agent),
    (FOAF.Person, FOAF.Agent),
]


def read(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle")


def check(text: str) -> rdflib.Graph:
    found = read(text)
    told = rdflib.Graph()
    for one, other in CLASSES:
        told.add((one, RDFS.subClassOf, other))
    conforms, _, report = validate(found, shacl_graph=SHAPES, shacl_graph_format="turtle", ont_graph=told, inference="rdfs")
    assert conforms, report[:2_000]
    terms = {str(term) for triple in found for term in triple if str(term).startswith(str(ORG))}
    assert all(term in (str(ORG[name]) for name in ORG.__annotations__) for term in terms)
    return found


@OLD
def test_the_example_papers_keep_to_the_ontology():
    found = check(written("org", example_graph()))
    for label, class_ in (
        ("Person", FOAF.Person),
        ("Unit", ORG.OrganizationalUnit),
        ("Post", ORG.Post),
        ("Document", FOAF.Document),
    ):
        assert len(set(found.subjects(RDF.type, class_))) == sum(n.label == label for n in example_graph().nodes)
    assert len(set(found.subjects(RDF.type, ORG.Membership))) == sum(
        e.type in ("SITS_ON", "REPRESENTS") for e in example_graph().edges
    )
    asked = found.query("""
        SELECT ?quote WHERE { ?p foaf:name "Imran Chaudhry" . ?m org:member ?p ; org:organization ?b ; org:role/skos:prefLabel "chair" ;
          prov:wasDerivedFrom/prov:value ?quote . ?b skos:prefLabel "Tarnhithe Learning Partnership Group" }""")
    assert [str(row[0]) for row in asked] == ["Imran Chaudhry (chair) (IC) Headteacher, Pennet Cross Primary School"]


@OLD
@pytest.mark.parametrize(
    "graph", [board(), everything("2019-05"), everything("soon"), Graph()], ids=["board", "dated", "undated", "empty"]
)
def test_whatever_there_is_keeps_to_the_ontology(graph):
    check(written("org", graph))


@OLD
@pytest.mark.parametrize(
    "wrong", ["<urn:a> a foaf:Person ; org:holds <urn:b> .", "<urn:a> a rdf:Statement .", "<urn:a> org:chair 1 ."]
)
def test_what_does_not_keep_to_it_is_found(wrong):
    with pytest.raises(AssertionError):
        check(PREFIXES + wrong)


@settings(max_examples=scaled(15))
@given(TEXTS)
def test_any_text_is_kept(text):
    graph = graph_of([hostile(0, text)])
    assert again(written("org", graph)) == without_papers(written("org", graph))


def test_the_example_papers_are_the_same_when_read_and_written_again():
    text = written("org", example_graph())
    assert again(text) == without_papers(text)
    dated = [
        Edge("SITS_ON", "person:1", "body:1", {"role": "chair", "start": "2018", "end": "2019-05", "quote": "q", "source": "s"})
    ]
    held = [Edge("HOLDS", "person:1", "post:1", {"end": "2019-05-12", "quote": "q", "source": "s"})]
    text = written("org", Graph.of(board().nodes, [*dated, *held]))
    assert '"2018"^^xsd:gYear' in text
    assert 'dcterms:valid "/2019-05-12"' in text
    assert again(text) == without_papers(text)


def test_addresses_that_data_had_are_kept():
    data = '{"persons": [{"id": "https://people.example/7", "name": "Ann Hale"}], "organizations": [], "memberships": []}'
    assert "<https://people.example/7> a foaf:Person" in written("org", loaded(data))


def test_equal_graphs_give_equal_bytes():
    for graph in (example_graph(), everything("x")):
        assert written("org", shuffled(graph)) == written("org", graph)


def without_papers(text: str) -> str:
    """Without what tells of the papers, which a graph has by its statements."""
    blocks = [block for block in text.split("\n\n") if " a foaf:Document ;" not in block]
    return re.sub(r" ; prov:wasQuotedFrom <[^>]*>", "", "\n\n".join(blocks)).rstrip("\n")


def again(text: str) -> str:
    """What is written of the graph that a file tells of."""
    return without_papers(written("org", graph_in(read(text))))


LABELS = {FOAF.Person: "Person", ORG.Organization: "Body", ORG.FormalOrganization: "Organisation", ORG.OrganizationalUnit: "Unit", ORG.Post: "Post"}  # fmt: skip
WORDS = {"honorific": FOAF.title, "given_name": FOAF.givenName, "family_name": FOAF.familyName}
TYPES = {
    ORG.holds: "HOLDS", ORG.postIn: "POST_IN", ORG.reportsTo: "REPORTS_TO", ORG.memberOf: "AFFILIATED_TO",
    ORG.headOf: "HEADS", ORG.unitOf: "PART_OF", ORG.subOrganizationOf: "PART_OF",
}  # fmt: skip


def graph_in(found: rdflib.Graph) -> Graph:
    """The graph that RDF in the words of ORG tells of."""
    ids = {
        iri: unquote(str(iri).removeprefix("urn:sederunt:")) for class_ in LABELS for iri in found.subjects(RDF.type, class_)
    }
    nodes = [
        Node(ids[iri], label, properties(found, iri))
        for class_, label in LABELS.items()
        for iri in found.subjects(RDF.type, class_)
    ]
    edges = []
    for link in found.subjects(RDF.type, ORG.Membership):
        role = str(found.value(found.value(link, ORG.role), SKOS.prefLabel))
        own = {"role_text": str(label)} if (label := found.value(link, SKOS.prefLabel)) is not None else {}
        type_ = "SITS_ON" if unquote(str(link)).startswith("urn:sederunt:link:SITS_ON ") else "REPRESENTS"
        own |= {"role": role if role_is_told(link, role) else ""} if type_ == "SITS_ON" else {}
        edges.append(linked(found, type_, link, (ORG.member, ORG.organization), ids, own))
    for link in found.subjects(RDF.type, ORG.ChangeEvent):
        edges.append(linked(found, "REPLACED_BY", link, (ORG.originalOrganization, ORG.resultingOrganization), ids, {}))
    for link in found.subjects(RDF.type, RDF.Statement):
        edges.append(linked(found, TYPES[found.value(link, RDF.predicate)], link, (RDF.subject, RDF.object), ids, {}))
    return Graph.of(nodes, edges)


def role_is_told(link, role):
    return str(link).count("%20") > 2 or role != "member"


def properties(found, iri):
    name = found.value(iri, FOAF.name)
    own = {"name": str(name if name is not None else found.value(iri, SKOS.prefLabel))}
    own["aliases"] = tuple(str(alias) for alias in found.objects(iri, SKOS.altLabel))
    own |= {word: str(value) for word, term in WORDS.items() if (value := found.value(iri, term)) is not None}
    kind = found.value(iri, ORG.classification)
    return own | ({"kind": str(found.value(kind, SKOS.prefLabel))} if kind is not None else {})


def linked(found, type_, link, ends, ids, own):
    evidence = found.value(link, PROV.wasDerivedFrom)
    own |= {
        "quote": str(found.value(evidence, PROV.value)),
        "source": str(found.value(evidence, DCTERMS.bibliographicCitation)),
    }
    during = found.value(link, ORG.memberDuring)
    for name, term in (("start", TIME.hasBeginning), ("end", TIME.hasEnd)) if during is not None else ():
        if (moment := found.value(during, term)) is not None:
            own[name] = str(next(value for word, value in found.predicate_objects(moment) if word != RDF.type))
    valid = found.value(link, DCTERMS.valid)
    own |= (
        {name: day for name, day in zip(("start", "end"), str(valid).split("/"), strict=True) if day}
        if valid is not None
        else {}
    )
    return Edge(type_, ids[found.value(link, ends[0])], ids[found.value(link, ends[1])], own)
