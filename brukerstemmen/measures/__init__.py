"""What is put to a service, what it answers, and what it will do. All of it is released (Z1)."""
