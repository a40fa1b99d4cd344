// The lines that join the rows of a structure, each one a fact: dashed where it is inferred.

import { shape } from "./dom.js";

const GAP = 9; // pixels above a row of boxes in which its lines run

/** Draw the lines of one tree anew, over the rows as they stand now. */
export function connected(data, tree, choose) {
  const group = tree[0].element.parentElement;
  group.querySelector(":scope > svg")?.remove();
  const seen = tree.filter((row) => !row.element.hidden);
  const frame = group.getBoundingClientRect();
  const svg = shape("svg", { class: "joints", "aria-hidden": "true", width: frame.width, height: frame.height });
  const ways = tree[0].boxed ? boxes(seen, frame) : steps(seen, frame);
  for (const [row, way] of ways) if (row.edge !== null) svg.append(joint(row.edge, way));
  group.append(svg);

  function joint(edge, way) {
    const line = shape("g", { class: data.edges[edge].basis, "data-fact": edge }, shape("path", { class: "seen", d: way }), shape("path", { class: "touch", d: way }));
    line.addEventListener("click", () => choose(null, edge));
    return line;
  }
}

/** From under the sign of the row above, or from the row before it on the same line, to the row. */
function steps(seen, frame) {
  const signs = new Map(seen.map((row) => [row, middle(row.element.querySelector(".glyph"), frame)]));
  const ends = new Map();
  return seen.filter((row) => signs.has(row.above)).map((row) => {
    const [above, { x, y }] = [signs.get(row.above), signs.get(row)];
    const from = ends.get(row.above) ?? above.y + 10;
    ends.set(row.above, y);
    return [row, `M${above.x},${from} V${y} H${Math.max(x - (row.children ? 24 : 10), above.x)}`];
  });
}

/** From the head box down at the side, and above each row of boxes along to each of them; each begins where the one before it turned off. */
function boxes([head, ...others], frame) {
  const top = head.element.getBoundingClientRect();
  const side = crisp(top.left - frame.left + 14);
  let [x, y] = [side, crisp(top.bottom - frame.top)];
  return others.map((row) => {
    const box = row.element.getBoundingClientRect();
    const bus = crisp(box.top - frame.top - GAP);
    const down = Math.max(crisp(box.left - frame.left + 26), side);
    const start = bus === y ? `M${x},${y}` : `M${side},${y} V${bus}`;
    [x, y] = [down, bus];
    return [row, `${start} H${down} V${crisp(box.top - frame.top)}`];
  });
}

const crisp = (pixels) => Math.round(pixels) + 0.5;

function middle(element, frame) {
  const box = element.getBoundingClientRect();
  return { x: crisp(box.left + box.width / 2 - frame.left), y: crisp(box.top + box.height / 2 - frame.top) };
}
