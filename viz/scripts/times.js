// Bars and marks along a line of years; beneath them, of a body that met often, who came to which meeting.

import { axis, day, monthText } from "./days.js";
import { grid } from "./presence.js";
import { make } from "./dom.js";
import { drawingOf } from "./image.js";
import { walking } from "./walk.js";

const MARK = 17; // pixels that a mark takes
const BRIEF = 9; // pixels that a bar takes at least

export function draw(host, page) {
  const { data, state, choose, shownEdge } = page;
  const { plan } = data;
  const all = make("div", { class: "times" });
  const walk = walking(all);
  const glyphs = new Map([...document.querySelectorAll(".legend .glyph")].map((glyph) => [glyph.parentElement.dataset.key, glyph]));
  const lattice = make("div", { class: "lattice", "aria-hidden": "true" });
  const scale = make("div", { class: "scale", "aria-hidden": "true" });
  const groups = plan.groups.map(groupOf);
  const kinds = make("p", { class: "kinds" }, make("i", {}), make("span", {}, "told"), make("i", {}), make("span", {}, "seen in papers"));
  const spans = make("section", { class: "spans" }, lattice, kinds, scale, ...groups.map(({ item }) => item));
  const table = plan.grid ? grid(page, { walk, glyphs, factButton }) : null;
  const aside = make("section", { class: "aside" }, make("h2", {}, "Without a place on the line"), make("ul", {}, ...plan.undated.map(told)));
  let reach = [0, 1]; // the first and the last day of the line
  host.append(all);
  all.append(...[spans, table?.item, aside].filter(Boolean));

  function groupOf({ title, node, note, rows }) {
    const made = rows.map(rowOf);
    const name = node === null ? make("bdi", {}, title) : nameButton(node, title);
    const head = make("h2", {}, name, note ? make("small", {}, make("bdi", {}, note)) : null);
    return { rows: made, item: make("div", { class: "group" }, head, ...made.map(({ item }) => item)) };
  }

  function rowOf({ title, node, key, bars, marks }) {
    const track = make("div", { class: "track" });
    const drawn = bars.map((bar) => ({ ...bar, from: day(bar.start), to: day(bar.end, true), element: barOf(bar, key) }));
    const points = marks.map((edge) => ({ edge, at: day(data.edges[edge].first), element: markOf(edge) }));
    track.append(...drawn.map(({ element }) => element), ...points.map(({ element }) => element));
    const days = make("small", {}, bars.map(({ text }) => text).join("; "));
    const name = node === null ? make("span", { class: "name", dir: "auto" }, title) : nameButton(node, title);
    const label = make("div", { class: "label" }, glyphOf(key), make("div", {}, name, days));
    return { key, bars: drawn, points, days, track, item: make("div", { class: "line" }, label, track) };
  }

  function glyphOf(key) {
    const glyph = glyphs.get(key);
    return make("span", { class: "glyph", "aria-hidden": "true", style: glyph ? `color: ${glyph.style.color}` : "" }, glyph ? glyph.textContent : "");
  }

  function nameButton(node, title) {
    const button = make("button", { type: "button", class: "name", dir: "auto", "data-node": node }, title);
    return walk.stop(button, (how) => choose(node, null, how));
  }

  function sentence(number) {
    const { start, end, label, dates, basis } = data.edges[number];
    return `${data.nodes[start].name} ${label} ${data.nodes[end].name}${dates ? `, ${dates}` : ""} (${basis})`;
  }

  function factButton(number, attributes, ...children) {
    const said = sentence(number);
    const button = make("button", { type: "button", "data-fact": number, "aria-label": said, title: said, ...attributes }, ...children);
    return walk.stop(button, (how) => choose(null, number, how));
  }

  function barOf({ how, fact, text }, key) {
    const colour = glyphs.get(key)?.style.color ?? "var(--rule)";
    const sort = `bar ${how === "told" ? "told" : how === "seen" ? "seen" : "gap"}`;
    if (fact === null) return make("span", { class: sort, title: text }, make("i", {}));
    return factButton(fact, { class: sort, style: `--hue: ${colour}` }, make("i", {}));
  }

  function markOf(number) {
    return factButton(number, { class: "mark" }, glyphOf(data.edges[number].role));
  }

  function told(number) {
    return make("li", {}, factButton(number, { class: "link" }, sentence(number)));
  }

  // What is shown -------------------------------------------------------------------------

  function filter() {
    reach = axis(plan, state);
    for (const { rows, item } of groups) {
      for (const row of rows) showRow(row);
      item.hidden = rows.every((row) => row.item.hidden);
    }
    spans.hidden = !plan.first || groups.every(({ item }) => item.hidden);
    for (const button of aside.querySelectorAll("[data-fact]")) button.parentElement.hidden = !shownEdge(Number(button.dataset.fact));
    aside.hidden = !aside.querySelector("li:not([hidden])");
    table?.filter();
    place();
    walk.settle();
  }

  function showRow({ key, bars, points, days, item }) {
    for (const bar of bars) bar.element.hidden = state.hidden.has(key) || !within(bar) || (bar.fact !== null && !shownEdge(bar.fact));
    for (const { edge, at, element } of points) element.hidden = !shownEdge(edge) || at < reach[0] || at > reach[1];
    days.textContent = bars.filter(({ element }) => !element.hidden).map(({ text }) => text).join("; ");
    item.hidden = [...bars, ...points].every(({ element }) => element.hidden);
  }

  function within({ from, to }) {
    return (to === null || to >= reach[0]) && (from === null || from <= reach[1]);
  }

  // Where it stands -----------------------------------------------------------------------

  const share = (at) => (100 * (at - reach[0])) / (reach[1] - reach[0]);

  function place() {
    if (spans.hidden) return;
    const width = scale.getBoundingClientRect().width;
    ticks(width);
    for (const { rows } of groups) for (const row of rows) if (!row.item.hidden) placeRow(row, width);
  }

  function placeRow({ bars, points, track }, width) {
    for (const { from, to, element } of bars) {
      const [left, right] = [Math.max(share(from ?? reach[0]), 0), Math.min(share(to === null ? reach[1] : to), 100)].sort((one, other) => one - other);
      element.style.left = `${left}%`;
      element.style.width = `${right - left}%`;
      element.classList.toggle("brief", ((right - left) * width) / 100 < BRIEF);
      element.classList.toggle("begun", from === null || from < reach[0]);
      element.classList.toggle("going", to === null || to > reach[1]);
    }
    const lanes = []; // where the last mark of each ends
    for (const { at, element } of points.filter((point) => !point.element.hidden).sort((one, other) => one.at - other.at)) {
      const left = Math.min(Math.max((share(at) * width) / 100, MARK / 2), width - MARK / 2);
      const free = lanes.findIndex((end) => end <= left - MARK / 2);
      const lane = free < 0 ? lanes.length : free;
      lanes[lane] = left + MARK / 2;
      element.style.left = `${(100 * left) / width}%`;
      element.style.top = `${lane * 22}px`;
    }
    track.style.minHeight = points.length ? `${lanes.length * 22}px` : "";
  }

  function ticks(width) {
    const lines = monthText(reach, width);
    scale.replaceChildren(...lines.filter(({ text }) => text).map(({ at, text, year }) => make("span", { class: year ? "year" : "month", style: `left: ${share(at)}%` }, text)));
    lattice.replaceChildren(...lines.map(({ at, year }) => make("i", { class: year ? "year" : "month", style: `left: ${share(at)}%` })));
  }

  // What is chosen ------------------------------------------------------------------------

  function shade() {
    for (const element of all.querySelectorAll("button[data-fact]")) press(element, Number(element.dataset.fact) === state.edge);
    for (const element of all.querySelectorAll("button[data-node]")) press(element, Number(element.dataset.node) === state.node);
  }

  function press(button, on) {
    button.classList.toggle("chosen", on);
    button.setAttribute("aria-pressed", String(on));
  }

  function reveal() {
    const chosen = [...all.querySelectorAll(".chosen")].find((element) => element.offsetParent !== null);
    chosen?.scrollIntoView({ block: "nearest", inline: "center" });
  }

  function svg() {
    const [frame, before] = [all.querySelector(".frame"), all.style.width];
    all.style.width = `${Math.max(all.scrollWidth, (frame?.scrollWidth ?? 0) + 40)}px`;
    all.classList.add("whole");
    place();
    const drawing = drawingOf(all);
    all.classList.remove("whole");
    all.style.width = before;
    place();
    return drawing;
  }

  new ResizeObserver(place).observe(scale);
  return { filter, shade, reveal, svg };
}
