// title: Everything under a unit
// question: Which units, seats and bodies are under this organisation, unit, post or body, at whatever depth, and who fills them?
// parameters:
//   place (Organisation|Unit|Post|Body): where to begin; of a post: with the unit that it runs
//   stated (flag, false): leave out lines and holders that are only inferred
// columns:
//   level: how many steps down from the beginning
//   high_id, high: what it stands directly under
//   link: REPORTS_TO, POST_IN or PART_OF
//   low_id, low, kind: what stands there
//   seats: how many people the post is for
//   vacant: true where a paper says that it is empty
//   holders: who is in it
//   quote, source, basis, confidence: the evidence of the line
// bound: 10000 rows, 60 s
// example: under place="Education and Inclusion"
MATCH (x:Organisation|Unit|Post|Body {id: $place})-[:HEADS*0..1]->(top:Organisation|Unit|Post|Body)
MATCH p = (top)<-[:PART_OF|POST_IN|REPORTS_TO*1..12]-(low:Unit|Post|Body|Organisation)
WITH p, relationships(p) AS steps, low
WHERE low.id <> $place AND (NOT $stated OR all(step IN steps WHERE step.basis = 'stated'))
WITH last(steps) AS r, min(size(steps)) AS level, low
WITH r, level, low, endNode(r) AS high
OPTIONAL MATCH (low)<-[held:HOLDS]-(holder:Person)
WHERE NOT $stated OR held.basis = 'stated'
WITH r, level, low, high, holder
ORDER BY holder.name, holder.id
WITH r, level, low, high, collect(holder.name) AS holders
RETURN level AS level, high.id AS high_id, high.name AS high, type(r) AS link, low.id AS low_id, low.name AS low,
       labels(low)[0] AS kind, low.seats AS seats, coalesce(low.vacant, false) AS vacant, holders AS holders,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence
ORDER BY level, high, high_id, low, low_id, link
