"""What stands in square brackets in a post of WordPress, which only its plug-ins understand."""

import re
from collections.abc import Callable
from html import escape

_CODE = re.compile(
    r"\[(?P<end>/?)(?P<name>[a-z][\w-]*)(?P<told>(?:\s[^\[\]]*)?)/?\]", re.IGNORECASE
)
_EMBED = re.compile(
    r"\[embed[^\]]*\]\s*(?P<address>https?://[^\s\[<]+)\s*\[/embed\]", re.IGNORECASE
)
_NUMBERS = re.compile(r"ids=[\"']?([\d,\s]+)")
# Those that have no signs of being one besides their name.
_KNOWN = {"audio", "contact", "embed", "form", "gallery", "playlist", "video", "caption"}
_ONLY_WRAPS = {"caption", "wp_caption"}


def without(html: str, note: Callable[[str], None], picture: Callable[[int], str]) -> str:
    """The post without them. note: told each that is not understood. picture: HTML of the file
    with a number, for those that show pictures. What only looks like one stays."""
    ended = {found["name"].lower() for found in _CODE.finditer(html) if found["end"]}

    def replaced(found: re.Match[str]) -> str:
        name, told = found["name"].lower(), found["told"]
        is_one = "=" in told or name in _KNOWN or name in ended or re.search("[-_]", name)
        if not is_one:
            return found[0]
        if name in _ONLY_WRAPS or found["end"]:
            return ""
        if name == "gallery" and (numbers := _NUMBERS.search(told)):
            return "".join(picture(int(one)) for one in re.findall(r"\d+", numbers[1]))
        note(f"[{name}]")
        return ""

    def linked(found: re.Match[str]) -> str:
        address = escape(found["address"])
        note(f"[embed] {found['address']}")
        return f'<p><a href="{address}">{address}</a></p>'

    return _CODE.sub(replaced, _EMBED.sub(linked, html))
