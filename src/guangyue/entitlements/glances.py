"""What the frames and the rule pages show of what was found."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.entitlements.models import Call, Need
from guangyue.entitlements.permissions import CALL_PEOPLE, SEE_FINDINGS, VISIT_NEEDS
from guangyue.entitlements.states import State
from guangyue.entitlements.statistics import NOBODY, STATES_COUNTED, Tally, tallies, total
from guangyue.kit.access import Scope, needs
from guangyue.kit.pictures import Chart, Figure, Kind, Picture, Series, Shade, ShadedMap
from guangyue.kit.todo import Todo
from guangyue.organisations.models import Region
from guangyue.systems.offered import Offered
from guangyue.systems.today import day_of_the_city

SOURCE = "政策找人每夜运行的结果"


def findings_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    """How much is owed and not asked for, and where."""
    districts = by_district(scope)
    whole = total(districts)
    address = reverse("entitlements:finding")
    yield Figure("符合未申领", whole.unclaimed, "项", "gift", link=address)
    yield unclaimed_map(scope, districts)


@needs(SEE_FINDINGS)
def matches_beside_rule(*, offered: Offered, on: date, scope: Scope) -> Iterator[Picture]:
    """谁现在符合: by state and by district, within reach."""
    found = tallies(scope=scope, code=offered.code).get(offered.code, {})
    if not found:
        return
    whole = total(found)
    icons = {"unclaimed": "gift", "applied": "file-check", "paid": "cash", "upcoming": "hourglass"}
    for name, icon in icons.items():
        state = STATES_COUNTED[name]
        title = "符合未申领" if state is State.ENTITLED else state.label
        yield Figure(title, getattr(whole, name), "项", icon, link=_list(code=offered.code, state=state))
    yield states_chart(f"matches-{offered.offer.key}", "各县（市、区）", scope, found)


@needs(CALL_PEOPLE)
def people_to_call(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Call.objects.within(scope).open()
    if first := waiting.order_by("opened_on", "pk").first():
        title = f"{waiting.count()} 位居民待联系"
        since = datetime.combine(first.opened_on, datetime.min.time(), at.tzinfo)
        yield Todo("联系名单", title, f"{reverse('entitlements:calls')}?open=yes", since=since)


@needs(VISIT_NEEDS)
def needs_to_visit(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Need.objects.within(scope).open()
    if first := waiting.order_by("opened_on", "pk").first():
        title = f"{waiting.count()} 条求助需求待走访"
        since = datetime.combine(first.opened_on, datetime.min.time(), at.tzinfo)
        yield Todo("求助需求", title, f"{reverse('entitlements:needs')}?open=yes", since=since)


def by_district(scope: Scope, code: str = "") -> dict[str, Tally]:
    """Of all policies together, or of one."""
    found: dict[str, Tally] = {}
    for districts in tallies(scope=scope, code=code).values():
        for district, tally in districts.items():
            found[district] = found[district] + tally if district in found else tally
    return found


def unclaimed_map(scope: Scope, districts: dict[str, Tally]) -> ShadedMap:
    return ShadedMap(
        key="unclaimed-by-district",
        title="符合未申领的分布",
        unit="项",
        shades=tuple(
            Shade(
                code=code,
                name=name,
                value=districts.get(code, NOBODY).unclaimed,
                link=_list(district=code, state=State.ENTITLED),
            )
            for code, name in _names(scope)
        ),
        source=SOURCE,
    )


def states_chart(key: str, title: str, scope: Scope, districts: Mapping[str, Tally]) -> Chart:
    names = _names(scope)
    whole = total(districts)
    counted = {"未申领": "unclaimed", "办理中": "applied", "已发放": "paid"}
    series = tuple(
        Series(said, tuple(getattr(districts.get(code, NOBODY), name) for code, _ in names))
        for said, name in counted.items()
        if name == "unclaimed" or getattr(whole, name)
    )
    return Chart(key, title, Kind.LYING_BARS, tuple(name for _, name in names), series, "项", SOURCE)


def _list(**asked: str) -> str:
    return f"{reverse('entitlements:matches')}?{urlencode(asked)}"


def _names(scope: Scope) -> list[tuple[str, str]]:
    rows = Region.objects.on(day_of_the_city()).of_county_level().within(scope).order_by("code")
    return [*rows.values_list("code", "name")]
