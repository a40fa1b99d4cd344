// title: When papers show a structure
// question: On which days do papers show these things, what is above them, and who is in them?
// parameters:
//   things (Organisation|Unit|Post|Body list): some things
//   stated (flag, false): leave out what is only inferred
// columns:
//   low_id, low, low_kind: the lower end: a unit, a post, or a person in it
//   link: POST_IN, PART_OF, HEADS, REPORTS_TO, REPLACED_BY or HOLDS
//   high_id, high, high_kind: the upper end
//   spells: from which day to which day, where that is told
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: structure-times things="School Places"
UNWIND $things AS wanted
OPTIONAL MATCH (post:Post {id: wanted})
OPTIONAL MATCH (unit:Unit {id: wanted})
OPTIONAL MATCH (organisation:Organisation {id: wanted})
OPTIONAL MATCH (body:Body {id: wanted})
WITH coalesce(post, unit, organisation, body) AS x
WHERE x IS NOT NULL
MATCH (x)-[r:REPORTS_TO|POST_IN|HEADS|PART_OF|REPLACED_BY|HOLDS]-(y:Organisation|Unit|Post|Body|Person)
WHERE NOT $stated OR r.basis = 'stated'
WITH DISTINCT startNode(r) AS low, r, endNode(r) AS high
RETURN low.id AS low_id, low.name AS low, labels(low)[0] AS low_kind, type(r) AS link,
       high.id AS high_id, high.name AS high, labels(high)[0] AS high_kind,
       r.spells AS spells, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY low_id, link, high_id
