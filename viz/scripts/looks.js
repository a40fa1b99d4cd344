// How what vis-network draws looks, in its own words: pale where something else is chosen, hidden where a filter takes it away.

import { colour } from "./dom.js";

const LABELLED = 8; // so few lit links say what they are

/** Looks for the nodes and edges of a ``model``; ``plain`` gives a node's size and font. On a large map what is chosen is painted over it. */
export function looksOf({ data, state, shownNode, shownEdge }, model, { plain, large }) {
  const before = new Map(); // each part of a look as text, by its node or edge
  const labelled = new Set(); // links that have had a label: vis-network takes none away, only another in its place

  /** Of a look what is otherwise than when this was last asked, or null. */
  function news(sort, { id, ...look }) {
    const old = before.get(sort + id) ?? new Map();
    before.set(sort + id, old);
    const fresh = Object.entries(look).filter(([part, value]) => {
      const now = JSON.stringify(value);
      const same = old.has(part) && old.get(part) === now;
      old.set(part, now);
      return !same;
    });
    return fresh.length ? Object.fromEntries([["id", id], ...fresh]) : null;
  }

  function node({ id, hue }, light, named) {
    const dim = light !== null && !light.nodes.has(id);
    const font = Object.assign(plain(id).font ?? {}, { color: named(dim ? "pale" : "ink"), strokeWidth: 4, strokeColor: named("card") });
    const ring = !large && id === state.node;
    const color = { background: named(hue), border: named(ring ? "ink" : hue) };
    return Object.assign(plain(id), { id, hidden: !shownNode(id), opacity: dim ? 0.25 : 1, font, borderWidth: ring ? 4 : 1, color });
  }

  function edge({ id }, light, named) {
    const dim = light !== null && !light.edges.has(id);
    const bright = light !== null && !dim;
    const look = { id, hidden: !shownEdge(id), color: { color: named(dim ? "line" : bright ? "accent" : "rule") }, width: id === state.edge ? 3.5 : bright ? 2 : 1.2 };
    if (!bright || light.edges.size > LABELLED) return labelled.has(id) ? Object.assign(look, { label: " " }) : look;
    labelled.add(id);
    return Object.assign(look, { label: data.edges[id].label, font: { size: 12, color: named("ink"), strokeWidth: 4, strokeColor: named("card"), align: "horizontal" } });
  }

  /** What looks otherwise than before, ``{nodes, edges}``, at first everything: each part costs vis-network time, and ``hidden`` a picture. */
  function changed(light) {
    const colours = new Map();
    const named = (name) => colours.get(name) ?? colours.set(name, colour(name)).get(name);
    return {
      nodes: model.nodes.map((each) => node(each, light, named)).map((look) => news("node ", look)).filter(Boolean),
      edges: model.edges.map((each) => edge(each, light, named)).map((look) => news("edge ", look)).filter(Boolean),
    };
  }

  return changed;
}
