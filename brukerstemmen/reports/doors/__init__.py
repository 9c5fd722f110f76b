"""Every door of this room, one module for each part of it."""
