"""Whom a session belongs to: an account that has been disabled is signed out at its next request."""

from django.contrib.auth.backends import BaseBackend

from guangyue.accounts.models import User


class AccountBackend(BaseBackend):
    """Passwords are not looked at here but in `signing_in`, where failures are counted."""

    def get_user(self, user_id: int) -> User | None:
        return User.objects.enabled().filter(pk=user_id).first()
