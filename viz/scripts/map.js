// A map that vis-network draws: the places are given, nothing moves by itself.

import { byId, colour, make, shape } from "./dom.js";
import { canvasOf } from "./image.js";

const READABLE = 0.56; // a smaller scale would make the labels too small to read
const EDGE = 70; // what stands nearer to the edge of the map is brought into the middle

export function draw(host, page) {
  const { data, state, choose, clear, shownEdge, shownNode } = page;
  const canvas = make("div", { class: "canvas", tabindex: "0", role: "application", "aria-label": "Map; arrow keys go from name to name, Enter opens the evidence, plus and minus zoom" });
  const zoom = make("div", { class: "zoom" }, tool("+", "Larger", () => scaled(1.3)), tool("−", "Smaller", () => scaled(1 / 1.3)), tool("Whole", "Show the whole map", whole));
  host.append(make("div", { class: "map" }, canvas, zoom));
  const nodes = new vis.DataSet(data.model.nodes.map((node) => ({ ...node, ...plain(node) })));
  const edges = new vis.DataSet(data.model.edges.map((edge) => ({ ...edge, width: 1.2 })));
  const network = new vis.Network(canvas, { nodes, edges }, options());
  const places = new Map(data.model.nodes.map((node) => [node.id, node]));
  let hovered = null;
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) choose(node);
    else if (edge !== undefined) choose(null, edge);
    else clear();
  });
  network.on("hoverNode", ({ node }) => { hovered = node; shade(); });
  network.on("blurNode", () => { hovered = null; shade(); });
  canvas.addEventListener("keydown", walk);
  begin();

  function options() {
    return {
      physics: false,
      layout: { randomSeed: 1, improvedLayout: false },
      interaction: { hover: true, keyboard: false, multiselect: false, selectConnectedEdges: false, tooltipDelay: 1e9 },
      nodes: { font: { face: getComputedStyle(document.body).fontFamily, size: 14, strokeWidth: 4 }, chosen: false },
      edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, chosen: false, hoverWidth: 0, selectionWidth: 0 },
      groups: { useDefaultGroups: false },
    };
  }

  function plain(node) {
    return { opacity: 1, font: { size: data.asked.includes(node.id) ? 19 : 14.5 } };
  }

  function tool(text, title, onclick) {
    return make("button", { type: "button", title, "aria-label": title, onclick }, text);
  }

  function scaled(factor) {
    network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.1), 4) });
  }

  function whole() {
    network.fit({ animation: false });
  }

  /** The whole map where it can be read, else its middle. */
  function begin() {
    whole();
    if (network.getScale() < READABLE) network.moveTo({ position: { x: 0, y: 0 }, scale: READABLE });
    if (network.getScale() > 1.3) network.moveTo({ scale: 1.3 });
  }

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
    const from = places.get(state.node);
    const goal = from ? nearest(from, right, down) : data.asked[0];
    if (goal === undefined) return;
    choose(goal, null, { passing: true });
    reveal();
  }

  function nearest(from, right, down) {
    const far = ({ x, y }) => {
      const ahead = (x - from.x) * right + (y - from.y) * down;
      const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
      return ahead > 0 ? ahead + 2 * aside : Infinity;
    };
    const open = [...places.values()].filter((node) => shownNode(node.id) && far(node) < Infinity);
    return open.sort((one, other) => far(one) - far(other) || one.id - other.id)[0]?.id;
  }

  function reveal() {
    const place = places.get(state.node ?? data.edges[state.edge]?.start);
    if (!place) return;
    const below = uncovered();
    const { x, y } = network.canvasToDOM(place);
    const [width, height] = [canvas.clientWidth, canvas.clientHeight + 2 * below];
    const seen = x > EDGE && x < width - EDGE && y > EDGE && y < height - EDGE;
    if (seen && network.getScale() >= READABLE) return;
    network.moveTo({ position: { x: place.x, y: place.y }, scale: Math.max(network.getScale(), READABLE), offset: { x: 0, y: below } });
  }

  /** How far below the middle of the map the middle of what the panel leaves free is; on a small screen it lies over the map. */
  function uncovered() {
    const panel = byId("panel");
    if (getComputedStyle(panel).position !== "fixed") return 0;
    host.scrollIntoView({ block: "start" });
    const [map, over] = [canvas.getBoundingClientRect(), panel.getBoundingClientRect()];
    return Math.round((Math.min(map.bottom, over.top) - map.bottom) / 2);
  }

  function shade() {
    const [ink, line, faint, pale, accent, card] = ["ink", "rule", "line", "pale", "accent", "card"].map(colour);
    const light = hovered === null ? page.lit() : page.litBy(hovered);
    nodes.update(data.model.nodes.map((node) => {
      const dim = light !== null && !light.nodes.has(node.id);
      const font = { ...plain(node).font, color: dim ? pale : ink, strokeWidth: 4, strokeColor: card };
      const fill = colour(node.hue);
      return { id: node.id, hidden: !shownNode(node.id), opacity: dim ? 0.25 : 1, font, borderWidth: node.id === state.node ? 4 : 1, color: { background: fill, border: node.id === state.node ? ink : fill } };
    }));
    edges.update(data.edges.map((_, number) => {
      const dim = light !== null && !light.edges.has(number);
      const bright = light !== null && !dim;
      return { id: number, hidden: !shownEdge(number), color: { color: dim ? faint : bright ? accent : line }, width: number === state.edge ? 3.5 : bright ? 2 : 1.2, label: bright && light.edges.size <= 8 ? data.edges[number].label : " ", font: { size: 12, color: ink, strokeWidth: 4, strokeColor: card, align: "horizontal" } };
    }));
  }

  /** What is shown of the map, whole, with a name under each mark. */
  function svg() {
    const open = data.model.nodes.filter((node) => shownNode(node.id));
    const margin = 110;
    const [left, top] = ["x", "y"].map((side) => Math.min(...open.map((node) => node[side])) - margin);
    const [right, bottom] = ["x", "y"].map((side) => Math.max(...open.map((node) => node[side])) + margin);
    const drawing = canvasOf(right - left, bottom - top);
    const at = (number) => ({ x: places.get(number).x - left, y: places.get(number).y - top });
    for (const edge of data.model.edges.filter(({ id }) => shownEdge(id))) {
      const [from, to] = [at(edge.from), at(edge.to)];
      drawing.append(shape("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colour("rule"), "stroke-width": 1.2, "stroke-dasharray": edge.dashes ? "5 4" : "none" }));
    }
    for (const node of open) {
      const { x, y } = at(node.id);
      drawing.append(shape("circle", { cx: x, cy: y, r: node.size, fill: colour(node.hue) }));
      node.label.split("\n").forEach((line, row) => drawing.append(shape("text", { x, y: y + node.size + 16 + 17 * row, "text-anchor": "middle", fill: colour("ink"), "font-family": "sans-serif", "font-size": 14 }, line)));
    }
    return drawing;
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", shade);
  return { filter: () => {}, shade, reveal, svg };
}
