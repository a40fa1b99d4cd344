// Facts as a page packs them: Ann chairs the board and sits on the forum, Bob sits on the forum, whose parent is the board.

import { unpacked } from "../../../viz/scripts/model.js";

export const packed = () => ({
  words: ["Ann Hale (Chair)", "line 1"],
  kinds: ["Body", "Person"],
  papers: [{ title: "Minutes", path: "minutes.txt" }],
  sorts: [["chair of", "chair", "stated", 0.9], ["member of", "member", "inferred", 0.8], ["member of", "member", "stated", 0.8], ["is part of", "", "stated", 0.9]],
  times: [["in 2018", "2018-02-01", "2018-02-01"], ["", "2018-02-01", "2019-05"], ["", "2019-05", "2021"], ["", "", ""]],
  nodes: [["person:a", 1, "Ann Hale"], ["person:b", 1, "Bob Ögmundsson", null, "left"], ["body:b", 0, "Board"], ["body:f", 0, "Forum"]],
  edges: [
    [0, 2, 0, 0, 0, [[0, 0, 1]]],
    [0, 3, 1, 1, 2, [[0, 0, 1], [0, 0, 1]]],
    [1, 3, 2, 2, 0, []],
    [3, 2, 3, 3, 0, [[0, 0, 1]]],
  ],
  asked: [0],
});

export const data = () => unpacked(packed());
export const nothing = () => ({ node: null, edge: null, hidden: new Set(), from: "", to: "", focus: null, steps: 1, folds: "", turned: new Set() });
