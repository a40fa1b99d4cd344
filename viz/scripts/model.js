// The facts of the page as they are packed into it, and as everything else here sees them.

/**
 * Nodes ``{id, kind, name, at, note}``, edges ``{start, end, label, role, dates, first, last, basis, confidence, further}`` whose ends are
 * numbers of nodes, ``evidence(number)`` with the lines of an edge ``{quote, paper, place}``, the numbers of what was ``asked`` for, and for
 * each node the numbers of its edges, ``links``.
 */
export function unpacked({ words, kinds, nodes, edges, papers, asked, ...rest }) {
  const data = {
    ...rest,
    asked,
    papers,
    nodes: nodes.map(([id, kind, name, at = null, note = ""]) => ({ id, kind: kinds[kind], name, at, note })),
    edges: edges.map(([start, end, label, role, dates, first, last, basis, confidence, further]) => ({
      start, end, label: words[label], role: words[role], dates: words[dates], first: words[first], last: words[last], basis: words[basis], confidence, further,
    })),
    evidence: (number) => edges[number][10].map(([quote, paper, place]) => ({ quote: words[quote], paper: papers[paper], place: words[place] })),
  };
  data.links = linked(data);
  return data;
}

function linked({ nodes, edges }) {
  const links = nodes.map(() => []);
  edges.forEach(({ start, end }, number) => {
    links[start].push(number);
    if (end !== start) links[end].push(number);
  });
  return links;
}
