// A structure: rows under one another that can be folded, with who is in them beside; where there are two levels only, boxes.

import { make } from "./dom.js";
import { marks, wanted } from "./filter.js";
import { drawingOf } from "./image.js";
import { connected } from "./joints.js";
import { rowOf } from "./row.js";
import { unfold } from "./unfold.js";

const MANY = 400; // rows, of which only the upper ones are open at first
const OPEN = 3; // levels that are open then

export function draw(host, page) {
  const { data, state, choose } = page;
  const { outline } = data;
  const grid = make("div", { class: "outline", role: "treegrid", "aria-label": "Structure" });
  const shares = new Map(outline.heads); // units, with the post whose row they share
  const changed = marks(data);
  const parts = partsOf(outline);
  let trees = []; // of rows in the order in which they stand: {node, edge, again, depth, above, children, element}
  let rows = [];
  let size = ""; // of the picture when its lines were drawn
  const folds = make("p", { class: "folds" }, button("Open all", () => fold("none")), button("Fold all", () => fold("all")));
  host.append(folds, grid);
  grid.addEventListener("keydown", walk);
  new ResizeObserver(() => reconnect()).observe(grid);

  function button(text, onclick) {
    return make("button", { type: "button", class: "link", onclick }, text);
  }

  function filter() {
    trees = unfold(data, (edge) => wanted(data.edges[edge], state)).flatMap((tree) => flat(tree, 0, null)).reduce(grouped, []);
    rows = trees.flat();
    grid.replaceChildren(...trees.map(section));
    grid.classList.toggle("nobody", !grid.querySelector(".holder, .vacant"));
    folds.hidden = !rows.some((row) => row.children && row.depth > 0);
    unfolded(rows.find((row) => data.asked.includes(row.node)) ?? rows[0]);
  }

  /** The rows of a tree, one after another. What is hidden leaves its place to what stands under it. */
  function flat({ node, edge, children, again }, depth, above) {
    const row = { node, edge, again, depth, above, children: 0 };
    const under = (to, on) => children.flatMap((child) => flat(child, to, on));
    if (!page.shownNode(node)) return under(depth, above);
    const below = under(depth + 1, row);
    if (state.hidden.has("unchanged") && !changed.has(node) && !below.length) return [];
    row.children = below.filter((each) => each.above === row).length;
    return [row, ...below];
  }

  function grouped(found, row) {
    if (row.depth === 0) found.push([]);
    found.at(-1).push(row);
    return found;
  }

  function section(tree) {
    const boxes = tree.every((row) => row.depth < 2) && (tree.length > 1 || trees.length > 1);
    const few = boxes && tree.length < 4 && trees.length > 1;
    const group = make("div", { role: "rowgroup", class: `trunk ${boxes ? "boxes" : "rows"}${few ? " few" : ""}` });
    const among = (row) => tree.filter((other) => other.above === row.above);
    for (const row of tree) {
      row.boxed = boxes;
      row.element = rowOf(page, parts, row, { choose, toggle, reach: (node) => show(firstOf(node)) });
      row.element.setAttribute("aria-setsize", row.above ? row.above.children : trees.length);
      row.element.setAttribute("aria-posinset", row.above ? among(row).indexOf(row) + 1 : trees.indexOf(tree) + 1);
      row.element.classList.toggle("asked", data.asked.includes(row.node));
    }
    const [top, ...others] = tree.map((row) => row.element);
    if (boxes) group.append(top, make("div", { class: "under", role: "presentation" }, ...others));
    else group.append(top, ...others);
    return group;
  }

  const firstOf = (node) => rows.find((row) => row.node === (shares.get(node) ?? node) && !row.again);
  const isOpen = (row) => row.boxed || foldedAtFirst(row) === state.turned.has(row.node);
  const inSight = (row) => !row.above || (isOpen(row.above) && inSight(row.above));
  const seen = () => rows.filter((row) => !row.element.hidden);

  /** Whether a row is folded before anybody turns it. */
  function foldedAtFirst({ depth }) {
    const many = outline.entries.length > MANY;
    return state.folds === "all" ? depth > 0 || many : state.folds === "" && many && depth >= OPEN - 1;
  }

  function fold(which) {
    Object.assign(state, { folds: which, turned: new Set() });
    page.kept();
    unfolded(current());
  }

  function turn(row) {
    if (!state.turned.delete(row.node)) state.turned.add(row.node);
    page.kept();
  }

  function toggle(row) {
    turn(row);
    unfolded(row);
  }

  function opened(row) {
    for (let above = row?.above; above; above = above.above) if (!isOpen(above)) turn(above);
  }

  /** Show what is open; the Tab key leads to this row, or to the one that hides it. */
  function unfolded(wantedRow) {
    for (const row of rows) {
      row.element.hidden = !inSight(row);
      if (row.children) row.element.setAttribute("aria-expanded", String(isOpen(row)));
    }
    let row = wantedRow;
    while (row?.element.hidden) row = row.above;
    settle(row ?? rows[0]);
    connect();
  }

  function current() {
    return rows.find((row) => row.element.tabIndex === 0);
  }

  function settle(row) {
    for (const other of rows) other.element.tabIndex = other === row ? 0 : -1;
  }

  function go(row) {
    if (!row) return;
    settle(row);
    row.element.focus();
  }

  function show(row) {
    opened(row);
    unfolded(row);
    go(row);
  }

  /** Up and down over the rows; right opens a row, then goes to what stands in it; left goes back, closes it, then goes to the one above. */
  function walk(event) {
    const row = rows.find(({ element }) => element.contains(event.target));
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const open = seen();
    const at = open.indexOf(row);
    const inside = [row.element, ...row.element.querySelectorAll("button")];
    const place = inside.indexOf(event.target);
    const keys = {
      ArrowDown: () => go(open[at + 1]),
      ArrowUp: () => go(open[at - 1]),
      Home: () => go(open[0]),
      End: () => go(open.at(-1)),
      ArrowRight: () => (place === 0 && row.children && !isOpen(row) ? toggle(row) : inside[place + 1]?.focus()),
      ArrowLeft: () => (place > 0 ? inside[place - 1].focus() : row.children && isOpen(row) && !row.boxed ? toggle(row) : go(row.above)),
    };
    if (event.key === "Enter" && place === 0) choose(row.node, null, { focus: true });
    else if (Object.hasOwn(keys, event.key)) keys[event.key]();
    else return;
    event.preventDefault();
  }

  function shade() {
    const [node, edge] = [shares.get(state.node) ?? state.node, state.edge];
    for (const row of rows) {
      row.element.classList.toggle("chosen", row.node === node || (edge !== null && row.edge === edge));
      for (const each of row.element.querySelectorAll("button[data-fact]")) {
        const fact = data.edges[each.dataset.fact];
        if (Number(each.dataset.fact) === edge) row.element.classList.add("chosen");
        each.classList.toggle("chosen", Number(each.dataset.fact) === edge || (each.classList.contains("holder") && fact.start === state.node));
      }
    }
    for (const line of grid.querySelectorAll("svg [data-fact]")) line.classList.toggle("chosen", Number(line.dataset.fact) === edge);
  }

  function connect() {
    for (const tree of trees) connected(data, tree, choose);
    const { width, height } = grid.getBoundingClientRect();
    size = `${width} ${height}`;
  }

  function reconnect() {
    const { width, height } = grid.getBoundingClientRect();
    if (size === `${width} ${height}`) return;
    connect();
    shade();
  }

  /** The row of what is chosen: its own, that of a post that a person is in, that of a line, or of where a line begins or ends. */
  function rowChosen() {
    if (state.node !== null) return firstOf(state.node) ?? rows.find((row) => holders(row.node).some((number) => data.edges[number].start === state.node));
    if (state.edge === null) return undefined;
    const { start, end } = data.edges[state.edge];
    return rows.find((row) => row.edge === state.edge) ?? firstOf(start) ?? firstOf(end);
  }

  function holders(node) {
    return (parts.held.get(node) ?? []).map(([number]) => number).filter(page.shownEdge);
  }

  function reveal() {
    const row = rowChosen();
    if (!row) return;
    const [focused, before] = [document.activeElement, current()];
    opened(row);
    unfolded(row ?? before);
    shade();
    row.element.scrollIntoView({ block: "nearest" });
    focused?.focus({ preventScroll: true });
  }

  window.addEventListener("beforeprint", () => { for (const row of rows) row.element.hidden = false; });
  window.addEventListener("afterprint", () => unfolded(current()));
  return { filter, shade, reveal, svg: () => drawingOf(grid) };
}

/** What rows say, by their nodes: of each its unit, seats and vacancy, who is in it, the units that share it, what has become of it. */
function partsOf({ entries, heads, held, marks: changes }) {
  const listed = (pairs) => {
    const found = new Map();
    for (const [node, ...rest] of pairs) found.set(node, [...(found.get(node) ?? []), rest]);
    return found;
  };
  const shared = new Map(heads);
  return {
    entry: new Map(entries.map(([node, unit, seats, vacant]) => [node, { unit, seats, vacant: Boolean(vacant) }])),
    units: listed(heads.map(([unit, post]) => [post, unit])),
    held: listed(held),
    marks: listed(changes.map(([node, sort, text, edge]) => [shared.get(node) ?? node, sort, text, edge, node])),

  };
}
