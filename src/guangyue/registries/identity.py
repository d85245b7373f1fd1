"""本人: the person, or the firm, that a verified account stands for."""

from urllib.parse import urlencode

from django.urls import reverse

from guangyue.accounts.models import Kind, User
from guangyue.registries.models import Firm, Person


def identity_of(user: User) -> Person | Firm | None:
    """Whom the account was bound to by 实名认证; None before that, and of whoever works for the city."""
    if user.kind == Kind.STAFF:
        return None
    rows = Firm.objects if user.kind == Kind.ENTERPRISE else Person.objects
    identity: Person | Firm | None = rows.select_related("region").filter(account=user).first()
    return identity


def identity_address(*, back: str) -> str:
    """实名认证, and then back to where it was asked for."""
    return f"{reverse('registries:my_identity')}?{urlencode({'next': back})}"
