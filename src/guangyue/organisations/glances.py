"""What the frames show of the register: to-dos, pictures, and what a search finds."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from guangyue.gazette.document import BRACKETS
from guangyue.kit.access import Scope, for_staff, needs, open_to_all
from guangyue.kit.pictures import Figure, Kind, Picture, counted_chart
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.kit.wording import day
from guangyue.organisations.attention import attention
from guangyue.organisations.models import Body, LocalRequirement, Notice, Organisation, Person, Region, Tenure
from guangyue.organisations.models.people import REMINDER
from guangyue.organisations.permissions import (
    ENTER_NOTICES,
    HOLD_MEETINGS,
    KEEP_TENURES,
    REPORT_LOCAL_BODIES,
    RUN_BODIES,
)
from guangyue.organisations.services.local_bodies import Fulfilment, local_standings

MOST_TODOS = 100


@needs(ENTER_NOTICES)
def notices_to_finish(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    for notice in Notice.objects.unfinished()[:MOST_TODOS]:
        yield Todo(
            kind="任免录入",
            title=f"{notice} {notice.title}",
            link=reverse("organisations:desk_notice", args=[notice.pk]),
            since=_moment(notice.issued_on),
            detail=f"{_where_from(notice)}现在是“{notice.get_state_display()}”，还没有生效",
        )


@needs(KEEP_TENURES)
def trials_to_confirm(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    """A month before the trial ends, and until somebody confirms."""
    today = timezone.localdate(at)
    ending = Tenure.objects.within(scope).to_be_confirmed(today).with_names()
    for tenure in ending[:MOST_TODOS]:
        if tenure.probation_until:
            yield Todo(
                kind="试用期",
                title=f"{tenure}{tenure.standing(today).label}",
                link=reverse("organisations:confirmation", args=[tenure.pk]),
                since=_moment(tenure.probation_until - REMINDER),
                detail=f"试用期至{day(tenure.probation_until)}",
            )


@needs(RUN_BODIES)
def seats_to_confirm(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    today = timezone.localdate(at)
    for place in attention(today, Body.objects.on(today).within(scope)).stale[:MOST_TODOS]:
        proposed = "、".join(person.name for person in place.proposed) or "空缺"
        yield Todo(
            kind="席位确认",
            title=f"{place.seat}由{place.shown}变为{proposed}",
            link=reverse("organisations:seat_confirmation", args=[place.seat.pk]),
            since=_moment(today),
            detail="没有自然替补的条款，由办公室确认",
        )


@needs(HOLD_MEETINGS)
def meetings_and_reports_due(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    today = timezone.localdate(at)
    waiting = attention(today, Body.objects.on(today).within(scope))
    for body, period in [*waiting.missed, *waiting.to_meet]:
        gone = period.last < today
        yield Todo(
            kind="会议",
            title=f"{body}{period.title}会议{'没有召开' if gone else '尚未召开'}",
            link=reverse("organisations:desk_body", args=[body.organisation.key]),
            since=_moment(period.last if gone else period.first),
            detail=body.get_cadence_display(),
        )
    for decision in waiting.overdue[:MOST_TODOS]:
        yield Todo(
            kind="议定事项",
            title=f"{decision.owner}：{decision.text}",
            link=decision.meeting.get_absolute_url(),
            since=_moment(decision.due),
            detail=f"应于{day(decision.due)}完成，已经逾期",
        )
    for body, due in waiting.reports:
        yield Todo(
            kind="年度报告",
            title=f"{body}{due.year}年度报告",
            link=reverse("organisations:reporting", args=[body.organisation.key]),
            since=_moment(due),
            detail=f"应于{day(due)}报送{body.report_to}",
        )


@needs(REPORT_LOCAL_BODIES)
def local_bodies_to_report(*, user: AbstractBaseUser, scope: Scope, at: datetime) -> Iterator[Todo]:
    counties = Region.objects.on(timezone.localdate(at)).of_county_level().within(scope)
    standings = local_standings(LocalRequirement.objects.select_related("body__organisation"), counties)
    for county in counties:
        short = [
            str(one.requirement)
            for one in standings
            if one.region == county and one.fulfilment is not Fulfilment.FORMED
        ]
        if short:
            yield Todo(
                kind="属地机构",
                title=f"{county}还有{len(short)}个机构没有报送或者缺设立文件",
                link=reverse("organisations:local_bodies"),
                since=at,
                detail="、".join(short),
            )


@for_staff
def bodies_ended(*, user: Any, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Members are told that their body is no more, for a month."""
    today = timezone.localdate(at)
    ended = Body.objects.filter(
        organisation__until__gt=today - REMINDER,
        organisation__until__lte=today,
        seats__organisation=user.organisation_id,
    )
    for body in ended.select_related("organisation").distinct():
        yield Todo(
            kind="机构撤销",
            title=f"{body}已经撤销",
            link=reverse("organisations:desk_body", args=[body.organisation.key]),
            since=_moment(body.organisation.until or today),
            detail="本单位是成员单位",
        )


@open_to_all
def find_organisations(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """Organisations and bodies under any name they have had, and people by their own."""
    for organisation in Organisation.objects.called(words).select_related("body")[:most]:
        body = getattr(organisation, "body", None)
        yield Found(
            kind="议事协调机构" if body else "机构",
            title=organisation.name,
            link=(body or organisation).get_absolute_url(),
            detail=organisation.get_kind_display(),
        )
    held = Q(tenures__isnull=False, name__contains=words)
    for person in Person.objects.unmerged().filter(held).distinct()[:most]:
        last = person.tenures.with_names().latest_first().first()
        yield Found(
            kind="人员",
            title=person.name,
            link=person.get_absolute_url(),
            detail=str(last.post if last else ""),
        )


@open_to_all
def find_notices(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """任免通知 by number, in whatever brackets, or by title, once they are in force."""
    called = Q(number__contains=words.translate(BRACKETS)) | Q(title__contains=words)
    for notice in Notice.objects.effective().filter(called)[:most]:
        yield Found("任免通知", notice.number, notice.get_absolute_url(), notice.title)


def register_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    """How many organisations there are, who is in office, which bodies are to meet."""
    organisations = Organisation.objects.within(scope).on(on).apart_from_bodies()
    kinds = dict(organisations.order_by().values_list("kind").annotate(many=Count("pk")).order_by("-many"))
    yield Figure(
        "机构", sum(kinds.values()), "个", "building-bank", link=reverse("organisations:desk_organisations")
    )
    yield Figure(
        "在任职务",
        Tenure.objects.within(scope).on(on).count(),
        "个",
        "user-star",
        link=reverse("organisations:tenures"),
    )
    yield Figure(
        "议事协调机构",
        Body.objects.within(scope).on(on).count(),
        "个",
        "users-group",
        link=reverse("organisations:desk_bodies"),
    )
    titled = {Organisation.Kind(kind).label: many for kind, many in kinds.items()}
    yield counted_chart(
        "organisations-by-kind", "机构按类别", Kind.LYING_BARS, titled, unit="个", source="机构名录，依据公报"
    )


def _where_from(notice: Notice) -> str:
    return f"由公报{notice.printed_in}读出，" if notice.printed_in else ""


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time.min))
