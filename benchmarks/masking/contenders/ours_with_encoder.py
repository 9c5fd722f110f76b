"""Masking with the encoder that `make models ENCODER=1` lays in its usual place."""

import os

from benchmarks.masking.contenders.answering import answer
from benchmarks.masking.contenders.ours import made
from brukerstemmen.masking.encoder import folder

if __name__ == "__main__":
    os.environ[folder.SETTING] = str(folder.USUAL)
    answer(made)
