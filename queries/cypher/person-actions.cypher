// title: Actions of a person
// question: What was this person asked to do?
// parameters:
//   person (Person): who
//   stated (flag, false): leave out what is only inferred
// columns:
//   date: of the meeting that agreed it
//   action_id, action: what is to be done
//   due: by when
//   status: as the papers give it
//   body_id, body: whose meeting agreed it
//   meeting_id: the meeting
//   quote, source, basis, confidence: the evidence that it is this person's
// bound: 10000 rows
// example: person-actions person="Imran Chaudhry"
MATCH (p:Person {id: $person})<-[r:ASSIGNED_TO]-(a:Action)
WHERE NOT $stated OR r.basis = 'stated'
OPTIONAL MATCH (a)-[:ARISING_FROM]->(m:Meeting)
OPTIONAL MATCH (m)-[:MEETING_OF]->(b:Body)
RETURN m.date AS date, a.id AS action_id, a.text AS action, a.due AS due, a.status AS status,
       b.id AS body_id, b.name AS body, m.id AS meeting_id,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY coalesce(date, ''), action, action_id, meeting_id, body_id
