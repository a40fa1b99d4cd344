// title: All that proves a link
// question: Which statements prove the links between these two?
// parameters:
//   one (Person|Body|Organisation|Unit|Post|Meeting|Action): the one end
//   other (Person|Body|Organisation|Unit|Post|Meeting|Action): the other end
// columns:
//   link: the type of the link
//   way: → where it runs from the one to the other, ← where it runs back
//   role: chair, member …, where the link has one
//   date: of the paper
//   document: the path of the paper
//   statement_id, locator: the claim, and where it stands
//   says: what the claim itself says; an inferred link rests on others, such as having been present
//   quote, source: the words and where they stand
//   basis: of the link: stated by some claim, or inferred
//   confidence: of the claim
// bound: 10000 rows
// example: evidence-between one="Imran Chaudhry" other="Tarnhithe Learning Partnership Group"
MATCH (x:Person|Body|Organisation|Unit|Post|Meeting|Action {id: $one})-[r]-(y:Person|Body|Organisation|Unit|Post|Meeting|Action)
WHERE y.id = $other
WITH r, startNode(r).id = $one AS onward, r.statements AS proofs
UNWIND proofs AS proof
MATCH (s:Statement {id: proof})-[:IN_DOCUMENT]->(d:Document)
RETURN type(r) AS link, CASE WHEN onward THEN '→' ELSE '←' END AS way, r.role AS role, d.date AS date, d.path AS document,
       s.id AS statement_id, s.locator AS locator, s.link AS says,
       s.quote AS quote, d.name + ', ' + s.locator AS source, r.basis AS basis, s.confidence AS confidence
ORDER BY link, way, coalesce(role, ''), coalesce(date, ''), document, coalesce(s.line, 0), statement_id
