"""The detector knows no database: what is asked of it here is asked once, not on each engine."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marked as it is found, but what asks a database after all."""
    if HERE in item.path.parents and item.get_closest_marker("django_db") is None:
        item.add_marker("without_database")
