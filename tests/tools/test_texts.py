"""The texts for people are found as gettext's own programs would find them."""

import pytest

from tools.texts import Text, texts_in


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{% translate "The meeting (open)" %}', Text("The meeting (open)")),
        ('{% translate "May" context "month" as m %}', Text("May", "month")),
        ('{% include "x.html" with title=_("A title") only %}', Text("A title")),
        ('{% translate "It\'s yours" %}', Text("It's yours")),
        ("{% blocktranslate with a=b %}Hi {{ a }}, 5%{% endblocktranslate %}", "Hi %(a)s, 5%%"),
        (
            "{% blocktranslate count n=k %}{{ n }} word{% plural %}{{ n }} words"
            "{% endblocktranslate %}",
            Text("%(n)s word", None, "%(n)s words"),
        ),
    ],
)
def test_in_a_template(tmp_path, source, expected):
    page = tmp_path / "page.html"
    page.write_text("{% load i18n %}" + source, encoding="utf-8")

    assert texts_in(page) == {Text(expected) if isinstance(expected, str) else expected}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('_("Split " "in two")', Text("Split in two")),
        ('gettext_lazy("Later")', Text("Later")),
        ('pgettext("month", "May")', Text("May", "month")),
        ('translation.ngettext("%(n)s word", "%(n)s words", n)', "%(n)s words"),
    ],
)
def test_in_python(tmp_path, source, expected):
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")

    [found] = texts_in(module)
    assert expected in (found, found.plural)


def test_what_is_no_text_is_left_alone(tmp_path):
    module = tmp_path / "module.py"
    module.write_text('_(name)\nprint("no")\n_ = "neither"\n_("")', encoding="utf-8")

    assert texts_in(module) == set()


def test_a_comment_is_no_text(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '{% load i18n %}{% comment %}{% translate "gone" %}{% endcomment %}{# _("no") #}',
        encoding="utf-8",
    )

    assert texts_in(page) == set()
