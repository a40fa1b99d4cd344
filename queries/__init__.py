"""The questions: saved Cypher, looking names up, asking and answering."""
