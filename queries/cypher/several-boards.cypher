// title: People on more than one board
// question: Who sits on several boards, and which ones link them?
// parameters:
//   at_least (number, 2): on how many boards somebody must sit to be listed
//   stated (flag, false): leave out membership that is only inferred from attendance
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
//   lapsed (ids, {}): seats to leave out, each by the ids of person and body with a space between: those whom papers show before and after that time, and another then
// columns:
//   person_id, person: who
//   boards: on how many boards that person sits
//   role: chair, vice-chair, secretary, member or observer
//   body_id, body: one of the boards
//   start_date, end_date: since when and until when, where that is told
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the membership
// bound: 10000 rows, 60 s
// example: several-boards at_least=3
MATCH (p:Person)-[r:SITS_ON]->(b:Body)
WHERE b.number IS NULL AND (NOT $stated OR r.basis = 'stated')
  AND (size(keys($lapsed)) = 0 OR $lapsed[p.id + ' ' + b.id] IS NULL)
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
WITH p, count(DISTINCT b.id) AS boards
WHERE boards >= $at_least
WITH p, boards
ORDER BY boards DESC, p.name, p.id
LIMIT $limit
MATCH (p)-[r:SITS_ON]->(b:Body)
WHERE b.number IS NULL AND (NOT $stated OR r.basis = 'stated')
  AND (size(keys($lapsed)) = 0 OR $lapsed[p.id + ' ' + b.id] IS NULL)
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN p.id AS person_id, p.name AS person, boards AS boards, r.role AS role, b.id AS body_id, b.name AS body,
       r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY boards DESC, person, person_id, body, body_id, role
