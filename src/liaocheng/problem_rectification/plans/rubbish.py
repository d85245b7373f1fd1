"""非正规垃圾堆放点整治, 聊政办字〔2019〕13号 乙三（四）1."""

from datetime import date

from guangyue.ledgers.fields import FieldKind, LedgerField
from guangyue.ledgers.plans import CampaignPlan, Judged, LongStop, Proposal
from liaocheng.city import AGRICULTURE, HOUSING
from liaocheng.problem_rectification.completions import COMPLETIONS
from liaocheng.problem_rectification.document import CAMPAIGNS

CLAUSE = CAMPAIGNS.clause("乙三（四）1")
WATER_SOURCE, OTHER = "县级及以上集中式饮用水水源保护区", "其他地点"
DUMPED, FLOATING = "非正规垃圾堆放点", "漂浮垃圾"
MEASURES = ("清运处置", "场地恢复", "危险废物专门处置", "设置警示标识", "日常看护")


def propose(problem: Judged) -> Proposal:
    """R23: water sources and what people complain of strongly by the end of 2019, all by that of 2020."""
    first = problem.zone == WATER_SOURCE or problem.holds("complained_of")
    stop = LongStop("整治完成" if first else "清理整顿完成", date(2019 if first else 2020, 12, 31), CLAUSE)
    hazardous = ("危险废物专门处置",) if problem.said("waste") == "危险废物" else ()
    return Proposal(problem.kind or DUMPED, ("清运处置", *hazardous, "场地恢复"), (stop,))


RUBBISH = CampaignPlan(
    key="rubbish-heaps",
    title="非正规垃圾堆放点整治",
    cites=CLAUSE,
    since=date(2019, 4, 29),
    until=date(2020, 12, 31),
    led_by=(AGRICULTURE, HOUSING),
    classes=(DUMPED, FLOATING),
    zones=(WATER_SOURCE, OTHER),
    zone_title="所在区域",
    sources=("排查建档", "群众举报", "督察移交"),
    measures=MEASURES,
    fields=(
        LedgerField(
            "waste",
            "垃圾种类",
            FieldKind.CHOICE,
            ("生活垃圾", "建筑垃圾", "一般工业固体废物", "危险废物", "离田农业生产废弃物"),
            required=True,
        ),
        LedgerField("complained_of", "群众反映强烈", FieldKind.YES_NO),
        LedgerField("amount", "估计数量", FieldKind.NUMBER, unit="立方米"),
    ),
    propose=propose,
    completions=COMPLETIONS,
)
