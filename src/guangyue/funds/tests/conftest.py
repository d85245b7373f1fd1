"""What the tests of payments start from: the small city of grants, whose money has its bounds."""

from guangyue.grants.tests.conftest import country

__all__ = ["country"]
