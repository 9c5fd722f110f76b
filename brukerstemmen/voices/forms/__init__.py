"""Forms check shape; the verbs check right. One file for each subject."""
