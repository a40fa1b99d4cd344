// title: Attendance that papers tell in two ways
// question: Of whom does one paper say that they were at a meeting, and another that they were not?
// columns:
//   date: of the meeting
//   meeting_id, meeting: which
//   person_id, person: who
//   link: ATTENDED, SENT_APOLOGIES or ABSENT_FROM
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows, 60 s
// example: disputed
MATCH (p:Person)-[r:ATTENDED|SENT_APOLOGIES|ABSENT_FROM]->(m:Meeting)
WHERE r.disputed = true
RETURN m.date AS date, m.id AS meeting_id, m.name AS meeting, p.id AS person_id, p.name AS person, type(r) AS link,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY coalesce(date, ''), meeting_id, person, person_id, link
