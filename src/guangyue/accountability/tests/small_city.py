"""A city that declares four triggers, for tests."""

from datetime import date

from guangyue.accountability.declaration import Customs, Exemption, Last, Party, Step, StepKind, Trigger
from guangyue.accountability.demands import CallToAccount, Following, FollowSteps
from guangyue.gazette.document import Document
from guangyue.systems.system import City, System

DOCUMENT = Document("测政发〔2020〕1号", "测试工作方案", since=date(2020, 1, 1))
CLAUSE = DOCUMENT.clause
LADDER = (
    Step("通报批评", StepKind.CIRCULAR),
    Step("公开约谈", StepKind.INTERVIEW),
    Step("启动问责", StepKind.ACCOUNTABILITY, last=True),
)
NO_CAUSE = Exemption("no-cause", "事故没有因果关系", CLAUSE("四"), ("事故", "没有因果"))
TOLERANCE = Exemption("reform", "改革失误", CLAUSE("五"))

LATE = Trigger(
    key="T1",
    cites=CLAUSE("一"),
    lines="1",
    conditions=("逾期未完成",),
    steps=LADDER,
    who="各单位",
    grave=(Step("严肃问责", StepKind.ACCOUNTABILITY),),
    sources=("alerts",),
)
LAND = Trigger(
    key="T2",
    cites=CLAUSE("二"),
    lines="2",
    conditions=("诉讼败诉",),
    steps=(Step("通报", StepKind.CIRCULAR), Step("限批", StepKind.RESTRICTION)),
    who="县区",
    suspicion=True,
)
LAST = Trigger(
    key="T3",
    cites=CLAUSE("三"),
    lines="3",
    conditions=("排名末位",),
    steps=(Step("约谈", StepKind.INTERVIEW),),
    who="主要负责人",
    party=Party.HEAD,
    lasts=(Last("部门", 2),),
)
EXEMPTED = Trigger(
    key="T4",
    cites=CLAUSE("四"),
    lines="4",
    conditions=("履职违法",),
    steps=(Step("行政责任", StepKind.ACCOUNTABILITY),),
    who="部门",
    exemptions=(NO_CAUSE,),
)
CITY = City(
    name="东湖市",
    regions=(),
    organisations=(),
    names=(),
    sightings=(),
    systems=(
        System(
            number="S08",
            title="测试",
            documents=(DOCUMENT,),
            led_by=(),
            demands=(
                *(CallToAccount(trigger) for trigger in (LATE, LAND, LAST, EXEMPTED)),
                FollowSteps(
                    Following.REGISTER,
                    "限期决定",
                    cites=CLAUSE("六"),
                    customs=Customs(tolerances=(TOLERANCE,)),
                ),
            ),
            examples=lambda given, asked: {},
        ),
    ),
)
