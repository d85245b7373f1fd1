"""Who may open a view: what a view says about itself. `accounts.middleware` reads the mark and holds to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Permission:
    """权限: one thing a person may be allowed to do, e.g. `organisations.enter_notice`, 录入任免通知."""

    key: str
    title: str

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True)
class Access:
    """访问要求: what a view asks of whoever opens it."""

    signed_in: bool
    permission: Permission | None = None


OPEN_TO_ALL = Access(signed_in=False)
FOR_SIGNED_IN = Access(signed_in=True)


class Scope(Protocol):
    """管辖范围: the rows a person may reach with the permission at hand; `queryset.within(scope)` keeps to them."""

    @property
    def everywhere(self) -> bool:
        """No limit by region or organisation."""

    @property
    def regions(self) -> frozenset[str]:
        """Codes of the regions covered, those below them included."""

    @property
    def organisations(self) -> frozenset[int]:
        """Primary keys of the organisations covered, those below them included."""


def open_to_all(view: View) -> View:
    """Anyone may open it, signed in or not."""
    return _mark(view, OPEN_TO_ALL)


def for_signed_in(view: View) -> View:
    """Anyone signed in may open it; the view shows a person only what is their own."""
    return _mark(view, FOR_SIGNED_IN)


def needs(permission: Permission) -> Callable[[View], View]:
    """Only those who hold the permission may open it; `request.scope` then says for which rows."""

    def mark(view: View) -> View:
        return _mark(view, Access(signed_in=True, permission=permission))

    return mark


def access_of(view: Callable[..., Any]) -> Access | None:
    """What the view asks for, or None when nobody has said: such a view is refused to everyone."""
    access = getattr(view, "access", None)
    return access if isinstance(access, Access) else None


def _mark(view: View, access: Access) -> View:
    view.access = access  # type: ignore[attr-defined]
    return view
