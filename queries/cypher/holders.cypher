// title: Who holds these seats
// question: Who is in these posts, and how many seats has each?
// parameters:
//   things (Post list): the posts
//   stated (flag, false): leave out holders who are only inferred
//   from (date, ""): leave out what had ended before that day
//   to (date, ""): leave out what began after that day
// columns:
//   post_id, post: the seat
//   seats: how many people it is for
//   vacant: true where a paper says that it is empty
//   person_id, holder: who is in it
//   acting: true for acting and interim holders
//   start_date, end_date: since when and until when, where that is told
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the holder
// bound: 10000 rows
// example: holders things="Schools Finance Manager"
UNWIND $things AS wanted
MATCH (post:Post {id: wanted})
OPTIONAL MATCH (post)<-[r:HOLDS]-(p:Person)
WHERE (NOT $stated OR r.basis = 'stated')
  AND ($from + $to = '' OR any(spell IN coalesce(r.spells, [r.first_seen + '/' + r.last_seen])
       WHERE left(split(spell, '/')[0], size($to)) <= $to AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $from)))
RETURN post.id AS post_id, post.name AS post, post.seats AS seats, post.vacant AS vacant,
       p.id AS person_id, p.name AS holder, r.acting AS acting, r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY post, post_id, coalesce(holder, ''), person_id
