"""How a page is laid out: columns, cells, labels, cards and numbers; sections under headings; several meetings in one paper."""
