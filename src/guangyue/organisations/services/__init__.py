"""Everything that changes the register of organisations: one verb, one function, one transaction."""

from django.contrib.auth.base_user import AbstractBaseUser

# Who does it; nobody where the city's own declaration is enacted.
By = AbstractBaseUser | None
DECLARED = "城市声明"


def signed(by: By) -> str:
    """The name that stays in the row: an account may be gone one day, what it did is not."""
    return str(by) if by else DECLARED
