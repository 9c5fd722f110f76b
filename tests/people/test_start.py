"""The product does not start with settings that would open the house."""

import os
import subprocess
import sys

import pytest

SAFE = {
    "SECRET_KEY": "s" * 60,
    "ALLOWED_HOSTS": "lytt.example",
    "SITE_ADDRESS": "https://lytt.example",
    "BRUKERSTEMMEN_LOOPBACK": "0",
}
NEAR = {"BRUKERSTEMMEN_LOOPBACK": "1", "SECRET_KEY": "s" * 60}


def start(settings: dict[str, str]) -> str:
    """The sentence it stops with, or nothing."""
    done = subprocess.run(
        [sys.executable, "-c", "import brukerstemmen.settings"],
        env={"PATH": os.environ["PATH"], **settings},
        capture_output=True,
        text=True,
    )
    return "" if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("settings", [SAFE, NEAR, SAFE | {"DATABASE_URL": "postgres:///lytt"}])
def test_safe_settings_start(settings: dict[str, str]) -> None:
    assert start(settings) == ""


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (SAFE | {"SECRET_KEY": "", "BRUKERSTEMMEN_VAR": "/nowhere"}, "SECRET_KEY"),
        (SAFE | {"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        (SAFE | {"TEXT_SENDER": "console"}, "TEXT_SENDER"),
        (SAFE | {"TEXT_SENDER": "gateway"}, "TEXT_GATEWAY_URL"),
        (SAFE | {"SITE_ADDRESS": "http://lytt.example"}, "SITE_ADDRESS"),
        (SAFE | {"SITE_ADDRESS": "http://127.0.0.1:8000"}, "SITE_ADDRESS"),
        (SAFE | {"SECURE_PROXY_HEADER": "HTTP_X_FORWARDED_PROTO"}, "TRUSTED_PROXY_COUNT"),
        (SAFE | {"BRUKERSTEMMEN_DEMO": "perhaps"}, "BRUKERSTEMMEN_DEMO"),
        (NEAR | {"ALLOWED_HOSTS": "lytt.example"}, "BRUKERSTEMMEN_LOOPBACK"),
    ],
)
def test_unsafe_settings_stop_with_a_sentence(settings: dict[str, str], named: str) -> None:
    sentence = start(settings)

    assert "WrongSetting" in sentence and named in sentence
