"""Pictures on the public site: painted anew when they arrive, so that nothing is hidden in them."""

from typing import Any, ClassVar

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from brukerstemmen.library.painting import painted
from brukerstemmen.library.pointing import stem_of
from brukerstemmen.privacy.zones import Zone

LARGEST_SHOWN = 60 * 1024  # bytes of one picture on a page for readers
# Tried in this order, until one is small enough.
_SIZES = (
    "max-800x1000|format-webp|webpquality-75",
    "max-800x1000|format-webp|webpquality-50",
    "max-640x800|format-webp|webpquality-45",
    "max-480x600|format-webp|webpquality-35",
    "max-320x400|format-webp|webpquality-25",
)


class PaintedFile(ContentFile[bytes]):
    """The file of a picture that is painted already."""


def painted_file(data: bytes, name: str) -> PaintedFile:
    """The picture painted anew, under its own name and the right ending; under another name where
    that may point at somebody. Raises Unpaintable."""
    painting = painted(data)
    return PaintedFile(painting.content, f"{stem_of(name, 'bilde')}{painting.ending}")


class Picture(AbstractImage):
    """A picture, who made it, and that those who are seen in it have said yes."""

    zone = Zone.Z0_PUBLIC

    made_by = models.CharField(_("made by"), max_length=120, blank=True)
    shown_agreed = models.BooleanField(
        _("nobody can be recognised, or everybody who can has said yes"), default=False
    )

    admin_form_fields: ClassVar = (*Image.admin_form_fields, "made_by", "shown_agreed")

    class Meta(AbstractImage.Meta):
        verbose_name, verbose_name_plural = _("picture"), _("pictures")
        permissions: ClassVar = [("choose_picture", "Can choose picture")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Whatever way a picture comes in, it is painted first. Raises Unpaintable."""
        is_new = self.file and not self.file._committed
        if is_new and not isinstance(self.file.file, PaintedFile):
            self.file = painted_file(self.file.read(), self.file.name)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def shown(self) -> "PictureRendition":
        """As readers get it: small enough for an old telephone. Made before the first asks."""
        for made in self.renditions.all():
            if made.filter_spec in _SIZES:
                return made
        return self.make_ready()

    def make_ready(self) -> "PictureRendition":
        """Make it as readers will get it, the largest that is small enough."""
        for size in _SIZES:
            wanted = Filter(spec=size)
            with self.generate_rendition_file(wanted) as file:
                if file.size > LARGEST_SHOWN and size != _SIZES[-1]:
                    continue
                made, _new = self.renditions.get_or_create(
                    filter_spec=size,
                    focal_point_key=wanted.get_cache_key(self),
                    defaults={"file": file},
                )
                break
        return made


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    zone = Zone.Z0_PUBLIC

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_size"
            )
        ]
