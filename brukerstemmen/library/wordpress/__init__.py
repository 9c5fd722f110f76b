"""Reading what WordPress writes when somebody moves out of it."""
