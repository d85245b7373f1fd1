"""What several tests of the library start from."""

from collections.abc import Iterator

import pytest

from guangyue.library.tests.sites import Site, a_site


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as served:
        yield served
