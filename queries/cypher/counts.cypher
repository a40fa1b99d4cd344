// title: What is in the graph
// question: How many things of each kind are there?
// columns:
//   kind: the label
//   number: how many
// bound: 10000 rows, 60 s
// example: counts
MATCH (n)
WHERE NOT n:Judgement
RETURN labels(n)[0] AS kind, count(n) AS number
ORDER BY kind
