"""What the frames show of the registries: to-dos, pictures, and what a search finds."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Count, Q, Sum
from django.db.models.functions import ExtractYear
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Chart, Figure, Kind, Picture, Series, Shade, ShadedMap, counted_chart
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.organisations.models import Region
from guangyue.registries.facts import About
from guangyue.registries.lists import options_of
from guangyue.registries.models import Correction, Firm, Headcount, Household, Objection, Place
from guangyue.registries.permissions import ANSWER_OBJECTIONS, RECORD_FACTS, VIEW_FIRMS

MOST_TODOS = 100
AGE_STEP, OLDEST = 10, 90
YEARS_SHOWN = 12
SOURCE = "人口信息系统、市场主体登记系统"


@needs(RECORD_FACTS)
def corrections_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    waiting = Correction.objects.within(scope).open().select_related("person", "household", "firm", "place")
    for correction in waiting.order_by("raised_at")[:MOST_TODOS]:
        yield Todo(
            kind="更正申请",
            title=f"{correction.subject}的“{correction.declared.title}”",
            link=correction.get_absolute_url(),
            since=correction.raised_at,
            detail=correction.reason,
            clock=correction.clock.read(calendar, at=at),
        )


@needs(ANSWER_OBJECTIONS)
def objections_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    calendar = HolidayNotice.objects.calendar()
    waiting = Objection.objects.within(scope).open().select_related("lookup__person", "lookup__organisation")
    for objection in waiting.order_by("raised_at")[:MOST_TODOS]:
        yield Todo(
            kind="查询异议",
            title=f"{objection.lookup.person}对{objection.lookup.organisation or '未登记单位'}的查询",
            link=objection.get_absolute_url(),
            since=objection.raised_at,
            detail=objection.reason,
            clock=objection.clock.read(calendar, at=at),
        )


def people_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    """How many live where, and of what age."""
    people = Headcount.objects.within(scope)
    yield Figure("居民", people.total(), "人", "users", link=reverse("registries:persons"))
    yield Figure(
        "家庭户",
        Household.objects.within(scope).count(),
        "户",
        "home-2",
        link=reverse("registries:households"),
    )
    yield _pyramid(scope, on)
    yield ShadedMap(
        key="persons-by-district",
        title="居民分布",
        unit="人",
        shades=tuple(_by_district(scope)),
        source=SOURCE,
    )


def firms_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    trading = Firm.objects.within(scope).filter(status="在营")
    yield Figure("在营经营主体", trading.count(), "户", "building-store", link=reverse("registries:firms"))
    industries = dict(trading.values_list("industry").annotate(many=Count("pk")).order_by("-many"))
    yield counted_chart(
        "firms-by-industry", "在营经营主体按行业", Kind.LYING_BARS, industries, unit="户", source=SOURCE
    )
    kinds = dict(trading.values_list("kind").annotate(many=Count("pk")).order_by("-many"))
    yield counted_chart("firms-by-kind", "在营经营主体按类型", Kind.RING, kinds, unit="户", source=SOURCE)
    founded = dict(trading.values_list(ExtractYear("registered_on")).annotate(many=Count("pk")))
    latest = max(founded, default=on.year)
    years = {str(year): founded.get(year, 0) for year in range(latest - YEARS_SHOWN + 1, latest + 1)}
    yield counted_chart("firms-by-year", "在营经营主体按成立年份", Kind.BARS, years, unit="户", source=SOURCE)


@needs(VIEW_FIRMS)
def find_firms_and_places(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    called = Q(name__contains=words) | Q(credit_code__startswith=words.upper())
    for firm in Firm.objects.within(scope).filter(called).select_related("region")[:most]:
        yield Found("经营主体", firm.name, firm.get_absolute_url(), f"{firm.credit_code} · {firm.region}")
    for place in Place.objects.within(scope).filter(title__contains=words).select_related("region")[:most]:
        yield Found("场所", place.title, place.get_absolute_url(), f"{place.kind} · {place.region}")


def _pyramid(scope: Scope, on: date) -> Chart:
    """Age in tens, women and men back to back."""
    counted = Headcount.objects.within(scope).values_list("sex", "born").annotate(many=Sum("persons"))
    steps = range(0, OLDEST + 1, AGE_STEP)
    totals = {sex: dict.fromkeys(steps, 0) for sex in options_of(About.PERSON, "sex")}
    for sex, born, many in counted:
        step = min(max(on.year - born, 0) // AGE_STEP * AGE_STEP, OLDEST)
        totals[sex][step] += many
    labels = tuple(f"{step} 岁以上" if step == OLDEST else f"{step}–{step + 9}" for step in steps)
    series = tuple(Series(sex, tuple(ages.values())) for sex, ages in totals.items())
    return Chart("age-pyramid", "年龄和性别", Kind.PYRAMID, labels, series, "人", SOURCE)


def _by_district(scope: Scope) -> Iterator[Shade]:
    """Residents by the district their township belongs to; those of the zones are counted where they lie."""
    counts = Headcount.objects.within(scope).values_list("region__parent").annotate(many=Sum("persons"))
    names = dict(Region.objects.of_county_level().values_list("code", "name"))
    for code, many in sorted(counts):
        yield Shade(code=code, name=names[code], value=many)
