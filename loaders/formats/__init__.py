"""Formats, one file each, found by scanning this folder: bytes to a document, no meaning."""
