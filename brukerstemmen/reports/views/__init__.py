"""What the doors show and take, one module for each part of this room."""
