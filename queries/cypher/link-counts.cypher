// title: Links in the graph
// question: How many links of each kind are there?
// columns:
//   kind: the type of the link
//   number: how many
// bound: 10000 rows, 60 s
// example: link-counts
MATCH ()-[r]->()
RETURN type(r) AS kind, count(r) AS number
ORDER BY kind
