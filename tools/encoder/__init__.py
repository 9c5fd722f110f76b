"""Making the encoder: `make models ENCODER=1`. Needs requirements/encoder-training.txt."""
