"""Run a command beside a PostgreSQL of its own, thrown away afterwards.

    python tools/with_postgres.py pytest tests/people

The command finds the address in POSTGRES_TEST_URL. PostgreSQL refuses to run as root, so root
starts it as the user `postgres`. The login owns no more than a real installation needs: it may
make databases and roles, but is no superuser. Nothing is flushed to disk: the data is worthless.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

LOGIN = "brukerstemmen"
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
TEXT = ["--encoding=UTF8", "--locale=C.UTF-8"]
PROGRAMS = ("initdb", "pg_ctl", "psql")


def programs() -> Path:
    """The folder of the newest PostgreSQL on this machine."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4])
    )
    if found:
        return found[-1].parent
    if initdb := shutil.which("initdb"):
        return Path(initdb).parent
    sys.exit("PostgreSQL was not found. tools/prepare_tests.sh says what to install.")


def unprivileged(folder: Path) -> list[str]:
    """The words before a command that make it run as somebody who is not root."""
    if os.geteuid() != 0:
        return []
    postgres = pwd.getpwnam("postgres")
    os.chown(folder, postgres.pw_uid, postgres.pw_gid)
    return [shutil.which("runuser") or "/usr/sbin/runuser", "-u", "postgres", "--"]


def quietly(command: list[str]) -> None:
    """Run it; show what it said only if it failed."""
    done = subprocess.run(command, capture_output=True, text=True, cwd="/")
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def start(folder: Path, as_user: list[str]) -> str:
    """Start a server in the folder and return the address of its database."""
    initdb, control, psql = ([*as_user, str(programs() / name)] for name in PROGRAMS)
    data, log = str(folder / "data"), str(folder / "log")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' {FAST}"
    quietly([*initdb, "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", *TEXT])
    quietly([*control, "-D", data, "-l", log, "-o", options, "-w", "start"])
    for sentence in (
        f"CREATE ROLE {LOGIN} LOGIN CREATEDB CREATEROLE",
        f"CREATE DATABASE {LOGIN} OWNER {LOGIN}",
    ):
        quietly([*psql, "-q", "-h", str(folder), "-U", "postgres", "-c", sentence])
    return f"postgres://{LOGIN}@{quote(str(folder), safe='')}/{LOGIN}"


def main(command: list[str]) -> int:
    if not command:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="brukerstemmen-"))
    as_user = unprivileged(folder)
    try:
        address = start(folder, as_user)
        return subprocess.run(command, env={**os.environ, "POSTGRES_TEST_URL": address}).returncode
    finally:
        stop = [str(programs() / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop"]
        subprocess.run([*as_user, *stop], capture_output=True, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
