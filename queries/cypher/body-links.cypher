// title: How a body is linked
// question: Which bodies and organisations is this body part of, accountable to, or replaced by, and which are under it?
// parameters:
//   body (Body): the board, committee or group
//   stated (flag, false): leave out what is only inferred
// columns:
//   link: part of, has part, reports to, hears reports from, replaced by or replaces
//   other_id, other: the other end
//   kind: what the other end is
//   first_seen, last_seen: dates of the first and last paper that show it
//   quote, source, basis, confidence: the evidence of the link
// bound: 10000 rows
// example: body-links body="Locality Improvement Board"
MATCH (b:Body {id: $body})-[r:PART_OF|REPORTS_TO|REPLACED_BY]-(other:Body|Organisation|Unit|Post)
WHERE NOT $stated OR r.basis = 'stated'
WITH b, r, other, startNode(r).id = b.id AS outward
RETURN CASE type(r) WHEN 'PART_OF' THEN CASE WHEN outward THEN 'part of' ELSE 'has part' END
                    WHEN 'REPORTS_TO' THEN CASE WHEN outward THEN 'reports to' ELSE 'hears reports from' END
                    ELSE CASE WHEN outward THEN 'replaced by' ELSE 'replaces' END END AS link,
       other.id AS other_id, other.name AS other, labels(other)[0] AS kind,
       r.first_seen AS first_seen, r.last_seen AS last_seen,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY link, other, other_id
