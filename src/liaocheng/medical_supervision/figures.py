"""年度监管数字: county by county and duty by duty, as counted in what the mechanisms keep.

An institution is an organisation with a permit of the sector; it lies where its 统一社会信用代码 was given.
A complaint lies where the one institution of the name lies that whoever complained wrote down."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import add
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Substr

from guangyue.cases.models import Case
from guangyue.credit.declaration import ListKind
from guangyue.credit.identifying import SubjectKind
from guangyue.credit.models import CreditRecord, CreditSubject
from guangyue.credit.states import State
from guangyue.kit.access import Scope
from guangyue.kit.clocks import local_day
from guangyue.organisations.models import Region
from guangyue.supervision.declaration import SupervisionDuty, Worked
from guangyue.supervision.models import SupervisionAct
from liaocheng.medical_supervision import recorded
from liaocheng.medical_supervision.complaints import MATTER
from liaocheng.medical_supervision.duties import DUTIES
from liaocheng.medical_supervision.work import medical_records, work_for_duties

FIRST_YEAR = 2020
ELSEWHERE = "市级登记和不能归入县（市、区）的"
COUNTY_FROM, COUNTY_LONG = 3, 6  # where a credit code names the county


@dataclass(frozen=True)
class Figures:
    """数字 of a county; `due` are complaints answered, or not although their day is past."""

    institutions: int = 0
    acts: int = 0
    checked: int = 0
    findings: int = 0
    points: int = 0
    penalties: int = 0
    complaints: int = 0
    due: int = 0
    in_time: int = 0
    black: int = 0
    key: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*map(add, vars(self).values(), vars(other).values()))

    @property
    def coverage(self) -> float | None:
        return self.checked / self.institutions if self.institutions else None

    @property
    def timeliness(self) -> float | None:
        return self.in_time / self.due if self.due else None


@dataclass(frozen=True)
class CountyLine:
    """一个县（市、区）; without an institution it has no rank."""

    place: str
    figures: Figures
    rank: int | None = None

    @property
    def is_ranked(self) -> bool:
        return self.place != ELSEWHERE and self.figures.institutions > 0

    @property
    def order(self) -> tuple[float, float]:
        """The better covered first, then who answers in time; where nobody complained nothing was late."""
        coverage, timeliness = self.figures.coverage, self.figures.timeliness
        return -1 if coverage is None else coverage, 1 if timeliness is None else timeliness


@dataclass(frozen=True)
class DutyLine:
    """一项职责 in a year; None where the system holds no work of it."""

    duty: SupervisionDuty
    worked: Worked | None


@dataclass(frozen=True)
class Year:
    """一年的监管."""

    year: int
    until: date
    counties: Sequence[CountyLine]
    duties: Sequence[DutyLine]

    @property
    def lines(self) -> Sequence[CountyLine]:
        """Those that anything is said of."""
        return [line for line in self.counties if line.figures != Figures()]

    @property
    def empty_places(self) -> Sequence[str]:
        return [line.place for line in self.counties if line.figures == Figures()]

    @property
    def whole(self) -> Figures:
        return reduce(add, (line.figures for line in self.counties), Figures())


def figures_of(scope: Scope, year: int, *, on: date) -> Year:
    """Until its last day, or today."""
    since, until = date(year, 1, 1), min(date(year, 12, 31), on)
    worked = work_for_duties(since, until)
    return Year(
        year,
        until,
        counties=_ranked(list(_county_lines(scope, since, until, on=on))),
        duties=[DutyLine(duty, worked.get(duty.number)) for duty in DUTIES],
    )


def _county_lines(scope: Scope, since: date, until: date, *, on: date) -> Iterator[CountyLine]:
    counted = _counted(since, until, on=on)
    counties = Region.objects.of_county_level().on(until)
    for region in counties.within(scope):
        yield CountyLine(region.name, counted.get(region.code, Figures()))
    city = Region.objects.filter(kind=Region.Kind.CITY).first()
    known = set(counties.values_list("code", flat=True))
    others = [figures for code, figures in counted.items() if code not in known]
    if others and city and scope.covers(region=city.code):
        yield CountyLine(ELSEWHERE, reduce(add, others))


def _ranked(lines: Sequence[CountyLine]) -> list[CountyLine]:
    """Whoever is as good has the same rank; what is no county, and who has no institution, has none."""
    orders = [line.order for line in lines if line.is_ranked]
    ranked = [
        replace(line, rank=1 + sum(order > line.order for order in orders)) if line.is_ranked else line
        for line in lines
    ]
    return sorted(ranked, key=lambda line: (line.rank is None, line.rank or 0))


def _counted(since: date, until: date, *, on: date) -> Mapping[str, Figures]:
    """By the code of the county."""
    institutions = CreditSubject.objects.filter(
        pk__in=_in_effect(until).filter(category__key=recorded.PERMIT.key).values("subject")
    )
    acts = SupervisionAct.objects.between(since, until).filter(subject__in=institutions.values("number"))
    within_year = _of_organisations().filter(effective_on__range=(since, until))
    found = within_year.filter(category__key=recorded.MISCONDUCT.key)
    black = Q(category__listed=ListKind.BLACK.name)
    watched = black | Q(category__listed=ListKind.KEY.name)
    columns = {
        "institutions": _by_county(institutions, "number", Count("pk")),
        "acts": _by_county(acts, "subject", Count("pk")),
        "checked": _by_county(acts, "subject", Count("subject", distinct=True)),
        "findings": _by_county(found, "subject__number", Count("pk")),
        "points": _by_county(found.filter(points__isnull=False), "subject__number", Sum("points")),
        "penalties": _by_county(
            within_year.filter(category__key=recorded.MAJOR_DECISION.key), "subject__number", Count("pk")
        ),
        "black": _by_county(
            _in_effect(until).filter(black), "subject__number", Count("subject", distinct=True)
        ),
        "key": _by_county(
            _in_effect(until).filter(watched), "subject__number", Count("subject", distinct=True)
        ),
        **_complaints(institutions, since, until, on=on),
    }
    codes = {code for column in columns.values() for code in column}
    return {
        code: Figures(**{name: column.get(code, 0) for name, column in columns.items()}) for code in codes
    }


def _complaints(
    institutions: QuerySet[CreditSubject], since: date, until: date, *, on: date
) -> Mapping[str, Counter[str]]:
    """Those handed in within the year; whether in time is judged as of today."""
    rows = Case.objects.handed_in().filter(
        version__matter__code=MATTER.code, handed_in_at__date__range=(since, until)
    )
    told = list(rows.values_list("answers__institution", "outcome", "stopped_at", "due"))
    lies_in = _county_by_name(institutions.filter(name__in={name for name, *_ in told}))
    columns: dict[str, Counter[str]] = {"complaints": Counter(), "due": Counter(), "in_time": Counter()}
    for name, outcome, stopped_at, due in told:
        county = lies_in.get(name, "")
        answered_at = stopped_at if outcome else None
        columns["complaints"][county] += 1
        columns["due"][county] += answered_at is not None or (due is not None and local_day(due) < on)
        columns["in_time"][county] += answered_at is not None and (due is None or answered_at <= due)
    return columns


def _county_by_name(institutions: QuerySet[CreditSubject]) -> Mapping[str, str]:
    """Of each name that only one institution has."""
    bearers = defaultdict(list)
    for name, number in institutions.values_list("name", "number"):
        bearers[name].append(number)
    start = COUNTY_FROM - 1
    return {
        name: numbers[0][start : start + COUNTY_LONG]
        for name, numbers in bearers.items()
        if len(numbers) == 1
    }


def _of_organisations() -> QuerySet[CreditRecord]:
    """Practitioners are recorded at no county."""
    return medical_records().filter(subject__kind=SubjectKind.ORGANISATION.name)


def _in_effect(on: date) -> QuerySet[CreditRecord]:
    """On that day, though it may have run out since; what was repaired is left out for good."""
    begun = _of_organisations().filter(effective_on__lte=on).exclude(state=State.REPAIRED.name)
    return begun.filter(Q(expires_on=None) | Q(expires_on__gte=on))


def _by_county(rows: QuerySet[Any], number: str, many: Count | Sum) -> Counter[str]:
    named = rows.order_by().annotate(county=Substr(number, COUNTY_FROM, COUNTY_LONG))
    return Counter(dict(named.values_list("county").annotate(many=many)))
