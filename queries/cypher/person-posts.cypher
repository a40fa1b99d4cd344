// title: Posts of a person
// question: Which posts does this person hold, and where?
// parameters:
//   person (Person): who
//   stated (flag, false): leave out what is only inferred
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
// columns:
//   post_id, post: the title of the seat
//   acting: true for acting and interim holders
//   place_id, place: the organisation, unit or body that the seat is in
//   start_date, end_date: as printed
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence that the person holds it
// bound: 10000 rows
// example: person-posts person="Ruth Ellingworth"
MATCH (p:Person {id: $person})-[r:HOLDS]->(post:Post)
WHERE (NOT $stated OR r.basis = 'stated')
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
OPTIONAL MATCH (post)-[:POST_IN]->(place:Organisation|Unit|Body)
RETURN post.id AS post_id, post.name AS post, r.acting AS acting, place.id AS place_id, place.name AS place,
       r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY post, post_id, coalesce(place, ''), place_id
