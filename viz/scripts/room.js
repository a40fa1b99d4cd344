// Room for labels: which of them can stand, so that none lies over another.

const CELL = 48;
const LETTERS = 34;

/**
 * A function that takes a box ``{left, top, right, bottom}``, and says whether: if nothing that was taken lies there, it is in the frame,
 * and the border of what is to be seen does not cut it.
 */
export function roomIn(frame, seen = frame) {
  const taken = new Map();

  function* cells(box) {
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) {
      for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) yield `${column} ${row}`;
    }
  }

  return (box) => {
    if (!inside(box, frame) || (overlapping(box, seen) && !inside(box, seen))) return false;
    const keys = [...cells(box)];
    if (keys.some((key) => taken.get(key)?.some((other) => overlapping(box, other)))) return false;
    for (const key of keys) taken.set(key, [...(taken.get(key) ?? []), box]);
    return true;
  };
}

function inside(box, frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

export function overlapping(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** A name on one line of no great length. */
export function shortened(name) {
  const letters = [...name.replace(/\s+/g, " ").trim()];
  return letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join("").trimEnd()}…` : letters.join("");
}
