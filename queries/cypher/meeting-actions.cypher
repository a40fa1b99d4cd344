// title: Actions of a meeting
// question: What was agreed at this meeting, who is to do it, and by when?
// parameters:
//   meeting (Meeting): the meeting, by its body and date
//   stated (flag, false): leave out what is only inferred
// columns:
//   item: the item of the agenda
//   action_id, action: what is to be done
//   owner_id, owner: who has to do it; without an id: the owner as printed, nobody known
//   owner_text: the owner as printed
//   due: by when
//   status: as the papers give it
//   quote, source, basis, confidence: the evidence of the owner, or of the action where there is none
// bound: 10000 rows
// example: meeting-actions meeting="Locality Improvement Board, 18 June 2019"
MATCH (m:Meeting {id: $meeting})<-[arising:ARISING_FROM]-(a:Action)
OPTIONAL MATCH (a)-[assigned:ASSIGNED_TO]->(owner:Person|Post|Body|Unit)
WITH a, owner, arising, assigned, coalesce(assigned.basis, arising.basis) AS basis
WHERE NOT $stated OR basis = 'stated'
RETURN a.item AS item, a.id AS action_id, a.text AS action, owner.id AS owner_id, coalesce(owner.name, a.owner_text) AS owner,
       a.owner_text AS owner_text, a.due AS due, a.status AS status,
       coalesce(assigned.quote, arising.quote) AS quote, coalesce(assigned.source, arising.source) AS source,
       basis AS basis, coalesce(assigned.confidence, arising.confidence) AS confidence
ORDER BY coalesce(item, ''), action, action_id, coalesce(owner, ''), owner_id
