// What the page decides without a browser: unpacking, filters, addresses, finding, rows for a spreadsheet.

import assert from "node:assert/strict";
import { test } from "node:test";

import { read, written } from "../../../viz/scripts/address.js";
import { csv, factRows } from "../../../viz/scripts/csv.js";
import { shown, within, years } from "../../../viz/scripts/filter.js";
import { finder } from "../../../viz/scripts/find.js";
import { data, nothing } from "./pictures.js";

const KNOWN = { keys: new Set(["stated", "inferred", "member", "Body"]), years: ["2018", "2019", "2021"] };

test("facts are unpacked with their words and their lines", () => {
  const { nodes, edges, evidence, links } = data();
  assert.deepEqual(nodes[1], { id: "person:b", kind: "Person", name: "Bob Ögmundsson", at: null, note: "left" });
  assert.equal(edges[0].label, "chair of");
  assert.equal(edges[0].basis, "stated");
  assert.deepEqual(evidence(0), [{ quote: "Ann Hale (Chair)", paper: { title: "Minutes", path: "minutes.txt" }, place: "line 1" }]);
  assert.deepEqual(evidence(2), []);
  assert.deepEqual(links, [[0, 1], [2], [0, 3], [1, 2, 3]]);
});

test("a kind, a role or a basis that is hidden takes its links with it", () => {
  const hide = (...keys) => shown(data(), { ...nothing(), hidden: new Set(keys) }).edges;
  assert.deepEqual(hide(), [true, true, true, true]);
  assert.deepEqual(hide("inferred"), [true, false, true, true]);
  assert.deepEqual(hide("member"), [true, false, false, true]);
  assert.deepEqual(hide("Body"), [false, false, false, false]);
});

test("years leave what has no date", () => {
  const open = (from, to) => shown(data(), { ...nothing(), from, to }).edges;
  assert.deepEqual(open("2019", ""), [false, true, true, true]);
  assert.deepEqual(open("", "2018"), [true, true, false, true]);
  assert.deepEqual(open("2020", "2020"), [false, false, true, true]);
  assert.deepEqual(years(data()), ["2018", "2019", "2021"]);
});

test("focus goes along the links that are shown", () => {
  const focused = (steps, ...keys) => shown(data(), { ...nothing(), hidden: new Set(keys), focus: 1, steps }).nodes;
  assert.deepEqual(focused(1), [false, true, false, true]);
  assert.deepEqual(focused(2), [true, true, true, true]);
  assert.deepEqual(focused(2, "inferred"), [false, true, true, true]);
  assert.deepEqual(within(data(), [true, true, true, true], 0, 0), new Set([0]));
});

test("an address brings back the state", () => {
  const states = [
    nothing(),
    { ...nothing(), node: 1, hidden: new Set(["member", "stated"]), from: "2018" },
    { ...nothing(), edge: 2, to: "2021", focus: 3, steps: 2 },
    { ...nothing(), node: 0, folds: "all", turned: new Set([1, 3]) },
  ];
  for (const state of states) assert.deepEqual(read(written(state, data()), data(), KNOWN), state);
});

test("what an address says amiss is passed over", () => {
  for (const hash of ["", "#", "#at=nobody", "#fact=0", "#fact=1.5", "#fact=99", "#hide=__proto__", "#from=1066&to=x", "#focus=y&steps=-1", "#folds=some&turned=nobody", "#%%%"]) {
    assert.deepEqual(read(hash, data(), KNOWN), nothing(), hash);
  }
});

test("names are found by any of their words, without accents", () => {
  const find = finder(["Ann Hale", "Bob Ögmundsson", "Hale Forum", "Siân ap Gwilym"]);
  assert.deepEqual(find("hale"), [2, 0]);
  assert.deepEqual(find(" OGMUND "), [1]);
  assert.deepEqual(find("gwilym sian"), [3]);
  assert.deepEqual(find("   "), []);
});

test("ten thousand names are searched within a frame or two", () => {
  const find = finder(Array.from({ length: 10_000 }, (_, number) => `Person ${number} of Somewhere`));
  assert.equal(find("person 9999").length, 1);
});

test("rows for a spreadsheet hold each line of what is shown, and no formula", () => {
  const rows = factRows(data(), (number) => number === 1);
  assert.equal(rows.length, 3);
  assert.deepEqual(rows[1].slice(0, 5), ["Ann Hale", "Person", "member of", "Forum", "Body"]);
  assert.equal(csv([["a,b", 'say "x"', "=1+1", "-2", "two\nlines"]]), '"a,b","say ""x""",\'=1+1,\'-2,"two\nlines"\r\n');
});
