"""One file per kind of thing; each has `find(reading)`, which yields spans in the folded text."""
