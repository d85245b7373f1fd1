"""People whose acts are kept."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.fixture
def auditor(db: None) -> Any:
    return get_user_model()._default_manager.create(
        kind="staff", username="auditor", name="审计员", opened_at=NOON
    )
