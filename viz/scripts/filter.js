// What is shown: by kind, role and basis, by date, and by what one name is linked to.

/** Which nodes and edges are shown, each a list of true and false. */
export function shown(data, state) {
  const marked = marks(data);
  const nodes = data.nodes.map((node, number) => !state.hidden.has(node.kind) && !(marked.has(number) && marked.get(number).every((sort) => state.hidden.has(sort))));
  const edges = data.edges.map((edge) => nodes[edge.start] && nodes[edge.end] && wanted(edge, state));
  if (state.focus === null) return { nodes, edges };
  const near = within(data, edges, state.focus, state.steps);
  return {
    nodes: nodes.map((open, number) => open && near.has(number)),
    edges: edges.map((open, number) => open && near.has(data.edges[number].start) && near.has(data.edges[number].end)),
  };
}

/** The sorts of what has become of each node between two times; those of which nothing has are not in it. */
export function marks({ outline }) {
  const found = new Map();
  for (const [node, sort] of outline?.marks ?? []) found.set(node, [...(found.get(node) ?? []), sort]);
  return found;
}

/** Whether a link is wanted, whatever its ends are. */
export function wanted(edge, { hidden, from, to }) {
  return !hidden.has(edge.basis) && !hidden.has(edge.role) && !(from && edge.last && edge.last.slice(0, 4) < from) && !(to && edge.first && edge.first.slice(0, 4) > to);
}

/** The numbers of the nodes that so many steps along these edges lead to. */
export function within(data, edges, start, steps) {
  const near = new Set([start]);
  let outermost = [start];
  for (let step = 0; step < steps; step += 1) {
    outermost = outermost.flatMap((node) => data.links[node].filter((number) => edges[number]).flatMap((number) => [data.edges[number].start, data.edges[number].end])).filter((node) => !near.has(node) && near.add(node));
  }
  return near;
}

/** The years that a filter can begin and end with. */
export function years({ edges }) {
  const told = new Set(edges.flatMap(({ first, last }) => [first.slice(0, 4), last.slice(0, 4)]));
  return [...told].filter(Boolean).sort();
}
