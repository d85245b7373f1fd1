"""通用流程: the road that most matters travel, for a city to declare with its own clauses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from guangyue.cases.flow import (
    Actor,
    Arrow,
    Check,
    DutyAfter,
    Effect,
    Flow,
    Letter,
    OpinionAsked,
    Outcome,
    Phase,
    ReviewPoint,
    Step,
)
from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit, Unit

ONE_DAY = Limit(1, Unit.WORKING_DAY)
SUPPLY = Limit(15, Unit.WORKING_DAY)  # of what was asked for once; no document fixes it
EXTENSION_DAYS = 10  # 行政许可法 第四十二条
GROUNDS = {  # on which the clock stands, each with the paper that says so
    "publication": "公示",
    "hearing": "听证",
    "expert_review": "专家评审",
    "site_visit": "现场勘验",
    "testing": "检验检测",
    "consultation": "联合会商",
}

STEPS = (
    Step("draft", "填写", Phase.DRAFT, Actor.APPLICANT),
    Step("received", "收件", Phase.RECEIVED, Actor.CLERK, limit=ONE_DAY),
    Step("to_complete", "一次性告知", Phase.SUPPLEMENT, Actor.APPLICANT, limit=SUPPLY, stands="申请人补正"),
    Step("review", "审查", Phase.UNDER_WAY, Actor.REVIEWER),
    Step("supplement", "补正", Phase.SUPPLEMENT, Actor.APPLICANT, limit=SUPPLY, stands="申请人补正"),
    Step("special", "特别程序", Phase.UNDER_WAY, Actor.REVIEWER, stands="特别程序"),
    Step("decision", "决定", Phase.UNDER_WAY, Actor.DECIDER),
    Step("delivery", "出件", Phase.DECIDED, Actor.CLERK, limit=ONE_DAY),
    Step("finished", "办结", Phase.FINISHED, Actor.SYSTEM),
    Step("not_accepted", "不予受理", Phase.NOT_ACCEPTED, Actor.SYSTEM),
    Step("returned", "退件", Phase.RETURNED, Actor.SYSTEM),
    Step("withdrawn", "撤回", Phase.WITHDRAWN, Actor.SYSTEM),
)
ROAD = ("draft", "received", "review", "decision", "delivery", "finished")

ARROWS = (
    Arrow("hand_in", "提交申请", ("draft",), "received", Actor.APPLICANT),
    Arrow("take_in", "窗口收件", ("draft",), "received", Actor.CLERK),
    Arrow(
        "accept",
        "受理",
        ("received",),
        "review",
        Actor.CLERK,
        checks=(Check.PAPERS_COMPLETE, Check.POWER_HELD),
        effects=(Effect.START_CLOCK, Effect.ASK_OPINIONS),
        letter=Letter.ACCEPTANCE,
    ),
    Arrow(
        "accept_deferred",
        "容缺受理",
        ("received",),
        "review",
        Actor.CLERK,
        checks=(Check.OWED_MAY_BE_OWED, Check.PROMISE_GIVEN, Check.POWER_HELD),
        effects=(Effect.NOTE_OWED, Effect.START_CLOCK, Effect.ASK_OPINIONS),
        letter=Letter.DEFERRED_ACCEPTANCE,
    ),
    Arrow(
        "tell_missing",
        "一次性告知",
        ("received",),
        "to_complete",
        Actor.CLERK,
        says=True,
        checks=(Check.NOT_ASKED_BEFORE, Check.NOT_TO_BE_DEFERRED),
        letter=Letter.SUPPLEMENT,
    ),
    Arrow("complete", "补齐材料", ("to_complete",), "received", Actor.APPLICANT),
    Arrow(
        "decide_at_once",
        "秒批",
        ("received",),
        "delivery",
        Actor.SYSTEM,
        checks=(Check.INSTANT_LISTED, Check.PAPERS_COMPLETE, Check.CHARGES_PAID, Check.POWER_HELD),
        effects=(Effect.START_CLOCK, Effect.STOP_CLOCK, Effect.OPEN_DUTIES),
        letter=Letter.GRANTED,
        outcome=Outcome.GRANTED,
    ),
    *(
        Arrow("transfer", "转办", (step,), step, Actor.SYSTEM, says=True)
        for step in ("received", "review", "decision")
    ),
    Arrow("turn_ordinary", "转为普通办理", ("received",), "received", Actor.SYSTEM, says=True),
    Arrow(
        "refuse_intake",
        "不予受理",
        ("received",),
        "not_accepted",
        Actor.DECIDER,
        says=True,
        checks=(Check.REFUSAL_APPROVED, Check.ANOTHER_PERSON),
        letter=Letter.NOT_ACCEPTED,
        confirms="不予受理以后，申请人要重新申请。",
    ),
    Arrow(
        "ask_supplement",
        "要求补正",
        ("review",),
        "supplement",
        Actor.REVIEWER,
        says=True,
        checks=(Check.NOT_ASKED_BEFORE, Check.ANOTHER_PERSON),
        letter=Letter.SUPPLEMENT,
    ),
    Arrow("supply", "补正", ("supplement",), "review", Actor.APPLICANT, checks=(Check.PAPERS_COMPLETE,)),
    *(
        Arrow(
            f"begin_{key}",
            f"转入{ground}",
            ("review",),
            "special",
            Actor.REVIEWER,
            says=True,
            checks=(Check.ANOTHER_PERSON,),
            ground=ground,
        )
        for key, ground in GROUNDS.items()
    ),
    Arrow(
        "end_special",
        "特别程序结束",
        ("special",),
        "review",
        Actor.REVIEWER,
        says=True,
        checks=(Check.ANOTHER_PERSON,),
    ),
    Arrow(
        "return_to_front",
        "退回窗口",
        ("review",),
        "received",
        Actor.REVIEWER,
        says=True,
        checks=(Check.ANOTHER_PERSON, Check.POINT_FAILED),
        confirms="退回窗口要写明审查要点里的理由。",
    ),
    Arrow(
        "propose",
        "提出拟办意见",
        ("review",),
        "decision",
        Actor.REVIEWER,
        says=True,
        checks=(Check.ANOTHER_PERSON, Check.OPINIONS_GIVEN, Check.POINTS_PASSED, Check.POWER_HELD),
        proposes=Outcome.GRANTED,
    ),
    Arrow(
        "propose_refusal",
        "提出不予意见",
        ("review",),
        "decision",
        Actor.REVIEWER,
        says=True,
        checks=(Check.ANOTHER_PERSON, Check.OPINIONS_GIVEN, Check.POWER_HELD),
        proposes=Outcome.REFUSED,
    ),
    Arrow(
        "send_back",
        "退回审查",
        ("decision",),
        "review",
        Actor.DECIDER,
        says=True,
        checks=(Check.ANOTHER_PERSON,),
    ),
    *(
        Arrow(
            "extend",
            "延长期限",
            (step,),
            step,
            Actor.DECIDER,
            says=True,
            checks=(Check.ANOTHER_PERSON, Check.MAY_EXTEND),
            effects=(Effect.EXTEND_CLOCK,),
            letter=Letter.EXTENSION,
            confirms=f"只能延长一次，延长 {EXTENSION_DAYS} 个工作日，并把理由告知申请人。",
        )
        for step in ("review", "decision")
    ),
    Arrow(
        "grant",
        "准予",
        ("decision",),
        "delivery",
        Actor.DECIDER,
        checks=(Check.ANOTHER_PERSON, Check.NOTHING_OWED, Check.CHARGES_PAID, Check.POWER_HELD),
        effects=(Effect.STOP_CLOCK, Effect.OPEN_DUTIES),
        letter=Letter.GRANTED,
        outcome=Outcome.GRANTED,
    ),
    Arrow(
        "refuse",
        "不予",
        ("decision",),
        "delivery",
        Actor.DECIDER,
        says=True,
        checks=(Check.ANOTHER_PERSON, Check.POWER_HELD),
        effects=(Effect.STOP_CLOCK,),
        letter=Letter.REFUSED,
        outcome=Outcome.REFUSED,
        confirms="决定书要写明理由和救济途径。",
    ),
    Arrow("deliver", "出件", ("delivery",), "finished", Actor.CLERK),
    Arrow("deliver_online", "电子送达", ("delivery",), "finished", Actor.SYSTEM),
    Arrow(
        "return_case",
        "退件",
        ("received", "to_complete", "review", "supplement", "special", "decision"),
        "returned",
        Actor.SYSTEM,
        says=True,
        letter=Letter.RETURN,
    ),
    Arrow(
        "withdraw",
        "撤回",
        ("received", "to_complete", "review", "supplement", "special", "decision"),
        "withdrawn",
        Actor.APPLICANT,
        confirms="撤回以后不能恢复，需要时可以重新申请。",
    ),
)


@dataclass(frozen=True)
class Beside:
    """What a city adds to the usual road."""

    opinions: tuple[OpinionAsked, ...] = ()
    points: tuple[ReviewPoint, ...] = ()
    duties: tuple[DutyAfter, ...] = ()


NOTHING = Beside()


def usual_flow(
    key: str,
    title: str,
    *,
    cites: Clause,
    beside: Beside = NOTHING,
    because: Mapping[str, Clause] = MappingProxyType({}),
) -> Flow:
    """`because` says on which clauses steps and moves rest, by their keys."""
    return Flow(
        key=key,
        title=title,
        steps=tuple(replace(step, cites=because.get(step.key)) for step in STEPS),
        arrows=tuple(replace(arrow, cites=because.get(arrow.key)) for arrow in ARROWS),
        road=ROAD,
        opinions=beside.opinions,
        points=beside.points,
        duties=beside.duties,
        extension_days=EXTENSION_DAYS,
        cites=cites,
    )
