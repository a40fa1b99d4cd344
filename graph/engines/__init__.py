"""Engines that can hold a graph, one file each, found by scanning this folder."""
