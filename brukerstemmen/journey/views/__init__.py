"""Doors to the workspace and the overviews of the team, and to the pages of the service."""
