"""Forms in which a graph can be written out, one file each, found by scanning this folder.

A form is a module whose name is the word on the command line, with a function ``write(graph: Graph, out: TextIO) -> None``; one that
can be read back has ``read(source: str | Path) -> Graph`` as well.
"""
