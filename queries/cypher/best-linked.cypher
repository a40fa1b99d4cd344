// title: The best linked
// question: To whom do the papers link most: which people, bodies, organisations, units and posts have the most others beside them?
// parameters:
//   at_least (number, 3): how many others something must be linked to
//   kind (text, ""): Person, Body, Organisation, Unit or Post; empty for all
//   stated (flag, false): leave out what is only inferred
// columns:
//   id, name, kind: what it is
//   others: how many others it is linked to
// bound: 10000 rows, 60 s
// example: best-linked at_least=8
MATCH (x:Person|Body|Organisation|Unit|Post)
WHERE ($kind = '' OR $kind IN labels(x))
WITH x
MATCH (x)-[r:SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY]-(y:Person|Body|Organisation|Unit|Post)
WHERE NOT $stated OR r.basis = 'stated'
WITH x, count(DISTINCT y.id) AS others
WHERE others >= $at_least
RETURN x.id AS id, x.name AS name, labels(x)[0] AS kind, others AS others
ORDER BY others DESC, name, id
