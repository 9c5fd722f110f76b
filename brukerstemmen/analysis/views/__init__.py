"""Doors to the board, to findings, and to what they rest on. All read masked words."""
