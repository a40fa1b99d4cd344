// title: When people were expected at meetings of a body
// question: On which days do minutes show somebody as a member of this body, and in which role?
// parameters:
//   body (Body): the board, committee or group
//   stated (flag, false): leave out what is only inferred
// columns:
//   date: of the meeting
//   person_id, person: who came, or sent apologies
//   role: chair or vice-chair of that meeting; else member
//   place_id, place: the body
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: sightings body="Tarnhithe Learning Partnership Group"
MATCH (b:Body {id: $body})<-[:MEETING_OF]-(m:Meeting)<-[r:ATTENDED|SENT_APOLOGIES]-(p:Person)
WHERE m.date IS NOT NULL AND m.status = 'held' AND r.role IN ['chair', 'vice-chair', 'member', 'attendee', '']
  AND r.standing_for IS NULL AND (NOT $stated OR r.basis = 'stated')
RETURN m.date AS date, p.id AS person_id, p.name AS person,
       CASE WHEN r.role IN ['chair', 'vice-chair'] THEN r.role ELSE 'member' END AS role, b.id AS place_id, b.name AS place,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY date, role, person, person_id, source
