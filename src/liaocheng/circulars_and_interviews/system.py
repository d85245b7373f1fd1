"""S08: the table of triggers for the whole city, and what is done with what was decided."""

from guangyue.accountability.declaration import Customs
from guangyue.accountability.demands import CallToAccount, Following, FollowSteps
from guangyue.kit.limits import Limit, Unit
from guangyue.systems.system import System
from liaocheng.circulars_and_interviews import document
from liaocheng.circulars_and_interviews.examples import answer
from liaocheng.circulars_and_interviews.exemptions import TOLERANCES
from liaocheng.circulars_and_interviews.triggers import TRIGGERS
from liaocheng.city import ECOLOGY, GOVERNMENT_OFFICE

# 补充规定: no clause says within how many days the party speaks, and somebody decides.
CUSTOMS = Customs(
    decided_within=Limit(5, Unit.WORKING_DAY),
    heard_within=Limit(3, Unit.WORKING_DAY),
    tolerances=TOLERANCES,
)

SYSTEM = System(
    number="S08",
    title="通报约谈问责",
    documents=(
        document.WORK_PLAN,
        document.ENERGY,
        document.NATURE_AND_RURAL_POLLUTION,
        document.RANDOM_INSPECTION,
        document.SKILLS_TRAINING,
        document.STATE_ASSETS,
        document.ONE_WINDOW,
        document.FOREST_CHIEFS,
        document.RURAL_TOILETS,
        document.WELFARE_LOTTERY,
        document.EMPLOYMENT_FUND,
        document.LANDSCAPE,
        document.WASTE_SORTING,
        document.ILLEGAL_BUILDING,
        document.ASSISTANCE,
        document.MEDICAL_SUPERVISION,
        document.MY_LIAOCHENG,
        document.IRRIGATION,
        document.HEAVY_POLLUTION,
        document.INEFFICIENT_LAND,
        document.FRUGALITY,
        document.LAND_APPROVAL,
        document.INNOVATION,
        document.PLANNERS,
    ),
    led_by=(GOVERNMENT_OFFICE, ECOLOGY),
    demands=(
        *(CallToAccount(trigger) for trigger in TRIGGERS),
        FollowSteps(
            Following.REGISTER,
            "督查发现的问题按条款提议，听取陈述，限期决定",
            cites=document.WORK_PLAN.clause("通知三"),
            customs=CUSTOMS,
        ),
        FollowSteps(
            Following.REGISTER, "容错纠错情形核对以后不追责", cites=document.WORK_PLAN.clause("十一48（2）")
        ),
        FollowSteps(
            Following.STATISTICS,
            "措施的数量只说明宽严，不作指标",
            cites=document.WORK_PLAN.clause("十一48（3）"),
        ),
        FollowSteps(Following.REGISTER, "科技改革创新的失败不追责", cites=document.INNOVATION.clause("四21")),
        FollowSteps(Following.CIRCULARS, "全市定期通报", cites=document.IRRIGATION.clause("三（五）")),
    ),
    examples=answer,
)
