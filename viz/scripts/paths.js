// The ways between two names, one under another; what is as far from the first name stands in one column.

import { counted, make } from "./dom.js";
import { drawingOf } from "./image.js";
import { quoted } from "./panel.js";
import { walking } from "./walk.js";

const ABREAST = 5; // names that stand beside one another; longer ways go on in further lines
const AT_ONCE = 30; // ways that are shown before more are asked for

export function draw(host, page) {
  const { data, state, choose, shownEdge } = page;
  const marks = new Map([...document.querySelectorAll(".legend .glyph")].map((glyph) => [glyph.parentElement.dataset.key, glyph]));
  const list = make("ol", { class: `ways${data.plan[0].length > ABREAST ? " long" : ""}`, style: `--names: ${data.plan[0].length}` });
  const frame = make("div", { class: "frame", tabindex: "-1" }, list);
  const more = make("button", { type: "button", class: "more", onclick: () => { unfolded = true; fold(); } });
  const none = make("p", { class: "nothing" }, "No whole way is left; each has a step that is hidden.");
  const walk = walking(list);
  const ways = data.plan.map(wayOf);
  let unfolded = false;
  let hovered = null; // a test of ways: those through what the pointer is on
  list.append(...ways.map(({ item }) => item));
  host.append(make("div", { class: "strip" }, frame, none, more));
  if (ways.length === 1) tell(ways[0], true);

  function wayOf(nodes, at) {
    const steps = nodes.slice(1).map((to, step) => data.links[nodes[step]].filter((edge) => joins(edge, nodes[step], to)));
    const number = make("button", { type: "button", class: "number", "aria-expanded": "false", "aria-label": `The words of way ${at + 1}`, title: "The words that prove each step" }, `${at + 1}`);
    walk.stop(number, () => tell(way, lines.hidden));
    const cells = nodes.flatMap((node, column) => (column ? [stepOf(steps[column - 1], nodes[column - 1]), nameOf(node)] : [nameOf(node)]));
    const lines = make("ol", { class: "words" });
    lines.hidden = true;
    const way = { nodes, steps, number, cells, lines, item: make("li", { class: "way" }, make("div", { class: "row" }, number, ...cells), lines) };
    return way;
  }

  function joins(edge, one, other) {
    const { start, end } = data.edges[edge];
    return (start === one && end === other) || (start === other && end === one);
  }

  function nameOf(node) {
    const { name, kind } = data.nodes[node];
    const button = make("button", { type: "button", class: "stop", title: name }, make("span", { class: "name", dir: "auto" }, name), make("small", {}, kind));
    button.classList.toggle("asked", data.asked.includes(node));
    walk.stop(button, (how) => choose(node, null, how));
    return pointed(make("div", { class: "cell", "data-node": node }, button), (way) => way.nodes.includes(node));
  }

  function stepOf(edges, from) {
    const cell = make("div", { class: "cell links" }, ...edges.map((edge) => linkOf(edge, from)));
    return pointed(cell, (way) => way.steps.some((step) => step.some((edge) => edges.includes(edge))));
  }

  function linkOf(number, from) {
    const edge = data.edges[number];
    const onward = edge.start === from;
    const mark = marks.get(edge.role);
    const glyph = mark ? make("span", { class: "glyph", style: `color: ${mark.style.color}`, "aria-hidden": "true" }, mark.textContent) : null;
    const rail = make("span", { class: `rail ${edge.basis}`, "aria-hidden": "true", style: mark ? `--hue: ${mark.style.color}` : "" });
    rail.append(...(onward ? [make("i", {}), make("b", { class: "onward" }, "▸")] : [make("b", {}, "◂"), make("i", {})]));
    const said = `${data.nodes[edge.start].name} ${edge.label} ${data.nodes[edge.end].name}, ${edge.basis}`;
    const button = make("button", { type: "button", class: "step", "data-fact": number, "aria-label": said, title: said }, make("span", { class: "word" }, glyph, glyph ? " " : null, edge.label), rail);
    return walk.stop(button, (how) => choose(null, number, how));
  }

  function pointed(cell, through) {
    cell.addEventListener("pointerenter", () => { hovered = through; shade(); });
    cell.addEventListener("pointerleave", () => { hovered = null; shade(); });
    return cell;
  }

  /** Show the words that prove each step of a way beneath it, or hide them. */
  function tell(way, open) {
    way.lines.hidden = !open;
    way.number.setAttribute("aria-expanded", String(open));
    way.lines.replaceChildren(...(open ? way.steps.flatMap((step) => step.filter(shownEdge)).map(words) : []));
  }

  function words(number) {
    const edge = data.edges[number];
    const [first] = data.evidence(number);
    const name = (node) => make("bdi", {}, data.nodes[node].name);
    return make("li", {}, make("p", {}, name(edge.start), make("span", {}, ` ${edge.label} `), name(edge.end), " ", make("span", { class: `basis ${edge.basis}` }, edge.basis)), ...(first ? quoted(first) : []));
  }

  function whole(way) {
    return way.steps.every((step) => step.some(shownEdge));
  }

  function filter() {
    for (const button of list.querySelectorAll(".step")) button.hidden = !shownEdge(Number(button.dataset.fact));
    for (const way of ways) if (!way.lines.hidden) tell(way, true);
    fold();
  }

  /** Which ways are in sight, and what each has in common with the one above it. */
  function fold() {
    const open = ways.filter(whole);
    const folded = unfolded ? 0 : Math.max(open.length - AT_ONCE, 0);
    const seen = new Set(open.slice(0, open.length - folded));
    for (const way of ways) way.item.hidden = !seen.has(way);
    more.hidden = folded === 0;
    more.textContent = `Show ${counted(folded, "more way", "more ways")}`;
    frame.hidden = open.length === 0;
    none.hidden = open.length > 0;
    [...seen].forEach((way, at, all) => share(way, all[at - 1], all[at + 1]));
    walk.settle();
  }

  function share(way, above, below) {
    way.cells.forEach((cell, at) => {
      cell.classList.toggle("above", alike(way, above, at));
      cell.classList.toggle("below", alike(way, below, at));
    });
  }

  /** Whether two ways have the name, or the step between two names, at the same place. */
  function alike(way, other, at) {
    if (!other) return false;
    const same = (column) => way.nodes[column] === other.nodes[column];
    return at % 2 ? same((at - 1) / 2) && same((at + 1) / 2) : same(at / 2);
  }

  function shade() {
    const light = hovered ?? chosen();
    for (const way of ways) way.item.classList.toggle("dim", light !== null && !light(way));
    for (const cell of list.querySelectorAll("[data-node]")) press(cell.firstChild, Number(cell.dataset.node) === state.node);
    for (const button of list.querySelectorAll(".step")) press(button, Number(button.dataset.fact) === state.edge);
  }

  function press(button, on) {
    button.classList.toggle("chosen", on);
    button.setAttribute("aria-pressed", String(on));
  }

  function chosen() {
    if (state.edge !== null) return (way) => way.steps.some((step) => step.includes(state.edge));
    return state.node === null ? null : (way) => way.nodes.includes(state.node);
  }

  function reveal() {
    const through = chosen();
    const way = through && ways.find((each) => whole(each) && through(each));
    if (!way) return;
    if (way.item.hidden) { unfolded = true; fold(); }
    way.item.querySelector(".chosen")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  return { filter, shade, reveal, svg: () => drawingOf(list) };
}
