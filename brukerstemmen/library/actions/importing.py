"""Coming from WordPress: an export becomes drafts with pictures and dates, and the old addresses
lead on. What was not understood is told, post by post. Running it again adds only what is new.
"""

import re
import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from brukerstemmen.library.models import LibraryPage, NewsPage, Picture, TextPage
from brukerstemmen.library.models.pictures import painted_file
from brukerstemmen.library.painting import Unpaintable
from brukerstemmen.library.wordpress.content import Around, Read, read
from brukerstemmen.library.wordpress.export_file import POST, ExportFile, Post
from brukerstemmen.people import clock

_NAMESPACE = uuid.UUID("0b9f2f3a-7a54-5f0e-8a55-2d5a7d2a7f11")
_SIZED = re.compile(r"-\d+x\d+(?=\.\w+$)")
_NORWEGIAN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a"})
LONGEST_TITLE, LONGEST_SLUG, LONGEST_SUMMARY, SUMMARY = 255, 60, 300, 200
MADE, THERE, LEFT_OUT = "made", "already here", "left out"


@dataclass
class Told:
    """What became of one post. notes: what was not understood in it."""

    title: str
    address: str
    standing: str
    notes: list[str] = field(default_factory=list)


def import_posts(
    export: ExportFile, *, under: LibraryPage, pictures: Path | None = None
) -> list[Told]:
    """Make every post and page of the export a draft under a section.

    pictures: the folder the old site's files lie in. Nothing is fetched from anywhere.
    """
    return _Import(export, under, pictures).run()


class _Import:
    def __init__(self, export: ExportFile, under: LibraryPage, pictures: Path | None) -> None:
        self._export, self._under = export, under
        self._site: Site | None = under.get_site()
        self._files = _by_name(pictures)
        self._made: dict[int, LibraryPage] = {}
        self._by_path: dict[str, int] = {}

    def run(self) -> list[Told]:
        """First every page in its place, then what stands on it, since they lead to each other."""
        told = [self._place(post) for post in self._export.posts]
        for post, one in zip(self._export.posts, told, strict=True):
            if one.standing == MADE:
                one.notes += self._fill(post, self._made[post.number]).notes
            if one.standing != LEFT_OUT and post.is_published:
                self._lead_on(post, self._made[post.number])
        return told

    def _place(self, post: Post) -> Told:
        title = post.title.strip() or post.slug or str(post.number)
        told = Told(title, post.address, MADE)
        key = uuid.uuid5(_NAMESPACE, f"{self._export.address} {post.number}")
        page = LibraryPage.objects.filter(
            translation_key=key, locale_id=self._under.locale_id
        ).first()
        if page is not None:
            told.standing = THERE
        else:
            try:
                with transaction.atomic():
                    page = self._draft(post, title, key)
            except ValidationError as refused:
                return Told(title, post.address, LEFT_OUT, refused.messages)
        self._made[post.number] = page
        if path := post.path.partition("?")[0].strip("/"):
            self._by_path[path] = page.pk
        return told

    def _draft(self, post: Post, title: str, key: uuid.UUID) -> LibraryPage:
        parent = self._made.get(post.parent, self._under)
        parent.refresh_from_db(fields=["path", "depth", "numchild", "url_path"])
        written_on = timezone.make_aware(post.written_on) if post.written_on else None
        day = written_on.date() if written_on else clock.today()
        page = NewsPage(on=day) if post.kind == POST else TextPage()
        page.title = title[:LONGEST_TITLE]
        page.slug = _free_slug(parent, post.slug or title)
        page.locale_id, page.translation_key = parent.locale_id, key
        page.written_in = parent.locale.language_code
        page.live = False
        page.first_published_at = written_on if post.is_published else None
        made: LibraryPage = parent.add_child(instance=page)
        return made

    def _fill(self, post: Post, page: LibraryPage) -> Read:
        found = read(post.html, Around(self._link, self._picture, self._address))
        if post.picture and (picture := self._picture(self._address(post.picture))):
            first = ("picture", {"picture": picture, "alt": "", "caption": ""})
            if not any(told.get("picture") == picture for _kind, told in found.blocks):
                found.blocks.insert(0, first)
        elif post.picture:
            found.note(f"<img> {self._address(post.picture) or post.picture}")
        page.summary = _summary(post, found)
        page.body = found.blocks
        page.save()
        page.save_revision(changed=False)
        return found

    def _lead_on(self, post: Post, page: LibraryPage) -> None:
        """The old address leads to the page once it is published. An address with a question in
        it ("?p=12") is the front page's, as it was there."""
        old = Redirect.normalise_path(post.path.partition("?")[0])
        here = Redirect.normalise_path(urlsplit(page.url or "").path)
        if old not in {"/", here}:
            Redirect.objects.get_or_create(
                old_path=old[:255], site=self._site, defaults={"redirect_page": page}
            )

    def _link(self, address: str) -> str:
        whole = urljoin(self._export.address + "/", address)
        there, old = urlsplit(whole), urlsplit(self._export.address)
        if there.netloc == old.netloc:
            page = self._by_path.get(unquote(there.path).strip("/"))
            if page:
                return f'linktype="page" id="{page}"'
        return f'href="{_escaped(whole)}"'

    def _address(self, number: int) -> str:
        attached = self._export.attached.get(number)
        return attached.address if attached else ""

    def _picture(self, address: str) -> Picture | None:
        """The picture of an old address, if its file lies in the folder."""
        file = self._find(unquote(urlsplit(address).path))
        if file is None:
            return None
        try:
            painted = painted_file(file.read_bytes(), file.name)
        except (Unpaintable, OSError):
            return None
        picture = Picture(title=self._title(address, file)[:LONGEST_TITLE], file=painted)
        picture._set_image_file_metadata()
        known = Picture.objects.filter(file_hash=picture.file_hash).first()
        if known is not None:
            return known
        picture.save()
        picture.make_ready()
        return picture

    def _title(self, address: str, file: Path) -> str:
        whole = _SIZED.sub("", urlsplit(address).path)
        attached = self._export.attached.values()
        titles = (one.title for one in attached if urlsplit(one.address).path == whole)
        return next(titles, "") or file.stem

    def _find(self, path: str) -> Path | None:
        """By its name, in its whole size first; of several, that which lies most alike."""
        name = PurePosixPath(path).name.lower()
        found = self._files.get(_SIZED.sub("", name)) or self._files.get(name) or []
        wanted = PurePosixPath(path).parts[::-1]

        def alike(file: Path) -> int:
            pairs = zip(file.parts[-2::-1], wanted[1:], strict=False)
            return next((n for n, (a, b) in enumerate(pairs) if a != b), len(wanted))

        return max(found, key=alike, default=None)


def _by_name(folder: Path | None) -> dict[str, list[Path]]:
    """The files of a folder by name. What a link leads to outside of it is not looked at."""
    found: dict[str, list[Path]] = {}
    if folder is None:
        return found
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            found.setdefault(file.name.lower(), []).append(file)
    return found


def _free_slug(parent: LibraryPage, wanted: str) -> str:
    plain = unicodedata.normalize("NFKD", wanted.translate(_NORWEGIAN))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    slug = "-".join(words)[:LONGEST_SLUG].strip("-") or "side"
    taken = set(parent.get_children().values_list("slug", flat=True))
    free = (f"{slug}-{n}" for n in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in free if one not in taken)


def _summary(post: Post, found: Read) -> str:
    """The extract as it was written, else the first words of the text."""
    text = _words(post.excerpt) or _words(_first_text(found.blocks))
    if len(text) <= (LONGEST_SUMMARY if post.excerpt else SUMMARY):
        return text
    return text[: SUMMARY - 1].rpartition(" ")[0] + " …"


def _first_text(blocks: Iterable[tuple[str, dict[str, object]]]) -> str:
    texts = (str(told["text"]) for kind, told in blocks if kind == "text")
    return next(texts, "").partition("</p>")[0]


def _words(html: str) -> str:
    text = re.sub(r"<[^>]*>", " ", html)
    for sign, meant in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")):
        text = text.replace(sign, meant)
    return " ".join(text.split())


def _escaped(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C")
