// title: Links around things
// question: To which people, bodies, organisations, units and posts are these linked, and how?
// parameters:
//   things (Person|Body|Organisation|Unit|Post list): where to look
//   meetings (flag, false): also who was at which meeting, who led an item there, and whose meeting it was
//   stated (flag, false): leave out what is only inferred
// columns:
//   start_id, start_name, start_kind: where the link begins
//   link: SITS_ON, HOLDS, POST_IN, REPORTS_TO …
//   role: chair, vice-chair, secretary, member or observer, of SITS_ON; of ATTENDED as at the meeting
//   acting: true for acting and interim holders of a post
//   end_id, end_name, end_kind: where it ends
//   start_date, end_date: as printed
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the link
// bound: 10000 rows
// example: around things="Ruth Ellingworth"
UNWIND $things AS wanted
OPTIONAL MATCH (person:Person {id: wanted})
OPTIONAL MATCH (body:Body {id: wanted})
OPTIONAL MATCH (post:Post {id: wanted})
OPTIONAL MATCH (unit:Unit {id: wanted})
OPTIONAL MATCH (organisation:Organisation {id: wanted})
OPTIONAL MATCH (meeting:Meeting {id: wanted})
WITH coalesce(person, body, post, unit, organisation, meeting) AS x
WHERE x IS NOT NULL
MATCH (x)-[r:SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY|ATTENDED|LED|MEETING_OF]-(y:Person|Body|Organisation|Unit|Post|Meeting)
WHERE ($meetings OR NOT type(r) IN ['ATTENDED', 'LED', 'MEETING_OF']) AND (NOT $stated OR r.basis = 'stated')
WITH DISTINCT startNode(r) AS low, r, endNode(r) AS high
RETURN low.id AS start_id, low.name AS start_name, labels(low)[0] AS start_kind, type(r) AS link, r.role AS role,
       r.acting AS acting, high.id AS end_id, high.name AS end_name, labels(high)[0] AS end_kind,
       r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY start_name, start_id, link, coalesce(role, ''), end_name, end_id, coalesce(r.item, '')
