// title: All that is said of somebody or something
// question: Which statements in which papers speak of this person, body, post, unit, organisation, meeting or action?
// parameters:
//   thing (Person|Body|Organisation|Unit|Post|Meeting|Action): what they speak of
// columns:
//   date: of the paper
//   document: the path of the paper
//   statement_id, locator: the claim, and where it stands
//   subject: whom or what it is about, as printed
//   link: what it says of it; empty where it only names it
//   object: the other end, as printed
//   value: what else it gives
//   status: resolved, or open where this is only one of those that fit
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows
// example: about thing="Edwin Mapplebeck"
MATCH (x:Person|Body|Organisation|Unit|Post|Meeting|Action {id: $thing})<-[m:MENTIONS]-(d:Document)
WITH d, m.statements AS claims
UNWIND claims AS claim
MATCH (s:Statement {id: claim})
WHERE s.subject = $thing OR s.object = $thing OR $thing IN s.candidates
RETURN d.date AS date, d.path AS document, s.id AS statement_id, s.locator AS locator, s.subject_text AS subject,
       s.link AS link, s.object_text AS object, s.value AS value, s.status AS status,
       s.quote AS quote, d.name + ', ' + s.locator AS source, s.basis AS basis, s.confidence AS confidence
ORDER BY coalesce(date, ''), document, coalesce(s.slide, s.page, 0), coalesce(s.line, 0), locator, coalesce(link, ''), statement_id
