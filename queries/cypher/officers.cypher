// title: Officers of bodies
// question: Who chairs, deputises for the chair, or is secretary, of which body?
// parameters:
//   body (Body, ""): one body; empty for all
//   stated (flag, false): leave out what is only inferred
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
// columns:
//   body_id, body: of what
//   role: chair, vice-chair or secretary
//   person_id, person: who
//   role_text: the role as printed
//   start_date, end_date: since when and until when, where that is told
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the office
// bound: 10000 rows, 60 s
// example: officers body="Tarnhithe Learning Partnership Group"
MATCH (b:Body)<-[r:SITS_ON]-(p:Person)
WHERE ($body = '' OR b.id = $body)
WITH b, r, p
WHERE r.role IN ['chair', 'vice-chair', 'secretary'] AND (NOT $stated OR r.basis = 'stated')
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN b.id AS body_id, b.name AS body, r.role AS role, p.id AS person_id, p.name AS person, r.role_text AS role_text,
       r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY body, body_id, role, person, person_id
