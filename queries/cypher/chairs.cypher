// title: Who chaired a body, and when
// question: Who chaired this body: at which of its meetings, or by office?
// parameters:
//   body (Body): the board, committee or group
//   stated (flag, false): leave out what is only inferred
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
// columns:
//   date: of the meeting, or of the last paper that gives the office
//   person_id, person: who
//   how: chaired this meeting, or holds the chair
//   place_id, place: the meeting, or the body
//   start_date, end_date: of the office, where that is told
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: chairs body="Tarnhithe Learning Partnership Group"
MATCH (b:Body {id: $body})<-[:MEETING_OF*0..1]-(x:Body|Meeting)<-[r:ATTENDED|SITS_ON]-(p:Person)
WHERE r.role = 'chair' AND (NOT $stated OR r.basis = 'stated')
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [coalesce(x.date, r.first_seen) + '/' + coalesce(x.date, r.last_seen)])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN CASE type(r) WHEN 'ATTENDED' THEN x.date ELSE r.last_seen END AS date, p.id AS person_id, p.name AS person,
       CASE type(r) WHEN 'ATTENDED' THEN 'chaired this meeting' ELSE 'holds the chair' END AS how,
       x.id AS place_id, x.name AS place, r.start AS start_date, r.end AS end_date,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY how, coalesce(date, ''), place_id, person, person_id
