"""The views of follow-up rounds."""
