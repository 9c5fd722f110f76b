#!/usr/bin/env bash
# See that the machine has what the tests need: a browser, a database engine, a text layouter,
# and an office program to open our documents with.
# As root on Debian it installs what is missing; otherwise it says what to install and fails.
set -euo pipefail
PATH="$PATH:/usr/sbin:/sbin"  # ldconfig is there, and not always on the path of one who is not root

library() { ldconfig -p 2>/dev/null | grep -q "$1"; }

missing=()
command -v chromium >/dev/null || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null ||
  missing+=(postgresql)
library libpango-1.0.so.0 || missing+=(libpango-1.0-0)
library libpangoft2-1.0.so.0 || missing+=(libpangoft2-1.0-0)
library libharfbuzz-subset.so.0 || missing+=(libharfbuzz-subset0)
command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui libreoffice-calc-nogui)
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests need Chromium, PostgreSQL 15 or newer, Pango and LibreOffice. Install and run again:" >&2
  echo "    sudo apt-get install ${missing[*]}" >&2
  exit 1
fi

echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3; do
  if apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  then
    exit 0
  fi
  echo "Attempt $attempt failed." >&2
  sleep $((attempt * 5))
done
echo "The tests cannot run without ${missing[*]}." >&2
exit 1
