"""办理方式: by which way a matter of a city enterprise goes, and the flow of each."""

from enum import Enum

from guangyue.cases.flow import Actor, Arrow, Check, Effect, Flow, Letter, Outcome, Phase, Step
from guangyue.kit.limits import Limit, Unit
from liaocheng.city import GOVERNMENT
from liaocheng.state_assets.document import SCHEME

INTAKE = Limit(1, Unit.WORKING_DAY)
# The document says neither how long a notice beforehand waits for a question, nor when approval is answered.
LOOK = Limit(10, Unit.WORKING_DAY)
ANSWER_DAYS = 20


class Way(Enum):
    """办理方式, each with the key of its flow."""

    APPROVAL = "审批"
    GOVERNMENT = "市政府审批"
    AGREEMENT = "核准"
    BEFORE = "事前备案"
    AFTER = "事后报告"
    YEARLY = "年度汇总"
    OWN = "企业自主决策"

    @property
    def flow(self) -> str:
        return FLOWS[self].key


TAKEN_BACK = "撤回以后不能恢复，需要时可以重新报送。"
DRAFT = Step("draft", "填报", Phase.DRAFT, Actor.APPLICANT)
WITHDRAWN = Step("withdrawn", "撤回", Phase.WITHDRAWN, Actor.SYSTEM)
RETURNED = Step("returned", "退回", Phase.RETURNED, Actor.SYSTEM)
HAND_IN = Arrow("hand_in", "报送", ("draft",), "received", Actor.APPLICANT)


def _decided(key: str, title: str, path: str, *, by_the_government: bool = False) -> Flow:
    """审批 or 核准: received within a day, looked into, decided; in the name of the owner or by the city."""
    decides = GOVERNMENT.key if by_the_government else ""
    return Flow(
        key=key,
        title=title,
        steps=(
            DRAFT,
            Step("received", "收件", Phase.RECEIVED, Actor.REVIEWER, limit=INTAKE),
            Step("review", "审查", Phase.UNDER_WAY, Actor.REVIEWER),
            Step("supplement", "补充材料", Phase.SUPPLEMENT, Actor.APPLICANT, stands="企业补充材料"),
            Step("decision", "决定", Phase.UNDER_WAY, Actor.DECIDER, office=decides),
            Step("finished", "归档", Phase.FINISHED, Actor.SYSTEM),
            RETURNED,
            WITHDRAWN,
        ),
        road=("draft", "received", "review", "decision", "finished"),
        arrows=(
            HAND_IN,
            Arrow(
                "accept",
                "收件",
                ("received",),
                "review",
                Actor.REVIEWER,
                checks=(Check.PAPERS_COMPLETE,),
                effects=(Effect.START_CLOCK,),
                letter=Letter.ACCEPTANCE,
            ),
            Arrow(
                "ask_supplement",
                "要求补充材料",
                ("received", "review"),
                "supplement",
                Actor.REVIEWER,
                says=True,
                checks=(Check.NOT_ASKED_BEFORE,),
                letter=Letter.SUPPLEMENT,
            ),
            Arrow("supply", "补充材料", ("supplement",), "received", Actor.APPLICANT),
            Arrow("propose", "提出审查意见", ("review",), "decision", Actor.REVIEWER, says=True),
            Arrow("send_back", "退回审查", ("decision",), "review", Actor.DECIDER, says=True),
            Arrow(
                "grant",
                "同意",
                ("decision",),
                "finished",
                Actor.DECIDER,
                effects=(Effect.STOP_CLOCK,),
                letter=Letter.GRANTED,
                outcome=Outcome.GRANTED,
            ),
            Arrow(
                "refuse",
                "不同意",
                ("decision",),
                "finished",
                Actor.DECIDER,
                says=True,
                effects=(Effect.STOP_CLOCK,),
                letter=Letter.REFUSED,
                outcome=Outcome.REFUSED,
            ),
            Arrow(
                "return_case",
                "退回",
                ("received", "review"),
                "returned",
                Actor.REVIEWER,
                says=True,
                letter=Letter.RETURN,
            ),
            Arrow(
                "withdraw",
                "撤回",
                ("received", "review", "supplement"),
                "withdrawn",
                Actor.APPLICANT,
                confirms=TAKEN_BACK,
            ),
        ),
        cites=SCHEME.clause(path),
    )


def _noticed(key: str, title: str, path: str, *, limit: Limit | None = None) -> Flow:
    """备案、报告: taken note of or asked about; a late one is marked and never refused."""
    waits = (Arrow("lapse", "期满无疑问", ("received",), "finished", Actor.SYSTEM),) if limit else ()
    return Flow(
        key=key,
        title=title,
        steps=(
            DRAFT,
            Step("received", "报送", Phase.RECEIVED, Actor.REVIEWER, limit=limit),
            Step("asked", "提问", Phase.SUPPLEMENT, Actor.APPLICANT),
            Step("finished", "归档", Phase.FINISHED, Actor.SYSTEM),
            RETURNED,
            WITHDRAWN,
        ),
        road=("draft", "received", "finished"),
        arrows=(
            HAND_IN,
            Arrow("note", "收悉", ("received",), "finished", Actor.REVIEWER, outcome=Outcome.GRANTED),
            *waits,
            Arrow("ask", "提问", ("received",), "asked", Actor.REVIEWER, says=True),
            Arrow("supply", "答复", ("asked",), "received", Actor.APPLICANT),
            Arrow("return_case", "退回", ("received",), "returned", Actor.REVIEWER, says=True),
            Arrow(
                "withdraw",
                "撤回",
                ("received", "asked"),
                "withdrawn",
                Actor.APPLICANT,
                confirms=TAKEN_BACK,
            ),
        ),
        cites=SCHEME.clause(path),
    )


def _answered_at_once(key: str, title: str, path: str) -> Flow:
    """自主决策: nobody decides in the enterprise's place; that it asked, and was told so, is kept."""
    return Flow(
        key=key,
        title=title,
        steps=(DRAFT, Step("finished", "由企业自主决策", Phase.FINISHED, Actor.SYSTEM)),
        road=("draft", "finished"),
        arrows=(Arrow("hand_in", "咨询", ("draft",), "finished", Actor.APPLICANT),),
        cites=SCHEME.clause(path),
    )


FLOWS = {
    Way.APPROVAL: _decided("state-approval", "国资监管审批", "二（一）"),
    Way.GOVERNMENT: _decided(
        "state-government", "国资监管事项报市政府审批", "二（一）1", by_the_government=True
    ),
    Way.AGREEMENT: _decided("state-agreement", "国资监管核准", "二（二）"),
    Way.BEFORE: _noticed("state-before", "国资监管事前备案", "二（四）", limit=LOOK),
    Way.AFTER: _noticed("state-after", "国资监管事后报告", "二（五）"),
    Way.YEARLY: _noticed("state-yearly", "国资监管年度汇总报告", "二（五）3"),
    Way.OWN: _answered_at_once("state-own", "清单以外事项", "二"),
}
WAY_OF_FLOW = {flow.key: way for way, flow in FLOWS.items()}
