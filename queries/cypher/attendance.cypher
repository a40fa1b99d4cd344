// title: Attendance of a body
// question: How often did each person come to the meetings of this body, and how often not?
// parameters:
//   body (Body): the board, committee or group
//   from (date, ""): the first day of the meetings wanted
//   to (date, ""): the last day of the meetings wanted
//   stated (flag, false): leave out what is only inferred
// columns:
//   person_id, person: who
//   seat: the role on the body; empty for guests
//   present, apologies, absent: at how many meetings
//   meetings: of how many meetings the minutes are loaded
//   rate: present divided by meetings
//   quote, source: the latest evidence
//   basis: stated, or inferred where any of it is
//   confidence: the lowest of all
// bound: 10000 rows
// example: attendance body="Tarnhithe Learning Partnership Group"
MATCH (b:Body {id: $body})<-[:MEETING_OF]-(m:Meeting)-[:RECORDED_IN]->(:Document)
WHERE ($from = '' OR coalesce(m.date, '') >= $from) AND ($to = '' OR left(coalesce(m.date, '9999'), size($to)) <= $to)
WITH b, count(DISTINCT m.id) AS meetings
MATCH (b)<-[:MEETING_OF]-(m:Meeting)-[:RECORDED_IN]->(:Document)
MATCH (m)<-[r:ATTENDED|SENT_APOLOGIES|ABSENT_FROM]-(p:Person)
WHERE (NOT $stated OR r.basis = 'stated')
  AND ($from = '' OR coalesce(m.date, '') >= $from) AND ($to = '' OR left(coalesce(m.date, '9999'), size($to)) <= $to)
WITH b, meetings, p, m, r
ORDER BY coalesce(m.date, '') DESC, m.id
WITH b, meetings, p,
     count(DISTINCT CASE type(r) WHEN 'ATTENDED' THEN m.id END) AS present,
     count(DISTINCT CASE type(r) WHEN 'SENT_APOLOGIES' THEN m.id END) AS apologies,
     count(DISTINCT CASE type(r) WHEN 'ABSENT_FROM' THEN m.id END) AS absent,
     collect(r.quote) AS quotes, collect(r.source) AS sources, min(r.basis) AS basis, min(r.confidence) AS confidence
OPTIONAL MATCH (p)-[s:SITS_ON]->(b)
WITH meetings, p, present, apologies, absent, quotes, sources, basis, confidence, min(s.role) AS seat
RETURN p.id AS person_id, p.name AS person, seat AS seat, present AS present, apologies AS apologies, absent AS absent,
       meetings AS meetings, round(100.0 * present / meetings) / 100.0 AS rate,
       head(quotes) AS quote, head(sources) AS source, basis AS basis, confidence AS confidence
ORDER BY present DESC, apologies DESC, person, person_id
