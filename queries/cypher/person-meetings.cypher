// title: Meetings of a person
// question: Which meetings did this person attend, miss or speak at?
// parameters:
//   person (Person): who
//   stated (flag, false): leave out what is only inferred
// columns:
//   date: of the meeting
//   body_id, body: whose meeting it was; without an id: the meeting, its body not known
//   attendance: present, apologies, absent, or led an item
//   role: chair, vice-chair, minutes, invited, observer, deputy, in attendance or attendee
//   item: what the person presented
//   disputed: true where papers tell it in two ways
//   meeting_id: the meeting
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: person-meetings person="Ruth Ellingworth"
MATCH (p:Person {id: $person})-[r:ATTENDED|SENT_APOLOGIES|ABSENT_FROM|LED]->(m:Meeting)
WHERE NOT $stated OR r.basis = 'stated'
OPTIONAL MATCH (m)-[:MEETING_OF]->(b:Body)
RETURN m.date AS date, b.id AS body_id, coalesce(b.name, m.name) AS body,
       CASE type(r) WHEN 'ATTENDED' THEN 'present' WHEN 'SENT_APOLOGIES' THEN 'apologies'
                    WHEN 'ABSENT_FROM' THEN 'absent' ELSE 'led an item' END AS attendance,
       r.role AS role, r.item AS item, CASE WHEN r.disputed THEN true END AS disputed, m.id AS meeting_id,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY coalesce(date, ''), meeting_id, attendance, coalesce(item, '')
