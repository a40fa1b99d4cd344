// title: People who act and are never listed
// question: Who has actions or leads items, though no list of a loaded paper and no post tells who they are?
// columns:
//   person_id, person: who
//   actions: how many actions they have
//   led: how many items they led
//   quote, source, basis, confidence: one of them
// bound: 10000 rows, 60 s
// example: unlisted-people
MATCH (p:Person)-[r:LED|ASSIGNED_TO]-(x:Meeting|Action)
WHERE NOT EXISTS { MATCH (p)-[:ATTENDED|SENT_APOLOGIES|ABSENT_FROM]->(:Meeting) } AND NOT EXISTS { MATCH (p)-[:SITS_ON]->(:Body) }
  AND NOT EXISTS { MATCH (p)-[:HOLDS]->(:Post) }
WITH p, r
ORDER BY r.source, r.quote
WITH p, collect(r.quote) AS quotes, collect(r.source) AS sources, min(r.basis) AS basis, max(r.confidence) AS confidence,
     count(CASE type(r) WHEN 'LED' THEN 1 END) AS led, count(CASE type(r) WHEN 'ASSIGNED_TO' THEN 1 END) AS actions
RETURN p.id AS person_id, p.name AS person, actions AS actions, led AS led,
       head(quotes) AS quote, head(sources) AS source, basis AS basis, confidence AS confidence
ORDER BY person, person_id
