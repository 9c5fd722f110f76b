"""What readers take with them: pages as Word documents, the figures as a table."""
