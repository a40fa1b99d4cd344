// title: Boards of a person
// question: On which boards does this person sit, and in which role?
// parameters:
//   person (Person): who
//   stated (flag, false): leave out membership that is only inferred from attendance
// columns:
//   body_id, body: on what
//   role: chair, vice-chair, secretary, member or observer
//   role_text: the role as printed
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the membership
// example: person-boards person="Ruth Ellingworth"
MATCH (p:Person {id: $person})-[r:SITS_ON]->(b:Body)
WHERE b.number IS NULL AND (NOT $stated OR r.basis = 'stated')
RETURN b.id AS body_id, b.name AS body, r.role AS role, r.role_text AS role_text,
       r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY body, body_id, role
