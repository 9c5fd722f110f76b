"""What a page is built of. Each block has its template, and its rendering on paper and in Word."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from brukerstemmen.library import later

_WITHIN = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class Titled(blocks.StructBlock):
    """A block with a heading of its own, which may be left out."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=80)


class TextBlock(Titled):
    text = blocks.RichTextBlock(label=_("Text"), features=_WITHIN)

    class Meta:
        label, icon, template = _("Text"), "pilcrow", "library/blocks/text.html"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"), max_length=80)
    text = blocks.RichTextBlock(label=_("Text"), features=_WITHIN, required=False)


class StepsBlock(Titled):
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        label, icon, template = _("Numbered steps"), "list-ol", "library/blocks/steps.html"


class TipBlock(Titled):
    text = blocks.RichTextBlock(label=_("Tip"), features=_WITHIN)
    who = blocks.CharBlock(label=_("Who says so"), required=False, max_length=120)

    class Meta:
        label, icon, template = _("Tip"), "help", "library/blocks/tip.html"


class ChecklistBlock(Titled):
    items = blocks.ListBlock(blocks.CharBlock(max_length=200), label=_("Points to tick"))

    class Meta:
        label, icon, template = _("Checklist"), "check", "library/blocks/checklist.html"


class QuestionsBlock(Titled):
    questions = blocks.ListBlock(blocks.CharBlock(max_length=240), label=_("Questions"))

    class Meta:
        label, icon, template = (
            _("Questions to talk about"),
            "help",
            "library/blocks/questions.html",
        )


class FieldBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("What to fill in"), max_length=120)
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=200)
    lines = blocks.IntegerBlock(label=_("Lines"), default=1, min_value=1, max_value=20)


class FieldsBlock(Titled):
    fields = blocks.ListBlock(FieldBlock(), label=_("Lines to fill in"))

    class Meta:
        label, icon, template = _("Form on paper"), "form", "library/blocks/fields.html"


class LetterBlock(Titled):
    text = blocks.RichTextBlock(label=_("Text to copy"), features=_WITHIN)

    class Meta:
        label, icon, template = _("Letter to copy"), "mail", "library/blocks/letter.html"


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Link text"), max_length=120)
    page = blocks.PageChooserBlock(label=_("Page here"), required=False)
    address = blocks.URLBlock(label=_("Address elsewhere"), required=False)
    why = blocks.CharBlock(label=_("What the reader finds there"), required=False, max_length=200)


class LinksBlock(Titled):
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        label, icon, template = _("Links"), "link", "library/blocks/links.html"


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Word"), max_length=80)
    meaning = blocks.RichTextBlock(label=_("What it means"), features=["bold", "link"])


class TermsBlock(Titled):
    terms = blocks.ListBlock(TermBlock(), label=_("Words"))

    class Meta:
        label, icon, template = (
            _("Words and what they mean"),
            "openquote",
            "library/blocks/terms.html",
        )


class EventBlock(blocks.StructBlock):
    when = blocks.CharBlock(label=_("When"), max_length=40)
    what = blocks.RichTextBlock(label=_("What happened"), features=["bold", "link"])
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=300)


class TimelineBlock(Titled):
    events = blocks.ListBlock(EventBlock(), label=_("Events"))

    class Meta:
        label, icon, template = _("Timeline"), "history", "library/blocks/timeline.html"


class TableBlock(Titled):
    columns = blocks.ListBlock(blocks.CharBlock(max_length=80), label=_("Columns"))
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(max_length=400, required=False)), label=_("Rows")
    )

    class Meta:
        label, icon, template = _("Table"), "table", "library/blocks/table.html"


class FiguresBlock(Titled):
    keys = blocks.ListBlock(blocks.CharBlock(max_length=60), label=_("Names of the figures"))

    class Meta:
        label, icon, template = _("Figures with source"), "order", "library/blocks/figures.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context)
        return context | later.of_block("figures", value, context.get("page"))


class PagesBlock(Titled):
    of = blocks.ChoiceBlock(
        label=_("Kind of page"),
        choices=[
            ("example", _("Examples")),
            ("template", _("Templates and checklists")),
            ("checklist", _("Checklists")),
            ("reflection", _("Reflection questions")),
            ("organisation", _("Organisations")),
            ("method", _("Methods")),
            ("guide", _("Laws and guides")),
            ("news", _("News")),
        ],
    )
    label = blocks.CharBlock(label=_("With this label"), required=False, max_length=40)

    class Meta:
        label, icon, template = _("List of pages"), "list-ul", "library/blocks/pages.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context)
        return context | later.of_block("pages", value, context.get("page"))


class WayBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = blocks.CharBlock(label=_("Text"), max_length=240, required=False)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))


class DoorsBlock(Titled):
    doors = blocks.ListBlock(WayBlock(), label=_("Doors"))

    class Meta:
        label, icon, template = _("Doors"), "home", "library/blocks/doors.html"


class PictureChooser(ImageChooserBlock):
    """Fetches the pictures of a page with all their sizes, however many there are."""

    def bulk_to_python(self, values: list[int]) -> list[Any]:
        found = self.model_class.objects.prefetch_related("renditions").in_bulk(values)
        return [found.get(value) for value in values]


class PictureBlock(blocks.StructBlock):
    picture = PictureChooser(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"),
        help_text=_("Read aloud to those who do not see it. Leave empty for mere decoration."),
        required=False,
        max_length=200,
    )
    caption = blocks.CharBlock(label=_("Text below"), required=False, max_length=240)

    class Meta:
        label, icon, template = _("Picture"), "image", "library/blocks/picture.html"


class LogoBlock(Titled):
    text = blocks.RichTextBlock(label=_("Text"), features=_WITHIN)

    class Meta:
        label, icon, template = _("The mark, large"), "image", "library/blocks/logo.html"


BLOCKS: list[tuple[str, blocks.Block]] = [
    ("text", TextBlock()),
    ("steps", StepsBlock()),
    ("tip", TipBlock()),
    ("checklist", ChecklistBlock()),
    ("questions", QuestionsBlock()),
    ("fields", FieldsBlock()),
    ("letter", LetterBlock()),
    ("links", LinksBlock()),
    ("terms", TermsBlock()),
    ("timeline", TimelineBlock()),
    ("table", TableBlock()),
    ("figures", FiguresBlock()),
    ("pages", PagesBlock()),
    ("doors", DoorsBlock()),
    ("logo", LogoBlock()),
    ("picture", PictureBlock()),
]
