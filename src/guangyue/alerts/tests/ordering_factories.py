"""Sources and warnings for the tests of orders."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.models import Drill, Order, Sheet, Source, Warning
from guangyue.alerts.services.ordering import begin_orders
from guangyue.jobs.models import Work
from guangyue.jobs.works import take_step
from guangyue.organisations.models import Region
from guangyue.registries.tests.factories import a_firm

AT = datetime(2025, 12, 8, 4, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=2)
COUNTY = "990101"  # of the small country of the registries
_numbers = count(1)


def a_source(region: Region, code: str = "", *, account: User | None = None, **told: Any) -> Source:
    """With an account it is one of the firms that sign in."""
    known = {"kind": "ENTERPRISE", "industry": "铸造", "grade": "D", "phone": "13800000001"}
    number = next(_numbers)
    return Source.objects.create(
        code=code or f"Q{number}",
        region=region,
        firm=a_firm(account=account) if account else None,
        updated_at=AT,
        **{**known, "name": f"企业{number}", **told},
    )


def a_warning(
    level: str = "orange", *, by: User | None = None, follows: Warning | None = None, exercise: bool = False
) -> Warning:
    """In force: signed by three, sent by the first of them."""
    drafter = by or a_user()
    checker, approver = a_user(), a_user()
    drill = None
    if exercise:
        drill = Drill.objects.create(
            year=2025,
            title="演练",
            level_key=level,
            scenario="情景",
            planned_on=AT.date(),
            planned_by=drafter,
            planned_at=AT,
        )
    number = next(_numbers)
    sheet = Sheet.objects.create(
        number=f"S{number}",
        kind=Sheet.Kind.ADJUST if follows else Sheet.Kind.PUBLISH,
        warning=follows,
        level_key=level,
        exercise=exercise,
        drill=drill,
        predicted_start=AT,
        predicted_end=AT + timedelta(days=3),
        drafted_by=drafter,
        drafted_at=AT,
    )
    signed = {
        "submitted": {},
        "checked": {"checked_by": checker, "checked_post": "主任", "checked_at": AT},
        "approved": {"approved_by": approver, "approved_post": "指挥长", "approved_at": AT},
        "sent": {"sent_by": drafter, "sent_at": AT},
    }
    for state, names in signed.items():
        Sheet.objects.filter(pk=sheet.pk).update(state=state, **names)
    sheet.refresh_from_db()
    if follows:
        Warning.objects.filter(pk=follows.pk).update(state=Warning.State.SUPERSEDED, ended_at=AT)
    return Warning.objects.create(
        number=f"YJ{number}",
        level_key=level,
        exercise=exercise,
        sheet=sheet,
        follows=follows,
        published_at=AT,
        starts_at=AT,
        predicted_start=AT,
        predicted_end=AT + timedelta(days=3),
    )


def ordered(warning: Warning, *, at: datetime = AT) -> Work:
    """All its orders written, as a worker does."""
    work = begin_orders(warning=warning, at=at)
    while take_step(pk=work.pk, at=at):
        pass
    return Work.objects.get(pk=work.pk)


def an_order(region: Region, *, level: str = "orange", **told: Any) -> Order:
    source = a_source(region, **told)
    warning = Warning.objects.in_force().first() or a_warning(level)
    ordered(warning)
    return Order.objects.get(source=source)


def saving(source: Source, level: str, *, text: str = "停一条线", **percents: Decimal | int) -> Source:
    """With a measure of its own at that level."""
    source.level_measures.create(level=level, text=text, **percents)
    return source
