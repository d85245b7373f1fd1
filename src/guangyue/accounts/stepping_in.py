"""体验登录: in a demonstration on one's own machine, stepping into the city as somebody, with one click."""

import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from guangyue.accounts.models import Kind, User

# Any of these says that somebody stands between the visitor and us, and the visitor may be anywhere.
SIGNS_OF_A_PROXY = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
    "HTTP_VIA",
    "HTTP_X_FORWARDED_PROTO",
)


@dataclass(frozen=True)
class DemoGrant:
    """A role of a demonstration account, for an organisation by its key or a region by its code."""

    role: str
    organisation: str = ""
    region: str = ""


@dataclass(frozen=True)
class DemoAccount:
    """演示账户: somebody a visitor can step in as, and what this person sees."""

    username: str
    name: str
    title: str
    sees: str
    icon: str
    kind: Kind = Kind.STAFF
    organisation: str = ""
    grants: tuple[DemoGrant, ...] = ()


def demo_accounts() -> tuple[DemoAccount, ...]:
    accounts: tuple[DemoAccount, ...] = import_string(settings.GUANGYUE_DEMO_ACCOUNTS)
    return accounts


def may_step_in(request: HttpRequest) -> bool:
    """Only in a demonstration, and only from the machine it runs on."""
    return (
        settings.DEMO and _is_loopback(request) and not any(sign in request.META for sign in SIGNS_OF_A_PROXY)
    )


def offered(request: HttpRequest) -> list[DemoAccount]:
    """Those whose demonstration data is there."""
    if not may_step_in(request):
        return []
    names = {account.username for account in demo_accounts()}
    present = set(User.objects.enabled().filter(username__in=names).values_list("username", flat=True))
    return [account for account in demo_accounts() if account.username in present]


def _is_loopback(request: HttpRequest) -> bool:
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
