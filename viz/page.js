// The page around a drawing: search, legend, the panel with the evidence, and the state in the address.
// What comes from papers is only ever put into text nodes.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const state = { node: null, edge: null, hidden: new Set() };

const links = data.nodes.map(() => []);
data.edges.forEach((edge, number) => {
  links[edge.start].push(number);
  if (edge.end !== edge.start) links[edge.end].push(number);
});

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function counted(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

// What is shown ---------------------------------------------------------------------

const shownNode = (number) => !state.hidden.has(data.nodes[number].kind);
const shownEdge = (number) => {
  const edge = data.edges[number];
  return !state.hidden.has(edge.basis) && !state.hidden.has(edge.role) && shownNode(edge.start) && shownNode(edge.end);
};

/** The nodes and edges that the choice is about; null where nothing is chosen. */
function lit() {
  if (state.edge !== null) {
    const edge = data.edges[state.edge];
    return { nodes: new Set([edge.start, edge.end]), edges: new Set([state.edge]) };
  }
  return state.node === null ? null : litBy(state.node);
}

function litBy(node) {
  const edges = links[node].filter(shownEdge);
  const ends = edges.flatMap((number) => [data.edges[number].start, data.edges[number].end]);
  return { nodes: new Set([node, ...ends]), edges: new Set(edges) };
}

// What is chosen --------------------------------------------------------------------

let returning = null; // what gets the focus back when the panel is closed

/** Choose a node or an edge, or nothing; ``passing`` leaves no trace in the history of the browser. */
function choose(node, edge = null, { focus = false, passing = false } = {}) {
  if (document.activeElement && !byId("panel").contains(document.activeElement)) returning = document.activeElement;
  state.node = node;
  state.edge = edge;
  history[passing ? "replaceState" : "pushState"](null, "", address());
  showChoice();
  byId("panel").scrollTop = 0;
  if (focus) byId("panel").querySelector("h2").focus();
}

function clear() {
  if (state.node === null && state.edge === null) return;
  const inside = byId("panel").contains(document.activeElement);
  choose(null);
  if (inside && returning) returning.focus();
}

function toggle(key) {
  if (!state.hidden.delete(key)) state.hidden.add(key);
  history.replaceState(null, "", address());
  update();
}

function update() {
  for (const button of document.querySelectorAll(".legend button")) {
    button.setAttribute("aria-pressed", String(!state.hidden.has(button.dataset.key)));
  }
  const shown = data.edges.map((_, number) => shownEdge(number));
  for (const row of document.querySelectorAll("tr[data-fact]")) row.hidden = !shown[row.dataset.fact];
  const open = shown.filter(Boolean).length;
  byId("count").textContent = `${open < shown.length ? `${open} of ` : ""}${counted(shown.length, "fact", "facts")}${open < shown.length ? " shown" : ""}.`;
  byId("nothing").hidden = shown.some(Boolean);
  byId("drawing").hidden = !shown.some(Boolean);
  drawing.filter();
  showChoice();
}

function showChoice() {
  showPanel();
  drawing.shade();
}

// The address -----------------------------------------------------------------------

function address() {
  const parts = new URLSearchParams();
  if (state.edge !== null) parts.set("fact", String(state.edge + 1));
  else if (state.node !== null) parts.set("at", data.nodes[state.node].id);
  for (const key of [...state.hidden].sort()) parts.append("hide", key);
  return `#${parts}`;
}

function fromAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const node = data.nodes.findIndex((each) => each.id === parts.get("at"));
  const edge = Number(parts.get("fact")) - 1;
  const keys = new Set([...document.querySelectorAll(".legend button")].map((button) => button.dataset.key));
  state.edge = edge in data.edges ? edge : null;
  state.node = node >= 0 && state.edge === null ? node : null;
  state.hidden = new Set(parts.getAll("hide").filter((key) => keys.has(key)));
  update();
  if (state.node !== null || state.edge !== null) drawing.reveal();
}

// The panel -------------------------------------------------------------------------

function showPanel() {
  const panel = byId("panel");
  const full = state.node !== null || state.edge !== null;
  panel.classList.toggle("full", full);
  panel.replaceChildren(...(state.edge !== null ? edgePanel(state.edge) : full ? nodePanel(state.node) : emptyPanel()));
  byId("announcement").textContent = full ? panel.querySelector("h2").textContent : "";
}

function emptyPanel() {
  const keys = [["Tab", "to the next part of the page"], ["↑ ↓ ← →", "about in the picture"], ["Enter", "to read the evidence"], ["Esc", "to let go"]];
  return [
    make("h2", {}, "Every line has its proof"),
    make("p", { class: "hint" }, "Choose a name or a line of the picture: here you will read the words of the papers that it rests on, where they stand, and whether they state it or it is inferred."),
    make("dl", {}, ...keys.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)])),
  ];
}

function closing() {
  return make("button", { class: "close", type: "button", "aria-label": "Close", onclick: clear }, "×");
}

function nodePanel(number) {
  const node = data.nodes[number];
  const shown = links[number].filter(shownEdge);
  const hidden = links[number].length - shown.length;
  const facts = counted(shown.length, "fact", "facts") + (hidden ? `; ${hidden} more hidden by the legend` : "");
  return [
    closing(),
    make("h2", { tabindex: "-1", dir: "auto" }, node.name),
    make("p", { class: "kind" }, `${node.kind} · ${facts}`),
    ...shown.map((edge) => fact(edge, number)),
  ];
}

function edgePanel(number) {
  const edge = data.edges[number];
  return [
    closing(),
    make("h2", { tabindex: "-1" }, "One fact"),
    make("p", { class: "kind" }, shownEdge(number) ? "and what it rests on" : "hidden by the legend; this is what it rests on"),
    fact(number, null),
  ];
}

function fact(number, from) {
  const edge = data.edges[number];
  const [first, ...others] = edge.evidence;
  const only = make("button", { class: "link", type: "button", onclick: () => choose(null, number, { focus: true }) }, "only this line");
  const meta = make("p", { class: "meta" }, make("span", { class: `basis ${edge.basis}` }, edge.basis));
  meta.append([edge.dates, `confidence ${edge.confidence}`].filter(Boolean).map((part) => ` · ${part}`).join(""));
  if (from !== null) meta.append(" · ", only);
  return make(
    "article",
    { class: "fact", "data-fact": number },
    make("h3", {}, end(edge.start, from), make("span", {}, ` ${edge.label} `), end(edge.end, from)),
    meta,
    ...quoted(first),
    others.length ? make("details", {}, make("summary", {}, `${counted(others.length, "other line says", "other lines say")} so`), ...others.flatMap(quoted)) : null,
    edge.further ? make("p", { class: "meta" }, `It rests on ${counted(edge.further, "further line", "further lines")} of this kind.`) : null,
  );
}

function end(number, from) {
  const name = make("bdi", {}, data.nodes[number].name);
  if (number === from) return name;
  return make("button", { class: "link", type: "button", onclick: () => { choose(number, null, { focus: true }); drawing.reveal(); } }, name);
}

function quoted(line) {
  const paper = data.papers[line.paper];
  const place = [make("bdi", {}, paper.title), ...(line.place ? [", ", make("bdi", {}, line.place)] : [])];
  const path = paper.path ? [make("bdi", { class: "path" }, paper.path)] : [];
  return [make("blockquote", { dir: "auto" }, line.quote), make("cite", {}, ...place, ...path)];
}

// Search ----------------------------------------------------------------------------

const MOST = 10;
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const names = data.nodes.map((node) => folded(node.name));
let found = [];
let active = -1;

function search() {
  const words = folded(byId("search").value).split(/\s+/).filter(Boolean);
  const fits = (name) => words.every((word) => name.includes(word));
  const starts = (number) => (names[number].startsWith(words[0]) ? 0 : 1);
  found = words.length ? data.nodes.map((_, number) => number).filter((number) => fits(names[number])) : [];
  found.sort((one, other) => starts(one) - starts(other) || names[one].localeCompare(names[other]) || one - other);
  active = found.length ? 0 : -1;
  suggest(words.length > 0);
}

function suggest(open) {
  const list = byId("suggestions");
  const more = found.length > MOST ? make("li", { class: "none", role: "presentation" }, `and ${found.length - MOST} more`) : null;
  const none = found.length ? null : make("li", { class: "none", role: "presentation" }, "No name here has these letters.");
  list.replaceChildren(...[...found.slice(0, MOST).map(suggestion), more, none].filter(Boolean));
  list.hidden = !open;
  byId("search").setAttribute("aria-expanded", String(open && found.length > 0));
  if (open && active >= 0) byId("search").setAttribute("aria-activedescendant", `suggestion-${active}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function suggestion(number, at) {
  const node = data.nodes[number];
  const item = make("li", { role: "option", id: `suggestion-${at}`, "aria-selected": String(at === active) });
  item.append(make("span", { class: "name", dir: "auto" }, node.name), make("small", {}, node.kind));
  item.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
  item.addEventListener("click", () => take(at));
  return item;
}

function take(at) {
  const number = found[at];
  byId("search").value = "";
  search();
  choose(number, null, { focus: true });
  drawing.reveal();
}

byId("search").addEventListener("input", search);
byId("search").addEventListener("blur", () => suggest(false));
byId("search").addEventListener("keydown", (event) => {
  const shown = Math.min(found.length, MOST);
  if (event.key === "Enter" && active >= 0) take(active);
  else if (event.key === "Escape" && byId("search").value) { byId("search").value = ""; search(); event.stopPropagation(); }
  else if (shown && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    active = (active + (event.key === "ArrowDown" ? 1 : shown - 1)) % shown;
    suggest(true);
  } else return;
  event.preventDefault();
});

// Beginning -------------------------------------------------------------------------

for (const button of document.querySelectorAll(".legend button")) button.addEventListener("click", () => toggle(button.dataset.key));
byId("nothing").querySelector("button").addEventListener("click", () => {
  state.hidden.clear();
  history.replaceState(null, "", address());
  update();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") clear();
});
window.addEventListener("popstate", fromAddress);

document.documentElement.classList.add("scripted");
const drawing = draw(byId("drawing"));
fromAddress();
