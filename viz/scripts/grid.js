// Where things stand, sorted into squares, so that what is near a place is found without asking all.

const SIDE = 200; // squares at most in a row

/** Points by their coordinates, two lists of numbers. */
export function gridOf(xs, ys) {
  const [left, top] = [lowest(xs), lowest(ys)];
  const cell = Math.max(highest(xs) - left, highest(ys) - top, 1) / Math.min(SIDE, Math.ceil(Math.sqrt(xs.length + 1)));
  const columns = Math.floor((highest(xs) - left) / cell) + 1;
  const rows = Math.floor((highest(ys) - top) / cell) + 1;
  const column = (x) => Math.floor((x - left) / cell);
  const row = (y) => Math.floor((y - top) / cell);
  const starts = new Uint32Array(columns * rows + 1);
  for (let at = 0; at < xs.length; at += 1) starts[row(ys[at]) * columns + column(xs[at]) + 1] += 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] += starts[at - 1];
  const numbers = new Uint32Array(xs.length);
  const filled = starts.slice();
  for (let at = 0; at < xs.length; at += 1) numbers[filled[row(ys[at]) * columns + column(xs[at])]++] = at;

  /** The numbers of the points in a box, and of some that stand close to it. */
  function within(box) {
    const found = [];
    const [first, last] = [Math.max(0, column(box.left)), Math.min(columns - 1, column(box.right))];
    if (first > last) return found;
    for (let line = Math.max(0, row(box.top)); line <= Math.min(rows - 1, row(box.bottom)); line += 1) {
      for (let at = starts[line * columns + first]; at < starts[line * columns + last + 1]; at += 1) found.push(numbers[at]);
    }
    return found;
  }

  /** Of the points that are wanted the nearest, each by its distance less its reach; none if that is more than ``slack``. */
  function nearest(x, y, { slack, widest, reach, wanted }) {
    const away = slack + widest;
    let [best, least] = [null, slack];
    for (const at of within({ left: x - away, right: x + away, top: y - away, bottom: y + away })) {
      const distance = Math.hypot(xs[at] - x, ys[at] - y) - reach(at);
      if (distance <= least && wanted(at)) [best, least] = [at, distance];
    }
    return best;
  }

  return { within, nearest };
}

/** How far a point is from the line between two others. */
export function aside(x, y, x1, y1, x2, y2) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x1 + along * dx - x, y1 + along * dy - y);
}

/** The smallest box around points, or null where there is none. */
export function boxOf(numbers, xs, ys) {
  if (!numbers.length) return null;
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const at of numbers) {
    box.left = Math.min(box.left, xs[at]);
    box.right = Math.max(box.right, xs[at]);
    box.top = Math.min(box.top, ys[at]);
    box.bottom = Math.max(box.bottom, ys[at]);
  }
  return box;
}

function lowest(list) {
  return list.reduce((low, value) => Math.min(low, value), list.length ? Infinity : 0);
}

function highest(list) {
  return list.reduce((high, value) => Math.max(high, value), list.length ? -Infinity : 0);
}
