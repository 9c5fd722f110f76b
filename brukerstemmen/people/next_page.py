"""Where to go on after a deed: an address of our own, or the usual one."""

from django.utils.http import url_has_allowed_host_and_scheme

FIELD = "neste"


def local(address: str, *, usual: str) -> str:
    """The address if it is a path on this installation, else the usual one."""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts=None
    )
    return address if is_ours else usual
