// title: Attendance of a meeting
// question: Who came to this meeting, who sent apologies, and who was absent?
// parameters:
//   meeting (Meeting): the meeting, by its body and date
//   stated (flag, false): leave out what is only inferred
// columns:
//   attendance: present, apologies or absent
//   person_id, person: who
//   role: chair, vice-chair, minutes, invited, observer, deputy, in attendance or attendee
//   role_text: the role as printed
//   standing_for: for whom a deputy came
//   part: the part of the meeting, where it was not the whole
//   disputed: true where papers tell it in two ways
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: meeting-attendance meeting="Tarnhithe Learning Partnership Group, 14 November 2018"
MATCH (m:Meeting {id: $meeting})<-[r:ATTENDED|SENT_APOLOGIES|ABSENT_FROM]-(p:Person)
WHERE NOT $stated OR r.basis = 'stated'
RETURN CASE type(r) WHEN 'ATTENDED' THEN 'present' WHEN 'SENT_APOLOGIES' THEN 'apologies' ELSE 'absent' END AS attendance,
       p.id AS person_id, p.name AS person, r.role AS role, r.role_text AS role_text,
       r.standing_for AS standing_for, r.part AS part,
       CASE WHEN r.disputed THEN true END AS disputed,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY CASE attendance WHEN 'present' THEN 0 WHEN 'apologies' THEN 1 ELSE 2 END, person, person_id
