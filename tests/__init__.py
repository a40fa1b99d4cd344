"""Ours: a package that a dependency calls tests as well would be taken for it where this is none."""
