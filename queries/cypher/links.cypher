// title: What is linked to these
// question: To what are these people, bodies, posts, units or organisations linked directly?
// parameters:
//   things (Person|Body|Organisation|Unit|Post|Meeting list): where to look
//   meetings (flag, false): also who was at which meeting, and whose meeting it was
//   stated (flag, false): leave out what is only inferred
// columns:
//   from_id, from: where the link is seen from
//   link: the type of the link, such as SITS_ON
//   way: → where the link runs from there, ← where it runs back
//   role: chair, member …, where the link has one
//   to_id, to, kind: what it is linked to
//   quote, source, basis, confidence: the evidence of the link
// example: links things="Inclusion Working Group"
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
RETURN x.id AS from_id, x.name AS from, type(r) AS link, CASE WHEN startNode(r).id = x.id THEN '→' ELSE '←' END AS way,
       r.role AS role, y.id AS to_id, y.name AS to, labels(y)[0] AS kind,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY from, from_id, link, way, to, to_id, coalesce(role, ''), coalesce(r.item, '')
