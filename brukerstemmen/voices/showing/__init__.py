"""What the pages of this room show: read-only questions, each in a fixed number of queries."""
