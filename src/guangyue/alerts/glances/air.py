"""What the frames show of the air: who must meet, what the forecast asks for, and how the air is."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.alerts.calling import called_at
from guangyue.alerts.measured import city_now
from guangyue.alerts.models import Sheet
from guangyue.alerts.permissions import OBSERVE_AIR, RUN_ALERTS
from guangyue.alerts.recommending import Advice, recommended
from guangyue.kit.access import Scope, needs
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.todo import Todo

ASKED_FOR = (Advice.PUBLISH, Advice.UPGRADE, Advice.DOWNGRADE, Advice.LIFT)


@needs(OBSERVE_AIR)
def consultations_to_hold(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    called = called_at(at)
    if called.is_due:
        yield Todo(
            kind="重污染天气会商",
            title=called.pace.value,
            link=reverse("alerts:consultation_entry"),
            since=called.since,
            detail=f"应 {called.asked} 次，已 {called.held} 次",
        )


@needs(RUN_ALERTS)
def warnings_to_draft(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """As long as no sheet is on its way."""
    advised = recommended(at=at)
    if advised.advice in ASKED_FOR and not Sheet.objects.open().filter(exercise=False).exists():
        level = advised.level.title if advised.level else "解除预警"
        yield Todo(
            kind="预警研判",
            title=f"{advised.advice.value}：{level}",
            link=reverse("alerts:outlook"),
            since=advised.forecast.issued_at if advised.forecast else at,
            detail=advised.reasons[0],
        )


def air_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    known = city_now(timezone.now())
    if known is not None and known.aqi is not None and known.air_class is not None:
        yield Figure(
            "全市 AQI",
            known.aqi,
            "",
            "wind",
            link=reverse("alerts:outlook"),
            detail=f"{known.air_class.title}，{timezone.localtime(known.hour):%H} 时",
        )
