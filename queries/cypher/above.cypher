// title: The chain upwards
// question: To whom does this person, post, unit or body answer, step by step to the top?
// parameters:
//   of (Person|Post|Unit|Body|Organisation): where to begin
//   stated (flag, false): leave out lines that are only inferred
// columns:
//   level: how many steps up from the beginning
//   low_id, low: the lower end of this step
//   link: HOLDS, REPORTS_TO, POST_IN or PART_OF
//   high_id, high, kind: the upper end
//   holders: who is in the upper post
//   quote, source, basis, confidence: the evidence of the step
// bound: 10000 rows, 60 s
// example: above of="SEND Casework Manager"
MATCH (x:Person|Post|Unit|Body|Organisation {id: $of})
MATCH p = (x)-[:HOLDS|REPORTS_TO|POST_IN|PART_OF*1..12]->(high:Post|Unit|Body|Organisation)
WITH p, relationships(p) AS steps, high
WHERE NOT $stated OR all(step IN steps WHERE step.basis = 'stated')
WITH last(steps) AS r, min(size(steps)) AS level, high
WITH r, level, startNode(r) AS low, high
OPTIONAL MATCH (high)<-[held:HOLDS]-(holder:Person)
WHERE NOT $stated OR held.basis = 'stated'
WITH r, level, low, high, holder
ORDER BY holder.name, holder.id
WITH r, level, low, high, collect(holder.name) AS holders
RETURN level AS level, low.id AS low_id, low.name AS low, type(r) AS link, high.id AS high_id, high.name AS high,
       labels(high)[0] AS kind, holders AS holders,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY level, low, low_id, link, high, high_id
