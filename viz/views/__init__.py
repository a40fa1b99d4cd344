"""Views, one file each, found by scanning this folder: a view names a query and says how to draw it."""
