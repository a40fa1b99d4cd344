// title: Actions, by owner and meeting
// question: Who was asked to do what, by which meeting, until when?
// parameters:
//   owner (Person|Post|Body|Unit, ""): who has to do it; empty for all
//   body (Body, ""): whose meetings agreed it; empty for all
//   meeting (Meeting, ""): the meeting that agreed it; empty for all
//   open (flag, false): leave out what the papers call done
//   from (date, ""): the first day of the meetings wanted
//   to (date, ""): the last day of the meetings wanted
//   stated (flag, false): leave out what is only inferred
// columns:
//   date: of the meeting
//   owner_id, owner: who has to do it; without an id: the owner as printed, nobody known
//   action_id, action: what is to be done
//   due: by when
//   status: as the papers give it
//   body_id, body: whose meeting it was
//   meeting_id: the meeting
//   quote, source, basis, confidence: the evidence of the owner, or of the action where there is none
// bound: 10000 rows, 60 s
// example: actions owner="Imran Chaudhry"
CALL {
  OPTIONAL MATCH (personwho:Person {id: $owner})
  OPTIONAL MATCH (postwho:Post {id: $owner})
  OPTIONAL MATCH (bodywho:Body {id: $owner})
  OPTIONAL MATCH (unitwho:Unit {id: $owner})
  WITH coalesce(personwho, postwho, bodywho, unitwho) AS who
  WHERE who IS NOT NULL
  MATCH (who)<-[:ASSIGNED_TO]-(a:Action)
  RETURN a
  UNION
  MATCH (:Body {id: $body})<-[:MEETING_OF]-(:Meeting)<-[:ARISING_FROM]-(a:Action)
  WHERE $owner = ''
  RETURN a
  UNION
  MATCH (:Meeting {id: $meeting})<-[:ARISING_FROM]-(a:Action)
  WHERE $owner + $body = ''
  RETURN a
  UNION
  UNWIND CASE WHEN $owner + $body + $meeting = '' THEN [0] ELSE [] END AS every
  MATCH (a:Action)
  RETURN a
}
MATCH (a)-[arising:ARISING_FROM]->(m:Meeting)
WHERE ($meeting = '' OR m.id = $meeting) AND (NOT $open OR NOT a.status IN ['done', 'complete', 'completed', 'closed'])
  AND ($from = '' OR coalesce(m.date, '') >= $from) AND ($to = '' OR left(coalesce(m.date, '9999'), size($to)) <= $to)
OPTIONAL MATCH (m)-[:MEETING_OF]->(b:Body)
OPTIONAL MATCH (a)-[assigned:ASSIGNED_TO]->(owner:Person|Post|Body|Unit)
WITH a, m, b, owner, arising, assigned, coalesce(assigned.basis, arising.basis) AS basis
WHERE ($body = '' OR b.id = $body) AND ($owner = '' OR owner.id = $owner) AND (NOT $stated OR basis = 'stated')
RETURN m.date AS date, owner.id AS owner_id, coalesce(owner.name, a.owner_text) AS owner, a.id AS action_id, a.text AS action, a.due AS due,
       a.status AS status, b.id AS body_id, b.name AS body, m.id AS meeting_id,
       coalesce(assigned.quote, arising.quote) AS quote, coalesce(assigned.source, arising.source) AS source,
       basis AS basis, coalesce(assigned.confidence, arising.confidence) AS confidence
ORDER BY coalesce(date, ''), meeting_id, action, action_id, coalesce(owner, ''), coalesce(owner_id, ''), body_id
