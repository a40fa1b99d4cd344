// title: Find words
// question: Where do these words stand, in quotes, actions and names?
// parameters:
//   words (words): all of them must be there, in any order
// columns:
//   kind: statement, action, person, body …
//   text: the quote, action or name
//   document: the path of a paper that has it
//   locator: where it stands there
//   found_id: what was found
// bound: 10000 rows, 60 s
// example: find words="reading project"
MATCH (x:Statement|Action|Person|Body|Organisation|Unit|Post|Meeting|Document)
WITH x, coalesce(x.quote, x.text, x.name) AS text, coalesce(x.aliases, []) AS aliases
WHERE all(word IN $words WHERE toLower(text) CONTAINS word)
   OR any(alias IN aliases WHERE all(word IN $words WHERE toLower(alias) CONTAINS word))
OPTIONAL MATCH (x)-[:IN_DOCUMENT|MENTIONS]-(d:Document)
RETURN toLower(labels(x)[0]) AS kind, text AS text, min(coalesce(d.path, x.path)) AS document,
       x.locator AS locator, min(x.id) AS found_id
ORDER BY kind, coalesce(document, ''), coalesce(locator, ''), text, found_id
