"""What ratings come to: scores by department, matter, channel, hall and window, from the kept sums."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from guangyue.cases.flow import Phase
from guangyue.cases.models import Case
from guangyue.kit.access import EVERYWHERE, Scope
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.ratings.models import Hall, Rating, Tally, Window
from guangyue.ratings.scoring import Score, share

Kind = Tally.Kind


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included."""

    since: date
    until: date

    @property
    def days(self) -> Q:
        return Q(day__gte=self.since, day__lte=self.until)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        return _start(self.since), _start(self.until + timedelta(days=1))


@dataclass(frozen=True)
class Line:
    """一行: what one department, matter, hall, channel or window came to."""

    subject: str
    title: str
    score: Score
    not_counted: int = 0


@dataclass(frozen=True)
class RateLine:
    """参评率 of one channel: rated among finished."""

    title: str
    finished: int
    rated: int

    @property
    def rate(self) -> Decimal:
        return share(self.rated, self.finished)


def scores(kind: Kind, period: Period, *, subjects: Iterable[str] | None = None) -> dict[str, Score]:
    """By what was rated; None is all there are."""
    rows = Tally.objects.filter(period.days, kind=kind)
    if subjects is not None:
        rows = rows.filter(subject__in=list(subjects))
    counted = rows.values_list("subject", "level").annotate(total=Sum("many"))
    return _gathered((subject, level, total) for subject, level, total in counted)


def score_of(kind: Kind, subject: str, period: Period) -> Score:
    return scores(kind, period, subjects=[subject]).get(subject, Score())


def by_month(kind: Kind, period: Period, *, subjects: Iterable[str] | None = None) -> dict[date, Score]:
    rows = Tally.objects.filter(period.days, kind=kind)
    if subjects is not None:
        rows = rows.filter(subject__in=list(subjects))
    months = rows.annotate(month=TruncMonth("day")).values_list("month", "level")
    found: dict[date, list[int]] = {}
    for month, level, total in months.annotate(total=Sum("many")).order_by("month"):
        found.setdefault(month, [0, 0, 0, 0, 0])[level - 1] = total
    return {month: _score(many) for month, many in found.items()}


def by_way(period: Period) -> dict[str, int]:
    """How people rated: each case once, as its channel counts it, and visits to halls."""
    rows = Tally.objects.filter(period.days, kind__in=(Kind.CHANNEL, Kind.VISIT))
    return dict(rows.values_list("way").annotate(total=Sum("many")).order_by("way"))


def departments(period: Period, scope: Scope = EVERYWHERE) -> list[Line]:
    """Those within reach that anybody rated, the best first."""
    found = Organisation.objects.within(scope).values_list("pk", "name")
    names = {str(pk): name for pk, name in found}
    return _lines(Kind.DEPARTMENT, period, names, not_counted=_not_counted(period, scope))


def matters(period: Period, scope: Scope = EVERYWHERE) -> list[Line]:
    rows = Matter.objects.all() if scope.everywhere else Matter.objects.within(scope)
    return _lines(Kind.MATTER, period, {str(pk): name for pk, name in rows.values_list("pk", "name")})


def halls(period: Period, scope: Scope = EVERYWHERE) -> list[Line]:
    names = Hall.objects.within(scope).values_list("pk", "name")
    return _lines(Kind.HALL, period, {str(pk): name for pk, name in names})


def channels(period: Period) -> list[Line]:
    return _lines(Kind.CHANNEL, period, dict(Case.Channel.choices))


def windows(period: Period, scope: Scope = EVERYWHERE, *, hall: Hall | None = None) -> list[Line]:
    """By window number: nobody's name stands in a table of scores."""
    rows = Window.objects.filter(hall__in=Hall.objects.within(scope), person__isnull=False)
    if hall is not None:
        rows = rows.filter(hall=hall)
    names = {str(one.person_id): str(one) for one in rows.select_related("hall")}
    return _lines(Kind.PERSON, period, names)


def rating_rates(period: Period, scope: Scope = EVERYWHERE) -> list[RateLine]:
    """R9, by channel: of the cases finished in the period those that anybody rated."""
    since, until = period.moments
    finished = Case.objects.filter(phase=Phase.FINISHED.name, closed_at__gte=since, closed_at__lt=until)
    finished = finished.filter(scope.rows(region="region_id", organisation="unit_id"))
    many = _by_channel(finished)
    rated = _by_channel(
        finished.filter(pk__in=Rating.objects.effective().filter(about="case").values("case"))
    )
    return [
        RateLine(title, many.get(channel, 0), rated.get(channel, 0))
        for channel, title in Case.Channel.choices
        if many.get(channel)
    ]


def whole(lines: Iterable[Line]) -> Score:
    total = Score()
    for line in lines:
        total += line.score
    return total


def _by_channel(rows: QuerySet[Case]) -> dict[str, int]:
    return dict(rows.order_by().values_list("channel").annotate(many=Count("pk")))


def _not_counted(period: Period, scope: Scope) -> Mapping[str, int]:
    since, until = period.moments
    rows = Rating.objects.within(scope).effective().exclude(state=Rating.State.COUNTED)
    rows = rows.filter(at__gte=since, at__lt=until, case__isnull=False)
    counted = rows.order_by().values_list("department").annotate(many=Count("pk"))
    return {str(department): many for department, many in counted}


def _lines(
    kind: Kind, period: Period, names: Mapping[str, str], *, not_counted: Mapping[str, int] | None = None
) -> list[Line]:
    found = scores(kind, period)
    marked = not_counted or {}
    lines = [
        Line(subject, title, found.get(subject, Score()), marked.get(subject, 0))
        for subject, title in names.items()
        if subject in found or subject in marked
    ]
    return sorted(lines, key=_best_first)


def _best_first(line: Line) -> tuple[bool, Decimal, str]:
    """What has too few ratings stands last."""
    score = line.score.score()
    return score is None, -(score or Decimal(0)), line.title


def _gathered(rows: Iterable[tuple[str, int, int]]) -> dict[str, Score]:
    found: dict[str, list[int]] = {}
    for subject, level, total in rows:
        found.setdefault(subject, [0, 0, 0, 0, 0])[level - 1] = total
    return {subject: _score(many) for subject, many in found.items() if any(many)}


def _score(many: list[int]) -> Score:
    one, two, three, four, five = many
    return Score((one, two, three, four, five))


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
