// The facts that are shown as rows for a spreadsheet.

const HEADS = ["who or what", "kind", "link", "to", "kind of that", "when", "basis", "confidence", "quoted line", "paper", "file", "place"];

/** Rows of text as CSV; what a spreadsheet would take for a formula begins with a quotation mark there. */
export function csv(rows) {
  return rows.map((cells) => cells.map(cell).join(",") + "\r\n").join("");
}

function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row for each line that proves a fact, under a row of heads. */
export function factRows(data, shownEdge) {
  const rows = data.edges.flatMap((edge, number) => (shownEdge(number) ? data.evidence(number).map((line) => row(data, edge, line)) : []));
  return [HEADS, ...rows];
}

function row({ nodes }, edge, { quote, paper, place }) {
  const [start, end] = [nodes[edge.start], nodes[edge.end]];
  return [start.name, start.kind, edge.label, end.name, end.kind, edge.dates, edge.basis, String(edge.confidence), quote, paper.title, paper.path, place];
}
