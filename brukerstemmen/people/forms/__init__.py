"""Forms at storey 2. They check shape; the verbs check right."""
