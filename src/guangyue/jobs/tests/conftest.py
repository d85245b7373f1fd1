"""People, and queues that are empty."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.fixture
def clerk(db: None) -> object:
    return get_user_model()._default_manager.create(
        kind="staff", username="clerk", name="王工", opened_at=NOON
    )


@pytest.fixture
def queue(transactional_db: None) -> Iterator[None]:
    """Rows are committed, so that a worker process sees them; the queue's own tables are emptied by hand."""
    yield
    with connection.cursor() as cursor:
        cursor.execute(
            "truncate procrastinate_jobs, procrastinate_periodic_defers, procrastinate_workers cascade"
        )
