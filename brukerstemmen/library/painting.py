"""Pictures painted anew: only what can be seen goes on. Where and when it was taken, with which
telephone, and what some programme has hidden in the file stays behind.
"""

import io
import struct
import zlib
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, ImageCms, ImageOps

LONGEST_SIDE = 2_000  # pixels
MOST_PIXELS = 40_000_000  # of what arrives; more would fill the memory of the machine
_ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_SAVED_AS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 85},
}
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error)


class Why(StrEnum):
    """Why a file cannot be used as a picture."""

    NO_PICTURE = "no_picture"  # or of a kind we do not take, or broken
    TOO_MANY_PIXELS = "too_many_pixels"


class Unpaintable(ValueError):
    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Painting:
    """ending: as the file's name should end, whatever it was called."""

    content: bytes
    ending: str


def painted(data: bytes) -> Painting:
    """The picture painted anew: upright, at most `LONGEST_SIDE`, in the colours of the web.

    Raises Unpaintable for anything but a whole JPEG, PNG or WebP of a reasonable size.
    """
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_ENDINGS)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Unpaintable(Why.TOO_MANY_PIXELS)
            return _painted(picture, str(picture.format))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unpaintable(Why.TOO_MANY_PIXELS) from None
    except Unpaintable:
        raise
    except _BROKEN:
        raise Unpaintable(Why.NO_PICTURE) from None


def _painted(picture: Image.Image, kind: str) -> Painting:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    seen = _in_colours_of_the_web(upright, kind)
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    # On a new canvas, since a picture carries notes of its own on to the next file.
    canvas = Image.new(seen.mode, seen.size)
    canvas.paste(seen)
    saved = io.BytesIO()
    canvas.save(saved, kind, **_SAVED_AS[kind])
    return Painting(saved.getvalue(), _ENDINGS[kind])


def _in_colours_of_the_web(picture: Image.Image, kind: str) -> Image.Image:
    see_through = kind != "JPEG" and picture.has_transparency_data
    mode = "RGBA" if see_through else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK"} and not see_through:
        try:
            web = ImageCms.createProfile("sRGB")
            theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, theirs, web, outputMode="RGB")
        except (ImageCms.PyCMSError, *_BROKEN):
            turned = None  # a profile nobody can read: the colours as they stand
        if turned is not None:
            return turned
    return picture if picture.mode == mode else picture.convert(mode)
