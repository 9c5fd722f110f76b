"""Verbs: rounds, replies, what is told, and feedback."""
