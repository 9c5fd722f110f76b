"""The showing of this room."""
