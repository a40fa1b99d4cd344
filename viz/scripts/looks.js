// How what vis-network draws looks, in its own words: pale where something else is chosen, hidden where a filter takes it away.

import { colour } from "./dom.js";

const LABELLED = 8; // so few lit links say what they are

/** Looks for the nodes and edges of a ``model``; ``plain`` gives a node's size and font. On a large map what is chosen is painted over it. */
export function looksOf({ data, state, shownNode, shownEdge }, model, { plain, large }) {
  const before = new Map(); // a look by its node or edge, as text
  const labelled = new Set(); // links that have had a label: vis-network takes none away, only another in its place

  /** Whether it looks otherwise than when this was last asked. */
  function otherwise(sort, look) {
    const [key, now] = [sort + look.id, JSON.stringify(look)];
    const same = before.get(key) === now;
    before.set(key, now);
    return !same;
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

  /** What looks otherwise than before, ``{nodes, edges}``; each costs vis-network time. At first that is everything. */
  function changed(light) {
    const colours = new Map();
    const named = (name) => colours.get(name) ?? colours.set(name, colour(name)).get(name);
    return {
      nodes: model.nodes.map((each) => node(each, light, named)).filter((look) => otherwise("node ", look)),
      edges: model.edges.map((each) => edge(each, light, named)).filter((look) => otherwise("edge ", look)),
    };
  }

  return changed;
}
