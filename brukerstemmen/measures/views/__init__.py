"""Doors to answers and measures: the service's own, and the lead's who writes down for it."""
