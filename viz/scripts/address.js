// The state of the page in the part of its address behind the #, so that a link shows what its sender saw.

export function written(state, data) {
  const parts = new URLSearchParams();
  if (state.edge !== null) parts.set("fact", String(state.edge + 1));
  else if (state.node !== null) parts.set("at", data.nodes[state.node].id);
  for (const key of [...state.hidden].sort()) parts.append("hide", key);
  if (state.from) parts.set("from", state.from);
  if (state.to) parts.set("to", state.to);
  if (state.focus !== null) {
    parts.set("focus", data.nodes[state.focus].id);
    if (state.steps > 1) parts.set("steps", String(state.steps));
  }
  if (state.folds) parts.set("folds", state.folds);
  for (const number of [...state.turned].sort((one, other) => one - other)) parts.append("turned", data.nodes[number].id);
  return `#${parts}`;
}

/** The state that an address tells; whatever in it means nothing here is passed over. */
export function read(hash, data, { keys, years }) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const numbered = (id) => { const at = data.nodes.findIndex((node) => node.id === id); return at < 0 ? null : at; };
  const known = (name) => numbered(parts.get(name));
  const year = (name) => (years.includes(parts.get(name)) ? parts.get(name) : "");
  const edge = Number(parts.get("fact")) - 1;
  const steps = Number(parts.get("steps"));
  const chosen = Number.isInteger(edge) && edge >= 0 && edge < data.edges.length ? edge : null;
  return {
    edge: chosen,
    node: chosen === null ? known("at") : null,
    hidden: new Set(parts.getAll("hide").filter((key) => keys.has(key))),
    from: year("from"),
    to: year("to"),
    focus: known("focus"),
    steps: Number.isInteger(steps) && steps > 1 && steps < 10 ? steps : 1,
    folds: ["all", "none"].includes(parts.get("folds")) ? parts.get("folds") : "",
    turned: new Set(parts.getAll("turned").map(numbered).filter((number) => number !== null)),
  };
}
