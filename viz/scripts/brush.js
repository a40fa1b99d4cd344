// What a large map is painted with: lines, marks and names on a canvas whose measure is that of the map.

import { colour } from "./dom.js";
import { trace } from "./marks.js";
import { roomIn, shortened } from "./room.js";

export const FEW = 1500; // so few links in sight are drawn in full: dashed where inferred, with a point, and can be chosen
const HEAP = 1200; // links in one path
const [FONT, LINE] = [12.5, 16];

/** Brushes for the things of a page; those that take long are generators, which pause now and then. */
export function brushes({ data }, things) {
  const { xs, ys } = things;
  const face = getComputedStyle(document.body).fontFamily;
  const widths = new Map();

  function* lines(context, scale, edges) {
    const full = edges.length <= FEW;
    context.strokeStyle = colour("rule");
    context.fillStyle = context.strokeStyle;
    context.lineWidth = (full ? 1 : Math.max(0.35, Math.min(0.8, 5000 / edges.length))) / scale;
    context.globalAlpha = full ? 1 : Math.max(0.16, Math.min(0.7, 4000 / edges.length));
    const dashed = (number) => full && data.edges[number].basis !== "stated";
    for (const dash of [false, true]) {
      const sort = edges.filter((number) => dashed(number) === dash);
      context.setLineDash(dash ? [5 / scale, 4 / scale] : []);
      for (let first = 0; first < sort.length; first += HEAP) {
        stroke(context, sort.slice(first, first + HEAP));
        yield;
      }
    }
    context.setLineDash([]);
    if (full && scale > 0.3) points(context, scale, edges);
    context.globalAlpha = 1;
  }

  function stroke(context, edges) {
    context.beginPath();
    for (const number of edges) {
      const { start, end } = data.edges[number];
      const bow = things.bow(number);
      context.moveTo(xs[start], ys[start]);
      if (bow) context.quadraticCurveTo(...bow, xs[end], ys[end]);
      else context.lineTo(xs[end], ys[end]);
    }
    context.stroke();
  }

  /** At the end of each link a point that shows its direction. */
  function points(context, scale, edges) {
    const size = Math.min(7, 7 / scale);
    context.beginPath();
    for (const number of edges) {
      const { start, end } = data.edges[number];
      const [fromX, fromY] = things.bow(number) ?? [xs[start], ys[start]];
      const long = Math.hypot(xs[end] - fromX, ys[end] - fromY);
      if (!long) continue;
      const [dx, dy] = [(xs[end] - fromX) / long, (ys[end] - fromY) / long];
      const [x, y] = [xs[end] - dx * things.radius(end, scale), ys[end] - dy * things.radius(end, scale)];
      context.moveTo(x, y);
      context.lineTo(x - (dx + dy * 0.45) * size, y - (dy - dx * 0.45) * size);
      context.lineTo(x - (dx - dy * 0.45) * size, y - (dy + dx * 0.45) * size);
    }
    context.fill();
  }

  /** The marks of these things, the rarest kinds over the others. */
  function* marks(context, scale, numbers) {
    for (const sort of things.byKind(numbers)) {
      for (let first = 0; first < sort.length; first += 4 * HEAP) {
        stamp(context, scale, sort.slice(first, first + 4 * HEAP));
        yield;
      }
    }
  }

  /** The marks of things of one kind; what is only a point of a few pixels needs no shape. */
  function stamp(context, scale, numbers) {
    const { shape, hue } = things.look(numbers[0]);
    context.fillStyle = colour(hue);
    context.beginPath();
    for (const number of numbers) {
      const size = things.radius(number, scale);
      if (size * scale < 2) context.fillRect(xs[number] - size, ys[number] - size, 2 * size, 2 * size);
      else trace(context, shape, xs[number], ys[number], size);
    }
    context.fill();
  }

  function ring(context, scale, number) {
    context.strokeStyle = colour("ink");
    context.lineWidth = 2.5 / scale;
    context.beginPath();
    context.arc(xs[number], ys[number], things.radius(number, scale) + 4.5 / scale, 0, 2 * Math.PI);
    context.stroke();
  }

  /** Of these things, the first of them first, those whose names there is room for: ``[number, x, y]`` of each, in pixels. */
  function roomy({ scale, ...frame }, numbers, { most, gap, within = frame }) {
    const inPixels = (box) => ({ left: box.left * scale, right: box.right * scale, top: box.top * scale, bottom: box.bottom * scale });
    const takes = roomIn(inPixels(frame), inPixels(within));
    const found = [];
    for (const number of numbers) {
      if (found.length >= most) break;
      const wide = width(number) / 2 + gap;
      const [x, y] = [xs[number] * scale, (ys[number] + things.radius(number, scale)) * scale + 2];
      if (takes({ left: x - wide, right: x + wide, top: y - gap / 3, bottom: y + LINE + gap / 3 })) found.push([number, x, y]);
    }
    return found;
  }

  function names(context, view, numbers, { bold = null, ...room }) {
    context.save();
    context.scale(1 / view.scale, 1 / view.scale);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineWidth: 3.5, lineJoin: "round", strokeStyle: colour("card"), fillStyle: colour("ink") });
    for (const [number, x, y] of roomy(view, numbers, room)) {
      context.font = `${number === bold ? "650 " : ""}${FONT}px ${face}`;
      context.strokeText(shortened(data.nodes[number].name), x, y);
      context.fillText(shortened(data.nodes[number].name), x, y);
    }
    context.restore();
  }

  /** How wide a name is in bold letters; each is measured once. */
  function width(number) {
    if (!widths.has(number)) widths.set(number, measured(`650 ${FONT}px ${face}`, shortened(data.nodes[number].name)));
    return widths.get(number);
  }

  return { lines, stroke, points, marks, ring, roomy, names };
}

let measure = null;

/** How many pixels a text is wide in this font. */
export function measured(font, text) {
  measure ??= document.createElement("canvas").getContext("2d");
  measure.font = font;
  return measure.measureText(text).width;
}
