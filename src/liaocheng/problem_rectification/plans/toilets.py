"""改厕规范升级, 聊政办字〔2019〕37号: household by household, accepted with the household's signature."""

from datetime import date

from guangyue.ledgers.fields import FieldKind, LedgerField
from guangyue.ledgers.plans import CampaignPlan, Judged, LongStop, Proposal
from liaocheng.city import HOUSING
from liaocheng.problem_rectification.completions import COMPLETIONS
from liaocheng.problem_rectification.document import TOILETS

SUBSTANDARD, UNUSED, UNTRUE = "不符合无害化规范", "建成没有使用", "台账信息不实"
MEASURES = {
    SUBSTANDARD: ("规范升级改造",),
    UNUSED: ("维修", "落实管护"),
    UNTRUE: ("核实更正台账",),
}
SURVEYED_BY = date(2019, 11, 30)


def propose(problem: Judged) -> Proposal:
    """R25: the survey by the end of November 2019, every village by that of 2022."""
    stop = LongStop("规范升级", date(2022, 12, 31), TOILETS.clause("二"))
    return Proposal(problem.kind, MEASURES.get(problem.kind, ()), (stop,))


TOILET_UPGRADES = CampaignPlan(
    key="toilet-upgrades",
    title="农村改厕规范升级",
    cites=TOILETS.clause("三（一）2"),
    since=date(2019, 10, 26),
    until=date(2022, 12, 31),
    led_by=(HOUSING,),
    classes=(SUBSTANDARD, UNUSED, UNTRUE),
    place_title="乡镇（街道）和村",
    sources=("逐户排查", "群众举报", "督导检查"),
    measures=("规范升级改造", "维修", "落实管护", "核实更正台账"),
    fields=(
        LedgerField("householder", "户主", required=True, longest=20),
        LedgerField("phone", "联系方式", longest=20),
        LedgerField("rebuilt_on", "改造时间", FieldKind.DAY),
        LedgerField("style", "样式", FieldKind.CHOICE, ("三格式", "双瓮式", "水冲式", "其他")),
        LedgerField("emptied", "粪污抽取次数", FieldKind.NUMBER, unit="次"),
    ),
    checks=("社会公示", "满意度调查", "村民签字"),
    propose=propose,
    completions=COMPLETIONS,
    completed_by=("逐户排查 2019 年 11 月底前完成，以后发现的照样登记",),
)
