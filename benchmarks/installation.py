"""A throw-away installation on SQLite: its own folder, keys and database, gone afterwards."""

import atexit
import os
import shutil
import tempfile
from io import StringIO
from pathlib import Path


def open_one() -> Path:
    """Make the installation and set up Django for it. Returns its folder.

    On disk, not in memory: a real installation waits for its disk too. In demo mode, so that
    somebody can be signed in without a second factor; otherwise as `make run` has it.
    """
    folder = Path(tempfile.mkdtemp(prefix="brukerstemmen-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "data").mkdir()
    os.environ["BRUKERSTEMMEN_VAR"] = str(folder)
    os.environ["BRUKERSTEMMEN_LOOPBACK"] = os.environ["BRUKERSTEMMEN_DEMO"] = "1"
    os.environ["EMAIL_BACKEND"] = "django.core.mail.backends.dummy.EmailBackend"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brukerstemmen.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("make_keys", stdout=StringIO())
    call_command("migrate", verbosity=0)
    return folder
