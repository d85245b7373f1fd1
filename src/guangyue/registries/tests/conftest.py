"""What the tests of the registries start from."""

import pytest

from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import a_country


@pytest.fixture
def country(db: None) -> dict[str, Organisation]:
    """The departments that own facts, by their keys, in a country of two districts."""
    return a_country()
