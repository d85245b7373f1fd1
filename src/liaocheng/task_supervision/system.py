"""S02: what the documents ask of tasks: to be handed out, reported on, verified, chased and closed."""

from guangyue.organisations.models import Organisation
from guangyue.systems.system import System
from guangyue.tasks.demands import HandOutTask, SetTerms, SuperviseTasks, Supervising
from guangyue.tasks.terms import Collective, Terms
from liaocheng.city import BIG_DATA, GOVERNMENT_OFFICE
from liaocheng.task_supervision.document import (
    HANDING_OUT,
    LOW_USE_LAND,
    MY_LIAOCHENG,
    NATURE,
    WASTE_SORTING,
    WORK_PLAN,
)
from liaocheng.task_supervision.examples import answer
from liaocheng.task_supervision.handed_out import HANDED_OUT

PLANS = WORK_PLAN.clause("通知二三是")
REPORTS = WORK_PLAN.clause("通知三")
CLOSED_LOOP = WORK_PLAN.clause("十一48（3）")
OPENNESS = WORK_PLAN.clause("十一48（4）")
IDLENESS = MY_LIAOCHENG.clause("四（二）")

KINDS = Organisation.Kind
COLLECTIVES = (
    Collective(("各县（市、区）人民政府", "各县（市、区）政府", "各级政府"), (KINDS.COUNTY,)),
    Collective(("市属开发区管委会",), (KINDS.ZONE,)),
    Collective(("市政府各部门各单位",), (KINDS.GOVERNMENT, KINDS.DIRECT)),
)

TASKS = {fact.cites: fact.title for fact in HANDED_OUT}

SYSTEM = System(
    number="S02",
    title="任务分解与督查",
    documents=(*HANDING_OUT, NATURE, LOW_USE_LAND, WASTE_SORTING),
    led_by=(GOVERNMENT_OFFICE, BIG_DATA),
    demands=(
        SetTerms(Terms(collectives=COLLECTIVES), "督查的期限", cites=REPORTS),
        SuperviseTasks(Supervising.EXTRACTION, "分解任务，定目标、定标准、定时限", cites=CLOSED_LOOP),
        *(HandOutTask(title, cites) for cites, title in TASKS.items()),
        SuperviseTasks(Supervising.PLANS, "牵头单位的施工图和进度表", cites=PLANS),
        SuperviseTasks(Supervising.REPORTS, "牵头单位每季度报告进展", cites=REPORTS),
        SuperviseTasks(Supervising.CHECKS, "四不两直的核查", cites=REPORTS),
        SuperviseTasks(Supervising.SUMMARY, "季度汇总", cites=REPORTS),
        SuperviseTasks(Supervising.CLOSING, "闭环督办，件件有回音", cites=CLOSED_LOOP),
        SuperviseTasks(Supervising.PRODS, "慢作为、不作为的催办督办", cites=IDLENESS),
        SuperviseTasks(Supervising.PUBLIC, "任务和进展公开", cites=OPENNESS),
    ),
    examples=answer,
)
