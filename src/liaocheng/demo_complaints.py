"""演示投诉举报: of the demonstration's institutions, taken in by telephone; nobody who complains is named."""

from guangyue.cases.handed_up import Forward, HandedUp
from liaocheng.demo_institutions import CLINIC, DENTIST, Institution
from liaocheng.medical_supervision.complaints import MATTER

SOMEBODY = "来电反映人（演示）"
ACCEPTED = Forward("accept", 2)
PROPOSED = Forward("propose", 12, "现场检查、调阅病历，反映的情况属实")
FOUND = Forward("grant", 1, "责令改正，按不良执业行为记分")
TOLD = Forward("feed_back", 1, "已经电话告知处理结果")


def _complaint(about: Institution, days_ago: int, conduct: str, *moves: Forward) -> HandedUp:
    return HandedUp(
        matter=MATTER.code,
        variant="complaint",
        region="371502",
        office=SOMEBODY,
        days_ago=days_ago,
        answers={"institution": about[0], "conduct": conduct},
        moves=moves,
    )


COMPLAINTS = (
    _complaint(DENTIST, 90, "做矫正时没有说清总费用，后来一再加价", ACCEPTED, PROPOSED, FOUND, TOLD),
    _complaint(CLINIC, 60, "门诊部在做双眼皮手术，许可证上没有这一项", ACCEPTED, PROPOSED, FOUND, TOLD),
    _complaint(DENTIST, 25, "给看牙的人不是证上的医生", ACCEPTED, PROPOSED),
    _complaint(DENTIST, 16, "收费没有明细，要不到发票"),
)
