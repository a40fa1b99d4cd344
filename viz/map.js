// A map that vis-network draws: the places are given, nothing moves by itself.

const FAINT = "#e4e1da";
const INK = "#1d1d1b";
const LINE = "#8d8a83";
const ACCENT = "#0072b2";
const READABLE = 0.56; // a smaller scale would make the labels too small to read
const EDGE = 70; // what stands nearer to the edge of the map is brought into the middle

function draw(host) {
  const canvas = make("div", { class: "canvas", tabindex: "0", role: "application", "aria-label": "Map; arrow keys go from name to name, Enter opens the evidence, plus and minus zoom" });
  const zoom = make("div", { class: "zoom" }, tool("+", "Larger", () => scaled(1.3)), tool("−", "Smaller", () => scaled(1 / 1.3)), tool("Whole", "Show the whole map", whole));
  host.append(make("div", { class: "map" }, canvas, zoom));
  const nodes = new vis.DataSet(data.model.nodes.map((node) => ({ ...node, ...plain(node) })));
  const edges = new vis.DataSet(data.model.edges.map((edge) => ({ ...edge, color: { color: LINE }, width: 1.2 })));
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
      nodes: { font: { face: getComputedStyle(document.body).fontFamily, size: 14, color: INK, strokeWidth: 4, strokeColor: "#ffffff" }, chosen: false },
      edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, chosen: false, hoverWidth: 0, selectionWidth: 0 },
      groups: { useDefaultGroups: false },
    };
  }

  function plain(node) {
    return { opacity: 1, font: { color: INK, size: data.asked.includes(node.id) ? 19 : 14.5 } };
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
    const light = hovered === null ? lit() : litBy(hovered);
    nodes.update(data.model.nodes.map((node) => {
      const dim = light !== null && !light.nodes.has(node.id);
      const font = { ...plain(node).font, color: dim ? "#bdbab3" : INK };
      return { id: node.id, hidden: !shownNode(node.id), opacity: dim ? 0.25 : 1, font, borderWidth: node.id === state.node ? 4 : 1, color: { background: node.color, border: node.id === state.node ? INK : node.color } };
    }));
    edges.update(data.edges.map((_, number) => {
      const dim = light !== null && !light.edges.has(number);
      const bright = light !== null && !dim;
      return { id: number, hidden: !shownEdge(number), color: { color: dim ? FAINT : bright ? ACCENT : LINE }, width: number === state.edge ? 3.5 : bright ? 2 : 1.2, label: bright && light.edges.size <= 8 ? data.edges[number].label : " ", font: { size: 12, color: "#3d3c39", strokeWidth: 4, strokeColor: "#ffffff", align: "horizontal" } };
    }));
  }

  return { filter: () => {}, shade, reveal };
}
