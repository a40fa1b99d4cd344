// title: Heads of units
// question: Which seat runs each unit, and who is in it?
// parameters:
//   place (Unit|Organisation, ""): one unit or organisation with all that is part of it; empty for all
//   stated (flag, false): leave out heads and holders that are only inferred
// columns:
//   unit_id, unit: what is run
//   post_id, post: the seat that runs it
//   person_id, person: who is in the seat
//   acting: true for acting and interim holders
//   vacant: true where a paper says that the seat is empty
//   quote, source, basis, confidence: the evidence of the holder, or of the seat where nobody is shown to hold it
// bound: 10000 rows, 60 s
// example: heads place="People"
MATCH (top:Unit|Organisation)<-[:PART_OF*0..8]-(unit:Unit|Organisation)
WHERE ($place = '' OR top.id = $place)
WITH DISTINCT unit
MATCH (unit)<-[r:HEADS]-(post:Post)
WHERE NOT $stated OR r.basis = 'stated'
WITH DISTINCT post, r, unit
OPTIONAL MATCH (post)<-[held:HOLDS]-(p:Person)
WHERE NOT $stated OR held.basis = 'stated'
RETURN unit.id AS unit_id, unit.name AS unit, post.id AS post_id, post.name AS post, p.id AS person_id, p.name AS person,
       held.acting AS acting, coalesce(post.vacant, false) AS vacant,
       coalesce(held.quote, r.quote) AS quote, coalesce(held.source, r.source) AS source,
       coalesce(held.basis, r.basis) AS basis, coalesce(held.confidence, r.confidence) AS confidence
ORDER BY unit, unit_id, post, post_id, coalesce(person, ''), person_id
