// title: Seats that link bodies
// question: Who sits on which bodies, leaving out those who serve a body or were there once?
// parameters:
//   guests (flag, false): also who is seen at one meeting only
//   servants (flag, false): also secretaries, observers and takers of minutes
//   stated (flag, false): leave out membership that is only inferred from attendance
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
//   lapsed (ids, {}): seats to leave out, each by the ids of person and body with a space between: those whom papers show before and after that time, and another then
// columns:
//   person_id, person: who
//   role: on the body
//   body_id, body: on what
//   above: ids of the bodies that this one is part of or reports to
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows, 60 s
// example: seatings
MATCH (b:Body)
WHERE b.number IS NULL
OPTIONAL MATCH (b)-[:PART_OF|REPORTS_TO]->(upper:Body)
WITH b, collect(DISTINCT upper.id) AS above
MATCH (p:Person)-[r:SITS_ON]->(b)
WHERE p.partial = false AND (NOT $stated OR r.basis = 'stated')
  AND ($servants OR r.role IN ['chair', 'vice-chair', 'member'])
  AND ($guests OR r.basis = 'stated' OR size(r.statements) > 1)
  AND (size(keys($lapsed)) = 0 OR $lapsed[p.id + ' ' + b.id] IS NULL)
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN p.id AS person_id, p.name AS person, r.role AS role, b.id AS body_id, b.name AS body, above AS above,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY person, person_id, body, body_id, role
