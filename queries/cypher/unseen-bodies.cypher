// title: Bodies that others answer to and no paper shows
// question: To which bodies does something report or belong, of which no meeting and no member is known?
// columns:
//   body_id, body: which
//   link: REPORTS_TO or PART_OF
//   other_id, other: what answers to it
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows, 60 s
// example: unseen-bodies
MATCH (x:Body|Unit|Post)-[r:REPORTS_TO|PART_OF]->(b:Body)
WHERE NOT EXISTS { MATCH (:Meeting)-[:MEETING_OF]->(b) } AND NOT EXISTS { MATCH (:Person)-[:SITS_ON]->(b) }
RETURN b.id AS body_id, b.name AS body, type(r) AS link, x.id AS other_id, x.name AS other,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY body, body_id, other, other_id, link
