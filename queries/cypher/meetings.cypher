// title: Meetings, held and planned
// question: When did a body meet, when will it meet, where, and which paper records it?
// parameters:
//   body (Body, ""): one body; empty for all
//   status (text, ""): held, planned or cancelled; empty for all
//   from (date, ""): the first day wanted
//   to (date, ""): the last day wanted
//   stated (flag, false): leave out what is only inferred
// columns:
//   date: the day, or the first day that is possible
//   date_text: the date as printed
//   body_id, body: who met
//   status: held, planned or cancelled
//   start_time, end_time, venue: as printed
//   document: the path of its minutes
//   meeting_id: the meeting
//   quote, source, basis, confidence: the evidence that it is this body's meeting
// bound: 10000 rows, 60 s
// example: meetings body="Tarnhithe Learning Partnership Group" status=held
MATCH (b:Body)<-[r:MEETING_OF]-(m:Meeting)
WHERE ($body = '' OR b.id = $body)
WITH m, r, b
WHERE ($status = '' OR m.status = $status)
  AND ($from = '' OR coalesce(m.date_end, m.date, '') >= $from) AND ($to = '' OR left(coalesce(m.date, '9999'), size($to)) <= $to)
  AND (NOT $stated OR r.basis = 'stated')
OPTIONAL MATCH (m)-[:RECORDED_IN]->(d:Document)
RETURN m.date AS date, m.date_text AS date_text, b.id AS body_id, b.name AS body, m.status AS status,
       m.start_time AS start_time, m.end_time AS end_time, m.venue AS venue, d.path AS document, m.id AS meeting_id,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY coalesce(date, ''), body, meeting_id, coalesce(document, ''), body_id
