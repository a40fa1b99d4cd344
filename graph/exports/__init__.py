"""Forms in which a graph can be written out, one file each, found by scanning this folder.

A form is a module whose name, with ``-`` for ``_``, is the word on the command line, and whose docstring begins with what it is, in half
a line. It has a function ``write(graph: AnyGraph, out: TextIO) -> None``, or, where it is several files, ``write_files(graph: AnyGraph,
folder: Path) -> str``, which gives back what to do with them. The graph may be one that is read from a store while it is written; only a
form that has to know all of it before it begins makes a ``Graph`` of it, or, where it tells a part, of that part (``lasting.part``). One that can be read back has ``read(source: str | Path) ->
Graph`` as well, or, where its papers can be read one by one, ``papers(source: Path) -> Iterator[Paper]``; and ``BEGINNING`` or
``SUFFIX``, by which a file of its kind is known. What is slow to import is imported when it is wanted.
"""
