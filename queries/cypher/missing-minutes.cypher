// title: Meetings whose minutes are not loaded
// question: Which meetings were held, as papers say, or were to be held before the last of them, of which no minutes are loaded?
// parameters:
//   body (Body, ""): only of this body
// columns:
//   body_id, body: whose meeting
//   date: when
//   status: held, or planned
//   meeting_id, meeting: which
//   quote, source, basis, confidence: where a paper speaks of it
// bound: 10000 rows, 60 s
// example: missing-minutes
MATCH (d:Document)
WITH coalesce(max(d.date), '') AS newest
MATCH (b:Body)<-[r:MEETING_OF]-(m:Meeting)
WHERE ($body = '' OR b.id = $body)
WITH newest, m, r, b
WHERE (m.status = 'held' OR (m.status = 'planned' AND m.date < newest)) AND m.date IS NOT NULL AND NOT EXISTS { MATCH (m)-[:RECORDED_IN]->(:Document) }
RETURN b.id AS body_id, b.name AS body, m.date AS date, m.status AS status, m.id AS meeting_id, m.name AS meeting,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY body, body_id, date, meeting_id
