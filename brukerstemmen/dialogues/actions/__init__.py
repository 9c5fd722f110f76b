"""What people do around a dialogue meeting: planning, in the room, minutes."""
