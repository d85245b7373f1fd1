"""Cases, steps and what follows from them, for tests."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from guangyue.accountability.declaration import Trigger
from guangyue.accountability.models import (
    Circular,
    Commitment,
    Interview,
    Restriction,
    StepCase,
    TakenStep,
    Transfer,
)
from guangyue.accountability.services.circulating import draft_circular
from guangyue.accountability.services.deciding import decide_steps, record_statement
from guangyue.accountability.services.interviewing import Promise, hold_interview, plan_interview
from guangyue.accountability.services.proposing import Cited, propose_steps
from guangyue.accountability.services.restricting import restrict_unit, transfer_case
from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation

MONDAY = datetime(2020, 6, 1, 10, tzinfo=SHANGHAI)
TUESDAY = MONDAY + timedelta(days=1)
DAY = date(2020, 5, 29)
_numbers = count(1)


def a_fact(**said: Any) -> Cited:
    record = f"记录-{next(_numbers)}"
    return Cited(**{"source": "hand", "record": record, "title": "任务逾期", "on": DAY, **said})


def a_step_case(unit: Organisation, trigger: Trigger, *, by: User | None = None, **said: Any) -> StepCase:
    return propose_steps(
        **{
            "trigger": trigger,
            "unit": unit,
            "facts": (a_fact(),),
            "steps": (trigger.steps[0].title,),
            "by": by or a_user(),
            "at": MONDAY,
            **said,
        }
    )


def decided(case: StepCase, *steps: str, by: User | None = None, **said: Any) -> list[TakenStep]:
    """Heard, then decided as it was proposed, or as is said here."""
    record_statement(case=case, said="正在整改", by=a_user(), at=MONDAY)
    asked = steps or case.proposed_steps
    decide_steps(**{"case": case, "steps": asked, "by": by or a_user(), "at": TUESDAY, **said})
    return list(TakenStep.objects.filter(case=case))


def an_interview(step: TakenStep) -> Interview:
    return plan_interview(
        step=step,
        on=TUESDAY.date(),
        place="会议室",
        chair="测试办主任",
        invited="主要负责人",
        by=a_user(),
        at=TUESDAY,
    )


def promises(interview: Interview, *said: str) -> list[Commitment]:
    """The interview, held with these promises."""
    hold_interview(
        interview=interview,
        attendees="三人",
        questions="进度慢",
        minutes="表态整改",
        promises=[Promise(one, TUESDAY.date() + timedelta(days=10)) for one in said or ("完成",)],
        by=a_user(),
        at=TUESDAY,
    )
    return list(interview.commitments.all())


def a_circular(*steps: TakenStep, by: User | None = None, **said: Any) -> Circular:
    return draft_circular(
        **{
            "since": date(2020, 6, 1),
            "until": date(2020, 6, 30),
            "steps": steps,
            "audience": Circular.Audience.INTERNAL,
            "issuer": "测试办公室",
            "addressed_to": "各单位",
            "by": by or a_user(),
            "at": TUESDAY,
            **said,
        }
    )


def a_unit_restriction(step: TakenStep, **said: Any) -> Restriction:
    days = {"since": date(2020, 6, 2), "until": date(2020, 6, 30)}
    return restrict_unit(**{"step": step, **days, "effect": "停", "by": a_user(), "at": TUESDAY, **said})


def a_transfer(case: StepCase, organ: Transfer.Organ = Transfer.Organ.DISCIPLINE) -> Transfer:
    return transfer_case(
        case=case,
        organ=organ,
        reason="履职不力",
        on=TUESDAY.date(),
        by=a_user(),
        at=TUESDAY,
    )
