// title: What a document says
// question: Which claims were read from this document, from which words, and where do they stand?
// parameters:
//   document (Document): the paper
// columns:
//   statement_id: the claim
//   locator, line, page, slide: where it stands
//   subject: whom or what it is about, as printed
//   link: what it says of it; empty where it only names it
//   object: the other end, as printed
//   value: what else it gives
//   status: resolved, open (several fit), unresolved, or rejected by a judgement
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: statements document="2018-11-14-learning-partnership-group.txt"
MATCH (d:Document {id: $document})<-[:IN_DOCUMENT]-(s:Statement)
RETURN s.id AS statement_id, s.locator AS locator, s.line AS line, s.page AS page, s.slide AS slide,
       s.subject_text AS subject, s.link AS link, s.object_text AS object, s.value AS value, s.status AS status,
       s.quote AS quote, d.name + ', ' + s.locator AS source, s.basis AS basis, s.confidence AS confidence
ORDER BY coalesce(page, 0), coalesce(line, 0), locator, coalesce(link, ''), statement_id
