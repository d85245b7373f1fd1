"""The demonstration's cases: proposed, heard, decided, followed; a ranking with a tie; two circulars."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from importlib import import_module

from django.conf import settings
from django.db import transaction

from guangyue.accountability.declaration import DemoCase, StepKind
from guangyue.accountability.declared import triggers
from guangyue.accountability.models import Circular, StepCase, TakenStep, Transfer
from guangyue.accountability.permissions import DECIDE_STEPS, PROPOSE_STEPS
from guangyue.accountability.services.circulating import draft_circular, issue_circular
from guangyue.accountability.services.deciding import decide_steps, record_statement, refuse_steps
from guangyue.accountability.services.interviewing import (
    Promise,
    hold_interview,
    plan_interview,
    report_commitment,
    verify_commitment,
)
from guangyue.accountability.services.proposing import Cited, propose_steps
from guangyue.accountability.services.ranking import Placed, enter_ranking
from guangyue.accountability.services.restricting import KINDS, restrict_unit, transfer_case
from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.systems.today import day_of_the_city

Say = Callable[[str], None]

DRAFT = "draft"
MARK = "（演示数据）"
MOST_MATTERS = 3
RESTRICTED_FOR = timedelta(days=90)
CIRCULAR_OF = timedelta(days=60)


@transaction.atomic
def load(say: Say) -> None:
    proposer, decider = somebody_allowed(PROPOSE_STEPS), somebody_allowed(DECIDE_STEPS)
    if proposer is None or decider is None or StepCase.objects.exists():
        say("追责事项：没有经办的账户，或者已经载入")
        return
    declared: tuple[DemoCase, ...] = import_module(settings.GUANGYUE_DEMO_STEPS).CASES
    for nth, one in enumerate(declared, start=1):
        case = _propose(one, nth, proposer)
        speaker = _speaker_of(case) or proposer  # who writes down what came on paper
        if one.statement:
            record_statement(case=case, said=one.statement, by=speaker, at=_at(one.days, hour=15))
        if one.refused:
            refuse_steps(case=case, reason=one.refused, by=decider, at=_at(one.days - 2))
        if one.decided:
            decide_steps(case=case, steps=one.steps, reason=one.ground, by=decider, at=_at(one.days - 2))
            _follow(one, case, proposer, decider)
    _tell(declared, proposer, decider)
    _rank(proposer)
    say(f"追责事项 {len(declared)} 件（演示数据）")


def _propose(one: DemoCase, nth: int, proposer: User) -> StepCase:
    trigger = triggers()[one.trigger]
    fact = Cited(
        source="demo", record=f"演示-{nth}", title=f"{one.fact}{MARK}", on=_day(one.days + 3), detail="演示"
    )
    return propose_steps(
        trigger=trigger,
        unit=Organisation.objects.get(key=one.unit),
        facts=(fact,),
        steps=one.steps,
        ground=one.ground,
        party=one.party,
        exemption=next((each for each in trigger.exemptions if each.key == one.exemption), None),
        by=proposer,
        at=_at(one.days),
    )


def _speaker_of(case: StepCase) -> User | None:
    """An account of the unit itself."""
    return User.objects.filter(organisation=case.unit).order_by("pk").first()


def _follow(one: DemoCase, case: StepCase, proposer: User, decider: User) -> None:
    for step in case.steps.all():
        if step.of is StepKind.INTERVIEW and one.promises:
            _interview(one, step, proposer)
        if step.of in KINDS and one.restricted:
            _restrict(one, step, decider)
    if one.transferred:
        transfer_case(
            case=case,
            organ=Transfer.Organ.DISCIPLINE,
            reason=one.transferred,
            on=_day(one.days - 3),
            by=proposer,
            at=_at(one.days - 3),
        )


def _interview(one: DemoCase, step: TakenStep, proposer: User) -> None:
    """Held; where the unit has an account, the first of its promises is kept."""
    interview = plan_interview(
        step=step,
        on=_day(one.days - 3),
        place="市政府第二会议室",
        chair=step.case.trigger.decider,
        invited=step.case.addressee,
        by=proposer,
        at=_at(one.days - 2, hour=16),
    )
    hold_interview(
        interview=interview,
        attendees="市政府办公室、牵头部门和被约谈单位负责人",
        questions=one.fact,
        minutes=f"认真整改，按期完成{MARK}",
        promises=[Promise(said, _day(-10 * nth)) for nth, said in enumerate(one.promises)],
        by=proposer,
        at=_at(one.days - 3),
    )
    first, speaker = interview.commitments.first(), _speaker_of(step.case)
    if first is not None and speaker is not None:
        report_commitment(commitment=first, report=f"已经完成{MARK}", by=speaker, at=_at(3))
        verify_commitment(commitment=first, by=proposer, at=_at(1))


def _restrict(one: DemoCase, step: TakenStep, decider: User) -> None:
    stopped = Matter.objects.in_force().filter(name__contains=one.restricted).order_by("pk")
    restrict_unit(
        step=step,
        since=_day(one.days - 3),
        until=_day(one.days - 3) + RESTRICTED_FOR,
        effect=f"{step.title}：{one.restricted}{MARK}",
        matters=list((stopped or Matter.objects.in_force().order_by("pk"))[:MOST_MATTERS]),
        by=decider,
        at=_at(one.days - 2, hour=17),
    )


def _tell(declared: Sequence[DemoCase], proposer: User, decider: User) -> None:
    """One circular that is issued, one that is not."""
    steps = list(TakenStep.objects.of_kind(StepKind.CIRCULAR).waiting().order_by("pk"))
    facts = {f"{one.fact}{MARK}": one.circular for one in declared}
    said = {step: facts.get(step.case.facts.all()[0].title, "") for step in steps}
    for audience in dict.fromkeys(filter(None, said.values())):
        circular = draft_circular(
            since=day_of_the_city() - CIRCULAR_OF,
            until=day_of_the_city(),
            steps=[step for step in steps if said[step] == audience],
            audience=Circular.Audience.INTERNAL if audience == DRAFT else Circular.Audience(audience),
            issuer=str(proposer.organisation),
            addressed_to="各县（市、区）人民政府、市属开发区管委会，市政府各部门",
            by=proposer,
            at=_at(4),
        )
        if audience != DRAFT:
            issue_circular(circular=circular, number="演示〔2021〕1号", dated=_day(2), by=decider, at=_at(2))


def _rank(proposer: User) -> None:
    """A ranking that a person must still settle."""
    trigger = next((one for one in triggers().values() if one.lasts), None)
    places: dict[str, int] = import_module(settings.GUANGYUE_DEMO_STEPS).RANKING
    if trigger is None:
        return
    units = {unit.key: unit for unit in Organisation.objects.filter(key__in=places)}
    group = trigger.lasts[0].group
    enter_ranking(
        trigger=trigger,
        title=f"考核排名{MARK}",
        year=day_of_the_city().year - 1,
        source="演示",
        placed=[Placed(units[key], group, place) for key, place in places.items() if key in units],
        by=proposer,
        at=_at(6),
    )


def _day(days: int) -> date:
    return day_of_the_city() - timedelta(days=days)


def _at(days: int, *, hour: int = 9) -> datetime:
    return datetime.combine(_day(days), time(hour), SHANGHAI)
