"""Which tests run on which engine is settled after every mark is laid."""

import pytest

from tests.engines import ELSEWHERE, engine


@pytest.mark.django_db  # or it would run beside SQLite only
def test_nothing_runs_on_an_engine_it_is_not_true_of(request: pytest.FixtureRequest) -> None:
    unfit = ELSEWHERE[engine()]

    wrong = {
        item.nodeid
        for item in request.session.items
        if any(item.get_closest_marker(name) for name in unfit)
    }

    assert not wrong
