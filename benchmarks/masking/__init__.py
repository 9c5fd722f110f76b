"""How well masking finds what points at somebody, and how fast: `docs/masking.md` tells more."""
