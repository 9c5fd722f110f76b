"""What editors, readers and the house do with the public site."""
