"""The product's settings in a test: on loopback, with data that lives as long as the test run.

The database is a file even on SQLite, so that a live server and a test hold connections of their
own, as in real use, and the narrowing of one never falls on the other.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_memory = Path("/dev/shm")
_folder = tempfile.mkdtemp(
    prefix="brukerstemmen-tests-", dir=_memory if os.access(_memory, os.W_OK) else None
)
Path(_folder, "data").mkdir()
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["BRUKERSTEMMEN_VAR"] = _folder
os.environ["BRUKERSTEMMEN_LOOPBACK"] = "1"
# Roles belong to the whole PostgreSQL server, and several test runs share it.
os.environ["ZONE_ROLE_PREFIX"] = "test_" + os.environ.get("PYTEST_XDIST_WORKER", "one")

from brukerstemmen.settings import *  # noqa: E402, F403
from brukerstemmen.settings import DATABASES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# The models have tests of their own; those that need them in the rooms switch them on.
MASKING_MODELS = False
