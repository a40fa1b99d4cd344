// A map as an SVG drawing: what is shown of it, whole, with as many names as there is room for.

import { colour, shape } from "./dom.js";
import { boxOf } from "./grid.js";
import { canvasOf } from "./image.js";
import { written } from "./marks.js";
import { shortened } from "./room.js";

const MARGIN = 110;
const LARGEST = 4000; // pixels

/** A small map has the names of all its things, on several lines; a large one is made smaller, and has those that fit. */
export function exported(page, things, brush, { large }) {
  const { data, shownNode, shownEdge } = page;
  const open = [...things.byRank].filter(shownNode);
  const box = boxOf(open, things.xs, things.ys) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const scale = large ? Math.min(1, LARGEST / Math.max(box.right - box.left, box.bottom - box.top, 1)) : 1;
  const at = (number) => [short((things.xs[number] - box.left) * scale + MARGIN), short((things.ys[number] - box.top) * scale + MARGIN)];
  const drawing = canvasOf(Math.ceil((box.right - box.left) * scale) + 2 * MARGIN, Math.ceil((box.bottom - box.top) * scale) + 2 * MARGIN);
  const edges = data.edges.map((_, number) => number).filter((number) => shownEdge(number) && things.placed(number));
  drawing.append(...["stated", "inferred"].map((basis) => lines(edges.filter((number) => (data.edges[number].basis === "stated") === (basis === "stated")), basis)));
  for (const numbers of things.byKind(open)) drawing.append(marks(numbers));
  drawing.append(...(large ? few() : all()));
  return drawing;

  function lines(numbers, basis) {
    const d = numbers.map((number) => {
      const bow = things.bow(number);
      const end = at(data.edges[number].end).join(" ");
      const way = bow ? `Q${short((bow[0] - box.left) * scale + MARGIN)} ${short((bow[1] - box.top) * scale + MARGIN)} ${end}` : `L${end}`;
      return `M${at(data.edges[number].start).join(" ")}${way}`;
    });
    const faint = large ? Math.max(0.2, Math.min(0.8, 4000 / edges.length)) : 1;
    return shape("path", { d: d.join(""), fill: "none", stroke: colour("rule"), "stroke-width": large ? 0.6 : 1.2, "stroke-opacity": faint, "stroke-dasharray": basis === "stated" ? "none" : "5 4" });
  }

  function marks(numbers) {
    const { shape: sort, hue } = things.look(numbers[0]);
    return shape("path", { d: numbers.map((number) => written(sort, ...at(number), things.radius(number, scale) * scale)).join(""), fill: colour(hue) });
  }

  function all() {
    const labels = new Map(data.model.nodes.map(({ id, label }) => [id, label]));
    return open.flatMap((number) => labels.get(number).split("\n").map((line, row) => text(at(number)[0], at(number)[1] + things.radius(number, scale) + 16 + 17 * row, 14, line)));
  }

  function few() {
    const view = { scale, left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    return brush.roomy(view, open, { most: 1500, gap: 4 }).map(([number]) => text(at(number)[0], at(number)[1] + things.radius(number, scale) * scale + 13, 12.5, shortened(data.nodes[number].name)));
  }

  function text(x, y, size, line) {
    return shape("text", { x, y, "text-anchor": "middle", fill: colour("ink"), "font-family": "sans-serif", "font-size": size }, line);
  }
}

function short(value) {
  return Math.round(value * 10) / 10;
}
