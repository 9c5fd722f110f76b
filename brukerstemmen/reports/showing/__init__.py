"""What the pages read, fetched in a fixed number of queries."""
