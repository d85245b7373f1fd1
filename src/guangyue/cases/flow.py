"""流程 as it is declared: the steps of a case, the only moves between them, and what each asks and does.

Knows no database. A flow is enacted as a row, each case stays with the version it was opened under.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit

COUNTY = "county"  # as an office: the government of the applicant's county, or the committee of the zone


class Phase(Enum):
    """阶段: what a step means to lists, clocks and reports, whatever a flow calls it."""

    DRAFT = "草稿"
    RECEIVED = "已收件"
    UNDER_WAY = "办理中"
    SUPPLEMENT = "待补正"
    DECIDED = "已决定"
    FINISHED = "已办结"
    NOT_ACCEPTED = "不予受理"
    RETURNED = "已退件"
    WITHDRAWN = "已撤回"

    @property
    def closed(self) -> bool:
        return self in CLOSED


CLOSED = (Phase.FINISHED, Phase.NOT_ACCEPTED, Phase.RETURNED, Phase.WITHDRAWN)


class Actor(Enum):
    """谁办: whose move it is."""

    APPLICANT = "申请人"
    CLERK = "综合窗口"
    REVIEWER = "审批人员"
    DECIDER = "有权决定的人员"
    SYSTEM = "系统"


class Outcome(Enum):
    """办理结果."""

    GRANTED = "准予"
    REFUSED = "不予"


class Check(Enum):
    """What must hold before a move; the value is what is said when it does not."""

    PAPERS_COMPLETE = "申请材料还不齐全。"
    OWED_MAY_BE_OWED = "主要材料不可缺，不能容缺受理。"
    PROMISE_GIVEN = "容缺受理要有申请人的承诺。"
    NOTHING_OWED = "容缺的材料还没有补齐，不能出具决定。"
    OPINIONS_GIVEN = "还有部门没有答复意见。"
    POINTS_PASSED = "还有审查要点没有通过。"
    CHARGES_PAID = "应缴的费用还没有缴清。"
    NOT_ASKED_BEFORE = "补正只能一次性告知，申请人的信息没有变化，不能再要求补正。"
    NOT_TO_BE_DEFERRED = "缺的都是次要材料，申请人已经承诺补齐，应当容缺受理。"
    ANOTHER_PERSON = "收件的人、代办的人不能审查、决定同一件。"
    POWER_HELD = "本单位没有承接这项权力。"
    REFUSAL_APPROVED = "窗口不能自行拒绝，要先报有权的人员决定。"
    CHARGE_NOTED = "还没有登记应缴的费用和金额。"
    RULE_HOLDS = "按规定还不能这样办理："
    INSTANT_LISTED = "这个事项没有列入秒批秒办清单。"
    POINT_FAILED = "退回窗口要先指明哪一条审查要点不通过。"
    HANDED_OVER = "还没有登记出件：自取的写明签收人和核对的证件，邮寄的写明邮件号。"
    MAY_EXTEND = "只能延期一次，而且要在到期以前决定。"


class Effect(Enum):
    """What a move does beside moving."""

    START_CLOCK = "开始计时"
    STOP_CLOCK = "停止计时"
    EXTEND_CLOCK = "延长期限"
    ASK_OPINIONS = "征求部门意见"
    OPEN_DUTIES = "确定批后事项"
    NOTE_OWED = "记下容缺材料"
    NOTE_FORWARDED = "记为委托收件"


class Letter(Enum):
    """文书."""

    ACCEPTANCE = "受理通知书"
    DEFERRED_ACCEPTANCE = "容缺受理通知书"
    SUPPLEMENT = "补正通知书"
    NOT_ACCEPTED = "不予受理决定书"
    GRANTED = "准予决定书"
    REFUSED = "不予决定书"
    RETURN = "退件通知书"
    CHARGE = "缴费通知书"
    EXTENSION = "延期告知书"


class Part(Enum):
    """牵头 or 配合."""

    LEAD = "牵头"
    SUPPORT = "配合"


@dataclass(frozen=True)
class Step:
    """环节: where a case stands, and whose turn it is.

    `office` says which organisation has the case: empty for the unit that decides it, the key of an
    organisation, or `county` for the government of the applicant's county. `stands` is the ground on which
    the clock of the case stands here, empty while it runs; `limit` is the step's own.
    """

    key: str
    title: str
    phase: Phase
    actor: Actor
    office: str = ""
    limit: Limit | None = None
    stands: str = ""
    cites: Clause | None = None


@dataclass(frozen=True)
class Arrow:
    """流转: a move that may be made from some steps to one."""

    key: str
    title: str
    since: tuple[str, ...]
    to: str
    by: Actor
    says: bool = False  # whoever makes it must say why
    checks: tuple[Check, ...] = ()
    effects: tuple[Effect, ...] = ()
    letter: Letter | None = None
    proposes: Outcome | None = None  # what whoever reviewed holds that the decision should be
    outcome: Outcome | None = None
    confirms: str = ""  # asked before it is done
    ground: str = ""  # on which the clock stands at the step it leads to, where the step has several
    when: str = ""  # the key of the answer that must say 是; empty for every case
    unless: str = ""  # the key of the answer that must not
    cites: Clause | None = None

    def is_for(self, answers: Mapping[str, object]) -> bool:
        """Whether a case with these answers may make it at all."""
        wanted = not self.when or answers.get(self.when) is True
        return wanted and not (self.unless and answers.get(self.unless) is True)


@dataclass(frozen=True)
class OpinionAsked:
    """部门意见: what another department is asked, in parallel unless it comes `after` others."""

    key: str
    title: str
    organisation: str
    limit: Limit
    part: Part = Part.SUPPORT
    after: tuple[str, ...] = ()
    cites: Clause | None = None


@dataclass(frozen=True)
class ReviewPoint:
    """审查要点: settled with evidence at each of the steps named, before the case moves on."""

    number: int
    title: str
    steps: tuple[str, ...]
    cites: Clause | None = None


@dataclass(frozen=True)
class DutyAfter:
    """批后事项: what must be done once the case is decided, by whom and until when."""

    key: str
    title: str
    limit: Limit
    office: str = ""
    when: str = ""  # the key of the answer that must say 是; empty for every case
    opened_by: tuple[str, ...] = ()  # the moves that open it; empty for any move that opens duties
    cites: Clause | None = None


HANDING_OVER = (Actor.CLERK, Actor.SYSTEM)


@dataclass(frozen=True)
class Flow:
    """流程: `road` are the steps of a case that goes well, in order; the first is where it begins."""

    key: str
    title: str
    steps: tuple[Step, ...]
    arrows: tuple[Arrow, ...]
    road: tuple[str, ...]
    opinions: tuple[OpinionAsked, ...] = ()
    points: tuple[ReviewPoint, ...] = ()
    duties: tuple[DutyAfter, ...] = ()
    extension_days: int = 0  # 延期: the working days by which a limit may be made longer, once
    cites: Clause | None = None

    @property
    def has_clock(self) -> bool:
        """Whether anything is promised: what is merely noted has no limit to keep."""
        return any(Effect.START_CLOCK in arrow.effects for arrow in self.arrows)

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def arrow(self, key: str, *, since: str) -> Arrow | None:
        return next((one for one in self.arrows if one.key == key and since in one.since), None)

    def arrows_from(self, step: str) -> Iterator[Arrow]:
        return (arrow for arrow in self.arrows if step in arrow.since)

    def hands_over(self, arrow: Arrow) -> bool:
        """出件: whether a decided case ends with it, at the window or sent by itself."""
        before = (self.step(key).phase for key in arrow.since)
        ends = self.step(arrow.to).phase is Phase.FINISHED and Phase.DECIDED in before
        return ends and arrow.by in HANDING_OVER

    def checks_of(self, arrow: Arrow) -> tuple[Check, ...]:
        """What must hold before the move: what it declares, and a slip of whatever is handed over, as cases
        travel flows from before that was asked."""
        more = (Check.HANDED_OVER,) if self.hands_over(arrow) else ()
        return tuple(dict.fromkeys((*arrow.checks, *more)))

    def ahead_of(self, step: str) -> tuple[Step, ...]:
        """The road that still lies before a case, as far as it goes well; beside the road, all of it that is
        reached by the next move onto it."""
        if self.step(step).phase.closed:
            return ()
        if step in self.road:
            rest = self.road[self.road.index(step) + 1 :]
        else:
            back = next((one.to for one in self.arrows_from(step) if one.to in self.road), None)
            rest = self.road[self.road.index(back) :] if back else ()
        return tuple(self.step(key) for key in rest)

    def faults(self) -> Iterator[str]:
        """What makes the declaration no flow."""
        keys = [step.key for step in self.steps]
        if len(set(keys)) != len(keys):
            yield "环节的标识重复"
        for arrow in self.arrows:
            for key in (*arrow.since, arrow.to):
                if key not in keys:
                    yield f"流转 {arrow.key} 指向没有的环节 {key}"
            for other in self.arrows:
                if other is not arrow and other.key == arrow.key and set(other.since) & set(arrow.since):
                    yield f"流转 {arrow.key} 在同一环节有两个去向"
        reached = {self.road[0]} if self.road else set()
        while True:
            more = {arrow.to for arrow in self.arrows if reached & set(arrow.since)} - reached
            if not more:
                break
            reached |= more
        yield from (f"到不了环节 {key}" for key in keys if key not in reached)
        for step in self.steps:
            if not step.phase.closed and not any(self.arrows_from(step.key)):
                yield f"环节 {step.key} 走不出去"
        yield from (
            f"审查要点 {one.number} 的环节不存在" for one in self.points if set(one.steps) - set(keys)
        )
        asked = {one.key for one in self.opinions}
        yield from (f"意见 {one.key} 要等的意见不存在" for one in self.opinions if set(one.after) - asked)
