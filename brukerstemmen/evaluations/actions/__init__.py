"""What people do with a commission. One use case, one transaction, keyword `by`."""
