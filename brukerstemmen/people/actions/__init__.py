"""What people do at storey 2. One use case, one transaction, keyword `by`."""
