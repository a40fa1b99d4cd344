// Facts as a page packs them: Ann chairs the board and sits on the forum, Bob sits on the forum, whose parent is the board.

import { unpacked } from "../../../viz/scripts/model.js";

const WORDS = ["chair of", "chair", "in 2018", "2018-02-01", "stated", "member of", "member", "", "inferred", "2019-05", "2021", "is part of", "Ann Hale (Chair)", "line 1"];

export const packed = () => ({
  words: WORDS,
  kinds: ["Body", "Person"],
  papers: [{ title: "Minutes", path: "minutes.txt" }],
  nodes: [["person:a", 1, "Ann Hale"], ["person:b", 1, "Bob Ögmundsson", null, "left"], ["body:b", 0, "Board"], ["body:f", 0, "Forum"]],
  edges: [
    [0, 2, 0, 1, 2, 3, 3, 4, 0.9, 0, [[12, 0, 13]]],
    [0, 3, 5, 6, 7, 3, 9, 8, 0.8, 2, [[12, 0, 13], [12, 0, 13]]],
    [1, 3, 5, 6, 7, 9, 10, 4, 0.8, 0, []],
    [3, 2, 11, 7, 7, 7, 7, 4, 0.9, 0, [[12, 0, 13]]],
  ],
  asked: [0],
});

export const data = () => unpacked(packed());
export const nothing = () => ({ node: null, edge: null, hidden: new Set(), from: "", to: "", focus: null, steps: 1 });
