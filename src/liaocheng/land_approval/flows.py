"""流程: county review, city review, fee, conclusion, and then each branch by its own road."""

from guangyue.cases.flow import (
    COUNTY,
    Actor,
    Arrow,
    Check,
    DutyAfter,
    Effect,
    Flow,
    Letter,
    Outcome,
    Phase,
    Step,
)
from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit, Unit
from liaocheng.city import GOVERNMENT, NATURAL_RESOURCES
from liaocheng.land_approval.document import SCHEME
from liaocheng.land_approval.points import POINTS

COUNTY_REVIEW, CITY_REVIEW = SCHEME.clause("四（一）"), SCHEME.clause("四（二）")
AFTERWARDS = SCHEME.clause("四（三）")
CITY_LIMIT = Limit(10, Unit.WORKING_DAY)  # the scheme says none
TEN_WORKING_DAYS, FIVE_WORKING_DAYS = Limit(10, Unit.WORKING_DAY), Limit(5, Unit.WORKING_DAY)
TEN_DAYS, FIFTEEN_DAYS = Limit(10, Unit.DAY), Limit(15, Unit.DAY)
CITY_BUREAU, CITY = NATURAL_RESOURCES.key, GOVERNMENT.key

UP_TO_THE_CITY = (
    Step("draft", "组卷", Phase.DRAFT, Actor.CLERK, office=COUNTY),
    Step("county_review", "县级初审", Phase.RECEIVED, Actor.REVIEWER, office=COUNTY, cites=COUNTY_REVIEW),
    Step(
        "city_review",
        "市级会审",
        Phase.UNDER_WAY,
        Actor.REVIEWER,
        office=CITY_BUREAU,
        limit=CITY_LIMIT,
        cites=CITY_REVIEW,
    ),
    Step("fee", "缴费", Phase.UNDER_WAY, Actor.REVIEWER, office=CITY_BUREAU, stands="等待缴清有偿使用费"),
    Step("conclusion", "结论性意见", Phase.UNDER_WAY, Actor.REVIEWER, office=CITY_BUREAU),
    Step("government", "市政府批准", Phase.UNDER_WAY, Actor.DECIDER, office=CITY),
)
PROVINCE = Step(
    "province",
    "省厅备案盖章",
    Phase.UNDER_WAY,
    Actor.REVIEWER,
    office=CITY_BUREAU,
    stands="省自然资源厅备案盖章",
    cites=CITY_REVIEW,
)
CHALLENGED = SCHEME.clause("五")  # 市政府承担行政复议答复、行政诉讼应诉
ENDS = (
    Step("finished", "批复完成", Phase.FINISHED, Actor.SYSTEM),
    Step("returned", "退回", Phase.RETURNED, Actor.SYSTEM),
)

COMMON = (
    Arrow("take_in", "组卷完成", ("draft",), "county_review", Actor.CLERK),
    Arrow(
        "submit",
        "初审合格，上报",
        ("county_review",),
        "city_review",
        Actor.REVIEWER,
        checks=(Check.PAPERS_COMPLETE, Check.POINTS_PASSED, Check.RULE_HOLDS),
        effects=(Effect.START_CLOCK,),
    ),
    Arrow(
        "return_case",
        "退回",
        ("county_review",),
        "returned",
        Actor.REVIEWER,
        says=True,
        letter=Letter.RETURN,
        confirms="退回以后要重新组卷。",
    ),
    Arrow("send_back", "退回县级", ("city_review",), "county_review", Actor.REVIEWER, says=True),
    Arrow(
        "ask_fee",
        "会审通过，通知缴费",
        ("city_review",),
        "fee",
        Actor.REVIEWER,
        checks=(Check.POINTS_PASSED, Check.CHARGE_NOTED),
        letter=Letter.CHARGE,
        when="new_land",
        cites=CITY_REVIEW,
    ),
    Arrow(
        "pass_review",
        "会审通过",
        ("city_review",),
        "conclusion",
        Actor.REVIEWER,
        checks=(Check.POINTS_PASSED,),
        unless="new_land",
    ),
    Arrow("paid", "已经缴清", ("fee",), "conclusion", Actor.REVIEWER, checks=(Check.CHARGES_PAID,)),
    Arrow("conclude", "出具结论性审查意见", ("conclusion",), "government", Actor.REVIEWER, says=True),
    Arrow(
        "refuse",
        "不予批准",
        ("government",),
        "finished",
        Actor.DECIDER,
        says=True,
        effects=(Effect.STOP_CLOCK,),
        letter=Letter.REFUSED,
        outcome=Outcome.REFUSED,
        confirms="不予批准要写明理由。",
    ),
)
CHALLENGES = (
    Arrow(
        "note_review",
        "登记收到的行政复议申请",
        ("finished",),
        "finished",
        Actor.REVIEWER,
        says=True,  # by whom, which organ sent it on and under which number
        effects=(Effect.OPEN_DUTIES,),
        cites=CHALLENGED,
    ),
    Arrow(
        "note_suit",
        "登记收到的行政诉讼起诉状",
        ("finished",),
        "finished",
        Actor.REVIEWER,
        says=True,
        effects=(Effect.OPEN_DUTIES,),
        cites=CHALLENGED,
    ),
    Arrow(
        "note_judgement",
        "登记复议决定或者裁判结果",
        ("finished",),
        "finished",
        Actor.REVIEWER,
        says=True,  # what was set aside is a ground for 限批
        cites=CHALLENGED,
    ),
)
SEAL = Arrow(
    "seal",
    "登记盖章批文",
    ("province",),
    "finished",
    Actor.REVIEWER,
    says=True,  # 鲁政土字 P 文号 and its day
    checks=(Check.CHARGES_PAID,),
    effects=(Effect.STOP_CLOCK, Effect.OPEN_DUTIES),
    letter=Letter.GRANTED,
    outcome=Outcome.GRANTED,
    cites=CITY_REVIEW,
)
TO_THE_MINISTRY = DutyAfter(
    "ministry_conversion",
    "农用地转用电子数据报自然资源部备案",
    TEN_DAYS,
    office=COUNTY,
    opened_by=("approve",),
    cites=AFTERWARDS,
)
WHEN_CHALLENGED = (
    DutyAfter(
        "review_answer",
        "向复议机关提出书面答复和证据",
        TEN_DAYS,  # 行政复议法 第二十三条, as it stood in 2021
        office=CITY,
        opened_by=("note_review",),
        cites=CHALLENGED,
    ),
    DutyAfter(
        "suit_answer",
        "向人民法院提交答辩状和证据",
        FIFTEEN_DAYS,  # 行政诉讼法 第六十七条
        office=CITY,
        opened_by=("note_suit",),
        cites=CHALLENGED,
    ),
    DutyAfter(
        "file_of_county",
        "向市政府提供卷宗",
        FIVE_WORKING_DAYS,  # the scheme says none
        office=COUNTY,
        opened_by=("note_review", "note_suit"),
        cites=CHALLENGED,
    ),
)
AFTER_TAKING = (
    DutyAfter(
        "publish",
        "征地批后信息录入发布",
        TEN_WORKING_DAYS,
        office=COUNTY,
        opened_by=("seal",),
        cites=AFTERWARDS,
    ),
    DutyAfter(
        "ministry_taking",
        "土地征收电子数据报自然资源部备案",
        TEN_DAYS,
        office=COUNTY,
        opened_by=("seal",),
        cites=AFTERWARDS,
    ),
    DutyAfter(
        "social_security",
        "批复材料转送同级人力资源社会保障部门",
        TEN_WORKING_DAYS,
        office=COUNTY,
        opened_by=("seal",),
        cites=AFTERWARDS,
    ),
)


def _flow(
    key: str, title: str, *arrows: Arrow, duties: tuple[DutyAfter, ...], sealed: bool, cites: Clause
) -> Flow:
    between = (PROVINCE,) if sealed else ()
    steps = (*UP_TO_THE_CITY, *between, *ENDS)
    return Flow(
        key=key,
        title=title,
        steps=steps,
        arrows=(*COMMON, *arrows, *CHALLENGES),
        road=tuple(step.key for step in steps if step.key != "returned"),
        points=POINTS,
        duties=(*duties, *WHEN_CHALLENGED),
        cites=cites,
    )


CONVERTING = _flow(
    "land-conversion",
    "农用地转用审批",
    Arrow(
        "approve",
        "批准农用地转用",
        ("government",),
        "finished",
        Actor.DECIDER,
        checks=(Check.CHARGES_PAID,),
        effects=(Effect.STOP_CLOCK, Effect.OPEN_DUTIES),
        letter=Letter.GRANTED,
        outcome=Outcome.GRANTED,
        cites=CITY_REVIEW,
    ),
    duties=(TO_THE_MINISTRY,),
    sealed=False,
    cites=SCHEME.clause("三（一）"),
)
BOTH_TOGETHER = _flow(
    "land-both",
    "农用地转用和土地征收审批",
    Arrow(
        "approve",
        "批准农用地转用，签署征收备案表",
        ("government",),
        "province",
        Actor.DECIDER,
        checks=(Check.CHARGES_PAID,),
        effects=(Effect.OPEN_DUTIES,),
        letter=Letter.GRANTED,
        cites=CITY_REVIEW,
    ),
    SEAL,
    duties=(TO_THE_MINISTRY, *AFTER_TAKING),
    sealed=True,
    cites=SCHEME.clause("三"),
)
TAKEN_ALONE = _flow(
    "land-taking",
    "土地征收审批",
    Arrow(
        "sign",
        "签署征收备案表",
        ("government",),
        "province",
        Actor.DECIDER,
        checks=(Check.CHARGES_PAID,),
        cites=CITY_REVIEW,
    ),
    SEAL,
    duties=AFTER_TAKING,
    sealed=True,
    cites=SCHEME.clause("三（二）"),
)
FLOWS = (CONVERTING, BOTH_TOGETHER, TAKEN_ALONE)
