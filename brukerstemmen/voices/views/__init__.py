"""Doors of this room: fetch what is visible, hand to one verb, answer."""
