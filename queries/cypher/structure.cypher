// title: Lines of a structure
// question: Which seats, units and bodies stand directly above and below these?
// parameters:
//   things (Organisation|Unit|Post|Body list): where to look
//   stated (flag, false): leave out lines that are only inferred
// columns:
//   low_id, low_name, low_kind: the lower end (of "heads": the seat)
//   link: REPORTS_TO, POST_IN, HEADS or PART_OF
//   high_id, high_name, high_kind: the upper end (of "heads": what it runs)
//   quote, source, basis, confidence: the evidence of the line
// bound: 10000 rows
// example: structure things="People"
UNWIND $things AS wanted
OPTIONAL MATCH (post:Post {id: wanted})
OPTIONAL MATCH (unit:Unit {id: wanted})
OPTIONAL MATCH (organisation:Organisation {id: wanted})
OPTIONAL MATCH (body:Body {id: wanted})
WITH coalesce(post, unit, organisation, body) AS x
WHERE x IS NOT NULL
MATCH (x)-[r:REPORTS_TO|POST_IN|HEADS|PART_OF]-(y:Organisation|Unit|Post|Body)
WHERE NOT $stated OR r.basis = 'stated'
WITH DISTINCT startNode(r) AS low, r, endNode(r) AS high
RETURN low.id AS low_id, low.name AS low_name, labels(low)[0] AS low_kind, type(r) AS link,
       high.id AS high_id, high.name AS high_name, labels(high)[0] AS high_kind,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY low_id, link, high_id
