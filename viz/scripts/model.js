// The facts of the page as they are packed into it, and as everything else here sees them.

/**
 * Nodes ``{id, kind, name, at, note}``, edges ``{start, end, label, role, dates, first, last, basis, confidence, further}`` whose ends are
 * numbers of nodes, ``evidence(number)`` with the lines of an edge ``{quote, paper, place}``, the numbers of what was ``asked`` for, and for
 * each node the numbers of its edges, ``links``.
 */
export function unpacked({ words, kinds, nodes, edges, sorts, times, papers, asked, ...rest }) {
  const lines = edges.map((row) => row[5]);
  const told = sorts.map(([label, role, basis, confidence]) => ({ label, role, basis, confidence }));
  const when = times.map(([dates, first, last]) => ({ dates, first, last }));
  const data = {
    ...rest,
    asked,
    papers,
    nodes: nodes.map(([id, kind, name, at = null, note = ""]) => ({ id, kind: kinds[kind], name, at, note })),
    edges: edges.map(([start, end, sort, time, further]) => new Fact(start, end, told[sort], when[time], further)),
    evidence: (number) => lines[number].map(([quote, paper, place]) => ({ quote: words[quote], paper: papers[paper], place: words[place] })),
  };
  data.links = linked(data);
  return data;
}

/** A fact, with what it shares with others kept once: there may be a hundred thousand. */
class Fact {
  constructor(start, end, sort, time, further) {
    this.start = start;
    this.end = end;
    this.sort = sort;
    this.time = time;
    this.further = further;
  }

  get label() { return this.sort.label; }

  get role() { return this.sort.role; }

  get basis() { return this.sort.basis; }

  get confidence() { return this.sort.confidence; }

  get dates() { return this.time.dates; }

  get first() { return this.time.first; }

  get last() { return this.time.last; }
}

function linked({ nodes, edges }) {
  const links = nodes.map(() => []);
  edges.forEach(({ start, end }, number) => {
    links[start].push(number);
    if (end !== start) links[end].push(number);
  });
  return links;
}
