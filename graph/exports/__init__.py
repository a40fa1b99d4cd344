"""Forms in which a graph can be written out, one file each, found by scanning this folder.

A form is a module whose name, with ``-`` for ``_``, is the word on the command line, and whose docstring begins with what it is, in half
a line. It has a function ``write(graph: Graph, out: TextIO) -> None``, or, where it is several files, ``write_files(graph: Graph, folder:
Path) -> str``, which gives back what to do with them. One that can be read back has ``read(source: str | Path) -> Graph`` as well, and
``BEGINNING`` or ``SUFFIX``, by which a file of its kind is known. One that can be written while it is read has ``stream(nodes, edges,
out)``, given them in the order of a graph. What is slow to import is imported when it is wanted.
"""
