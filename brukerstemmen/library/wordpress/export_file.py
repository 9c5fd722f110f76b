"""A WordPress export (WXR): its posts, pages and files as plain values. Names of authors and what
readers wrote below are not taken along.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

POST, PAGE, FILE = "post", "page", "attachment"
PUBLISHED = "publish"
_BROUGHT = {PUBLISHED, "draft", "pending", "future"}


class NotWordPress(ValueError):
    """The file is no export from WordPress, or is broken."""


@dataclass(frozen=True)
class Post:
    """A post or a page as it stood. parent, picture: numbers in the export, 0 for none."""

    number: int
    kind: str
    title: str
    slug: str
    address: str
    written_on: datetime | None
    html: str
    excerpt: str = ""
    parent: int = 0
    picture: int = 0
    is_published: bool = True

    @property
    def path(self) -> str:
        """Where it stood on the old site, with its query."""
        there = urlsplit(self.address)
        return unquote(there.path) + (f"?{there.query}" if there.query else "")


@dataclass(frozen=True)
class Attached:
    """A file that was uploaded: its address there, and what it was called."""

    number: int
    address: str
    title: str = ""
    alt: str = ""


@dataclass
class ExportFile:
    """left_out: what is not brought, one line a kind."""

    address: str
    posts: list[Post] = field(default_factory=list)
    attached: dict[int, Attached] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def read(data: bytes) -> ExportFile:
    """What the export holds, parents before children. Raises NotWordPress."""
    try:
        channel = fromstring(data).find("channel")
    except (ParseError, DefusedXmlException, ValueError, LookupError) as broken:
        raise NotWordPress(str(broken)) from broken
    if channel is None:
        raise NotWordPress("there is no channel in it")
    told = _fields(channel)
    items = [_fields(item) for item in channel.findall("item")]
    if not any("wp:post_type" in item for item in items):
        raise NotWordPress("nothing in it says that WordPress wrote it")
    found = ExportFile(str(told.get("wp:base_site_url") or told.get("link") or ""))
    _sort(items, found)
    return found


def _sort(items: list[dict[str, Any]], found: ExportFile) -> None:
    left: Counter[str] = Counter()
    posts = []
    for item in items:
        kind, status = item.get("wp:post_type", ""), item.get("wp:status", "")
        if kind == FILE:
            one = _attached(item)
            found.attached[one.number] = one
        elif kind not in {POST, PAGE}:
            left[kind or "?"] += 1
        elif status not in _BROUGHT or item.get("wp:post_password"):
            left[f"{kind}, {status or '?'}"] += 1
        else:
            posts.append(_post(item, kind, status))
        left["comment"] += len(item["comments"])
    found.posts = list(_parents_first(posts))
    found.left_out = [f"{count} × {what}" for what, count in sorted(left.items()) if count]


def _parents_first(posts: list[Post]) -> Iterator[Post]:
    known = {post.number for post in posts}
    told: set[int] = {0}
    waiting = posts
    while waiting:
        ready = [post for post in waiting if post.parent in told or post.parent not in known]
        # Two pages that are each other's parents stand side by side.
        ready = ready or waiting
        yield from ready
        told |= {post.number for post in ready}
        waiting = [post for post in waiting if post.number not in told]


def _fields(element: Any) -> dict[str, Any]:
    """The texts of an element by name; what belongs to WordPress begins with "wp:"."""
    found: dict[str, Any] = {"meta": {}, "comments": []}
    for child in element:
        name = _name(child.tag)
        if name == "wp:postmeta":
            meta = {_name(part.tag): part.text or "" for part in child}
            found["meta"][meta.get("wp:meta_key", "")] = meta.get("wp:meta_value", "")
        elif name == "wp:comment":
            found["comments"].append(child)
        elif name != "item":
            found.setdefault(name, (child.text or "").strip())
    return found


def _name(tag: str) -> str:
    namespace, _brace, name = tag.rpartition("}")
    if "wordpress.org/export" in namespace:
        return "excerpt" if namespace.rstrip("/").endswith("excerpt") else f"wp:{name}"
    if namespace.rstrip("/").endswith("modules/content"):
        return "content"
    return name


def _post(item: dict[str, Any], kind: str, status: str) -> Post:
    return Post(
        _number(item.get("wp:post_id")),
        kind,
        item.get("title", ""),
        unquote(item.get("wp:post_name", "")),
        item.get("link", ""),
        _moment(item.get("wp:post_date", "")),
        item.get("content", ""),
        item.get("excerpt", ""),
        _number(item.get("wp:post_parent")),
        _number(item["meta"].get("_thumbnail_id")),
        status == PUBLISHED,
    )


def _attached(item: dict[str, Any]) -> Attached:
    return Attached(
        _number(item.get("wp:post_id")),
        item.get("wp:attachment_url", ""),
        item.get("title", ""),
        item["meta"].get("_wp_attachment_image_alt", ""),
    )


def _number(told: str | None) -> int:
    return int(told) if told and told.isdecimal() else 0


def _moment(told: str) -> datetime | None:
    try:
        return datetime.strptime(told, "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None
