"""Turns of phrase that single somebody out; one file per kind. Each has `turns()`."""
