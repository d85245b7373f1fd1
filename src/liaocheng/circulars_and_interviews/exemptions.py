"""免责情形 of 双随机, and what the city tolerates of those who try something new."""

from guangyue.accountability.declaration import Exemption
from guangyue.inspections.liability import Exemption as Listed
from liaocheng.circulars_and_interviews.document import (
    INNOVATION,
    RANDOM_INSPECTION,
    SKILLS_TRAINING,
    WORK_PLAN,
)

SIGNS = {
    Listed.CHECKED: ("已.*(履行|完成).*(抽查|检查)",),
    Listed.UNDETECTABLE: ("技术手段", "(不能|无法|难以)发现"),
    Listed.NO_CAUSE: ("事故", "(无|没有|不存在)因果"),
    Listed.FALSE_REPORT: ("(虚假|假)报告",),
}
INSPECTED = tuple(
    Exemption(f"inspection-{one.letter}", one.words, RANDOM_INSPECTION.clause("三（二）"), SIGNS.get(one, ()))
    for one in Listed
)
TRAINING_ERROR = Exemption(
    "training-error", "工作失误符合容错免责情形", SKILLS_TRAINING.clause("六（二十四）")
)
REFORM_ERROR = Exemption("reform-error", "改革创新中的失误，容错纠错", WORK_PLAN.clause("十一48（2）"))
RESEARCH_FAILURE = Exemption("research-failure", "科技改革创新中的失败，宽容失败", INNOVATION.clause("四21"))
TOLERANCES = (REFORM_ERROR, RESEARCH_FAILURE)
