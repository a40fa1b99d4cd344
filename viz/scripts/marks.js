// The marks of the kinds, as vis-network draws them.

const CORNERS = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: [[0, -1.15], [1, 0.7], [-1, 0.7]],
  hexagon: [[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]],
};

/** Add a mark to the path of a canvas. */
export function trace(context, sort, x, y, size) {
  const corners = CORNERS[sort];
  if (!corners) {
    context.moveTo(x + size, y);
    context.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([right, down], at) => context[at ? "lineTo" : "moveTo"](x + right * size, y + down * size));
  context.closePath();
}

/** The mark as a part of the path of an SVG element. */
export function written(sort, x, y, size) {
  const corners = CORNERS[sort];
  const [py, s] = [y, size].map(short);
  if (!corners) return `M${short(x - size)} ${py}a${s} ${s} 0 1 0 ${short(2 * size)} 0a${s} ${s} 0 1 0 ${short(-2 * size)} 0`;
  return `M${corners.map(([right, down]) => `${short(x + right * size)} ${short(y + down * size)}`).join("L")}Z`;
}

function short(value) {
  return Math.round(value * 10) / 10;
}
