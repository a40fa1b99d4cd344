// For each structure that is given, the trees that a page makes of it: [name, the trees under it …].

import { readFileSync } from "node:fs";

import { unfold } from "../../../viz/scripts/unfold.js";

const plain = ({ outline, nodes, asked }) => (tree) => [nodes[tree.node].id, ...tree.children.map(plain({ outline, nodes, asked }))];
const given = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(given.map((data) => unfold(data, () => true).map(plain(data)))));
