// title: Every link
// question: Which people, bodies, organisations, units and posts are linked, and how?
// parameters:
//   stated (flag, false): leave out what is only inferred
// columns:
//   start_id, start_name, start_kind: where the link begins
//   link: SITS_ON, HOLDS, POST_IN, REPORTS_TO …
//   role: of SITS_ON
//   acting: true for acting and interim holders of a post
//   end_id, end_name, end_kind: where it ends
//   start_date, end_date: as printed
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the link
// bound: 10000 rows, 60 s
// example: links stated=true
MATCH (x:Person|Body|Organisation|Unit|Post)-[r:SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY]->(y:Person|Body|Organisation|Unit|Post)
WHERE NOT $stated OR r.basis = 'stated'
RETURN x.id AS start_id, x.name AS start_name, labels(x)[0] AS start_kind, type(r) AS link, r.role AS role,
       r.acting AS acting, y.id AS end_id, y.name AS end_name, labels(y)[0] AS end_kind,
       r.start AS start_date, r.end AS end_date, r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY start_name, start_id, link, coalesce(role, ''), end_name, end_id
