// title: Meetings that two people were both at
// question: At which meetings did these two people meet?
// parameters:
//   one (Person): the one
//   other (Person): the other
//   stated (flag, false): leave out what is only inferred
// columns:
//   date: of the meeting
//   meeting_id, meeting: the meeting
//   role: of the one: chair, vice-chair, minutes, invited, observer, deputy, in attendance or attendee
//   other_role: of the other
//   quote, source, basis, confidence: the evidence that the one was there
//   other_quote, other_source, other_basis, other_confidence: the evidence that the other was there
// bound: 10000 rows
// example: met one="Ruth Macallister" other="Keeley Braithwaite"
MATCH (a:Person {id: $one})-[r:ATTENDED]->(m:Meeting)<-[s:ATTENDED]-(b:Person {id: $other})
WHERE NOT $stated OR (r.basis = 'stated' AND s.basis = 'stated')
RETURN m.date AS date, m.id AS meeting_id, m.name AS meeting, r.role AS role, s.role AS other_role,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence, s.quote AS other_quote,
       s.source AS other_source, s.basis AS other_basis, s.confidence AS other_confidence
ORDER BY coalesce(date, ''), meeting_id, role, other_role
