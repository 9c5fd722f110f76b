"""Pages for those without account: each sees only what is their own."""
