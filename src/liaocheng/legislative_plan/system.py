"""S06: 立法计划与意见征集."""

from datetime import date

from guangyue.legislation.demands import ConsultOn, Lawmaking, LeaveTimeForReview, MakeRules, PublishPlan
from guangyue.legislation.kinds import Audience
from guangyue.systems.system import System
from liaocheng.city import JUSTICE
from liaocheng.legislative_plan.document import LANDSCAPE, ONE_WINDOW, PLAN, WASTE_SORTING
from liaocheng.legislative_plan.examples import answer
from liaocheng.legislative_plan.projects import GROUPS, YEAR

CLAUSE = PLAN.clause

SYSTEM = System(
    number="S06",
    title="立法计划与意见征集",
    documents=(PLAN, LANDSCAPE, WASTE_SORTING, ONE_WINDOW),
    led_by=(JUSTICE,),
    demands=(
        PublishPlan(YEAR, PLAN, date(2020, 3, 16), GROUPS, cites=CLAUSE("附件一")),
        MakeRules(Lawmaking.PLAN, "地方性法规 6 件、市政府规章 6 件", CLAUSE("附件二")),
        MakeRules(Lawmaking.ROAD, "起草、论证、协调、审议，步步有记录；职权法定", CLAUSE("二")),
        MakeRules(Lawmaking.CONSULTING, "草案和说明向社会公布，听证，法律顾问和专家参与", CLAUSE("三")),
        MakeRules(Lawmaking.REPLYING, "逐条反馈，人大代表、政协委员的意见单独答复", CLAUSE("三")),
        LeaveTimeForReview(
            since=date(2020, 3, 16),
            review_days=45,
            approval_days=30,
            opposing_percent=30,
            many_comments=100,
            ground="本市系统的补充规定，原文没有天数",
            title="为审查、审批留出合理时间；征求意见的最短天数按现行法设定",
            cites=CLAUSE("四"),
        ),
        MakeRules(Lawmaking.URGING, "跟踪项目进度，组织协调，督促指导", CLAUSE("四")),
        MakeRules(Lawmaking.APPRAISAL, "推进情况作为法治政府建设考核的内容", CLAUSE("四")),
        ConsultOn(
            "landscape",
            "城市景观风貌规划设计和管理的重大事项",
            (Audience.EXPERTS, Audience.PUBLIC),
            cites=LANDSCAPE.clause("第六条第一款"),
        ),
        MakeRules(Lawmaking.ROAD, "制定生活垃圾分类工作政府规章", WASTE_SORTING.clause("四（四）")),
        MakeRules(Lawmaking.PLAN, "需要修订、废止的，列入立法计划", ONE_WINDOW.clause("一（五）")),
    ),
    examples=answer,
    leaves={
        f"{PLAN.number} 通知前言": "印发通知的话，不需系统",
        f"{PLAN.number} 前言": "指导思想，由各项工作体现",
        f"{PLAN.number} 一": "立法的原则，由起草和审查体现",
        f"{LANDSCAPE.number} 第六条第二款": "鼓励捐赠、资助，不需系统",
        f"{LANDSCAPE.number} 第六条第三款": "劝阻和举报转自然资源和规划部门处理，不在本系统办理",
    },
)
