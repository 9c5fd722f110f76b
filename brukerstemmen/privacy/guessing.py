"""Wrong guesses at codes: how many are too many, and how long the answer then waits.

Only failures are counted. Who has a right code is let in at once, whatever the neighbour behind
the same address has tried: a right code is never asked to wait.
"""

import ipaddress

FREE_PER_ADDRESS = 10  # wrong guesses from one address in ten minutes before answers wait
ADDRESS_WINDOW_SECONDS = 10 * 60
FREE_IN_ALL = 1000  # wrong guesses from everywhere in an hour before answers wait, with an alarm
TOTAL_WINDOW_SECONDS = 60 * 60
LONGEST_WAIT_SECONDS = 40
_WAIT_WHEN_MANY_SECONDS = 5
_HOST_BITS = 64


def wait_seconds(*, from_address: int, in_all: int) -> int:
    """How long the answer to a wrong guess waits.

    from_address, in_all: the wrong guesses so far in their windows, this one included.
    It doubles for each guess past what is free, up to 40 seconds.

    >>> [wait_seconds(from_address=number, in_all=1) for number in (1, 10, 11, 12, 13, 40)]
    [0, 0, 2, 4, 8, 40]
    >>> wait_seconds(from_address=1, in_all=1001)
    5
    """
    over = max(0, from_address - FREE_PER_ADDRESS)
    mine = min(LONGEST_WAIT_SECONDS, 2 ** min(over, 6)) if over else 0
    return max(mine, _WAIT_WHEN_MANY_SECONDS if in_all > FREE_IN_ALL else 0)


def is_alarm(in_all: int) -> bool:
    """Whether this very guess is the one that raises the alarm: one in each hour.

    >>> [number for number in (1000, 1001, 1002) if is_alarm(number)]
    [1001]
    """
    return in_all == FREE_IN_ALL + 1


def windows(second: int, address: str) -> tuple[str, str]:
    """What a wrong guess is counted under: the address in its ten minutes, all in their hour.

    second: seconds since 1970. The names are hashed with a secret before they are kept.
    """
    return (
        f"address {network_of(address)} {second // ADDRESS_WINDOW_SECONDS}",
        f"all {second // TOTAL_WINDOW_SECONDS}",
    )


def network_of(address: str) -> str:
    """Of an IPv6 address the half that names a household: it may choose the other half anew for
    each guess. Anything else stays as it is.

    >>> network_of("2001:db8:1:2:3:4:5:6"), network_of("192.0.2.7"), network_of("unknown")
    ('2001:db8:1:2::', '192.0.2.7', 'unknown')
    """
    try:
        whole = ipaddress.IPv6Address(address)
    except ValueError:
        return address
    if whole.ipv4_mapped:
        return str(whole.ipv4_mapped)
    return str(ipaddress.IPv6Address(int(whole) >> _HOST_BITS << _HOST_BITS))
