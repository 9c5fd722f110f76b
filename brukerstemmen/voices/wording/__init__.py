"""The sentences on screen: those of states and answers, one file for each subject."""
