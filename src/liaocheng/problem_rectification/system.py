"""S04: 问题整改销号, of all campaigns of the city that list problems."""

from guangyue.ledgers.demands import Clearing, ClearProblems, RunCampaign
from guangyue.systems.system import System
from liaocheng.city import CULTURE_AND_TOURISM, ECOLOGY, HOUSING, NATURAL_RESOURCES
from liaocheng.problem_rectification.document import CAMPAIGNS, TOILETS, WORK_REPORT
from liaocheng.problem_rectification.examples import answer
from liaocheng.problem_rectification.plans.facilities import FACILITIES
from liaocheng.problem_rectification.plans.red_line import RED_LINE
from liaocheng.problem_rectification.plans.reserves import RESERVES
from liaocheng.problem_rectification.plans.rubbish import RUBBISH
from liaocheng.problem_rectification.plans.toilets import TOILET_UPGRADES

CLAUSE, TOILET = CAMPAIGNS.clause, TOILETS.clause

SYSTEM = System(
    number="S04",
    title="问题整改销号",
    documents=(CAMPAIGNS, TOILETS),
    led_by=(NATURAL_RESOURCES, CULTURE_AND_TOURISM, ECOLOGY, HOUSING),
    demands=(
        RunCampaign(RESERVES),
        RunCampaign(RED_LINE),
        RunCampaign(RUBBISH),
        RunCampaign(FACILITIES),
        RunCampaign(TOILET_UPGRADES),
        ClearProblems(Clearing.SAMPLINGS, "对照原台账逐一核实“回头看”", CLAUSE("甲三（一）1")),
        ClearProblems(Clearing.LEDGER, "排查新增违法违规问题，登记、查处、移送", CLAUSE("甲三（一）2")),
        ClearProblems(Clearing.LEDGER, "历史遗留问题逐一明确整改方案", CLAUSE("甲三（一）3")),
        ClearProblems(Clearing.LEDGER, "管理责任问题的措施和节点", CLAUSE("甲三（一）4")),
        ClearProblems(Clearing.ACCEPTANCES, "四张清单、现场验收、逐个销号", CLAUSE("甲三（一）5")),
        ClearProblems(Clearing.SAMPLINGS, "定期开展专项检查，通报情况", CLAUSE("甲三（一）6")),
        ClearProblems(Clearing.LEDGER, "红线勘界定标", CLAUSE("甲三（二）2")),
        ClearProblems(Clearing.LEDGER, "破坏红线的违法行为在台账里办理", CLAUSE("甲三（二）3")),
        ClearProblems(Clearing.DISPATCH, "调度、检查、督办、通报", CLAUSE("甲四（一）")),
        ClearProblems(Clearing.DISPATCH, "整改不及时、不到位的，按县列出", CLAUSE("甲四（三）")),
        ClearProblems(Clearing.TIPS, "群众举报有回执、有答复", CLAUSE("甲四（五）")),
        ClearProblems(Clearing.PUBLIC, "结果以适当形式向社会公布", CLAUSE("甲四（六）")),
        ClearProblems(Clearing.DISPATCH, "逾期没有整改到位的通报、约谈", CLAUSE("乙四（六）")),
        ClearProblems(Clearing.ACCEPTANCES, "公示、满意度调查、签字验收", TOILET("三（一）3")),
        ClearProblems(Clearing.DISPATCH, "督导检查，及时通报", TOILET("四（三）")),
        ClearProblems(Clearing.LEDGER, "环保督察反馈和“回头看”移交问题整改", WORK_REPORT.clause("九34")),
    ),
    examples=answer,
    leaves={
        "聊政办字〔2019〕13号 通知前言": "印发通知的话，不需系统",
        "聊政办字〔2019〕13号 甲一": "面临的问题，不需系统",
        "聊政办字〔2019〕13号 甲二": "主要目标，由台账的销号率体现",
        "聊政办字〔2019〕13号 甲四（二）": "政策和资金，由各部门落实",
        "聊政办字〔2019〕13号 甲四（四）": "科技支撑和培训，不需系统",
        "聊政办字〔2019〕37号 通知前言": "印发通知的话，不需系统",
        "聊政办字〔2019〕37号 前言": "说明依据，不需系统",
        "聊政办字〔2019〕37号 一": "指导思想，不需系统",
        "聊政办字〔2019〕37号 三（二）1": "长效管理机制由各县（市、区）建立，不需系统",
        "聊政办字〔2019〕37号 四（二）": "资金保障，不在台账里办理",
    },
)
