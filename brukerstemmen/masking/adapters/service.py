"""Another detector as a service on this machine: texts are posted, answers come back.

Only an address that can be nowhere else is taken: a number of the loopback, never a name.
"""

import http.client
import ipaddress
import socket
from threading import Event, Timer
from urllib.parse import SplitResult, urlsplit

from brukerstemmen.masking.adapters.asking import SECONDS, AdapterFailed

AT_ONCE = 65_536  # bytes


class Service:
    """address: for example http://127.0.0.1:8123/find. Raises AdapterFailed if it may lie
    anywhere but on this machine."""

    def __init__(self, address: str, *, seconds: float = SECONDS) -> None:
        parts = _parts(address)
        self.host, self.port = parts.hostname or "", parts.port
        self.path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self.seconds = seconds

    @property
    def name(self) -> str:
        return f"port-{self.port}"

    def exchange(self, question: bytes, most: int) -> bytes:
        """What it answers. Raises AdapterFailed."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=self.seconds)
        too_late = Event()
        try:
            connection.connect()
            watch = Timer(self.seconds, _hang_up, (connection.sock, too_late))
            watch.daemon = True
            watch.start()
            try:
                said = self._conversation(connection, question, most)
            finally:
                watch.cancel()
                watch.join()
        except (OSError, http.client.HTTPException, ValueError) as problem:
            if too_late.is_set() or isinstance(problem, TimeoutError):
                raise AdapterFailed("it took too long") from None
            raise AdapterFailed(f"it cannot be reached ({type(problem).__name__})") from None
        finally:
            connection.close()
        if too_late.is_set():  # what was cut off looks like an end
            raise AdapterFailed("it took too long")
        return said

    def _conversation(
        self, connection: http.client.HTTPConnection, question: bytes, most: int
    ) -> bytes:
        headers = {"Content-Type": "application/x-ndjson", "Connection": "close"}
        connection.request("POST", self.path, question, headers)
        with connection.getresponse() as response:
            if response.status != http.client.OK:  # nor is it followed elsewhere
                raise AdapterFailed(f"it answered with status {response.status}")
            said = bytearray()
            while more := response.read1(AT_ONCE):
                said += more
                if len(said) > most:
                    raise AdapterFailed("it said too much")
            if response.length:
                raise AdapterFailed("it stopped before the end")
        return bytes(said)


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        at_home = ipaddress.ip_address(parts.hostname or "").is_loopback
        has_port = parts.port is not None
    except ValueError:
        at_home = has_port = False
    if not (at_home and has_port and parts.scheme == "http" and parts.username is None):
        raise AdapterFailed("the address must be http, a number of this machine, and a port")
    return parts


def _hang_up(line: socket.socket, too_late: Event) -> None:
    """However slowly it speaks, it is not waited for any longer."""
    too_late.set()
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
