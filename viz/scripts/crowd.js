// The things of a large map: where they stand, how large they are, what is near a place.

import { aside, gridOf } from "./grid.js";

const [LEAST, GROWTH, LARGEST] = [5, 1.3, 24]; // sizes on the map
const [SLACK, SMALLEST] = [7, 0.8]; // pixels
const BENT = 0.16;

/** ``looks`` tells the shape and the hue of each kind. */
export function crowd(data, looks) {
  const count = data.nodes.length;
  const [xs, ys, sizes] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  data.nodes.forEach(({ at }, number) => {
    [xs[number], ys[number]] = at ?? [NaN, NaN];
    sizes[number] = Math.min(LEAST + GROWTH * Math.sqrt(data.links[number].length), LARGEST);
  });
  const all = Uint32Array.from(data.nodes.keys()).filter((number) => data.nodes[number].at !== null);
  const grid = gridOf(Float32Array.from(all, (number) => xs[number]), Float32Array.from(all, (number) => ys[number]));
  const byRank = all.slice().sort((one, other) => data.links[other].length - data.links[one].length || one - other);
  const rank = new Uint32Array(count);
  byRank.forEach((number, at) => { rank[number] = at; });
  const bends = bendsOf(data);

  /** In the measure of the map: never so small that nothing is seen of it, and the best linked larger from afar. */
  function radius(number, scale) {
    return Math.max(sizes[number], (SMALLEST + (sizes[number] - LEAST) * 0.13) / scale);
  }

  function within(box) {
    return grid.within(box).map((at) => all[at]);
  }

  /** These things, each kind for itself, the kind of most first. */
  function byKind(numbers) {
    const sorts = new Map();
    for (const number of numbers) {
      const { kind } = data.nodes[number];
      if (sorts.has(kind)) sorts.get(kind).push(number);
      else sorts.set(kind, [number]);
    }
    return [...sorts.values()].sort((one, other) => other.length - one.length);
  }

  /** The node at a place, or null. */
  function nodeAt(x, y, scale, wanted) {
    const found = grid.nearest(x, y, {
      slack: SLACK / scale,
      widest: LARGEST + 4 / scale,
      reach: (at) => radius(all[at], scale),
      wanted: (at) => wanted(all[at]),
    });
    return found === null ? null : all[found];
  }

  /** Of these links the one that passes a place, or null. */
  function edgeAt(x, y, scale, edges) {
    let [best, least] = [null, 5 / scale];
    for (const number of edges) {
      const far = away(number, x, y);
      if (far < least) [best, least] = [number, far];
    }
    return best;
  }

  function away(number, x, y) {
    const { start, end } = data.edges[number];
    if (!bends[number]) return aside(x, y, xs[start], ys[start], xs[end], ys[end]);
    const [bowX, bowY] = bow(number);
    const [midX, midY] = [(xs[start] + 2 * bowX + xs[end]) / 4, (ys[start] + 2 * bowY + ys[end]) / 4];
    return Math.min(aside(x, y, xs[start], ys[start], midX, midY), aside(x, y, midX, midY, xs[end], ys[end]));
  }

  /** The point towards which a link is bent, out of the way of others between the same two; null for a straight one. */
  function bow(number) {
    if (!bends[number]) return null;
    const { start, end } = data.edges[number];
    const out = (bends[number] % 2 ? 1 : -1) * Math.ceil(bends[number] / 2) * BENT * (start < end ? 1 : -1);
    return [(xs[start] + xs[end]) / 2 + (ys[end] - ys[start]) * out, (ys[start] + ys[end]) / 2 - (xs[end] - xs[start]) * out];
  }

  /** The links of which any part may lie in a box. */
  function crossing({ left, right, top, bottom }, wanted) {
    const found = [];
    for (let number = 0; number < data.edges.length; number += 1) {
      const { start, end } = data.edges[number];
      const [x1, x2, y1, y2] = [xs[start], xs[end], ys[start], ys[end]];
      const there = (x1 >= left || x2 >= left) && (x1 <= right || x2 <= right) && (y1 >= top || y2 >= top) && (y1 <= bottom || y2 <= bottom);
      if (there && placed(number) && wanted(number)) found.push(number);
    }
    return found;
  }

  function drawn(number) {
    return !Number.isNaN(xs[number]);
  }

  /** Whether both ends of a link are on the map. */
  function placed(number) {
    return drawn(data.edges[number].start) && drawn(data.edges[number].end);
  }

  return { xs, ys, byRank, rank, radius, within, byKind, nodeAt, edgeAt, bow, crossing, drawn, placed, look: (number) => looks[data.nodes[number].kind] };
}

/** For each link how many before it join the same two. */
function bendsOf({ nodes, edges }) {
  const before = new Map();
  return Uint8Array.from(edges, ({ start, end }) => {
    const key = Math.min(start, end) * nodes.length + Math.max(start, end);
    const number = before.get(key) ?? 0;
    before.set(key, number + 1);
    return Math.min(number, 200);
  });
}
