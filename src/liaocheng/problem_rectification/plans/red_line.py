"""生态保护红线, 聊政办字〔2019〕13号 甲三（二）: its marking, and its breaches."""

from datetime import date

from guangyue.ledgers.fields import FieldKind, LedgerField
from guangyue.ledgers.plans import CampaignPlan, Judged, LongStop, Proposal
from liaocheng.city import DEVELOPMENT_AND_REFORM, ECOLOGY
from liaocheng.problem_rectification.completions import COMPLETIONS
from liaocheng.problem_rectification.document import CAMPAIGNS

CLAUSE = CAMPAIGNS.clause
VIOLATION, UNMARKED = "违法违规", "勘界定标未完成"


def propose(problem: Judged) -> Proposal:
    """R11: the clause dates the marking, and no breach."""
    if problem.kind == UNMARKED:
        stop = LongStop("勘界定标", date(2020, 12, 31), CLAUSE("甲三（二）2"))
        return Proposal(UNMARKED, ("勘界", "设立标识标牌"), (stop,))
    if problem.kind == VIOLATION:
        return Proposal(VIOLATION, ("责令立即停止", "依法查处", "生态恢复"))
    return Proposal()


RED_LINE = CampaignPlan(
    key="ecological-red-line",
    title="生态保护红线问题整改",
    cites=CLAUSE("甲三（二）"),
    since=date(2019, 4, 29),
    until=date(2020, 12, 31),
    led_by=(ECOLOGY, DEVELOPMENT_AND_REFORM),
    classes=(VIOLATION, UNMARKED),
    sources=("日常巡护", "执法监督", "群众举报", "督察移交"),
    measures=("责令立即停止", "依法查处", "生态恢复", "勘界", "设立标识标牌", "移送司法"),
    fields=(
        LedgerField("red_line", "红线区名称", required=True),
        LedgerField("area", "涉及面积", FieldKind.NUMBER, unit="亩"),
    ),
    propose=propose,
    completions=COMPLETIONS,
    completed_by=("破坏红线的违法行为没有印明期限，由四张清单定（读法，R11）",),
)
