"""医疗卫生投诉举报: a matter with a flow of its own. The clause names the steps and no limit.

Whoever is not content with the answer objects, once: it is looked into again and answered for good."""

from guangyue.cases.flow import Actor, Arrow, Effect, Flow, Outcome, Phase, Step
from guangyue.kit.limits import Limit, Unit
from guangyue.matters.declaration import (
    Audience,
    Basis,
    Declaration,
    Entry,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Variant,
)
from liaocheng.medical_supervision.document import OPINIONS

HEARD = OPINIONS.clause("五（二十七）")
ACCEPTED_WITHIN = Limit(5, Unit.WORKING_DAY)
ANSWERED_WITHIN = 40  # working days, within sixty days
OBJECTED_WITHIN = Limit(10, Unit.WORKING_DAY)
REVIEWED_WITHIN = Limit(20, Unit.WORKING_DAY)
INVESTIGATE = Limit(30, Unit.WORKING_DAY)  # of the forty

FLOW = Flow(
    key="medical-complaint",
    title="医疗卫生投诉举报",
    steps=(
        Step("draft", "填写", Phase.DRAFT, Actor.APPLICANT),
        Step("received", "登记", Phase.RECEIVED, Actor.REVIEWER, limit=ACCEPTED_WITHIN),
        Step("investigation", "调查", Phase.UNDER_WAY, Actor.REVIEWER, limit=INVESTIGATE),
        Step("decision", "处理", Phase.UNDER_WAY, Actor.DECIDER),
        Step("feedback", "反馈", Phase.UNDER_WAY, Actor.REVIEWER),
        Step("told", "反映人确认", Phase.UNDER_WAY, Actor.APPLICANT, limit=OBJECTED_WITHIN),
        Step("review", "复查", Phase.UNDER_WAY, Actor.REVIEWER, limit=REVIEWED_WITHIN),
        Step("review_decision", "复查处理", Phase.UNDER_WAY, Actor.DECIDER),
        Step("review_feedback", "复查反馈", Phase.UNDER_WAY, Actor.REVIEWER),
        Step("finished", "办结", Phase.FINISHED, Actor.SYSTEM),
        Step("not_accepted", "不予受理", Phase.NOT_ACCEPTED, Actor.SYSTEM),
        Step("withdrawn", "撤回", Phase.WITHDRAWN, Actor.SYSTEM),
    ),
    road=("draft", "received", "investigation", "decision", "feedback", "finished"),
    arrows=(
        Arrow("hand_in", "提交", ("draft",), "received", Actor.APPLICANT),
        Arrow("take_in", "登记", ("draft",), "received", Actor.CLERK),
        Arrow(
            "accept",
            "受理、分办",
            ("received",),
            "investigation",
            Actor.REVIEWER,
            effects=(Effect.START_CLOCK,),
        ),
        Arrow("decline", "不予受理", ("received",), "not_accepted", Actor.REVIEWER, says=True),
        Arrow("propose", "提出处理意见", ("investigation",), "decision", Actor.REVIEWER, says=True),
        Arrow("send_back", "退回调查", ("decision",), "investigation", Actor.DECIDER, says=True),
        Arrow(
            "grant",
            "查实处理",
            ("decision",),
            "feedback",
            Actor.DECIDER,
            says=True,
            effects=(Effect.STOP_CLOCK,),
            outcome=Outcome.GRANTED,
        ),
        Arrow(
            "refuse",
            "查无实据",
            ("decision",),
            "feedback",
            Actor.DECIDER,
            says=True,
            effects=(Effect.STOP_CLOCK,),
            outcome=Outcome.REFUSED,
        ),
        Arrow("feed_back", "反馈反映人", ("feedback",), "told", Actor.REVIEWER, says=True),
        Arrow("settle", "没有异议", ("told",), "finished", Actor.APPLICANT),
        Arrow("lapse", "期满没有提出异议", ("told",), "finished", Actor.SYSTEM),
        Arrow("object", "不服处理，申请复查", ("told",), "review", Actor.APPLICANT, says=True),
        Arrow("propose", "提出复查意见", ("review",), "review_decision", Actor.REVIEWER, says=True),
        Arrow("send_back", "退回复查", ("review_decision",), "review", Actor.DECIDER, says=True),
        Arrow(
            "grant",
            "复查查实处理",
            ("review_decision",),
            "review_feedback",
            Actor.DECIDER,
            says=True,
            outcome=Outcome.GRANTED,
        ),
        Arrow(
            "refuse",
            "复查维持、查无实据",
            ("review_decision",),
            "review_feedback",
            Actor.DECIDER,
            says=True,
            outcome=Outcome.REFUSED,
        ),
        Arrow("feed_back", "反馈复查结果", ("review_feedback",), "finished", Actor.REVIEWER, says=True),
        Arrow(
            "withdraw",
            "撤回",
            ("received", "investigation"),
            "withdrawn",
            Actor.APPLICANT,
            confirms="撤回以后不能恢复，需要时可以重新反映。",
        ),
    ),
    cites=HEARD,
)

EVIDENCE = Material("complaint-evidence", "能够说明问题的材料", deferrable=True, supply_days=10)
MATTER = Declaration(
    code="WJ2701",
    name="医疗卫生违法违规行为投诉举报",
    kind=PowerKind.SERVICE,
    bases=(Basis(OPINIONS.title, "五（二十七）", "规范性文件"),),
    levels=(Level.CITY,),
    conditions="反映本市医疗卫生机构、从业人员的违法违规行为",
    audience=Audience.BOTH,
    materials=(EVIDENCE,),
    promised_days=ANSWERED_WITHIN,
    flags=(Flag.ONLINE, Flag.WHOLLY_ONLINE),
    variants=(
        Variant(
            "complaint",
            "投诉举报",
            materials=(EVIDENCE.code,),
            fields=("institution", "conduct"),
        ),
    ),
    fields=(
        FormField("institution", "被反映的机构或者人员"),
        FormField("conduct", "什么时候，做了什么", Entry.LONG_TEXT, help="不写别人的病情和身份证号码"),
    ),
    aliases=("医院投诉", "非法行医举报", "医疗投诉"),
    exception="全程网办",
    flow=FLOW.key,
    cites=HEARD,
    since=OPINIONS.since,
)
