// title: Documents
// question: Which papers are loaded, and how much was read from each?
// columns:
//   document_id, path: the paper, relative to the root of the graph
//   title: its first words, or the name of its file
//   date: of the paper
//   format: text, docx, pptx …
//   statements: how many claims were read from it
// bound: 10000 rows, 60 s
// example: documents
MATCH (d:Document)
OPTIONAL MATCH (s:Statement)-[:IN_DOCUMENT]->(d)
RETURN d.id AS document_id, d.path AS path, d.name AS title, d.date AS date, d.format AS format, count(s) AS statements
ORDER BY path, document_id
