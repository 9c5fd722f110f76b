"""A plugin: each test runs on the engines it is true of; the others are left out, not skipped."""

import pytest
from django.conf import settings

ELSEWHERE = {"sqlite3": {"postgres_only"}, "postgresql": {"sqlite_only", "journey"}}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    unfit = ELSEWHERE[settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]]
    left_out = [item for item in items if any(item.get_closest_marker(name) for name in unfit)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]
