// title: Direct reports
// question: Which seats, units and bodies report directly to this person, post or body, and who fills them?
// parameters:
//   to (Person|Post|Body|Organisation): to whom; of a person: in every post held
//   stated (flag, false): leave out lines and holders that are only inferred
// columns:
//   high_id, high: the post, body or organisation that is reported to
//   low_id, low, kind: what reports to it
//   person_id, person: who holds the post that reports
//   acting: true for acting and interim holders
//   first_seen, last_seen: dates of the first and last paper that show the line
//   quote, source, basis, confidence: the evidence of the line
// bound: 10000 rows
// example: reports to="Desmond Achebe"
MATCH (x:Person|Post|Body|Organisation {id: $to})-[:HOLDS*0..1]->(high:Post|Body|Organisation)
MATCH (high)<-[r:REPORTS_TO]-(low:Post|Unit|Body)
WHERE NOT $stated OR r.basis = 'stated'
OPTIONAL MATCH (low)<-[held:HOLDS]-(p:Person)
WHERE NOT $stated OR held.basis = 'stated'
RETURN high.id AS high_id, high.name AS high, low.id AS low_id, low.name AS low, labels(low)[0] AS kind,
       p.id AS person_id, p.name AS person, held.acting AS acting, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY high, high_id, low, low_id, coalesce(person, ''), person_id
