"""What several tests of the kit stand on."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from guangyue.kit.tests.listing_urls import Card


@pytest.fixture(scope="session")
def cards_table(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The table of cards is there for the tests alone."""
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.create_model(Card)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.delete_model(Card)
