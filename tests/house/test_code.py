"""Habits of the code that no general tool knows."""

import ast
import re

import pytest

from tests.house.source import PACKAGE, name_of, product_python, text_of, tree_of

CLOCK = PACKAGE / "people" / "clock.py"


def calls(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def test_verbs_read_one_clock():
    strays = [
        f"{name_of(path)}:{node.lineno}"
        for path in product_python()
        if path != CLOCK
        for node, name in calls(path)
        if name in {"timezone.now", "datetime.now", "date.today", "time.time"}
        or (name.endswith("localdate") and not node.args)
    ]

    assert not strays


# The public site's package tells by its own signals that a page went out; one file listens. The
# column for a superuser is named once, where the database is told to keep it empty.
LISTENS = PACKAGE / "library" / "apps.py"
EMPTY_COLUMN = PACKAGE / "people" / "models" / "person.py"


@pytest.mark.parametrize(
    ("banned", "save"),
    [
        pytest.param(
            r"django\.dispatch|\bsignals\b import|import .*\bsignals\b", LISTENS, id="signals"
        ),
        pytest.param(r"django\.contrib\.admin", None, id="admin site"),
        pytest.param(r"\bis_superuser\b|\bis_staff\b", EMPTY_COLUMN, id="a role above the rules"),
    ],
)
def test_the_product_does_without(banned, save):
    found = [
        name_of(path)
        for path in product_python()
        if path != save and re.search(banned, text_of(path))
    ]

    assert not found


def test_only_template_tags_write_html():
    """What they mark as safe is markup they hold themselves, such as an icon."""
    writers = [path for path in product_python() if re.search(r"\bmark_safe\b", text_of(path))]

    assert not [name_of(path) for path in writers if "templatetags" not in path.parts]
