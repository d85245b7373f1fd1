"""综合窗口: finding a matter as it is asked for at the counter, and what a clerk has begun there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from guangyue.accounts.models import User
from guangyue.cases.flow import Phase
from guangyue.cases.initials import initials_of
from guangyue.cases.models import Case
from guangyue.cases.models.case import AT_COUNTER
from guangyue.kit.access import Scope
from guangyue.matters.declaration import Flag
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region
from guangyue.organisations.models.regions import COUNTY_LEVEL

MOST_FOUND = 20
MOST_RECENT = 9
OFFERED = ("code", "name", "owner__name")
LOOKED_BACK = 200  # cases of a clerk among which his recent matters are sought


@dataclass(frozen=True)
class Offered:
    """A matter as the counter lists it."""

    code: str
    name: str
    owner: str


def find_matters(words: str, *, among: QuerySet[Matter] | None = None) -> list[Offered]:
    """By what a name or another word for it contains, by the first letters of its pinyin, or by its code;
    what begins so comes first. All that are open, unless only some are meant."""
    wanted = words.strip().lower()
    if not wanted:
        return []
    rows = Matter.objects.open() if among is None else among
    named = [(Offered(*row), also) for *row, also in rows.values_list(*OFFERED, "aliases")]
    found = [(place, one) for one, also in named if (place := _place(one, also, wanted)) is not None]
    found.sort(key=lambda pair: (pair[0], len(pair[1].name), pair[1].code))
    return [one for _, one in found[:MOST_FOUND]]


def recent_matters(by: User) -> list[Offered]:
    """What this clerk took in last."""
    rows = Case.objects.filter(received_by=by, channel__in=AT_COUNTER).order_by("-pk")
    codes = dict.fromkeys(rows.values_list("version__matter__code", flat=True)[:LOOKED_BACK])
    return _named(list(codes)[:MOST_RECENT])


def frequent_matters() -> list[Offered]:
    """高频事项, as the catalogue marks them."""
    rows = Matter.objects.open().filter(flags__contains=[Flag.FREQUENT.name]).order_by("name")
    return offered(rows)[:MOST_RECENT]


def offered(rows: QuerySet[Matter]) -> list[Offered]:
    """As many of them as one page lists."""
    return [Offered(*row) for row in rows.values_list(*OFFERED)[:MOST_FOUND]]


def drafts_of(by: User) -> Iterable[Case]:
    """收了一半的: kept when somebody is called away."""
    rows = Case.objects.filter(received_by=by, phase=Phase.DRAFT.name).order_by("-pk")
    return rows.select_related("version", "region")[:MOST_RECENT]


def windows_of(scope: Scope) -> list[Region]:
    """The city or counties whose windows somebody covers; whoever has a township sits in that township."""
    covered = Region.objects.within(scope)
    rows = list(covered.filter(kind__in=(Region.Kind.CITY, *COUNTY_LEVEL)).order_by("code"))
    return rows or list(covered.order_by("code"))


def window_of(by: User, windows: Sequence[Region]) -> Region:
    """本窗口, of those that he covers: where his own organisation is, else the first."""
    home = by.organisation.region_id if by.organisation else ""
    return next((one for one in windows if one.code == home), windows[0])


def places_received_for(windows: Sequence[Region]) -> list[Region]:
    """代为收件: for one's own windows first, then for the county and the city above them."""
    above = [one.parent_id for one in windows]
    higher = Region.objects.filter(Q(code__in=above) | Q(children__code__in=above))
    others = higher.exclude(code__in=[one.code for one in windows]).distinct().order_by("-code")
    return [*windows, *others]


def _place(one: Offered, also: Iterable[str], wanted: str) -> int | None:
    """How well it fits, the smaller the better; None when not at all."""
    tried = (one.code.lower(), one.name.lower(), initials_of(one.name))
    if any(text.startswith(wanted) for text in tried):
        return 0
    if any(wanted in text for text in tried):
        return 1
    return 2 if any(wanted in word.lower() for word in also) else None


def _named(codes: list[str]) -> list[Offered]:
    named = {one.code: one for one in offered(Matter.objects.open().filter(code__in=codes))}
    return [named[code] for code in codes if code in named]
