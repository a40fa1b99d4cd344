"""Forms in which a graph can be written out, one file each, found by scanning this folder."""
