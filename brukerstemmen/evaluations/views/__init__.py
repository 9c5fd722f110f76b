"""Doors of a commission: fetch what is visible, hand to one verb, answer."""
