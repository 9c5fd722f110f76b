"""Forms of this room. They check shape; the verbs check right."""
