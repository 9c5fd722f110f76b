"""Forms of a commission. They check shape; the verbs check right."""
