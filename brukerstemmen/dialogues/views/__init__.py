"""Doors to dialogue meetings: planning, the room, what is proposed, and the minutes."""
