// title: Terms of seats and posts
// question: Since when and until when did people hold which seats and posts, and when do papers show them there?
// parameters:
//   thing (Person|Body|Post): who held, or what was held
//   stated (flag, false): leave out what is only inferred
// columns:
//   person_id, person: who
//   link: sits on, or holds
//   role: on a body: chair, vice-chair, secretary, member or observer
//   role_text: the role as printed
//   place_id, place: the body or the post
//   seats: of a post: how many people it is for
//   spells: from which day to which day, where that is told; a side that nobody knows is empty
//   seen: the dates of the papers that show it
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: terms thing="Tarnhithe Learning Partnership Group"
MATCH (known:Person|Body|Post {id: $thing})-[r:SITS_ON|HOLDS]-(:Person|Body|Post)
WHERE NOT $stated OR r.basis = 'stated'
WITH r, startNode(r) AS p, endNode(r) AS place
UNWIND r.statements AS proof
MATCH (s:Statement {id: proof})
WITH p, r, place, collect(DISTINCT s.date) AS dates
RETURN p.id AS person_id, p.name AS person, CASE type(r) WHEN 'HOLDS' THEN 'holds' ELSE 'sits on' END AS link, r.role AS role,
       r.role_text AS role_text, place.id AS place_id, place.name AS place, place.seats AS seats, r.spells AS spells, dates AS seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY place, place_id, role, person, person_id
