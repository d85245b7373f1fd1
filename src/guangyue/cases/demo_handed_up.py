"""Cases of the demonstration that offices hand up: `settings.GUANGYUE_DEMO_HANDED_UP`, by the services."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.accounts.roles import roles_allowing
from guangyue.cases.acting import OFFICIAL_ACTORS
from guangyue.cases.demo import later
from guangyue.cases.flow import Actor, Arrow, Check
from guangyue.cases.handed_up import HandedUp
from guangyue.cases.models import Case, PointResult
from guangyue.cases.permissions import RESTRICT_CASES
from guangyue.cases.services.checks import open_points
from guangyue.cases.services.moving import move_case
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.services.papers import hand_in_paper
from guangyue.cases.services.restricting import restrict
from guangyue.cases.services.reviewing import ask_charge, note_payment, settle_point
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region

Say = Callable[[str], None]
WORKED_AT = time(10)
SETTLED = "材料齐全，与登记信息一致"
TO_BE_PAID = "市级会审通过以后按通知缴纳"
RECEIPT = "演示票据"
GROUND = "演示：整改还没有验收"
SINCE_RESTRICTED = timedelta(days=7)


@transaction.atomic
def load(say: Say) -> None:
    """Once, where there are people to do it."""
    declared: tuple[HandedUp, ...] = import_string(settings.GUANGYUE_DEMO_HANDED_UP)
    there = Case.objects.filter(applicant_name__in={one.office for one in declared}).exists()
    if there or not all(map(somebody_allowed, OFFICIAL_ACTORS.values())):
        say("报件：没有收件、审查和决定的人，或者已经载入")
        return
    for file in declared:
        _load(file, now=timezone.now())
    _restrict(declared, at=timezone.now())
    say(f"报件 {len(declared)} 件")


def _load(file: HandedUp, *, now: datetime) -> None:
    """Handed up, and moved on as far as it is declared and time has come."""
    calendar = HolidayNotice.objects.calendar()
    begun = datetime.combine(local_day(now) - timedelta(days=file.days_ago), WORKED_AT, SHANGHAI)
    case = _handed_up(file, at=later(calendar, begun, 1))
    at = case.opened_at
    for move in file.moves:
        at = later(calendar, at, move.days)
        arrow = case.flow.declared.arrow(move.arrow, since=case.step)
        if at > now or arrow is None:
            return
        _prepare(case, arrow, file, at)
        by = _official(case, arrow.by)
        move_case(case=case, arrow=arrow.key, by=by, actor=arrow.by, at=at, said=move.said)
        case.refresh_from_db()


def _restrict(declared: Sequence[HandedUp], *, at: datetime) -> None:
    """限批 in one county that has handed nothing up."""
    busy = {one.region for one in declared}
    region = Region.objects.of_county_level().exclude(code__in=busy).order_by("code").last()
    leader = somebody_allowed(RESTRICT_CASES)
    if region and leader:
        restrict(
            matter=Matter.objects.get(code=declared[0].matter),
            region=region,
            since=local_day(at) - SINCE_RESTRICTED,
            ground=GROUND,
            document="演示文件",
            by=leader,
            at=at - SINCE_RESTRICTED,
        )


def _handed_up(file: HandedUp, *, at: datetime) -> Case:
    case = open_case(
        matter=Matter.objects.get(code=file.matter),
        variant=file.variant,
        region=Region.objects.get(code=file.region),
        applicant=None,
        name=file.office,
        channel=Case.Channel.WINDOW,
        at=at,
        answers=file.answers,
    )
    for paper in case.papers.missing():
        hand_in_paper(paper=paper, files=(), at=at, on_paper=True)
    hand_in(case=case, consent=True, by=_official(case, Actor.CLERK), actor=Actor.CLERK, at=at)
    case.refresh_from_db()
    return case


def _prepare(case: Case, arrow: Arrow, file: HandedUp, at: datetime) -> None:
    """What the move wants settled, asked and paid before it."""
    by = _official(case, Actor.REVIEWER)
    unpaid = file.charged.points if file.charged else ()
    for number in open_points(case) if Check.POINTS_PASSED in arrow.checks else ():
        result = PointResult.Result.TO_BE_PAID if number in unpaid else PointResult.Result.PASSED
        evidence = TO_BE_PAID if number in unpaid else SETTLED
        settle_point(case=case, number=number, result=result, evidence=evidence, by=by, at=at)
    if file.charged and Check.CHARGE_NOTED in arrow.checks:
        one = file.charged
        ask_charge(case=case, item=one.item, amount=one.amount, basis=one.basis, by=by, at=at)
    if Check.CHARGES_PAID in arrow.checks:
        for charge in case.charges.filter(paid_on=None):
            note_payment(charge=charge, on=local_day(at), receipt=RECEIPT, by=by)


def _official(case: Case, actor: Actor) -> User:
    """Who acts where the case lies; where nobody does, who was opened first of all who may."""
    permission = OFFICIAL_ACTORS[actor]
    at_desk = User.objects.filter(
        grants__role__in=roles_allowing(permission), grants__organisation=case.desk_id or case.unit_id
    )
    official = at_desk.order_by("pk").first() or somebody_allowed(permission)
    assert official is not None  # `load` has asked
    return official
