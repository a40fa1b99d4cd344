// title: Names that fit several
// question: Which printed names or initials fit several people or things, so that none was chosen?
// columns:
//   statement_id, document, locator: the claim, its paper, and where it stands
//   printed: the name or initials as printed
//   link: what the claim says; empty where it only names
//   other: the other end, as printed
//   candidate_id, candidate: one of those that fit
//   quote, source, basis, confidence: the evidence
// bound: 10000 rows, 60 s
// example: open-mentions
MATCH (s:Statement {status: 'open'})-[:IN_DOCUMENT]->(d:Document)
WITH s, d, s.candidates AS candidates
UNWIND candidates AS wanted
MATCH (x:Person|Body|Organisation|Unit|Post|Meeting|Action)
WHERE x.id = wanted
RETURN s.id AS statement_id, d.path AS document, s.locator AS locator,
       CASE WHEN coalesce(s.subject, '') = '' THEN s.subject_text ELSE s.object_text END AS printed, s.link AS link,
       CASE WHEN coalesce(s.subject, '') = '' THEN s.object_text ELSE s.subject_text END AS other,
       x.id AS candidate_id, x.name AS candidate,
       s.quote AS quote, d.name + ', ' + s.locator AS source, s.basis AS basis, s.confidence AS confidence
ORDER BY document, coalesce(s.line, 0), locator, coalesce(link, ''), statement_id, candidate, candidate_id
