"""扣减核定、报告、评议、保障: what is kept of a year."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.money import Money
from guangyue.kit.plain import as_plain
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.planners.calendar import Owed
from guangyue.planners.declared import pilot
from guangyue.planners.figures import figures_of
from guangyue.planners.models import Area, Deduction, Evaluation, Group, Planner, Report, Seat, Support
from guangyue.planners.pilot import Author
from guangyue.planners.refusals import (
    NotYourGroup,
    OutsideThePilot,
    ReportedAlready,
    SettledAlready,
    YearNotOver,
)
from guangyue.planners.serving import served_year


@transaction.atomic
def settle_deduction(*, group: Group, year: int, by: User | None, at: datetime) -> Deduction:
    """核定: once a year is over; it keeps what it rests on."""
    held = Group.objects.select_for_update(of=("self",)).get(pk=group.pk)
    served = served_year(held, year, on=local_day(at))
    if served.settled:
        raise SettledAlready
    if not served.is_over or not served.counted.months:
        raise YearNotOver
    return Deduction.objects.create(
        group=held,
        year=year,
        since=served.since,
        until=served.until,
        months=served.counted.months,
        missed=served.counted.missed,
        days_due=_two_places(served.counted.days_due),
        days=served.counted.days,
        fee=served.fee,
        amount=served.amount,
        by=by,
        at=at,
    )


@transaction.atomic
def send_report(
    *, owed: Owed, words: str, by: User | None, at: datetime, office: Organisation | None = None
) -> Report:
    """报出, with the figures and the open advice as they stand."""
    on = local_day(at)
    if (owed.term.author is Author.DISTRICT) != (office is not None):
        raise Refused("区的总结由区（管委会）报出，其他报告不属于哪个区。")
    if on < owed.since:
        raise Refused("这段时间还没有开始。")
    if Report.objects.filter(kind=owed.term.key, since=owed.since, office=office).exists():
        raise ReportedAlready
    groups = Group.objects.filter(area__office=office) if office else Group.objects.all()
    return Report.objects.create(
        kind=owed.term.key,
        since=owed.since,
        until=owed.until,
        title=f"{office.name if office else ''}{owed.title}",
        office=office,
        content=as_plain(figures_of(groups, owed.since, owed.until, on=on)),
        words=words,
        due=owed.due,
        sent_on=on,
        by=by,
        at=at,
    )


@transaction.atomic
def mark_planner(
    *, planner: Planner, year: int, score: int, said: str, by: User | None, at: datetime
) -> Evaluation:
    """考评 by the office."""
    _of_the_pilot(year)
    if Evaluation.objects.filter(planner=planner, year=year).exists():
        raise Refused("这位规划师这一年已经考评。", field="year")
    return Evaluation.objects.create(planner=planner, year=year, score=score, said=said, by=by, at=at)


@transaction.atomic
def mark_area(*, area: Area, year: int, score: int, said: str, by: User, at: datetime) -> Evaluation:
    """评议 of a district and a street by a planner who serves there."""
    _of_the_pilot(year)
    if not Seat.objects.current().filter(planner__account=by, group__area=area).exists():
        raise NotYourGroup
    if Evaluation.objects.filter(area=area, year=year, by=by).exists():
        raise Refused("您这一年已经评议过这个片区。", field="year")
    return Evaluation.objects.create(area=area, year=year, score=score, said=said, by=by, at=at)


@transaction.atomic
def provide_support(
    *,
    area: Area,
    year: int,
    room: str,
    provided_on: date | None,
    budget: Money,
    contact: str,
    by: User | None,
    at: datetime,
) -> Support:
    """登记 of a year's room and money; entering it again puts it right."""
    _of_the_pilot(year)
    provided, _ = Support.objects.update_or_create(
        area=area,
        year=year,
        defaults={
            "room": room,
            "provided_on": provided_on,
            "budget": budget,
            "contact": contact,
            "by": by,
            "at": at,
        },
    )
    return provided


def _two_places(days: Fraction) -> Decimal:
    return round(Decimal(days.numerator) / days.denominator, 2)


def _of_the_pilot(year: int) -> None:
    terms = pilot()
    if not terms.since.year <= year <= terms.until.year:
        raise OutsideThePilot(terms.since, terms.until, field="year")
