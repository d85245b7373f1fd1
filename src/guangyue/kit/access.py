"""Who may open a view, and for which rows: a view is marked here, `accounts.middleware` holds to the mark."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Q
from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Permission:
    """权限: one thing a person may be allowed to do, e.g. `organisations.enter_notice`, 录入任免通知.

    What belongs to no place, as a queue or a calendar does, is `citywide`: a grant for a part of the city
    does not carry it.
    """

    key: str
    title: str
    citywide: bool = False

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True)
class Access:
    """访问要求: what a view asks of whoever opens it."""

    signed_in: bool
    staff: bool = False
    permission: Permission | None = None


OPEN_TO_ALL = Access(signed_in=False)
FOR_SIGNED_IN = Access(signed_in=True)
FOR_STAFF = Access(signed_in=True, staff=True)


@dataclass(frozen=True)
class Reach:
    """管辖范围之一: rows of these regions and, among them, of these organisations; None is no limit.

    Whoever is limited to organisations is limited to their regions too: rows that belong to no organisation,
    as persons do, are reached by region alone.
    """

    regions: frozenset[str] | None = None
    organisations: frozenset[int] | None = None

    def __post_init__(self) -> None:
        if self.organisations is not None and self.regions is None:
            raise ValueError("a reach of organisations names their regions")


@dataclass(frozen=True)
class Scope:
    """管辖范围: the rows a person may reach with the permission at hand; they lie in one of the reaches.

    What lies below a region or an organisation is named in its reach too, so nothing is climbed here.
    """

    reaches: tuple[Reach, ...] = ()

    @property
    def everywhere(self) -> bool:
        return Reach() in self.reaches

    def rows(self, *, region: str, organisation: str = "") -> Q:
        """The rows covered: `region` leads to the code of a row's region, `organisation` to its organisation.

        A queryset says once where they are: `def within(self, scope): return self.filter(scope.rows(…))`.
        """
        covered = Q(pk__in=())
        for reach in self.reaches:
            if reach.regions is None:
                return Q()
            limits = Q(**{f"{region}__in": reach.regions})
            if organisation and reach.organisations is not None:
                limits &= Q(**{f"{organisation}__in": reach.organisations})
            covered |= limits
        return covered

    def contains(self, reach: Reach) -> bool:
        """Whether all the rows of that reach lie in one reach of this scope."""
        return any(
            (mine.regions is None or (reach.regions is not None and reach.regions <= mine.regions))
            and (
                mine.organisations is None
                or (reach.organisations is not None and reach.organisations <= mine.organisations)
            )
            for mine in self.reaches
        )

    def covers(self, *, region: str, organisation: int | None = None) -> bool:
        """Whether a row of this region and, where it has one, of this organisation would be among them."""
        return any(
            (reach.regions is None or region in reach.regions)
            and (reach.organisations is None or organisation is None or organisation in reach.organisations)
            for reach in self.reaches
        )


EVERYWHERE = Scope((Reach(),))
NOWHERE = Scope()


class SignedInRequest(HttpRequest):
    """What a marked view is given: who asks, the rows within reach, and what else this person may do."""

    user: Any  # accounts.User, which the kit does not know
    scope: Scope
    may: Callable[[Permission], bool]
    scope_of: Callable[[Permission], Scope]


def open_to_all(view: View) -> View:
    """Anyone may open it, signed in or not."""
    return _mark(view, OPEN_TO_ALL)


def for_signed_in(view: View) -> View:
    """Anyone signed in may open it; the view shows a person only what is their own."""
    return _mark(view, FOR_SIGNED_IN)


def for_staff(view: View) -> View:
    """Any official may open it, whatever the work; citizens and enterprises may not."""
    return _mark(view, FOR_STAFF)


def needs(permission: Permission) -> Callable[[View], View]:
    """Only those who hold the permission may open it; `request.scope` then says for which rows."""

    def mark(view: View) -> View:
        return _mark(view, Access(signed_in=True, staff=True, permission=permission))

    return mark


def access_of(view: Callable[..., Any]) -> Access | None:
    """What the view asks for, or None when nobody has said: such a view is refused to everyone."""
    access = getattr(view, "access", None)
    return access if isinstance(access, Access) else None


def _mark(view: View, access: Access) -> View:
    view.access = access  # type: ignore[attr-defined]
    return view
