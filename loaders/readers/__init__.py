"""Readers, one file each, found by scanning this folder: a paper to statements, no input or output."""
