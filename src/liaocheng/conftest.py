"""What the tests of the city's folders start from."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from guangyue.systems.enactment import enact
from liaocheng.systems import CITY


@pytest.fixture(scope="module")
def enacted(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The city with all that it demands, enacted once for a module: what a test does to it is undone after
    the test, and the rest after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        enact(CITY, at=timezone.now())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def enacted_city(enacted: None, db: None) -> None:
    """A test's own transaction within it."""
