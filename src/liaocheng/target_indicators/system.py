"""S03: each promised number is a target of its clause; what joins and judges them stands beside."""

from itertools import groupby

from guangyue.indicators.comparing.judging import USUAL
from guangyue.indicators.declaration import TargetFact
from guangyue.indicators.demands import Following, FollowTargets, JudgeTargets, LinkTargets, SetTargets
from guangyue.systems.system import System
from liaocheng.city import GOVERNMENT_OFFICE
from liaocheng.target_indicators.document import DOCUMENTS, ECOLOGY_AND_COUNTRYSIDE, ENERGY, WORK_PLAN
from liaocheng.target_indicators.examples import answer
from liaocheng.target_indicators.targets import LINKS, TARGETS

ECOLOGY_EVALUATION = ECOLOGY_AND_COUNTRYSIDE.clause("甲四（六）")
COUNTRYSIDE_EVALUATION = ECOLOGY_AND_COUNTRYSIDE.clause("乙四（六）")


def _clause_of(fact: TargetFact) -> tuple[str, str]:
    return fact.cites.number, fact.cites.path


SYSTEM = System(
    number="S03",
    title="目标指标",
    documents=DOCUMENTS,
    led_by=(GOVERNMENT_OFFICE,),
    demands=(
        *(
            SetTargets(facts, cites=facts[0].cites)
            for facts in (tuple(group) for _, group in groupby(sorted(TARGETS, key=_clause_of), _clause_of))
        ),
        LinkTargets(LINKS, "同一指标、相近指标并列，不相加", cites=WORK_PLAN.clause("通知二三是")),
        JudgeTargets(USUAL, "基本完成的评判尺度（补充规定）", cites=WORK_PLAN.clause("通知二三是")),
        FollowTargets(Following.GAPS, "每季度的差距清单交督查", cites=WORK_PLAN.clause("通知二三是")),
        FollowTargets(Following.EVALUATION, "自然保护区等整治每年评估", cites=ECOLOGY_EVALUATION),
        FollowTargets(Following.EVALUATION, "农业农村污染治理每年评估", cites=COUNTRYSIDE_EVALUATION),
        FollowTargets(Following.PUBLICATION, "评估结果以适当形式公布", cites=COUNTRYSIDE_EVALUATION),
    ),
    examples=answer,
    leaves={f"{ENERGY.number} 一（七）": "只有没有期限的限值，不设目标；项目审批时由主管部门把关"},
)
