// title: Open actions of a body
// question: Which actions of this body's meetings does no paper call done, and how many of its meetings have gone by since?
// parameters:
//   body (Body): whose meetings agreed them
//   stated (flag, false): leave out what is only inferred
// columns:
//   date: of the meeting that agreed it
//   meeting_id, meeting: the meeting
//   action_id, action: what is to be done
//   owner_id, owner: who has to do it; without an id: the owner as printed, nobody known
//   due: by when
//   status: as the papers give it
//   later: how many later meetings of the body have their minutes loaded
//   quote, source, basis, confidence: the evidence of the owner, or of the action where there is none
// bound: 10000 rows
// example: open-actions body="Tarnhithe Learning Partnership Group"
MATCH (b:Body {id: $body})<-[:MEETING_OF]-(other:Meeting)-[:RECORDED_IN]->(:Document)
WITH b, other.date AS day
ORDER BY day
WITH b, collect(day) AS days
MATCH (b)<-[:MEETING_OF]-(m:Meeting)<-[arising:ARISING_FROM]-(a:Action)
WHERE NOT a.status IN ['done', 'complete', 'completed', 'closed']
OPTIONAL MATCH (a)-[assigned:ASSIGNED_TO]->(owner:Person|Post|Body|Unit)
WITH days, m, a, owner, arising, assigned, coalesce(assigned.basis, arising.basis) AS basis
WHERE NOT $stated OR basis = 'stated'
RETURN m.date AS date, m.id AS meeting_id, m.name AS meeting, a.id AS action_id, a.text AS action,
       owner.id AS owner_id, coalesce(owner.name, a.owner_text) AS owner, a.due AS due, a.status AS status,
       size([day IN days WHERE day > m.date]) AS later,
       coalesce(assigned.quote, arising.quote) AS quote, coalesce(assigned.source, arising.source) AS source,
       basis AS basis, coalesce(assigned.confidence, arising.confidence) AS confidence
ORDER BY coalesce(date, ''), meeting_id, action, action_id, coalesce(owner, ''), owner_id
