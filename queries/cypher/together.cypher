// title: When two people sat together
// question: On which bodies were these two people members at the same time, and from which day to which?
// parameters:
//   person (Person): the one
//   other (Person): the other
//   stated (flag, false): leave out membership that is only inferred from attendance
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
// columns:
//   body_id, body: on what
//   role: of the one
//   other_role: of the other
//   start_date, end_date: the first and the last day on which both were there; empty where nobody tells since when or until when
//   quote, source, basis, confidence: the evidence of the membership of the one
//   other_quote, other_source, other_basis, other_confidence: the evidence of the membership of the other
// bound: 10000 rows
// example: together person="Gwen Pritchard" other="Rosamund Tilbury"
MATCH (:Person {id: $person})-[r:SITS_ON]->(b:Body)<-[s:SITS_ON]-(:Person {id: $other})
WHERE b.number IS NULL AND (NOT $stated OR (r.basis = 'stated' AND s.basis = 'stated'))
UNWIND coalesce(r.spells, [coalesce(r.first_seen, '') + '/' + coalesce(r.last_seen, '')]) AS own
UNWIND coalesce(s.spells, [coalesce(s.first_seen, '') + '/' + coalesce(s.last_seen, '')]) AS others
WITH r, s, b, split(own, '/')[0] AS a, split(own, '/')[1] AS z, split(others, '/')[0] AS c, split(others, '/')[1] AS y
WHERE (z = '' OR a <= z) AND (y = '' OR c <= y)
WITH r, s, b, CASE WHEN a > c THEN a ELSE c END AS first, CASE WHEN z = '' OR (y <> '' AND y < z) THEN y ELSE z END AS last
WHERE (last = '' OR first <= last) AND ($to = '' OR left(first, size($to)) <= $to) AND (last = '' OR last >= $from)
RETURN DISTINCT b.id AS body_id, b.name AS body, r.role AS role, s.role AS other_role, first AS start_date, last AS end_date,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence, s.quote AS other_quote,
       s.source AS other_source, s.basis AS other_basis, s.confidence AS other_confidence
ORDER BY body, body_id, start_date, end_date, role, other_role
