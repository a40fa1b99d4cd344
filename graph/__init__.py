"""The meaning: kinds, names, dates, statements, who is who, and the graph that follows from them."""
