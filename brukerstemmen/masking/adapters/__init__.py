"""Other detectors that a centre may already run, asked beside our own; off unless asked for.

One speaks JSON lines as `wire` tells, either as a command (`command`) or as a service on this very
machine (`service`). What only it finds is shown to a person and never masked unseen (`joining`).
If it fails, or answers something that does not fit, the text has not been read through: that
stops the masking, it is never passed over.
"""
