"""The papers: formats turn bytes into a document, readers turn a document into statements."""
