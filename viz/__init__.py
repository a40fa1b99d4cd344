"""The pictures: an answer drawn on one self-contained page."""
