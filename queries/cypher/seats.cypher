// title: Seats and vacancies
// question: How many seats has each post, who fills them, and which does a paper call vacant?
// parameters:
//   place (Organisation|Unit|Body, ""): where the posts are; empty for all
//   vacant (flag, false): only what a paper calls vacant
//   stated (flag, false): leave out what is only inferred
// columns:
//   place_id, place: the organisation, unit or body
//   post_id, post: the seat
//   seats: how many people it is for
//   held: by how many people the papers show it held
//   holders: their names
//   vacant: true where a paper says so
//   quote, source, basis, confidence: the evidence that the seat is there
// bound: 10000 rows, 60 s
// example: seats place="People"
MATCH (place:Organisation|Unit|Body)<-[r:POST_IN]-(post:Post)
WHERE ($place = '' OR place.id = $place)
WITH post, r, place
WHERE (NOT $vacant OR post.vacant = true) AND (NOT $stated OR r.basis = 'stated')
OPTIONAL MATCH (post)<-[:HOLDS]-(p:Person)
WITH post, r, place, p
ORDER BY p.name, p.id
WITH post, r, place, collect(DISTINCT p.name) AS holders
RETURN place.id AS place_id, place.name AS place, post.id AS post_id, post.name AS post, post.seats AS seats,
       size(holders) AS held, holders AS holders, coalesce(post.vacant, false) AS vacant,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY place, place_id, post, post_id
