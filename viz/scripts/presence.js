// Who came to which meeting: people down, meetings across, a mark for each with a letter, a shape and a colour.

import { headed } from "./days.js";
import { counted, make } from "./dom.js";

const LETTERS = { chaired: "C", present: "P", "in attendance": "I", apologies: "A", absent: "N" };
const CAME = ["chaired", "present", "in attendance"];
const SUMS = [["Present", CAME, ""], ["Apol.", ["apologies"], "Sent apologies"], ["Absent", ["absent"], ""]];
const SHEET = 1010; // pixels across a sheet of paper on its side
const [NAME, CELL] = [330, 34];

/** The grid of this page; ``filter()`` is to be called when others are shown. */
export function grid(page, { walk, glyphs, factButton }) {
  const { data, choose, shownEdge, state } = page;
  const { meetings, people } = data.plan.grid;
  const TOTALS = SUMS.filter(([, roles]) => roles === CAME || data.edges.some(({ role }) => roles.includes(role)));
  const column = new Map(meetings.map((meeting, at) => [meeting.node, at]));
  const totals = [...TOTALS.map(([text, , long]) => total(text, long || text)), total("Rate", "At how many of these meetings")];
  const rows = people.map(rowOf);
  const years = make("tr", { class: "years" });
  const heads = meetings.map(headOf);
  const sums = meetings.map(() => make("td", {}));
  const corner = make("th", { scope: "col", class: "who", rowspan: "2" }, "Who");
  const table = make("table", {}, make("thead", {}, years, make("tr", {}, ...heads)), make("tbody", {}, ...rows.map(({ item }) => item)), make("tfoot", {}, make("tr", {}, make("th", { scope: "row", class: "who" }, "Present"), ...totals.map(() => make("td", { class: "total" })), ...sums)));
  const count = make("p", { class: "key" });
  const letters = make("p", { class: "key letters" }, ...Object.keys(LETTERS).filter((role) => data.edges.some((edge) => edge.role === role)).map(keyOf));
  table.style.setProperty("--smaller", String(Math.min(1, SHEET / (NAME + CELL * meetings.length))));
  const frame = make("div", { class: "frame", role: "group", "aria-label": "Who came to which meeting; it scrolls" }, table);
  const item = make("section", { class: "grid" }, make("h2", {}, "Who came"), count, letters, frame);

  /** What a letter of the grid stands for. */
  function keyOf(role) {
    return make("span", {}, ...signOf(role), ` ${glyphs.get(role)?.nextSibling.textContent.toLowerCase() ?? role}`);
  }

  function total(text, title) {
    return make("th", { scope: "col", class: "total", rowspan: "2", title }, text);
  }

  function headOf({ node, date }) {
    const [number, month] = headed(date);
    const { name } = data.nodes[node];
    const button = make("button", { type: "button", class: "date", "data-node": node, "aria-label": name, title: name }, make("span", {}, number || "–"), make("span", {}, month || "no day"));
    return make("th", { scope: "col" }, walk.stop(button, (how) => choose(node, null, how)));
  }

  function rowOf({ node, facts }) {
    const name = make("button", { type: "button", class: "name", dir: "auto", "data-node": node, title: data.nodes[node].name }, data.nodes[node].name);
    const cells = meetings.map(() => make("td", {}));
    const marks = facts.map((fact) => ({ fact, at: column.get(data.edges[fact].end), element: cellOf(fact) }));
    for (const { at, element } of marks) cells[at].append(element);
    for (const cell of cells) cell.classList.toggle("disputed", cell.childElementCount > 1);
    const sum = totals.map(() => make("td", { class: "total" }));
    return { cells, marks, sum, item: make("tr", {}, make("th", { scope: "row", class: "who" }, walk.stop(name, (how) => choose(node, null, how))), ...sum, ...cells) };
  }

  function cellOf(fact) {
    return factButton(fact, { class: "presence" }, ...signOf(data.edges[fact].role));
  }

  function signOf(role) {
    const glyph = glyphs.get(role);
    const shape = make("span", { class: "glyph", "aria-hidden": "true", style: glyph ? `color: ${glyph.style.color}` : "" }, glyph ? glyph.textContent : "");
    return [shape, make("span", { class: "letter" }, LETTERS[role] ?? "")];
  }

  function filter() {
    const open = meetings.map(({ date }) => !(state.from && date && date.slice(0, 4) < state.from) && !(state.to && date && date.slice(0, 4) > state.to));
    for (const row of rows) showRow(row, open);
    meetings.forEach((_, at) => {
      heads[at].hidden = sums[at].hidden = !open[at];
      sums[at].textContent = String(rows.filter(({ marks }) => marks.some((mark) => mark.at === at && came(mark))).length || "");
    });
    const seen = open.filter(Boolean).length;
    count.textContent = `${counted(rows.filter((row) => !row.item.hidden).length, "person", "people")} at ${counted(seen, "meeting", "meetings")} whose minutes are loaded.`;
    item.hidden = seen === 0 || rows.every((row) => row.item.hidden);
    years.replaceChildren(corner, ...totals, ...spanned(open));
  }

  function came({ fact }) {
    return shownEdge(fact) && CAME.includes(data.edges[fact].role);
  }

  function showRow({ cells, marks, sum, item: line }, open) {
    const there = marks.filter(({ fact, at }) => open[at] && shownEdge(fact));
    for (const mark of marks) mark.element.hidden = !there.includes(mark);
    cells.forEach((cell, at) => { cell.hidden = !open[at]; });
    const met = (roles) => new Set(there.filter(({ fact }) => roles.includes(data.edges[fact].role)).map((mark) => mark.at)).size;
    TOTALS.forEach(([, roles], at) => { sum[at].textContent = String(met(roles) || ""); });
    sum[TOTALS.length].textContent = `${Math.round((100 * met(CAME)) / open.filter(Boolean).length)}%`;
    line.hidden = there.length === 0;
  }

  /** The heads of the years, each above its meetings. */
  function spanned(open) {
    const runs = [];
    meetings.forEach(({ date }, at) => {
      if (!open[at]) return;
      const [, , year] = headed(date);
      const last = runs[runs.length - 1];
      if (last && last.year === year) last.number += 1;
      else runs.push({ year, number: 1 });
    });
    return runs.map(({ year, number }) => make("th", { scope: "colgroup", colspan: String(number) }, make("span", {}, year || "?")));
  }

  return { item, filter };
}
