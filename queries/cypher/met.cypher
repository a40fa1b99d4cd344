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
//   other_quote, other_source: the evidence that the other was there
//   quote, source: the evidence that the one was there
//   basis: stated, or inferred where either is
//   confidence: the lower of both
// example: met one="Ruth Macallister" other="Keeley Braithwaite"
MATCH (a:Person {id: $one})-[r:ATTENDED]->(m:Meeting)<-[s:ATTENDED]-(b:Person {id: $other})
WHERE NOT $stated OR (r.basis = 'stated' AND s.basis = 'stated')
RETURN m.date AS date, m.id AS meeting_id, m.name AS meeting, r.role AS role, s.role AS other_role,
       s.quote AS other_quote, s.source AS other_source, r.quote AS quote, r.source AS source,
       CASE WHEN r.basis = 'stated' AND s.basis = 'stated' THEN 'stated' ELSE 'inferred' END AS basis,
       CASE WHEN r.confidence < s.confidence THEN r.confidence ELSE s.confidence END AS confidence
ORDER BY coalesce(date, ''), meeting_id, role, other_role
