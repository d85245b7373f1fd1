"""S46: 责任规划师, tried out in the main city."""

from guangyue.planners.demands import Planning, RunPilot, ServeAreas
from guangyue.systems.system import System
from liaocheng.city import NATURAL_RESOURCES
from liaocheng.responsible_planners.document import PLANNERS
from liaocheng.responsible_planners.examples import answer
from liaocheng.responsible_planners.pilot import PILOT

CLAUSE = PLANNERS.clause

SYSTEM = System(
    number="S46",
    title="责任规划师",
    documents=(PLANNERS,),
    led_by=(NATURAL_RESOURCES,),
    demands=(
        RunPilot(PILOT, cites=CLAUSE("五")),
        ServeAreas(Planning.GROUPS, "一个团队分为若干小组，每组服务一个镇街（园区）", CLAUSE("一（一）")),
        ServeAreas(Planning.CONTRACTS, "甲级资质机构，聘期 3 年，考评合格可以续聘", CLAUSE("一（二）")),
        ServeAreas(Planning.PLANNERS, "三项任职条件之一，核验以后编组", CLAUSE("一（二）")),
        ServeAreas(Planning.VISITS, "每月至少 1 次，当面交流，全年不少于 30 天", CLAUSE("一（三）")),
        ServeAreas(Planning.DEDUCTIONS, "达不到规定天数和次数，按比例扣减", CLAUSE("一（三）")),
        ServeAreas(Planning.VISITS, "每次服务写明五项工作中的哪几项", CLAUSE("二（一）")),
        ServeAreas(Planning.TERMS, "片区类型和工作重点", CLAUSE("二（二）")),
        ServeAreas(Planning.ADVICE, "汇总意见建议，函告落实", CLAUSE("三（一）")),
        ServeAreas(Planning.DISPATCH, "每月调度，通报落实情况", CLAUSE("三（一）")),
        ServeAreas(Planning.ADVICE, "研究实施转来的意见建议", CLAUSE("三（二）")),
        ServeAreas(Planning.SUPPORT, "提供工作场所和条件", CLAUSE("三（三）")),
        ServeAreas(Planning.ADVICE, "落实意见建议，反馈落实情况", CLAUSE("三（三）")),
        ServeAreas(Planning.EVALUATIONS, "每年评议所服务的区和镇街", CLAUSE("三（四）")),
        ServeAreas(Planning.REPORTS, "定期听取述职和实施情况", CLAUSE("四（一）")),
        ServeAreas(Planning.SUPPORT, "区级保证场所和必要经费", CLAUSE("四（二）")),
        ServeAreas(Planning.PUBLIC, "公众看得到意见建议和结果", CLAUSE("四（四）")),
    ),
    examples=answer,
    leaves={
        "通知前言": "印发通知的话，不需系统",
        "前言": "说明依据，不需系统",
        "四（三）": "培训交流、技术资料由市自然资源和规划局组织；手机登记和公开页面可以接入“我的聊城”",
    },
)
