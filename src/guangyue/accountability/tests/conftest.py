"""What the tests of accountability start from."""

import pytest
from pytest_django import Settings

from guangyue.accounts.tests.factories import a_region, an_organisation
from guangyue.organisations.models import Organisation


@pytest.fixture
def unit(db: None, settings: Settings) -> Organisation:
    """A county's government, in a city that declares four triggers."""
    settings.GUANGYUE_CITY = "guangyue.accountability.tests.small_city.CITY"
    county = an_organisation("county", region=a_region("990101"))
    county.kind = Organisation.Kind.COUNTY
    county.save()
    return county
