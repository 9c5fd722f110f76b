"""What stands behind the doors of answering."""
