"""What the tests of the city's folders start from."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from guangyue.kit.tests.plans import forget_plans
from guangyue.systems.enactment import enact
from liaocheng.systems import CITY


@pytest.fixture(scope="module")
def enacted(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The city with all that it demands, enacted once for a module: what a test does to it is undone after
    the test, and the rest after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        forget_plans()
        enact(CITY, at=timezone.now())
        yield
        transaction.set_rollback(True)


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """A module whose tests begin in the enacted city has no test that begins in an empty one: which of
    them comes first is not known."""
    enacted = {item.path for item in items if "enacted" in item.fixturenames}
    if mixed := sorted(
        item.nodeid
        for item in items
        if item.path in enacted and "enacted" not in item.fixturenames and _uses_the_database(item)
    ):
        raise pytest.UsageError(f"These need modules of their own: {mixed}")


def _uses_the_database(item: pytest.Function) -> bool:
    return "db" in item.fixturenames or item.get_closest_marker("django_db") is not None


@pytest.fixture
def enacted_city(enacted: None, db: None) -> None:
    """A test's own transaction within it."""
