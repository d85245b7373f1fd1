"""The roads of the city's cases: the ordinary one, and the one of what is taken in for the province."""

from guangyue.cases.flow import Actor, Arrow, Check, Effect, Flow, Letter, Phase, Step
from guangyue.cases.usual import ONE_DAY, SUPPLY, usual_flow
from liaocheng.one_window.document import ONE_WINDOW

ONE_SITTING = ONE_WINDOW.clause("三（十六）")
DEFERRABLE = ONE_WINDOW.clause("三（十五）")
TOGETHER = ONE_WINDOW.clause("一（四）")
TOLD_AT_ONCE = ONE_WINDOW.clause("二（九）")
IN_TIME = ONE_WINDOW.clause("一（三）")
AT_ONCE = ONE_WINDOW.clause("四（二十八）")
NO_VETO = ONE_WINDOW.clause("三（二十）")
FOR_THE_PROVINCE = ONE_WINDOW.clause("四（二十九）")
WHOLLY_ONLINE = ONE_WINDOW.clause("四（二十四）")

ORDINARY = usual_flow(
    "ordinary",
    "一窗受理办件流程",
    cites=ONE_SITTING,
    because={
        "hand_in": WHOLLY_ONLINE,
        "received": ONE_SITTING,
        "tell_missing": TOLD_AT_ONCE,
        "accept_deferred": DEFERRABLE,
        "refuse_intake": NO_VETO,
        "decide_at_once": AT_ONCE,
        "turn_ordinary": AT_ONCE,
        "review": ONE_SITTING,
        "ask_supplement": TOLD_AT_ONCE,
        "begin_consultation": TOGETHER,
        "transfer": TOGETHER,
        "propose": IN_TIME,
        "delivery": ONE_SITTING,
        "deliver_online": WHOLLY_ONLINE,
    },
)

# 委托收件: the promised days of the matter are the province's; the city answers for sending it on, whole.
FORWARDING = Flow(
    key="forwarding",
    title="省级事项委托收件流程",
    steps=(
        Step("draft", "填写", Phase.DRAFT, Actor.APPLICANT),
        Step("received", "收件", Phase.RECEIVED, Actor.CLERK, limit=ONE_DAY),
        Step("to_complete", "一次性告知", Phase.SUPPLEMENT, Actor.APPLICANT, limit=SUPPLY),
        Step("to_send", "转送省级", Phase.UNDER_WAY, Actor.CLERK, limit=ONE_DAY, cites=FOR_THE_PROVINCE),
        Step("with_province", "省级办理", Phase.UNDER_WAY, Actor.CLERK),
        Step("delivery", "出件", Phase.DECIDED, Actor.CLERK, limit=ONE_DAY),
        Step("finished", "办结", Phase.FINISHED, Actor.SYSTEM),
        Step("returned", "退件", Phase.RETURNED, Actor.SYSTEM),
        Step("withdrawn", "撤回", Phase.WITHDRAWN, Actor.SYSTEM),
    ),
    arrows=(
        Arrow("hand_in", "提交申请", ("draft",), "received", Actor.APPLICANT),
        Arrow("take_in", "窗口收件", ("draft",), "received", Actor.CLERK),
        Arrow(
            "take_for_province",
            "代为收件",
            ("received",),
            "to_send",
            Actor.CLERK,
            checks=(Check.PAPERS_COMPLETE,),
            effects=(Effect.NOTE_FORWARDED,),
            cites=FOR_THE_PROVINCE,
        ),
        Arrow(
            "tell_missing",
            "一次性告知",
            ("received",),
            "to_complete",
            Actor.CLERK,
            says=True,
            checks=(Check.NOT_ASKED_BEFORE,),
            letter=Letter.SUPPLEMENT,
            cites=TOLD_AT_ONCE,
        ),
        Arrow("complete", "补齐材料", ("to_complete",), "received", Actor.APPLICANT),
        Arrow("send_on", "转送省级", ("to_send",), "with_province", Actor.CLERK, says=True),
        Arrow(
            "back_from_province",
            "省级退回补齐",
            ("with_province",),
            "to_complete",
            Actor.CLERK,
            says=True,
        ),
        Arrow("note_result", "登记省级结果", ("with_province",), "delivery", Actor.CLERK, says=True),
        Arrow("deliver", "出件", ("delivery",), "finished", Actor.CLERK),
        Arrow(
            "return_case",
            "退件",
            ("received", "to_complete"),
            "returned",
            Actor.SYSTEM,
            says=True,
            letter=Letter.RETURN,
        ),
        Arrow(
            "withdraw",
            "撤回",
            ("received", "to_complete", "to_send"),
            "withdrawn",
            Actor.APPLICANT,
            confirms="撤回以后不能恢复，需要时可以重新申请。",
        ),
    ),
    road=("draft", "received", "to_send", "with_province", "delivery", "finished"),
    cites=FOR_THE_PROVINCE,
)
