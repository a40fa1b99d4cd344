"""The graph for others: pages, a search, an API and tools for language models, over HTTP, to be read only."""
