"""Gephi itself, without its windows, for the tests: got from Maven Central once, and asked what it makes of a file."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_plus

from tests.engines.maven import gephi_jars, tool

_SCRIPT = """
import org.gephi.graph.api.GraphController
import org.gephi.io.importer.api.ImportController
import org.gephi.io.processor.plugin.DefaultProcessor
import org.gephi.project.api.ProjectController
import org.openide.util.Lookup

def find = { Lookup.default.lookup(it) }
def tell = { Object... told -> println told.collect { URLEncoder.encode(it == null ? "" : it.toString(), "UTF-8") }.join(" ") }
find(ProjectController).newProject()
def workspace = find(ProjectController).currentWorkspace
def container = find(ImportController).importFile(new File(args[0]))
container.report.getIssues(100).each { tell("issue", it.level, it.message) }
find(ImportController).process(container, new DefaultProcessor(), workspace)
def model = find(GraphController).getGraphModel(workspace)
def values = { element, table -> table.toArray().collectMany { [it.title, element.getAttribute(it)] } }
model.graph.nodes.each { tell("node", it.id, String.format("#%06x", it.color.RGB & 0xffffff), *values(it, model.nodeTable)) }
model.graph.edges.each { tell("edge", it.id, it.source.id, it.target.id, *values(it, model.edgeTable)) }
"""


@dataclass(frozen=True)
class Opened:
    """What Gephi shows: its complaints, and of each node and edge what it has in its table, by id."""

    issues: list[str]
    nodes: dict[str, dict[str, str]]
    colours: dict[str, str]
    edges: dict[str, dict[str, str]]
    ends: dict[str, tuple[str, str]]


def opened(file: Path) -> Opened:
    """A file as Gephi opens it.

    Raises:
        NoServer: Gephi cannot be got.

    """
    script = file.with_suffix(".groovy")
    script.write_text(_SCRIPT, "utf-8")
    command = [tool("java"), "-Xmx768m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"]
    command += ["-cp", f"{gephi_jars()}/*", "groovy.ui.GroovyMain", "-c", "UTF-8", str(script), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=file.parent)
    rows = [[unquote_plus(word) for word in line.split(" ")] for line in done.stdout.splitlines()]
    nodes, edges = ([row[1:] for row in rows if row[0] == sort] for sort in ("node", "edge"))
    return Opened(
        issues=[": ".join(row[1:]) for row in rows if row[0] == "issue" and row[1] != "INFO"],
        nodes={id_: _table(values) for id_, _, *values in nodes},
        colours={id_: colour for id_, colour, *_ in nodes},
        edges={id_: _table(values) for id_, _, _, *values in edges},
        ends={id_: (start, end) for id_, start, end, *_ in edges},
    )


def _table(values: list[str]) -> dict[str, str]:
    return {name: value for name, value in zip(values[::2], values[1::2], strict=True) if value}
