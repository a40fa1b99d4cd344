// title: Terms with their days
// question: Which seats and posts are told with the days on which they began or ended?
// columns:
//   person_id, person: who
//   link: SITS_ON or HOLDS
//   role: on a body
//   role_text: the role as printed
//   place_id, place: the body or the post
//   seats: of a post: how many people it is for
//   spells: from which day to which day; a side that nobody tells is empty
//   rows: how many rows or sentences tell it
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows, 60 s
// example: told-terms
MATCH (p:Person)-[r:SITS_ON|HOLDS]->(place:Body|Post)
WHERE r.spells IS NOT NULL
RETURN p.id AS person_id, p.name AS person, type(r) AS link, r.role AS role, r.role_text AS role_text, place.id AS place_id, place.name AS place,
       place.seats AS seats, r.spells AS spells, size(r.statements) AS rows,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY place, place_id, link, role, person, person_id
