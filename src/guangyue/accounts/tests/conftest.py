"""What the tests of accounts start from."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from pytest_django import Settings

HASHED: list[str] = []


class QuickHasher(MD5PasswordHasher):
    """Counts how often a password was hashed, and takes no time for it."""

    algorithm = "quick"

    def encode(self, password: str, salt: str) -> str:
        HASHED.append(password)
        return super().encode(password, salt)


@pytest.fixture
def quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.QuickHasher"]


@pytest.fixture
def hashes(quick_passwords: None) -> list[str]:
    HASHED.clear()
    return HASHED
