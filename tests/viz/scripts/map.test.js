// What the map of many things decides without a browser: what is near a place, which labels have room, where links are bent.

import assert from "node:assert/strict";
import { test } from "node:test";

import { crowd } from "../../../viz/scripts/crowd.js";
import { aside, boxOf, gridOf } from "../../../viz/scripts/grid.js";
import { looksOf } from "../../../viz/scripts/looks.js";
import { trace, written } from "../../../viz/scripts/marks.js";
import { unpacked } from "../../../viz/scripts/model.js";
import { overlapping, roomIn, shortened } from "../../../viz/scripts/room.js";
import { packed } from "./pictures.js";

/** Numbers that look like chance and are always the same. */
function* some(seed = 1) {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

const scattered = (count) => {
  const chance = some(count);
  const list = () => Float32Array.from({ length: count }, () => chance.next().value * 2000 - 700);
  return [list(), list()];
};

const KNOWN = { Person: { shape: "dot", hue: "blue" }, Body: { shape: "square", hue: "vermilion" } };
const anywhere = { left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 };

const placed = () => {
  const all = packed();
  const places = [[0, 0], [100, 0], [0, 100], null];
  return unpacked({ ...all, nodes: all.nodes.map(([id, kind, name], at) => [id, kind, name, places[at]]), edges: [...all.edges, [2, 0, 2, 3, 0, []]] });
};

test("a grid finds what asking all would find", () => {
  const [xs, ys] = scattered(3000);
  const grid = gridOf(xs, ys);
  const chance = some(7);
  for (let times = 0; times < 300; times += 1) {
    const [x, y] = [chance.next().value * 2400 - 900, chance.next().value * 2400 - 900];
    const reach = (at) => (at % 7) * 3;
    const far = (at) => Math.hypot(xs[at] - x, ys[at] - y) - reach(at);
    const found = grid.nearest(x, y, { slack: 12, widest: 18, reach, wanted: (at) => at % 3 > 0 });
    const open = [...xs.keys()].filter((at) => at % 3 > 0 && far(at) <= 12);
    const best = open.length ? Math.min(...open.map(far)) : null;
    assert.equal(found === null ? null : far(found), best);
    const box = { left: x, right: x + 300, top: y, bottom: y + 200 };
    const inside = [...xs.keys()].filter((at) => xs[at] >= box.left && xs[at] <= box.right && ys[at] >= box.top && ys[at] <= box.bottom);
    const told = new Set(grid.within(box));
    assert.ok(inside.every((at) => told.has(at)));
  }
});

test("a grid of one point, or of none, is searched too", () => {
  assert.equal(gridOf([5], [5]).nearest(6, 5, { slack: 2, widest: 0, reach: () => 0, wanted: () => true }), 0);
  assert.deepEqual(gridOf([], []).within({ left: -9, right: 9, top: -9, bottom: 9 }), []);
});

test("a line is as far as its nearest point", () => {
  assert.equal(aside(5, 3, 0, 0, 10, 0), 3);
  assert.equal(aside(-4, 3, 0, 0, 10, 0), 5);
  assert.equal(aside(3, 4, 0, 0, 0, 0), 5);
});

test("a box holds its points", () => {
  assert.deepEqual(boxOf([0, 2], [1, 99, -3], [4, 99, 7]), { left: -3, right: 1, top: 4, bottom: 7 });
  assert.equal(boxOf([], [], []), null);
});

test("no label that has room lies over another, or is cut", () => {
  const frame = { left: 0, top: 0, right: 900, bottom: 600 };
  const seen = { left: 200, top: 150, right: 700, bottom: 450 };
  const takes = roomIn(frame, seen);
  const chance = some(3);
  const taken = [];
  for (let times = 0; times < 2000; times += 1) {
    const [left, top] = [chance.next().value * 900 - 20, chance.next().value * 600 - 20];
    const box = { left, top, right: left + 30 + chance.next().value * 200, bottom: top + 16 };
    if (takes(box)) taken.push(box);
  }
  assert.ok(taken.length > 40);
  for (const [at, box] of taken.entries()) {
    assert.ok(!taken.slice(0, at).some((other) => overlapping(box, other)));
    assert.ok(box.left >= 0 && box.right <= 900 && box.top >= 0 && box.bottom <= 600);
    assert.ok(!overlapping(box, seen) || (box.left >= 200 && box.right <= 700 && box.top >= 150 && box.bottom <= 450));
  }
});

test("a long name is shortened, a hostile one kept as it is", () => {
  assert.equal(shortened("  Ann\n Hale "), "Ann Hale");
  assert.equal([...shortened("👩🏽‍💼".repeat(99))].length, 34);
  assert.equal(shortened("<img src=x>"), "<img src=x>");
});

test("what hangs on a map knows its place, its rank and its neighbours", () => {
  const things = crowd(placed(), KNOWN);
  assert.deepEqual([...things.byRank], [0, 2, 1]);
  assert.equal(things.nodeAt(98, 3, 1, () => true), 1);
  assert.equal(things.nodeAt(98, 3, 1, (number) => number !== 1), null);
  assert.equal(things.drawn(3), false);
  assert.deepEqual(things.crossing(anywhere, () => true), [0, 4]);
  assert.deepEqual(things.crossing({ left: 50, right: 200, top: -10, bottom: 10 }, () => true), []);
  assert.deepEqual(things.byKind([0, 1, 2]), [[0, 1], [2]]);
  assert.ok(things.radius(0, 0.01) * 0.01 > 0.7);
});

test("two links between the same two are bent apart, and each is found", () => {
  const things = crowd(placed(), KNOWN);
  assert.equal(things.bow(0), null);
  const [x, y] = things.bow(4);
  assert.notEqual(x, 0);
  assert.equal(y, 50);
  assert.equal(things.edgeAt(0, 50, 1, [0, 4]), 0);
  assert.equal(things.edgeAt(x / 2, 50, 1, [0, 4]), 4);
  assert.equal(things.edgeAt(60, 60, 1, [0, 4]), null);
});

test("marks are closed", () => {
  for (const sort of ["dot", "square", "diamond", "triangle", "hexagon", "unheard-of"]) {
    assert.match(written(sort, 1, 2, 3), /^M[-\d. aLZ]+$/);
    let steps = 0;
    const count = () => { steps += 1; };
    trace({ moveTo: count, lineTo: count, arc: count, closePath: count }, sort, 0, 0, 1);
    assert.ok(steps > 1);
  }
});

test("only what looks otherwise is given to vis-network anew, and a label once given is blotted out", () => {
  globalThis.document = { documentElement: {} };
  globalThis.getComputedStyle = () => ({ getPropertyValue: (name) => name });
  const state = { node: null, edge: null };
  const hidden = new Set();
  const data = { edges: [{ label: "chair of" }, { label: "member of" }] };
  const page = { data, state, shownNode: (number) => !hidden.has(number), shownEdge: () => true };
  const model = { nodes: [0, 1, 2].map((id) => ({ id, hue: "blue" })), edges: [{ id: 0 }, { id: 1 }] };
  const changed = looksOf(page, model, { plain: () => ({ font: { size: 14 } }), large: false });
  const numbers = ({ nodes, edges }) => [nodes.map(({ id }) => id), edges.map(({ id }) => id)];
  assert.deepEqual(numbers(changed(null)), [[0, 1, 2], [0, 1]]);
  assert.deepEqual(numbers(changed(null)), [[], []]);
  const lit = changed({ nodes: new Set([0, 1]), edges: new Set([0]) });
  assert.deepEqual(numbers(lit), [[2], [0, 1]]);
  assert.deepEqual([lit.edges[0].label, lit.edges[1].label], ["chair of", undefined]);
  hidden.add(1);
  const again = changed(null);
  assert.deepEqual(numbers(again), [[1, 2], [0, 1]]);
  assert.deepEqual([again.nodes[0].hidden, again.edges[0].label], [true, " "]);
  assert.deepEqual(Object.keys(again.nodes[0]), ["id", "hidden"]);
  assert.deepEqual(Object.keys(again.edges[1]), ["id", "color"]);
});
