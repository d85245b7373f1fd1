"""农村污染治理设施排查, 聊政办字〔2019〕13号 乙三（四）3: a limit for each that does not work."""

from datetime import date

from guangyue.ledgers.fields import FieldKind, LedgerField
from guangyue.ledgers.plans import CampaignPlan, Judged, Proposal
from liaocheng.city import AGRICULTURE, HOUSING
from liaocheng.problem_rectification.completions import COMPLETIONS
from liaocheng.problem_rectification.document import CAMPAIGNS

BROKEN, UNFUNDED = "设施不能正常运行", "运行管护没有保障"


def propose(problem: Judged) -> Proposal:
    """R24: the clause asks for a limit and prints none."""
    measures = {BROKEN: ("限期维修", "恢复正常运行"), UNFUNDED: ("明确管护主体", "落实管护资金")}
    missed = ("逾期没有整改到位的，通报批评或者约谈相关负责人",)
    return Proposal(problem.kind, measures.get(problem.kind, ()), notes=missed)


FACILITIES = CampaignPlan(
    key="pollution-facilities",
    title="农村污染治理设施排查整改",
    cites=CAMPAIGNS.clause("乙三（四）3"),
    since=date(2019, 4, 29),
    until=date(2020, 12, 31),
    led_by=(AGRICULTURE, HOUSING),
    classes=(BROKEN, UNFUNDED),
    sources=("经常性排查", "群众举报", "督察移交"),
    measures=("限期维修", "恢复正常运行", "明确管护主体", "落实管护资金", "更换设备"),
    fields=(
        LedgerField(
            "facility",
            "设施种类",
            FieldKind.CHOICE,
            ("生活垃圾收集转运设施", "生活污水处理设施", "其他"),
            required=True,
        ),
        LedgerField("capacity", "设计规模", hint="如 50 吨/日"),
    ),
    propose=propose,
    completions=COMPLETIONS,
    completed_by=("整改的期限由时限清单定，方案没有印明（读法，R24）",),
)
