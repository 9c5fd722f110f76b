"""The law of editing: what may go out without being read by somebody first, and what to look at
before it does. Plain Python, no framework."""
