"""Measure the map of everything in a real browser, beside pyvis as it ships and vis-network with all that is drawn, and print the ratios.

python benchmarks/views.py [THINGS …]      sizes; 300, 1000, 10000 and 50000 if none is given; each has three links for a thing

The towns are made up, the same each time, and stand in an embedded graph. The browser is Chromium without a window, a network or a GPU.
Frames depend on what else the machine does; the work of the thread of the page for each does not.
A picture is there when any point of the canvas has a colour; pyvis, which places its nodes in the browser, is given half a minute for it.
Frames are counted while the mouse drags the map and turns its wheel. The heap is what is left after the garbage has gone.
"""

import json
import os
import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLate
from pyvis.network import Network
from sederunt.graph.model import Graph, difference
from sederunt.graph.store import open_store
from sederunt.viz.network import label
from sederunt.viz.page import page as written
from sederunt.viz.picture import Picture
from sederunt.viz.style import KINDS
from sederunt.viz.view import drawn

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.conftest import BROWSERS, QUIET
from tests.viz.towns import towns

SIZES, EACH = (300, 1_000, 10_000, 50_000), 3
PATIENCE = 30  # seconds
SWAY = 2.0  # seconds of dragging, and of turning the wheel
VIS = Path(__file__).parents[1] / "viz" / "vendor" / "vis-network-9.1.13.min.js"

GOALS = {
    300: {"picture": 0.5, "pan": 50, "zoom": 50, "file": 0.75, "heap": 10, "made": 1},
    1_000: {"picture": 0.8, "pan": 50, "zoom": 50, "file": 0.85, "heap": 15, "made": 2},
    10_000: {"picture": 1.5, "pan": 40, "zoom": 40, "file": 2.5, "heap": 40, "made": 10, "search": 100},
    50_000: {"picture": 4, "pan": 12, "zoom": 12, "file": 8, "heap": 120, "made": 60},
}
HEADS = {
    "made": "made, s",
    "work": "of work, s",
    "file": "file, MB",
    "proof": "proof, MB",
    "picture": "picture, s",
    "pan": "pan, fps",
    "zoom": "zoom, fps",
    "frame": "a frame, ms",
    "heap": "heap, MB",
    "search": "search, ms",
}

# When the first picture is there, and how many frames there were.
WATCH = """(() => { window.seen = null; window.frames = 0; const small = new OffscreenCanvas(48, 48).getContext('2d', { willReadFrequently: true });
const look = () => { window.frames += 1; const canvas = window.seen === null && document.querySelector('canvas');
  if (canvas && canvas.width && canvas.height) { small.clearRect(0, 0, 48, 48); small.drawImage(canvas, 0, 0, 48, 48);
    if (small.getImageData(0, 0, 48, 48).data.some(value => value > 0)) window.seen = performance.now(); }
  requestAnimationFrame(look); };
requestAnimationFrame(look); })()"""
SEARCH = """name => new Promise(done => { const field = document.getElementById('search'); field.focus(); const from = performance.now();
  field.value = name; field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done([performance.now() - from, document.querySelector('#panel h2').textContent]))); })"""
PLAIN = """<!DOCTYPE html><meta charset="utf-8"><style>#map {{ width: 840px; height: 684px; }}</style><div id="map"></div>
<script>{script}</script><script>const {{ nodes, edges }} = {data};
new vis.Network(document.getElementById("map"), {{ nodes, edges }}, {{ physics: false, layout: {{ improvedLayout: false }} }});</script>"""

Figures = dict[str, float]


@dataclass(frozen=True)
class Sort:
    """One way to show a picture: its file, how long that took to make, and whether names can be sought."""

    name: str
    text: str
    figures: Figures
    searched: str = ""


def ours(picture: Picture, making: Figures) -> Sort:
    clock, work = perf_counter(), process_time()
    text = written(picture)
    spent = {"made": making["made"] + perf_counter() - clock, "work": making["work"] + process_time() - work}
    bare = written(replace(picture, edges=tuple(replace(edge, evidence=()) for edge in picture.edges)))
    proof = len(text.encode()) - len(bare.encode())
    names = [node.name for node in picture.nodes]
    wanted = next(name for name in names[len(names) // 2 :] if sum(name in other for other in names) == 1)
    return Sort("ours", text, spent | {"proof": proof / 1e6}, wanted)


def plain(picture: Picture) -> Sort:
    """All nodes and edges drawn by vis-network, at our places."""
    numbers = {node.id: number for number, node in enumerate(picture.nodes)}
    nodes = [_vis(number, node) | {"x": node.at[0], "y": node.at[1]} for node, number in _placed(picture, numbers)]
    edges = [{"from": numbers[edge.start], "to": numbers[edge.end], "arrows": "to"} for edge in picture.edges]
    data = json.dumps({"nodes": nodes, "edges": edges}).replace("<", "\\u003c")
    return Sort("vis-network", PLAIN.format(script=VIS.read_text(encoding="utf-8"), data=data), {})


def shipped(picture: Picture) -> Sort:
    """What pyvis writes when nothing is asked of it."""
    clock = perf_counter()
    network = Network(directed=True, cdn_resources="in_line")
    numbers = {node.id: number for number, node in enumerate(picture.nodes)}
    for node, number in _placed(picture, numbers):
        own = _vis(number, node)
        network.add_node(own.pop("id"), **own)
    network.add_edges([(numbers[edge.start], numbers[edge.end]) for edge in picture.edges])
    return Sort("pyvis", network.generate_html(), {"made": perf_counter() - clock})


def _placed(picture: Picture, numbers: dict[str, int]) -> list[Any]:
    return [(node, numbers[node.id]) for node in picture.nodes if node.at]


def _vis(number: int, node: Any) -> dict[str, Any]:
    style = KINDS[node.kind]
    return {"id": number, "label": label(node.name), "shape": style.shape, "color": style.colour, "size": 9}


def shown(browser: Browser, sort: Sort, folder: Path) -> Figures:
    """What the browser makes of it."""
    file = folder / f"{sort.name}.html"
    file.write_text(sort.text, encoding="utf-8")
    found = sort.figures | {"file": file.stat().st_size / 1e6}
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    page.set_default_timeout(PATIENCE * 1000)
    try:
        page.goto(file.as_uri(), wait_until="commit")
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        found["picture"] = first_picture(page)
        before = metric(session, "TaskDuration")
        frames = page.evaluate("window.frames")
        found |= {"pan": swayed(page, drag=True), "zoom": swayed(page, drag=False)}
        found["frame"] = 1000 * (metric(session, "TaskDuration") - before) / max(page.evaluate("window.frames") - frames, 1)
        found["heap"] = heap(session)
        if sort.searched:
            found["search"] = searched(page, sort.searched)
    except TooLate:
        pass
    context.close()
    return found


def first_picture(page: Page) -> float:
    """Seconds from the beginning of the page; a page that is busy does not answer.

    Raises:
        TooLate: there is none.

    """
    clock = perf_counter()
    while perf_counter() - clock < PATIENCE:
        seen = page.evaluate("window.seen")
        if seen is not None and seen < PATIENCE * 1000:
            return float(seen) / 1000
        page.wait_for_timeout(100)
    raise TooLate("no picture")


def swayed(page: Page, *, drag: bool) -> float:
    """Frames a second while the map is dragged to and fro, or zoomed in and out."""
    box = page.locator("canvas").first.bounding_box() or {}
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"], 600) / 2
    page.mouse.move(x, y)
    if drag:
        page.mouse.down()
    frames, clock, step = page.evaluate("window.frames"), perf_counter(), 0
    while perf_counter() - clock < SWAY:
        step += 1
        if drag:
            page.mouse.move(x + 250 * (1 if step % 40 < 20 else -1) * (step % 20) / 20, y + (step % 30) * 4)
        else:
            page.mouse.wheel(0, -100 if step % 40 < 20 else 100)
    rate = (page.evaluate("window.frames") - frames) / (perf_counter() - clock)
    if drag:
        page.mouse.up()
    return float(rate)


def heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    return metric(session, "JSHeapUsedSize") / 1e6


def metric(session: CDPSession, name: str) -> float:
    """What the browser says of a page; a time is that for which the thread of the page has had the processor."""
    found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return float(found[name])


def searched(page: Page, name: str) -> float:
    """Milliseconds from what is typed to the frame that shows it, the slowest of three."""
    times = []
    for _ in range(3):
        took, found = page.evaluate(SEARCH, name)
        assert found == name
        times.append(took)
    return max(times)


def told(name: str, figures: Figures, own: Figures) -> None:
    """A row of the table, with ratios to ours where it is not ours."""
    cells = [_cell(figures.get(key), own.get(key) if figures is not own else None) for key in HEADS]
    print(f"  {name:13}" + "".join(f"{cell:>15}" for cell in cells), flush=True)


def _cell(value: float | None, own: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if not own else f"{value:.2f} ({value / own:.1f}×)"


def measured(browser: Browser, things: int, folder: Path) -> None:
    address = folder / "towns.graph"
    with open_store(address, create=True) as store:
        store.apply(difference(Graph(), towns(things, EACH * things)))
    with open_store(address) as store:
        clock, work = perf_counter(), process_time()
        picture = drawn(store, "map", [])
        making = {"made": perf_counter() - clock, "work": process_time() - work}
    print(f"{things} things, {len(picture.edges)} links; of other work the machine has {os.getloadavg()[0]:.1f}", flush=True)
    print(f"  {'':13}" + "".join(f"{head:>15}" for head in HEADS.values()))
    own = shown(browser, ours(picture, making), folder)
    told("ours", own, own)
    told("vis-network", shown(browser, plain(picture), folder), own)
    if things <= 10_000:
        found = shown(browser, shipped(picture), folder)
        told("pyvis", found, own)
        if "picture" not in found:
            print(f"  {'':13} no picture in {PATIENCE} s")
    told("the goal", GOALS.get(things, {}), {})


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    chromium = next(path for name in BROWSERS if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET.split())
        for things in sizes:
            with TemporaryDirectory() as folder:
                measured(browser, things, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
