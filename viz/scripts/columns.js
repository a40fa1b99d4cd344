// Two columns of names with lines between them. The browser sets the names, so that none can lie over another.

import { counted, make, shape } from "./dom.js";
import { drawingOf } from "./image.js";

const MARKS = {
  chair: "M0,-6 L6,0 L0,6 L-6,0 Z",
  "vice-chair": "M0,-6 L6,5 L-6,5 Z",
  secretary: "M-4.5,-4.5 H4.5 V4.5 H-4.5 Z",
  member: "M-3.5,0 a3.5,3.5 0 1,0 7,0 a3.5,3.5 0 1,0 -7,0 Z",
  observer: "M-5,0 L-2.5,-4.5 H2.5 L5,0 L2.5,4.5 H-2.5 Z",
};
const RANK = ["observer", "member", "secretary", "vice-chair", "chair"]; // who is drawn over whom
const APART = 9; // pixels between the ends of lines
const STROKES = { chair: 2.6, "vice-chair": 2.2, secretary: 2.2, observer: 1.8 };

const own = (table, key, other) => (Object.hasOwn(table, key) ? table[key] : other);

export function draw(host, page) {
  const { data, state, choose, shownEdge } = page;
  const { links } = data;
  const sides = [0, 1].map(column);
  const svg = shape("svg", { class: "lines", "aria-hidden": "true" });
  const pair = make("div", { class: "pair" }, make("section", { class: "side left" }), svg, make("section", { class: "side right" }));
  const buttons = new Map();
  let hovered = null;
  let size = ""; // of the picture when its lines were drawn
  host.append(pair);
  fill(pair.querySelector(".left"), data.asked.length ? "People" : "People on two or more bodies", sides[0]);
  fill(pair.querySelector(".right"), "Bodies", sides[1]);
  const colours = Object.fromEntries([...document.querySelectorAll(".legend .glyph")].map((glyph) => [glyph.parentElement.dataset.key, glyph.style.color]));

  function column(side) {
    return data.nodes.map((_, number) => number).filter((number) => data.nodes[number].at?.[0] === side).sort((one, other) => data.nodes[one].at[1] - data.nodes[other].at[1]);
  }

  function fill(section, title, numbers) {
    const list = make("ul", {});
    section.append(make("h2", {}, title, " ", make("span", { class: "count" })), list);
    for (const number of numbers) {
      const button = make("button", { class: "node", type: "button", tabindex: "-1", title: data.nodes[number].name }, make("span", { class: "name", dir: "auto" }, data.nodes[number].name));
      if (data.nodes[number].kind === "Body") button.append(make("small", {}));
      button.classList.toggle("asked", data.asked.includes(number));
      button.addEventListener("click", () => choose(number));
      button.addEventListener("pointerenter", () => hover(number));
      button.addEventListener("pointerleave", () => hover(null));
      button.addEventListener("focus", () => { for (const other of numbers) buttons.get(other).tabIndex = other === number ? 0 : -1; });
      button.addEventListener("keydown", (event) => walk(event, number));
      buttons.set(number, button);
      list.append(make("li", {}, button));
    }
  }

  /** Up and down in a column, left and right to what is linked; Enter opens the evidence and goes there. */
  function walk(event, number) {
    const side = data.nodes[number].at[0];
    const open = sides[side].filter((each) => !buttons.get(each).parentElement.hidden);
    const at = open.indexOf(number);
    const across = () => links[number].filter(drawn).map((edge) => data.edges[edge][side ? "start" : "end"])[0];
    const next = { ArrowUp: open[at - 1], ArrowDown: open[at + 1], Home: open[0], End: open[open.length - 1] }[event.key];
    const goal = (event.key === "ArrowLeft" && side === 1) || (event.key === "ArrowRight" && side === 0) ? across() : next;
    if (event.key === "Enter") choose(number, null, { focus: true });
    else if (goal !== undefined) buttons.get(goal).focus();
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  }

  function drawn(edge) {
    return shownEdge(edge) && buttons.has(data.edges[edge].start) && buttons.has(data.edges[edge].end);
  }

  function hover(number) {
    hovered = number;
    shade();
  }

  function shade() {
    const light = hovered === null ? page.lit() : page.litBy(hovered);
    for (const [number, button] of buttons) {
      button.classList.toggle("faded", light !== null && !light.nodes.has(number));
      button.classList.toggle("chosen", number === state.node);
      button.setAttribute("aria-pressed", String(number === state.node));
    }
    for (const drawnLine of svg.children) {
      drawnLine.classList.toggle("faded", light !== null && !light.edges.has(Number(drawnLine.dataset.fact)));
      drawnLine.classList.toggle("chosen", Number(drawnLine.dataset.fact) === state.edge);
    }
  }

  function count() {
    for (const [number, button] of buttons) {
      const open = links[number].filter(shownEdge);
      const joined = open.filter(drawn);
      button.parentElement.hidden = !joined.length && !data.asked.includes(number);
      if (data.nodes[number].kind !== "Body") continue;
      const people = new Set(open.map((edge) => data.edges[edge].start));
      const others = [...people].filter((person) => !buttons.has(person)).length;
      button.querySelector("small").textContent = others ? `+ ${counted(others, "other person", "other people")}` : "";
    }
    for (const side of sides) {
      const open = side.filter((number) => !buttons.get(number).parentElement.hidden);
      pair.querySelectorAll(".count")[sides.indexOf(side)].textContent = `(${open.length})`;
      if (open.length && !open.some((number) => buttons.get(number).tabIndex === 0)) buttons.get(open[0]).tabIndex = 0;
    }
  }

  /** Draw the lines anew; where the names stand is measured once, for to ask again and again is slow. */
  function connect() {
    const frame = pair.getBoundingClientRect();
    const boxes = new Map([...buttons].map(([number, button]) => [number, button.getBoundingClientRect()]));
    const open = data.edges.map((_, number) => number).filter(drawn);
    const ports = [fanned(open, boxes, "start", "end"), fanned(open, boxes, "end", "start")];
    const rank = (number) => RANK.indexOf(data.edges[number].role);
    const order = [...open].sort((one, other) => rank(one) - rank(other) || one - other);
    svg.replaceChildren(...order.map((number) => line(number, ...ends(number, frame, boxes, ports))));
    size = `${frame.width} ${frame.height}`;
  }

  function reconnect() {
    const frame = pair.getBoundingClientRect();
    if (size === `${frame.width} ${frame.height}`) return;
    connect();
    shade();
  }

  /** How far above or below the middle of a name each of its lines ends: in the order of where they lead. */
  function fanned(open, boxes, near, far) {
    const top = (number) => boxes.get(data.edges[number][far]).top;
    const fans = new Map(open.map((number) => [data.edges[number][near], []]));
    for (const number of open) fans.get(data.edges[number][near]).push(number);
    const aside = new Map();
    for (const [node, fan] of fans) {
      const room = boxes.get(node).height - 10;
      const step = Math.min(APART, room / Math.max(fan.length - 1, 1));
      fan.sort((one, other) => top(one) - top(other) || one - other);
      fan.forEach((number, at) => aside.set(number, (at - (fan.length - 1) / 2) * step));
    }
    return aside;
  }

  function ends(number, frame, boxes, [starting, ending]) {
    const edge = data.edges[number];
    const [from, to] = [boxes.get(edge.start), boxes.get(edge.end)];
    const height = (box, ports) => Math.round((box.top + box.height / 2 - frame.top + ports.get(number)) * 10) / 10;
    return [Math.round(from.right - frame.left) + 3, height(from, starting), Math.round(to.left - frame.left) - 9, height(to, ending)];
  }

  function line(number, x1, y1, x2, y2) {
    const edge = data.edges[number];
    const bend = Math.round((x2 - x1) * 0.45);
    const way = `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
    const colour = own(colours, edge.role, "var(--ink)");
    const group = shape("g", { class: edge.basis, "data-fact": number });
    group.append(
      shape("path", { class: "seen", d: way, style: `stroke: ${colour}`, "stroke-width": own(STROKES, edge.role, 1.4) }),
      shape("path", { class: "mark", d: own(MARKS, edge.role, MARKS.member), transform: `translate(${x2},${y2})`, style: `fill: ${colour}` }),
      shape("path", { class: "touch", d: way }),
    );
    group.addEventListener("click", () => choose(null, number));
    return group;
  }

  new ResizeObserver(reconnect).observe(pair);
  return {
    filter: () => { count(); connect(); },
    shade,
    svg: () => drawingOf(pair),
    reveal: () => (buttons.get(state.node) ?? buttons.get(data.edges[state.edge]?.start))?.scrollIntoView({ block: "nearest" }),
  };
}
