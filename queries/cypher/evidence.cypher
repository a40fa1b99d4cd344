// title: Evidence of links
// question: On which lines of which papers do the links of these people, bodies, organisations, units and posts rest?
// parameters:
//   things (Person|Body|Organisation|Unit|Post list): where to look
// columns:
//   start_id: where the link begins
//   link: SITS_ON, HOLDS, POST_IN, REPORTS_TO …
//   role: of SITS_ON
//   end_id: where it ends
//   document, path: the paper, by its title and its file
//   place: where in the paper it stands
//   statement_id: the claim
//   support: how many further lines an inferred link rests on that are not told here; null for none
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: evidence things="Ruth Ellingworth"
UNWIND $things AS wanted
OPTIONAL MATCH (person:Person {id: wanted})
OPTIONAL MATCH (body:Body {id: wanted})
OPTIONAL MATCH (organisation:Organisation {id: wanted})
OPTIONAL MATCH (unit:Unit {id: wanted})
OPTIONAL MATCH (post:Post {id: wanted})
WITH coalesce(person, body, organisation, unit, post) AS x
WHERE x IS NOT NULL
MATCH (x)-[r:SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY]-(y:Person|Body|Organisation|Unit|Post)
WITH DISTINCT startNode(r) AS low, r, endNode(r) AS high
WITH low.id AS start_id, type(r) AS link, r.role AS role, high.id AS end_id, r.statements AS cited, r.support AS support
UNWIND cited AS claim
MATCH (s:Statement {id: claim})-[:IN_DOCUMENT]->(d:Document)
RETURN start_id AS start_id, link AS link, role AS role, end_id AS end_id, d.name AS document, d.path AS path,
       s.locator AS place, s.id AS statement_id, support AS support,
       s.quote AS quote, d.name + ', ' + s.locator AS source, s.basis AS basis, s.confidence AS confidence
ORDER BY start_id, link, coalesce(role, ''), end_id, path, coalesce(s.line, 0), place, statement_id
