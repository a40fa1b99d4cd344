// title: Initials in a document
// question: Which initials does this paper print, whose are they, and which fit two people or not the name?
// parameters:
//   document (Document): the paper
// columns:
//   initials: as printed
//   person_id, person: whose they are, by the fullest form seen in any paper
//   people: how many people have these initials in this paper
//   misfit: true where they cannot be those of the name: a clerk's slip, kept as printed
//   locator: where they first stand
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: initials document="2017-11-15-learning-partnership-group.txt"
MATCH (d:Document {id: $document})-[m:MENTIONS]->(p:Person)
WHERE size(p.initials) > 0
WITH d, p, m.statements AS claims
UNWIND claims AS claim
MATCH (s:Statement {id: claim})
WHERE p.id = s.subject OR p.id = s.object
WITH d, s, p, p.initials AS forms, split(replace(replace(replace(replace(s.quote, '(', ' '), ')', ' '), ',', ' '), '.', ' '), ' ') AS words
UNWIND forms AS form
WITH *
WHERE form IN words OR s.subject_text = form OR s.object_text = form
WITH d, s, p, form
ORDER BY coalesce(s.slide, s.page, 0), coalesce(s.line, 0), coalesce(s.link, ''), s.id
WITH d, p, form, head(collect(s)) AS s
WITH d, form, collect({person: p, first: s}) AS seen
WITH d, form, size(seen) AS people, seen
UNWIND seen AS one
WITH d, form, people, one.person AS p, one.first AS s
RETURN form AS initials, p.id AS person_id, p.name AS person, people AS people,
       p.family_name IS NOT NULL AND NOT (left(form, 1) = left(coalesce(p.given_name, form), 1)
         AND any(at IN range(1, size(form) - 1) WHERE substring(form, at + 1) = toLower(substring(form, at + 1))
                 AND any(part IN split(replace(p.family_name, '-', ' '), ' ') WHERE left(part, 1) = substring(form, at, 1)))) AS misfit,
       s.locator AS locator, s.quote AS quote, d.name + ', ' + s.locator AS source, s.basis AS basis, s.confidence AS confidence
ORDER BY initials, person, person_id
