"""What is asked of those who put something on the public site."""
