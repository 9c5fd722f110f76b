"""Pictures and documents as editors bring them: looked into, and refused in words that help.
What else was typed stays in the form."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import FileField, ModelForm
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from brukerstemmen.library.arriving import is_what_it_says
from brukerstemmen.library.models.pictures import painted_file
from brukerstemmen.library.painting import Unpaintable, Why
from brukerstemmen.library.pointing import names_in, stem_of

_NO_PICTURE = _(
    "We cannot read this file as a picture. Choose a photo saved as JPG, PNG or WebP. Drawings "
    "saved as SVG must be saved as PNG first."
)
_TOO_MANY_PIXELS = _(
    "This picture is too large for us to open. Make it smaller, at most 40 million pixels, and "
    "choose it again. 2000 pixels across is enough."
)
_TOO_HEAVY = _("This file is larger than 5 MB. Make it smaller and choose it again.")
# By what painting refused it for.
_SAID = {Why.NO_PICTURE: _NO_PICTURE, Why.TOO_MANY_PIXELS: _TOO_MANY_PIXELS}


class PictureField(WagtailImageField):
    """Painted before anything else looks into it. What is in the file decides, not what it is
    called: many a PNG is called .jpg."""

    default_validators = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        too_heavy = dict.fromkeys(("file_too_large", "file_too_large_unknown_size"), _TOO_HEAVY)
        self.error_messages |= too_heavy | {"empty": _NO_PICTURE}

    def to_python(self, data: Any) -> Any:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        try:
            return painted_file(file.read(), file.name)
        except Unpaintable as refused:
            raise ValidationError(_SAID[refused.why], code="invalid_image") from refused


class PictureForm(BaseImageForm):
    """Every way to bring a picture comes through here: the page of pictures and the chooser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=file.label, required=file.required, widget=file.widget
            )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean()
        if not told.get("shown_agreed"):
            refuse_names_in_title(self)
        return told

    def save(self, commit: bool = True) -> Any:
        picture = super().save(commit=commit)
        if commit and "file" in self.changed_data:
            picture.make_ready()
        return picture


class DocumentForm(BaseDocumentForm):
    """A document is what its ending says, or stays outside."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        file.seek(0)
        ending = PurePath(file.name or "").suffix[1:]
        if not is_what_it_says(file.read(), ending):
            raise ValidationError(
                _(
                    "This file is called %(ending)s, but we cannot read it as one. It may be "
                    "broken, or be something else. Save it again and choose the new file."
                ),
                params={"ending": ending.upper()},
            )
        file.seek(0)
        file.name = f"{stem_of(file.name or '', 'dokument')}.{ending}"
        return file

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean()
        refuse_names_in_title(self)
        return told


def refuse_names_in_title(form: ModelForm) -> None:
    """The title of a file is public from the day it is saved."""
    if found := names_in(form.cleaned_data.get("title") or ""):
        told = _("This may point at somebody: %(found)s. Say it in other words.")
        listed = ", ".join(f"«{one}»" for one in found)
        form.add_error("title", ValidationError(told, params={"found": listed}))
