"""Dialogue meetings: users and staff talk about findings as equals, and agree on what to do."""
