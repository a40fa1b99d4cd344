// title: Bodies that share people
// question: Which bodies have people in common, and whom?
// parameters:
//   bodies (Body list, []): one body against all others, or several against each other; empty for all
//   nested (flag, true): also bodies one of which is part of the other or reports to it, at whatever distance
//   stated (flag, false): leave out membership that is only inferred from attendance
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
//   lapsed (ids, {}): seats to leave out, each by the ids of person and body with a space between: those whom papers show before and after that time, and another then
// columns:
//   body_id, body: the one
//   other_id, other: the other
//   shared: how many people sit on both
//   person_id, person: one of them
//   role: on the one
//   other_role: on the other
//   quote, source, basis, confidence: the evidence of the membership of the one
//   other_quote, other_source, other_basis, other_confidence: the evidence of the membership of the other
// bound: 10000 rows, 60 s
// example: overlap bodies="Locality Improvement Board" nested=false
MATCH (a:Body)
WHERE (size($bodies) = 0 OR a.id IN $bodies)
WITH a
WHERE a.number IS NULL
CALL {
  WITH a
  MATCH (a)<-[r:SITS_ON]-(p:Person)
  WHERE (NOT $stated OR r.basis = 'stated') AND (size(keys($lapsed)) = 0 OR $lapsed[p.id + ' ' + a.id] IS NULL)
    AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
         WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
  WITH DISTINCT a, p
  MATCH (p)-[s:SITS_ON]->(b:Body)
  WHERE (a.id < b.id OR (size($bodies) = 1 AND a.id <> b.id)) AND b.number IS NULL AND (size($bodies) < 2 OR b.id IN $bodies)
    AND (NOT $stated OR s.basis = 'stated') AND (size(keys($lapsed)) = 0 OR $lapsed[p.id + ' ' + b.id] IS NULL)
    AND ($from + $to = '' OR any(spell IN coalesce(s.spells, [s.first_seen + '/' + s.last_seen])
         WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
  RETURN b, collect(DISTINCT p) AS people
}
WITH a, b, people, size(people) AS shared
WHERE $nested OR NOT (EXISTS { MATCH (a)-[:PART_OF|REPORTS_TO*1..5]->(b) } OR EXISTS { MATCH (b)-[:PART_OF|REPORTS_TO*1..5]->(a) })
WITH a, b, people, shared
ORDER BY shared DESC, a.name, a.id, b.name, b.id
LIMIT $limit
UNWIND people AS p
MATCH (p)-[r:SITS_ON]->(a)
MATCH (p)-[s:SITS_ON]->(b)
WHERE (NOT $stated OR (r.basis = 'stated' AND s.basis = 'stated'))
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
  AND (size(keys($lapsed)) = 0 OR ($lapsed[p.id + ' ' + a.id] IS NULL AND $lapsed[p.id + ' ' + b.id] IS NULL))
  AND ($from + $to = '' OR any(spell IN coalesce(s.spells, [s.first_seen + '/' + s.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN a.id AS body_id, a.name AS body, b.id AS other_id, b.name AS other, shared AS shared,
       p.id AS person_id, p.name AS person, r.role AS role, s.role AS other_role,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence, s.quote AS other_quote,
       s.source AS other_source, s.basis AS other_basis, s.confidence AS other_confidence
ORDER BY shared DESC, body, body_id, other, other_id, person, person_id, role, other_role
