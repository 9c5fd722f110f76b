"""What somebody does on the very first day, click by click: deeds the stories share."""

import base64
import hmac
import struct
import time
import zlib

from brukerstemmen.people.actions.setup import setup_code
from tests.journeys.walk import Walk
from tests.journeys.words import nb

NAME, EMAIL, PASSWORD = "Solveig Tveit", "solveig@example.com", "ni grønne hester i snøen"
CENTRE, TELEPHONE = "Senteret Åpen dør", "73 00 00 00"
HALF_A_MINUTE = 30


def set_up_the_centre(walk: Walk, here: str = "") -> None:
    """From the address the terminal shows to the second factor."""
    walk.go(f"{here}/oppsett/?kode={setup_code()}")
    walk.write("Your name", NAME)
    walk.write("Your e-mail", EMAIL)
    walk.write("Choose a password", PASSWORD)
    walk.write("The name of the centre", CENTRE)
    walk.write("Telephone of the centre", TELEPHONE)
    logo = {"name": "logo.png", "mimeType": "image/png", "buffer": picture()}
    walk.field("Logo").set_input_files(logo)
    walk.press("Set up the centre")


def make_a_second_key(walk: Walk) -> None:
    """The secret stands on the page; from it the app makes its codes. Then the codes to keep."""
    walk.sees("A second key to your account")
    walk.page.get_by_text(nb("I cannot use the picture")).click()
    secret = walk.page.locator("#authenticator_secret").inner_text()
    walk.write("The code the app shows now", code_of(secret, second=time.time()))
    walk.press("Use this key")
    walk.sees("Recovery codes")
    walk.follow("I have kept them, go on")


def code_of(secret: str, *, second: float) -> str:
    """The six digits an app shows for a secret at a moment, as RFC 6238 says."""
    key = base64.b32decode(secret.replace(" ", "").upper())
    halves = struct.pack(">Q", int(second) // HALF_A_MINUTE)
    digest = hmac.digest(key, halves, "sha1")
    at = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def picture(width: int = 120, height: int = 40) -> bytes:
    """A PNG of one colour."""
    rows = b"".join(b"\x00" + b"\x2e\x5e\x4e" * width for _row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def start_an_evaluation(walk: Walk, service: str) -> None:
    """A service's name is enough; what was done before is ticked."""
    walk.follow("Start an evaluation")
    walk.write("Which service is it about?", service)
    walk.page.get_by_text(nb("We begin midway")).click()
    for step in ("Agreement", "Prepare", "Invite"):
        walk.tick(step)
    walk.press("Start the evaluation")


def do_what_ethics_asks(walk: Walk) -> None:
    """Guidelines, pledge, ties: one after the other."""
    walk.follow("Read and sign")
    walk.press("I have read them and will follow them")
    walk.press("I promise this – %(name)s", name=NAME)
    walk.tick("No")
    walk.press("Save the answer")
