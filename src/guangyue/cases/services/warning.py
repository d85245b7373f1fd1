"""预警和催办: whoever has a case is warned before its day, and it is chased after it, each once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from guangyue.accounts.holdings import holders_of
from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Duty, Opinion, Veto
from guangyue.cases.models.case import CaseQuerySet
from guangyue.cases.permissions import CHASE_CASES, DECIDE_CASES, RECEIVE_CASES, REVIEW_CASES
from guangyue.cases.services.clock import ran_days
from guangyue.cases.services.telling import tell_official
from guangyue.kit.access import Permission, Scope
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import Calendar
from guangyue.notifications.services import notify

WARNED_AT = (80, 50)  # percent of the limit, the later first
CHASED_AFTER = (1, 3, 5)  # working days beyond the last: the desk, then its chiefs, then those of the city
AT_A_TIME = 500
DOES = {Actor.CLERK: RECEIVE_CASES, Actor.REVIEWER: REVIEW_CASES, Actor.DECIDER: DECIDE_CASES}


@dataclass(frozen=True)
class Staff:
    """人员: who holds which of the permissions that matter to cases, read once for a whole run."""

    held: dict[Permission, list[tuple[User, Scope]]]

    def at(self, permission: Permission, *, region: str, organisation: int) -> list[User]:
        return [
            user
            for user, scope in self.held[permission]
            if scope.covers(region=region, organisation=organisation)
        ]

    def handling(self, case: Case) -> list[User]:
        """经办: whoever had it in hand last; else those whose turn it is, at the desk where it lies."""
        if case.handler is not None and case.handler.is_active:
            return [case.handler]
        permission = DOES.get(case.at_step.actor, REVIEW_CASES)
        return self.at(permission, region=case.region_id, organisation=case.desk_id or case.unit_id)

    def answering_for(self, asked: Opinion | Duty) -> set[User]:
        """Those of the organisation asked, and whoever watches over it."""
        case = asked.case
        organisation = asked.organisation_id or case.unit_id
        both = (REVIEW_CASES, CHASE_CASES)
        return {
            user for one in both for user in self.at(one, region=case.region_id, organisation=organisation)
        }

    def chiefs(self, case: Case, *, all_of_them: bool) -> list[User]:
        """Those of the department; where it has none, or it has come to that, those of the city."""
        covering = [
            (user, scope)
            for user, scope in self.held[CHASE_CASES]
            if scope.covers(region=case.region_id, organisation=case.unit_id)
        ]
        own = [user for user, scope in covering if all(reach.organisations for reach in scope.reaches)]
        return own if own and not all_of_them else [user for user, _ in covering]


def read_staff(at: datetime) -> Staff:
    return Staff(
        {one: holders_of(one, at=at) for one in (RECEIVE_CASES, REVIEW_CASES, DECIDE_CASES, CHASE_CASES)}
    )


def warn_before_due(*, staff: Staff, at: datetime) -> None:
    """At half and at four fifths of the limit; a day that has begun is used."""
    calendar = HolidayNotice.objects.calendar()
    running = Case.objects.filter(stopped_at=None, due__gte=at, warned__lt=max(WARNED_AT))
    for case in _one_by_one(running):
        share = _share_used(case, calendar, at)
        level = next((percent for percent in WARNED_AT if share >= percent), 0)
        if level > case.warned:
            _warn(case, level, staff=staff, at=at)


def list_those_due(*, staff: Staff, at: datetime) -> None:
    """当日到期清单: each supervisor hears once how many cases of his end today."""
    today = local_day(at)
    for user, scope in staff.held[CHASE_CASES]:
        count = Case.objects.due_on(today).within(scope).count()
        if count:
            notify(
                to=user,
                title=f"今天有 {count} 件办件到期",
                body="请打开办件列表查看，督促按时办结。",
                link=reverse("cases:cases"),
                key=f"cases.due.{today}",
                at=at,
            )


def chase_overdue(*, staff: Staff, at: datetime) -> None:
    """催办: the longer it is late, the higher it goes; each level once."""
    calendar = HolidayNotice.objects.calendar()
    for case in _one_by_one(Case.objects.overdue(at).filter(chased__lt=len(CHASED_AFTER))):
        if case.due is None:
            continue
        late = calendar.working_days(after=local_day(case.due), through=local_day(at))
        level = sum(late >= days for days in CHASED_AFTER)
        if level > case.chased:
            _chase(case, level, late, staff=staff, at=at)


def chase_steps(*, staff: Staff, at: datetime) -> None:
    """Whose step has a limit of its own, and that is past: a window that has not received, sent on or
    delivered, a bureau that has not looked through a file."""
    waiting = Case.objects.open().step_overdue(at).exclude(phase=Phase.SUPPLEMENT.name)
    for case in _one_by_one(waiting.exclude(pk__in=Veto.objects.waiting().values("case"))):
        at_window = case.at_step.actor is Actor.CLERK
        for official in _window(staff, case) if at_window else staff.handling(case):
            tell_official(
                official,
                case=case,
                title=f"办件 {case.number} 在“{case.at_step.title}”环节已经超时",
                body=f"本环节的时限是 {case.at_step.limit}，请尽快办理。",
                key=f"cases.step.{case.pk}.{case.step_due}",
                at=at,
            )


def chase_opinions(*, staff: Staff, at: datetime) -> None:
    """A department that has not answered is late itself; its silence is never taken for consent."""
    late = Opinion.objects.waiting().filter(due__lt=at).select_related("case")
    for opinion in late.iterator(chunk_size=AT_A_TIME):
        for official in staff.answering_for(opinion):
            tell_official(
                official,
                case=opinion.case,
                title=f"办件 {opinion.case.number}：“{opinion.title}”逾期没有答复",
                body="逾期不视为同意，由本部门承担超期责任，请尽快答复。",
                key=f"cases.opinion.{opinion.pk}.late",
                at=at,
            )


def chase_duties(*, staff: Staff, at: datetime) -> None:
    """批后事项 that nobody has noted as done by their day."""
    late = Duty.objects.open().filter(due__lt=at).select_related("case")
    for duty in late.iterator(chunk_size=AT_A_TIME):
        for official in staff.answering_for(duty):
            tell_official(
                official,
                case=duty.case,
                title=f"办件 {duty.case.number}：“{duty.title}”已经逾期",
                body=f"应当在 {duty.limit}内办理，请尽快办理并登记。",
                key=f"cases.duty.{duty.pk}.late",
                at=at,
            )


def _window(staff: Staff, case: Case) -> Sequence[User]:
    return [user for user, scope in staff.held[RECEIVE_CASES] if scope.covers(region=case.region_id)]


@transaction.atomic
def _warn(case: Case, level: int, *, staff: Staff, at: datetime) -> None:
    if not Case.objects.filter(pk=case.pk, warned__lt=level, stopped_at=None).update(warned=level):
        return
    for official in staff.handling(case):
        tell_official(
            official,
            case=case,
            title=f"办件 {case.number} 的时限已经用去 {level}%",
            body=f"{case.due:%Y-%m-%d} 到期，请按时办结。" if case.due else "请按时办结。",
            key=f"cases.warned.{case.pk}.{level}.{case.extended_days}",
            at=at,
        )


@transaction.atomic
def _chase(case: Case, level: int, late: int, *, staff: Staff, at: datetime) -> None:
    if not Case.objects.filter(pk=case.pk, chased__lt=level, stopped_at=None).update(chased=level):
        return
    told = list(staff.handling(case))
    if level > 1:
        told += staff.chiefs(case, all_of_them=level == len(CHASED_AFTER))
    for official in told:
        tell_official(
            official,
            case=case,
            title=f"办件 {case.number} 超期 {late} 个工作日，第 {level} 次催办",
            body="请立即办理；超期的责任要倒查到环节、部门和人员。",
            key=f"cases.chased.{case.pk}.{level}",
            at=at,
        )


def _share_used(case: Case, calendar: Calendar, at: datetime) -> int:
    """In percent."""
    clock, start = case.clock, case.clock_started_at
    if clock is None or start is None:
        return 0
    return 100 * ran_days(start, clock.pauses, calendar, at) // clock.limit.amount


def _one_by_one(cases: CaseQuerySet) -> Iterator[Case]:
    rows = cases.select_related("flow", "handler").prefetch_related("pauses").order_by("pk")
    return rows.iterator(chunk_size=AT_A_TIME)
