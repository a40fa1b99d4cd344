// A map that vis-network draws: the places are given, nothing moves by itself. Of a large one it draws what is linked best;
// the rest is painted under it (sheet.js).

import { brushes, measured } from "./brush.js";
import { crowd } from "./crowd.js";
import { byId, make } from "./dom.js";
import { boxOf } from "./grid.js";
import { looksOf } from "./looks.js";
import { exported } from "./mapped.js";
import { sheetOf } from "./sheet.js";

const READABLE = 0.56; // a smaller scale would make the labels too small to read
const EDGE = 70; // what stands nearer to the edge of the map is brought into the middle
const [SMALL, FONT, LINE] = [8, 14.5, 17]; // labels of vis-network: drawn down to so many pixels; their size, and from line to line
const [NEAR, CLOSEST] = [0.3, 1.1]; // scales at which what is chosen on a large map is shown

export function draw(host, page) {
  const { data, state, choose, clear, shownNode } = page;
  const canvas = make("div", { class: "canvas", tabindex: "0", role: "application", "aria-label": "Map; arrow keys go from name to name, Enter opens the evidence, plus and minus zoom" });
  const zoom = make("div", { class: "zoom" }, tool("+", "Larger", () => scaled(1.3)), tool("−", "Smaller", () => scaled(1 / 1.3)), tool("Whole", "Show the whole map", whole));
  host.append(make("div", { class: "map" }, canvas, zoom));
  const { model } = data;
  const things = crowd(data, model.looks);
  const large = model.nodes.length < things.byRank.length;
  const changed = looksOf(page, model, { plain, large });
  const first = changed(null);
  const nodes = new vis.DataSet(model.nodes.map((node, number) => Object.assign({}, node, first.nodes[number])));
  const edges = new vis.DataSet(model.edges.map((edge, number) => Object.assign({}, edge, first.edges[number])));
  const network = new vis.Network(canvas, { nodes, edges }, options());
  const sheet = large ? sheetOf(page, things, { seen, again: () => network.redraw() }) : null;
  const brush = brushes(page, things);
  let hovered = null;
  listen();
  begin();

  function options() {
    return {
      physics: false,
      layout: { randomSeed: 1, improvedLayout: false },
      interaction: { hover: !large, hideEdgesOnZoom: large, hideEdgesOnDrag: large, dragNodes: !large, selectable: !large, keyboard: false, multiselect: false, selectConnectedEdges: false, tooltipDelay: 1e9 },
      nodes: { font: { face: getComputedStyle(document.body).fontFamily, size: 14, strokeWidth: 4 }, chosen: false, scaling: { label: { drawThreshold: SMALL } } },
      edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, chosen: false, hoverWidth: 0, selectionWidth: 0 },
      groups: { useDefaultGroups: false },
    };
  }

  /** On a large map the names are written by the sheet, where there is room for them. */
  function plain(number) {
    const font = { size: data.asked.includes(number) ? 19 : FONT };
    return large ? { label: undefined, size: things.radius(number, 1) } : { font };
  }

  function listen() {
    network.on("click", ({ nodes: [node], edges: [edge], pointer: { canvas: { x, y } } }) => {
      const [thing, fact] = sheet ? sheet.at(x, y, page.lit()) : [node ?? null, edge ?? null];
      if (thing !== null) choose(thing);
      else if (fact !== null) choose(null, fact);
      else clear();
    });
    canvas.addEventListener("keydown", walk);
    if (!sheet) {
      network.on("hoverNode", ({ node }) => hover(node));
      network.on("blurNode", () => hover(null));
      network.on("afterDrawing", names);
      return;
    }
    network.on("beforeDrawing", sheet.under);
    network.on("afterDrawing", (context) => {
      sheet.over(context, hovered === null ? page.lit() : page.litBy(hovered), hovered ?? state.node);
    });
    canvas.addEventListener("pointermove", ({ offsetX, offsetY, pointerType }) => {
      if (pointerType !== "mouse") return;
      const { x, y } = network.DOMtoCanvas({ x: offsetX, y: offsetY });
      const [node, edge] = sheet.at(x, y, page.lit());
      canvas.style.cursor = node === null && edge === null ? "" : "pointer";
      if (node !== hovered) hover(node);
    });
    canvas.addEventListener("pointerleave", () => hover(null));
  }

  function hover(number) {
    hovered = number;
    shade();
  }

  function tool(text, title, onclick) {
    return make("button", { type: "button", title, "aria-label": title, onclick }, text);
  }

  // What is in sight -------------------------------------------------------------------

  function seen() {
    const scale = network.getScale();
    const { x, y } = network.getViewPosition();
    const [across, down] = [canvas.clientWidth / scale / 2, canvas.clientHeight / scale / 2];
    return { scale, left: x - across, right: x + across, top: y - down, bottom: y + down };
  }

  function scaled(factor) {
    network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 6) });
  }

  /** All that is shown, with its names. */
  function whole() {
    const open = [...things.byRank].filter(shownNode);
    fitted(boxOf(open.length ? open : [...things.byRank], things.xs, things.ys), large ? 24 : labels(open), 1.3);
  }

  /** How far labels reach beyond the marks, at most. */
  function labels(numbers) {
    const face = getComputedStyle(document.body).fontFamily;
    const lines = model.nodes.filter(({ id }) => numbers.includes(id)).flatMap(({ label }) => label.split("\n"));
    return lines.reduce((widest, line) => Math.max(widest, measured(`${FONT}px ${face}`, line) / 2), 24) + 6;
  }

  function fitted(box, beyond, closest, offset = 0) {
    if (!box || !canvas.clientWidth) return;
    const [wide, high] = [canvas.clientWidth, canvas.clientHeight + 2 * offset];
    const below = large ? beyond : 3.6 * LINE + 16;
    const scale = Math.min(wide / (box.right - box.left + 2 * beyond), high / (box.bottom - box.top + beyond + below), closest);
    network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + (below - beyond) / 2 }, scale, offset: { x: 0, y: offset } });
  }

  /** The whole map, or what is asked for where the whole cannot be read. */
  function begin() {
    whole();
    const [asked] = data.asked;
    if (network.getScale() >= READABLE || asked === undefined) return;
    if (large) near(asked, 0);
    else network.moveTo({ position: at(asked), scale: READABLE });
  }

  function at(number) {
    return { x: things.xs[number], y: things.ys[number] };
  }

  /** On a large map what is chosen stands in the middle, and as much of what it is linked to as can be told apart. */
  function near(number, offset) {
    const box = boxOf([...(page.lit() ?? page.litBy(number)).nodes].filter(things.drawn), things.xs, things.ys);
    const { x, y } = at(number);
    const [across, down] = [Math.max(box.right - x, x - box.left), Math.max(box.bottom - y, y - box.top)];
    const fit = Math.min((canvas.clientWidth / 2 - EDGE) / (across || 1), (canvas.clientHeight / 2 + offset - EDGE) / (down || 1));
    network.moveTo({ position: { x, y }, scale: Math.min(Math.max(fit, NEAR), CLOSEST), offset: { x: 0, y: offset } });
  }

  function reveal() {
    const number = state.node ?? data.edges[state.edge]?.start;
    if (number === undefined || !things.drawn(number)) {
      if (state.focus === null) return;
      whole();
    } else if (large) near(number, uncovered());
    else brought(at(number));
  }

  function brought(place) {
    const below = uncovered();
    const { x, y } = network.canvasToDOM(place);
    const [width, height] = [canvas.clientWidth, canvas.clientHeight + 2 * below];
    const inside = x > EDGE && x < width - EDGE && y > EDGE && y < height - EDGE;
    if (inside && network.getScale() >= READABLE) return;
    network.moveTo({ position: place, scale: Math.max(network.getScale(), READABLE), offset: { x: 0, y: below } });
  }

  /** How far below the middle of the map the middle of what the panel leaves free is; on a small screen it lies over the map. */
  function uncovered() {
    const panel = byId("panel");
    if (getComputedStyle(panel).position !== "fixed") return 0;
    host.scrollIntoView({ block: "start" });
    const [map, over] = [canvas.getBoundingClientRect(), panel.getBoundingClientRect()];
    return Math.round((Math.min(map.bottom, over.top) - map.bottom) / 2);
  }

  // By keyboard ------------------------------------------------------------------------

  /** To the nearest name in the direction of the key. */
  function walk(event) {
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === "Enter" && state.node !== null) choose(state.node, null, { focus: true });
    else if (event.key === "+" || event.key === "=") scaled(1.3);
    else if (event.key === "-") scaled(1 / 1.3);
    else if (direction) step(direction);
    else return;
    event.preventDefault();
  }

  function step([right, down]) {
    const from = state.node !== null && things.drawn(state.node);
    const goal = from ? ahead(at(state.node), right, down) : (data.asked[0] ?? [...things.byRank].find(shownNode));
    if (goal === undefined) return;
    choose(goal, null, { passing: true });
    reveal();
  }

  function ahead(from, right, down) {
    let [best, least] = [undefined, Infinity];
    for (const number of things.byRank) {
      const [x, y] = [things.xs[number] - from.x, things.ys[number] - from.y];
      const forth = x * right + y * down;
      const far = forth + 2 * (Math.abs(x * down) + Math.abs(y * right));
      if (forth > 0 && far < least && shownNode(number)) [best, least] = [number, far];
    }
    return best;
  }

  // How it looks -----------------------------------------------------------------------

  function shade() {
    if (large) network.redraw();
    else look(hovered === null ? page.lit() : page.litBy(hovered));
  }

  function look(light) {
    const { nodes: marks, edges: lines } = changed(light);
    nodes.update(marks);
    edges.update(lines);
  }

  /** Where a small map is so far away that vis-network writes no names, those for which there is room. */
  function names(context) {
    const view = seen();
    if (view.scale * FONT >= SMALL) return;
    const light = hovered === null ? page.lit() : page.litBy(hovered);
    const open = [...things.byRank].filter((number) => shownNode(number) && (light === null || light.nodes.has(number)));
    brush.names(context, view, open, { most: 60, gap: 6, bold: state.node });
  }

  function filter() {
    if (!large) return;
    sheet.changed();
    look(null);
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { filter(); shade(); });
  return { filter, shade, reveal, svg: () => exported(page, things, brush, { large }) };
}
