// title: Whom a person speaks for
// question: Which organisations, units and bodies does this person represent or belong to?
// parameters:
//   person (Person): who
//   stated (flag, false): leave out what is only inferred
// columns:
//   link: represents, or affiliated to
//   place_id, place: the organisation, unit or body
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the link
// bound: 10000 rows
// example: person-links person="Ruth Macallister"
MATCH (p:Person {id: $person})-[r:REPRESENTS|AFFILIATED_TO]->(place:Organisation|Unit|Body)
WHERE NOT $stated OR r.basis = 'stated'
RETURN CASE type(r) WHEN 'REPRESENTS' THEN 'represents' ELSE 'affiliated to' END AS link,
       place.id AS place_id, place.name AS place, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY link, place, place_id
