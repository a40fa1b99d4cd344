// title: People who are only partly known
// question: Who is known by initials or a first name only, in which paper, and from which words?
// columns:
//   person_id, person: the form that is printed
//   initials: as printed
//   document: the path of the paper
//   statement_id, locator: the first claim that names them, and where it stands
//   statements: how many claims of the paper are about them
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows, 60 s
// example: partial-people
MATCH (p:Person {partial: true})<-[:MENTIONS]-(d:Document)<-[:IN_DOCUMENT]-(s:Statement)
WHERE s.subject = p.id OR s.object = p.id
WITH p, d, s
ORDER BY coalesce(s.slide, s.page, 0), coalesce(s.line, 0), coalesce(s.link, ''), s.id
WITH p, d, count(s) AS statements, collect(s.id) AS ids
WITH p, d, statements, head(ids) AS first
MATCH (s:Statement)
WHERE s.id = first
RETURN p.id AS person_id, p.name AS person, p.initials AS initials, d.path AS document, s.id AS statement_id,
       s.locator AS locator, statements AS statements,
       s.quote AS quote, d.name + ', ' + s.locator AS source, s.basis AS basis, s.confidence AS confidence
ORDER BY document, person, person_id
