// The page around a drawing: what is chosen and shown, the panel with the evidence, and the state in the address.

import { read, written } from "./address.js";
import { csv, factRows } from "./csv.js";
import { byId, counted, make } from "./dom.js";
import { shown, years } from "./filter.js";
import { png, svgText } from "./image.js";
import { inflated } from "./inflate.js";
import { unpacked } from "./model.js";
import { panelled } from "./panel.js";
import { searching } from "./search.js";

const UNREADABLE = "This browser cannot unpack the picture, or the file is damaged: Chrome and Edge from 80, Firefox from 113 and Safari from 16.4 can. The table holds everything that it shows.";

/**
 * Begin. ``draw(host, page)`` draws into an element and gives ``filter()`` (what is shown has changed), ``shade()`` (what is chosen has),
 * ``reveal()`` (bring what is chosen into sight) and ``svg()`` (what is drawn, as an SVG element).
 */
export async function start(draw) {
  const root = document.documentElement.classList;
  const [program, facts] = await Promise.all([inflated("program"), inflated("data")]).catch(() => []);
  if (facts === undefined) {
    root.remove("scripted");
    byId("unscripted").textContent = UNREADABLE;
    return;
  }
  if (program) run(program);
  begun(draw, unpacked(JSON.parse(facts)));
  requestAnimationFrame(() => setTimeout(() => root.add("begun"))); // the picture is there: now the table is laid out
}

/** Run what the page has unpacked; the browser does so only if its digest stands in the policy of the page. */
function run(program) {
  const script = make("script", {}, program);
  document.head.append(script);
  script.remove();
}

function begun(draw, data) {
  const switches = [...document.querySelectorAll(".legend button")];
  const known = { keys: new Set(switches.map((button) => button.dataset.key)), years: years(data) };
  const state = read("", data, known);
  let visible = shown(data, state);
  let returning = null; // what gets the focus back when the panel is closed

  const page = {
    data, state, choose, clear, focus, goTo, lit, litBy, kept,
    shownNode: (number) => visible.nodes[number],
    shownEdge: (number) => visible.edges[number],
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
    const edges = data.links[node].filter(page.shownEdge);
    const ends = edges.flatMap((number) => [data.edges[number].start, data.edges[number].end]);
    return { nodes: new Set([node, ...ends]), edges: new Set(edges) };
  }

  /** Choose a node or an edge, or nothing; ``passing`` leaves no trace in the history of the browser. */
  function choose(node, edge = null, { focus: taking = false, passing = false } = {}) {
    if (document.activeElement && !byId("panel").contains(document.activeElement)) returning = document.activeElement;
    state.node = node;
    state.edge = edge;
    history[passing ? "replaceState" : "pushState"](null, "", written(state, data));
    showChoice();
    byId("panel").scrollTop = 0;
    if (taking) byId("panel").querySelector("h2").focus();
  }

  function clear() {
    if (state.node === null && state.edge === null) return;
    const inside = byId("panel").contains(document.activeElement);
    choose(null);
    if (inside && returning) returning.focus();
  }

  function goTo(node) {
    if (!visible.nodes[node]) change({ focus: null });
    choose(node, null, { focus: true });
    drawing.reveal();
  }

  /** Show only what a node is linked to, within so many steps; or everything again. */
  function focus(node, steps = 1) {
    change({ focus: node, steps });
    drawing.reveal();
  }

  /** Put into the address what the state has become. */
  function kept() {
    history.replaceState(null, "", written(state, data));
  }

  function change(wanted) {
    Object.assign(state, wanted);
    kept();
    update();
  }

  function toggle(key) {
    if (!state.hidden.delete(key)) state.hidden.add(key);
    change({});
  }

  function update() {
    visible = shown(data, state);
    for (const button of switches) button.setAttribute("aria-pressed", String(!state.hidden.has(button.dataset.key)));
    for (const row of document.querySelectorAll("tr[data-fact]")) row.hidden = !visible.edges[row.dataset.fact];
    const [open, all] = [visible.edges.filter(Boolean).length, visible.edges.length];
    byId("count").textContent = `${open < all ? `${open} of ` : ""}${counted(all, "fact", "facts")}${open < all ? " shown" : ""}.`;
    byId("nothing").hidden = open > 0;
    byId("drawing").hidden = open === 0;
    for (const side of ["from", "to"]) if (byId(side)) byId(side).value = state[side];
    showFocus();
    drawing.filter();
    showChoice();
  }

  function showFocus() {
    const bar = byId("focus");
    bar.hidden = state.focus === null;
    if (bar.hidden) return;
    const button = (text, onclick) => make("button", { type: "button", class: "link", onclick }, text);
    const steps = state.steps > 1 ? ` within ${state.steps} steps` : "";
    bar.replaceChildren(
      make("span", {}, "Only what is linked to ", make("bdi", {}, data.nodes[state.focus].name), steps),
      button("One step further", () => focus(state.focus, state.steps + 1)),
      button("Show everything again", () => focus(null)),
    );
  }

  function showChoice() {
    showPanel();
    drawing.shade();
  }

  function fromAddress() {
    Object.assign(state, read(location.hash, data, known));
    update();
    if (state.node !== null || state.edge !== null) drawing.reveal();
  }

  function save(blob, ending) {
    const name = document.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60);
    const link = make("a", { href: URL.createObjectURL(blob), download: `${name}.${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  const savers = {
    svg: () => save(new Blob([svgText(drawing.svg())], { type: "image/svg+xml" }), "svg"),
    png: async () => save(await png(drawing.svg()), "png"),
    csv: () => save(new Blob(["\ufeff", csv(factRows(data, page.shownEdge))], { type: "text/csv" }), "csv"),
  };

  function dated(side) {
    const choice = byId(side);
    choice.append(...["", ...known.years].map((year) => make("option", { value: year }, year || "any year")));
    choice.addEventListener("change", () => change({ [side]: choice.value }));
  }

  const showPanel = panelled(page);
  searching(data, goTo);
  for (const button of switches) button.addEventListener("click", () => toggle(button.dataset.key));
  for (const button of document.querySelectorAll("[data-save]")) button.addEventListener("click", savers[button.dataset.save]);
  if (known.years.length > 1) ["from", "to"].forEach(dated);
  else byId("dates")?.remove();
  byId("nothing").querySelector("button").addEventListener("click", () => {
    state.hidden.clear();
    change({ from: "", to: "", focus: null });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  window.addEventListener("popstate", fromAddress);
  const drawing = draw(byId("drawing"), page);
  fromAddress();
}
