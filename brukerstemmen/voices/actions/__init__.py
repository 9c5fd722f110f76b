"""What people do where people speak. One use case, one transaction, keyword `by`."""
