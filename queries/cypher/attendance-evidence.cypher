// title: Evidence of attendance
// question: On which lines of which papers does it rest who was at meetings, who was not, and who led an item there?
// parameters:
//   things (Person|Meeting list): people, or meetings
// columns:
//   person_id, person: who
//   link: ATTENDED, SENT_APOLOGIES, ABSENT_FROM or LED
//   role: as at the meeting
//   item: what was led
//   meeting_id, meeting: where
//   document, path: the paper, by its title and its file
//   place: where in the paper it stands
//   statement_id: the claim
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: attendance-evidence things="Ruth Ellingworth"
UNWIND $things AS wanted
OPTIONAL MATCH (person:Person {id: wanted})
OPTIONAL MATCH (meeting:Meeting {id: wanted})
WITH coalesce(person, meeting) AS x
WHERE x IS NOT NULL
MATCH (x)-[r:ATTENDED|SENT_APOLOGIES|ABSENT_FROM|LED]-(y:Person|Meeting)
WITH DISTINCT startNode(r) AS p, r, endNode(r) AS m
WITH p.id AS person_id, p.name AS person, type(r) AS link, r.role AS role, r.item AS item,
     m.id AS meeting_id, m.name AS meeting, r.statements AS cited
UNWIND cited AS claim
MATCH (s:Statement {id: claim})-[:IN_DOCUMENT]->(d:Document)
RETURN person_id AS person_id, person AS person, link AS link, role AS role, item AS item,
       meeting_id AS meeting_id, meeting AS meeting, d.name AS document, d.path AS path,
       s.locator AS place, s.id AS statement_id,
       s.quote AS quote, d.name + ', ' + s.locator AS source, s.basis AS basis, s.confidence AS confidence
ORDER BY person, person_id, meeting_id, link, coalesce(item, ''), path, coalesce(s.line, 0), place, statement_id
