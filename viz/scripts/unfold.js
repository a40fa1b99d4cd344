// Which row of a tree stands under which, by the lines that are shown. A row hangs on its lines of the lowest rank; what hangs on several
// rows stands under each, but has its own rows under the first only, so that a circle ends. It is what queries/tree.py does with all lines.

/**
 * The trees, each a row ``{node, edge, children, again}``: ``edge`` is its line upwards (null at the top), ``again`` says that it stands
 * elsewhere with what is under it. Trees of one row are left out, but for what was asked for, or has changed.
 */
export function unfold({ outline, nodes, asked }, isShown) {
  const ids = outline.entries.map(([node]) => node).sort((one, other) => (nodes[one].id < nodes[other].id ? -1 : 1));
  const uppers = new Map(ids.map((low) => [low, []]));
  for (const [low, high, edge, rank] of outline.places) if (isShown(edge)) uppers.get(low).push({ high, edge, rank });
  const lowers = hung(ids, uppers);
  if (outline.root >= 0) for (const [high, low, edge] of strays(ids, uppers, lowers, outline.root)) lowers.get(high).push([low, edge]);
  const seen = new Set();
  const trees = tops(ids, lowers, outline.root).map((top) => branch(top, null, lowers, seen));
  const kept = new Set([...asked, ...(outline.marks ?? []).map(([node]) => node)]);
  const wanted = trees.filter((tree) => tree.children.length || kept.has(tree.node));
  return outline.root >= 0 ? wanted : wanted.sort((one, other) => size(other) - size(one));
}

/** What hangs on each row, with its line. */
function hung(ids, uppers) {
  const lowers = new Map(ids.map((high) => [high, []]));
  for (const low of ids) {
    const rank = uppers.get(low)[0]?.rank;
    const best = new Map();
    for (const { high, edge, rank: other } of uppers.get(low)) if (other === rank && !best.has(high)) best.set(high, edge);
    for (const [high, edge] of best) lowers.get(high).push([low, edge]);
  }
  return lowers;
}

/** Lines that join to the rest what hangs in a circle only: any that leads to what hangs on the root. */
function strays(ids, uppers, lowers, root) {
  const reached = reach(lowers, [root]);
  const found = [];
  for (let at = 0; at < ids.length; at += 1) {
    const line = reached.has(ids[at]) ? undefined : uppers.get(ids[at]).find(({ high }) => reached.has(high));
    if (!line) continue;
    found.push([line.high, ids[at], line.edge]);
    for (const low of reach(lowers, [ids[at]])) reached.add(low);
    at = -1; // what was missing before may now be reached
  }
  return found;
}

function reach(lowers, first) {
  const reached = new Set(first);
  for (const high of reached) for (const [low] of lowers.get(high)) reached.add(low);
  return reached;
}

/** The root, what hangs on nothing, and of each circle the first. */
function tops(ids, lowers, root) {
  const under = new Set([...lowers.values()].flatMap((rows) => rows.map(([low]) => low)));
  const found = root >= 0 ? [root] : [];
  for (const id of ids) if (id !== root && !under.has(id)) found.push(id);
  const reached = reach(lowers, found);
  for (const id of ids) {
    if (reached.has(id)) continue;
    found.push(id);
    for (const low of reach(lowers, [id])) reached.add(low);
  }
  return found;
}

function branch(node, edge, lowers, seen) {
  if (seen.has(node)) return { node, edge, children: [], again: true };
  seen.add(node);
  const under = [...lowers.get(node)].sort((one, other) => one[0] - other[0]);
  return { node, edge, children: under.map(([low, line]) => branch(low, line, lowers, seen)), again: false };
}

function size({ children }) {
  return 1 + children.reduce((sum, child) => sum + size(child), 0);
}
