"""Doors at storey 2: the way in, ethics before material, the centre itself."""
