"""What every test may use."""

import os

from hypothesis import settings

from brukerstemmen.masking.encoder import folder

pytest_plugins = [
    "tests.engines",
    "tests.cast",
    "tests.world",
    "tests.house.visitors",
    "tests.library.editors_world",
]

# The suite reads without the encoder, also where one has been made; its own tests make a toy.
os.environ[folder.SETTING] = ""

# How long a search takes depends on what else the machine does. Where CI is set, Hypothesis
# chooses a profile of its own that also repeats the same search each time.
settings.register_profile("unhurried", deadline=None)
if not os.environ.get("CI"):
    settings.load_profile("unhurried")
