"""What pages show of findings, read in a fixed number of queries."""
