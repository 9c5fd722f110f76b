"""The verbs of this room: the only place where its things are changed."""
