// What becomes of a structure without a browser: rows under rows by the lines that are shown, and marks that hide what they mark.

import assert from "node:assert/strict";
import { test } from "node:test";

import { marks, shown } from "../../../viz/scripts/filter.js";
import { unfold } from "../../../viz/scripts/unfold.js";
import { data, nothing } from "./pictures.js";

// Post b reports to post a (fact 0) and is in unit u (fact 1), as is post a (fact 2); b reported to c, of which nothing else is known (fact 3).
const structure = (root = -1) => ({
  nodes: ["a", "b", "c", "u"].map((id) => ({ id })),
  asked: [],
  outline: { root, entries: [[0], [1], [2], [3]], places: [[0, 3, 2, 2], [1, 0, 0, 0], [1, 2, 3, 0], [1, 3, 1, 2]], marks: [] },
});
const plain = ({ node, edge, again, children }) => [node, edge, ...(again ? ["again"] : []), ...children.map(plain)];

test("a row hangs on its best lines, and is unfolded once", () => {
  assert.deepEqual(unfold(structure(), () => true).map(plain), [[3, null, [0, 2, [1, 0, "again"]]], [2, null, [1, 3]]]);
});

test("where its best line is hidden a row hangs on the next", () => {
  assert.deepEqual(unfold(structure(), (edge) => edge !== 0 && edge !== 3).map(plain), [[3, null, [0, 2], [1, 1]]]);
});

test("a row alone is left out, unless it was asked for or has changed", () => {
  assert.deepEqual(unfold(structure(), () => false), []);
  assert.deepEqual(unfold({ ...structure(), asked: [2] }, () => false).map(plain), [[2, null]]);
  const marked = structure();
  marked.outline.marks = [[1, "gone", "gone", null]];
  assert.deepEqual(unfold(marked, () => false).map(plain), [[1, null]]);
});

test("what is marked is hidden with the last of its marks", () => {
  const marked = { ...data(), outline: { marks: [[2, "new", "new", 0], [2, "moved", "moved", 0]] } };
  const open = (...keys) => shown(marked, { ...nothing(), hidden: new Set(keys) });
  assert.deepEqual(marks(marked), new Map([[2, ["new", "moved"]]]));
  assert.deepEqual(open("new").nodes, [true, true, true, true]);
  assert.deepEqual(open("new", "moved").nodes, [true, true, false, true]);
  assert.deepEqual(open("new", "moved").edges, [false, true, true, false]);
});
