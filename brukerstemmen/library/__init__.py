"""The public site: one place that says how to involve, and the archive of what users have said."""
