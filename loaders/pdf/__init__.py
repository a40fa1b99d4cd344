"""Pages of a PDF taken apart: words and strokes as printed, lines of them, tables with rules and without, charts."""
