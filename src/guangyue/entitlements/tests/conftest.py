"""What the tests of the public's pages start from: a small city, and somebody its registers know."""

from guangyue.grants.tests.conftest import country, trainee

__all__ = ["country", "trainee"]
