"""Start the product on this machine: keys, database, demo; then a server and a worker.

Called by `make run`. What is there already is kept. Each step is safe to do again, so a start
that was broken off is mended by the next. EMPTY=1 uses a data folder of its own and loads no demo;
DAY=165 has one for that day of the demo.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = os.environ.get("HOST", "127.0.0.1")
NEAR = "127.0.0.1" if HOST == "0.0.0.0" else HOST  # noqa: S104 where this machine reaches it
PORT = int(os.environ.get("PORT", "8000"))
EMPTY = os.environ.get("EMPTY", "") not in {"", "0"}
DAY = os.environ.get("DAY", "")
THREADS = 8
SERVER = [
    *("gunicorn", "brukerstemmen.wsgi:application", "--bind", f"{HOST}:{PORT}"),
    *("--worker-class", "gthread", "--threads", str(THREADS), "--no-control-socket"),
    *("--log-level", "warning", "--graceful-timeout", "5"),
]
WORKER = ["manage.py", "work", "--name", f"run-{PORT}"]


def main() -> int:
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, interrupt)
    children: list[subprocess.Popen] = []
    try:
        refuse_a_taken_port()
        prepare()
        children += [start("-m", *SERVER), start(*WORKER)]
        wait_for_answer(children)
        print(welcome(), flush=True)
        return watch(children)
    except KeyboardInterrupt:
        print("\nStopped. The data is kept.")
        return 0
    finally:
        stop(children)


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def refuse_a_taken_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, PORT))
        except OSError:
            sys.exit(f"Port {PORT} is in use. Try: make run PORT={PORT + 1}")


def prepare() -> None:
    """Make what is missing: folders, keys, tables, demo."""
    os.chdir(ROOT)
    os.umask(0o077)  # what lies in var/ is for its owner alone
    sys.path.insert(0, str(ROOT))
    usual = "var/empty" if EMPTY else f"var/day{DAY}" if DAY else "var"
    folder = Path(os.environ.setdefault("BRUKERSTEMMEN_VAR", usual))
    os.environ["BRUKERSTEMMEN_VAR"] = str(folder.resolve())
    os.environ.setdefault("BRUKERSTEMMEN_DEMO", "0" if EMPTY else "1")
    os.environ.setdefault("BRUKERSTEMMEN_LOOPBACK", "1")
    os.environ.setdefault("SITE_ADDRESS", f"http://{NEAR}:{PORT}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brukerstemmen.settings")
    for name in ("data", "keys", "public"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    if not all((folder / "keys" / name).exists() for name in ("outer.key", "secret.key")):
        # By itself, because the settings read the keys as they start.
        subprocess.run([sys.executable, "manage.py", "make_keys"], check=True)
    import django

    django.setup()
    told("migrate", verbosity=0)
    if not EMPTY:
        load_demo()
    told("start_library")
    told("daily", by_worker=True)
    from django.db import connections

    connections.close_all()


def load_demo() -> None:
    from brukerstemmen.people.actions.setup import is_new

    if is_new():
        print("Loading the demo project. This is done once.", flush=True)
        told("load_demo", if_empty=True, **({"day": int(DAY)} if DAY else {}))


def told(command: str, **options: object) -> str:
    """Run one of our commands here and return what it said."""
    from django.core.management import call_command

    said = StringIO()
    call_command(command, stdout=said, **options)
    return said.getvalue()


def start(*arguments: str) -> subprocess.Popen:
    # A session of its own, so that Ctrl-C reaches this process first, which ends the others.
    return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, start_new_session=True)


def wait_for_answer(children: list[subprocess.Popen], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if any(child.poll() is not None for child in children):
            sys.exit("The server or its worker did not start; the reason stands above.")
        try:
            socket.create_connection((NEAR, PORT), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("The server does not answer.")


def welcome() -> str:
    """Where it is, and who may come in."""
    who = told("setup_address" if EMPTY else "show_cast")
    return f"\nhttp://{NEAR}:{PORT}/\n\n{who.rstrip()}\n\nStop with Ctrl-C."


def watch(children: list[subprocess.Popen]) -> int:
    """Wait until one of them ends by itself, which is a fault."""
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    print("The server or its worker ended by itself.", file=sys.stderr)
    return 1


def stop(children: list[subprocess.Popen]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()


if __name__ == "__main__":
    sys.exit(main())
