// title: Who sits on which boards
// question: Which people sit on which boards, committees and groups, and in which role?
// parameters:
//   stated (flag, false): leave out membership that is only inferred from attendance
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
// columns:
//   person_id, person: who
//   role: chair, vice-chair, secretary, member or observer
//   role_text: the role as printed
//   body_id, body: on what
//   start_date, end_date: since when and until when, where that is told
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the membership
// bound: 10000 rows, 60 s
// example: boards stated=true
MATCH (p:Person)-[r:SITS_ON]->(b:Body)
WHERE b.number IS NULL AND (NOT $stated OR r.basis = 'stated')
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN p.id AS person_id, p.name AS person, r.role AS role, r.role_text AS role_text, b.id AS body_id, b.name AS body,
       r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY person, person_id, body, body_id, role
