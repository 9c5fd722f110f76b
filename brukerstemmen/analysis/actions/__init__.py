"""What people do with themes. One use case, one transaction, keyword `by`."""
