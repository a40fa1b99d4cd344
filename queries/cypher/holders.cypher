// title: Who holds these seats
// question: Who is in these posts, and how many seats has each?
// parameters:
//   things (Post list): the posts
//   stated (flag, false): leave out holders who are only inferred
// columns:
//   post_id, post: the seat
//   seats: how many people it is for
//   vacant: true where a paper says that it is empty
//   person_id, holder: who is in it
//   acting: true for acting and interim holders
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the holder
// example: holders things="Schools Finance Manager"
UNWIND $things AS wanted
MATCH (post:Post {id: wanted})
OPTIONAL MATCH (post)<-[r:HOLDS]-(p:Person)
WHERE NOT $stated OR r.basis = 'stated'
RETURN post.id AS post_id, post.name AS post, post.seats AS seats, post.vacant AS vacant,
       p.id AS person_id, p.name AS holder, r.acting AS acting, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY post, post_id, coalesce(holder, ''), person_id
