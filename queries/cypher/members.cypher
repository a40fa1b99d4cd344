// title: Members of a body
// question: Who sits on this body, and in which role?
// parameters:
//   body (Body): the board, committee or group
//   stated (flag, false): leave out membership that is only inferred from attendance
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
// columns:
//   person_id, person: who
//   role: chair, vice-chair, secretary, member or observer
//   role_text: the role as printed
//   start_date, end_date: since when and until when, where that is told
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the membership
// bound: 10000 rows
// example: members body="Tarnhithe Learning Partnership Group"
MATCH (b:Body {id: $body})<-[r:SITS_ON]-(p:Person)
WHERE (NOT $stated OR r.basis = 'stated')
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN p.id AS person_id, p.name AS person, r.role AS role, r.role_text AS role_text,
       r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY CASE role WHEN 'chair' THEN 0 WHEN 'vice-chair' THEN 1 WHEN 'secretary' THEN 2 WHEN 'member' THEN 3 ELSE 4 END,
         person, person_id
