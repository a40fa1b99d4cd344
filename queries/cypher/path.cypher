// title: How two things are connected
// question: By which links are these two people, bodies, posts, units or organisations connected, in as few steps as can be, eight at most?
// parameters:
//   from (Person|Body|Organisation|Unit|Post): the one
//   to (Person|Body|Organisation|Unit|Post): the other
// columns:
//   step: counted from the one
//   from_id, from: where the step begins
//   link: the type of the link, such as SITS_ON
//   way: → where the link runs from where the step begins, ← where it runs back
//   role: chair, member …, where the link has one
//   to_id, to: where the step ends
//   quote, source, basis, confidence: the evidence of the link
// bound: 10000 rows, 60 s
// example: path from="Lorna Haddow" to="Ruth Ellingworth"
MATCH (a:Person|Body|Organisation|Unit|Post {id: $from})
MATCH (b:Person|Body|Organisation|Unit|Post {id: $to})
WHERE b.id <> a.id
MATCH p = allShortestPaths((a)-[:SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY*..8]-(b))
WITH nodes(p) AS things, relationships(p) AS links
WITH things, links, size([r IN links WHERE r.basis = 'inferred']) AS inferred,
     reduce(text = '', x IN things | text + x.id + ' ') + reduce(text = '', r IN links | text + type(r) + coalesce(r.role, '') + coalesce(r.item, '') + ' ') AS key
ORDER BY inferred, key
LIMIT 1
UNWIND range(0, size(links) - 1) AS at
WITH at, things[at] AS x, links[at] AS r, things[at + 1] AS y
RETURN at + 1 AS step, x.id AS from_id, x.name AS from, type(r) AS link,
       CASE WHEN startNode(r).id = x.id THEN '→' ELSE '←' END AS way, r.role AS role, y.id AS to_id, y.name AS to,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY step
