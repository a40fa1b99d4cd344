// title: A person's names
// question: By which names and initials is this person known?
// parameters:
//   person (Person): who
// columns:
//   person_id, person: the person, by the fullest form seen
//   honorific: Mrs, Cllr, Dr …
//   initials: as printed
//   aliases: the other forms seen
//   partial: true where only initials or a first name are known, within one document
//   documents: how many documents speak of this person
// bound: 10000 rows
// example: person person="Ruth Ellingworth"
MATCH (p:Person {id: $person})
OPTIONAL MATCH (d:Document)-[:MENTIONS]->(p)
RETURN p.id AS person_id, p.name AS person, p.honorific AS honorific, p.initials AS initials, p.aliases AS aliases,
       p.partial AS partial, count(DISTINCT d.id) AS documents
ORDER BY person_id
