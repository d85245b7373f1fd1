"""演示: invented planners, visits and advice; none of them is a person or an event of the city."""

from datetime import date
from decimal import Decimal

from guangyue.kit.money import Money
from guangyue.planners.demo_said import DemoAdvice, DemoPilot, DemoStep
from guangyue.planners.services.contracts import Agreed

SPECIALTIES = (
    "城市更新",
    "历史街区保护",
    "公共空间",
    "社区营造",
    "交通规划",
    "园区规划",
    "绿地系统",
    "市政设施",
)

ADVICE = (
    DemoAdvice(
        "gulou",
        date(2021, 7, 15),
        "街巷口袋空间增加座椅和遮荫",
        "沿街三处空地日照强、没有坐处，建议结合铺装修补放置座椅、补种乔木。",
        DemoStep.REPORTED,
        "已采纳，列入年度微更新项目。",
        "三处空地完成铺装修补，放置座椅，补种乔木。",
    ),
    DemoAdvice(
        "liuyuan",
        date(2021, 9, 9),
        "老旧小区停车与消防通道一并规划",
        "停车挤占消防通道，建议统一划线，夜间错时使用邻近单位车位。",
        DemoStep.DONE,
        "已采纳，由街道和交警部门划线。",
        "通道划线完成，两家单位同意夜间错时停车。",
    ),
    DemoAdvice(
        "xinqu",
        date(2021, 11, 4),
        "学校门口接送区改为港湾式",
        "上下学时段拥堵，建议在门口设港湾式接送区。",
        DemoStep.DECLINED,
        "道路红线内没有空间，现阶段不具备条件，改为错峰放学。",
    ),
    DemoAdvice(
        "huxi",
        date(2022, 1, 13),
        "滨水步道断点贯通",
        "步道有两处断点，建议以栈道贯通，注意防洪要求。",
        DemoStep.ACCEPTED,
        "采纳，已委托设计，计划五月开工。",
    ),
    DemoAdvice(
        "jiangguantun",
        date(2021, 12, 2),
        "临街底商油烟和排水整治",
        "底商排水接入雨水管，建议分流并统一设油水分离。",
        DemoStep.SENT,
    ),
    DemoAdvice(
        "beicheng",
        date(2022, 3, 3),
        "片区公共服务设施补短板",
        "老年人活动场所不足，建议在社区用房里调整。",
        DemoStep.SENT,
    ),
    DemoAdvice(
        "jiuzhou",
        date(2022, 3, 10),
        "园区道路与公交站点衔接",
        "班车停靠点与公交站相距较远，建议移位并连通步道。",
        DemoStep.GIVEN,
    ),
    DemoAdvice(
        "gulou",
        date(2022, 3, 11),
        "古城沿街店招风貌导则",
        "店招尺寸、用材不一，建议制定导则并先做一条示范街。",
        DemoStep.GIVEN,
    ),
)

PILOT = DemoPilot(
    agreed=Agreed(
        institution="一线城市规划设计院（演示）",
        city="上海",
        grade="规划甲级",
        local_institute="本地规划设计院（演示）",
        local_grade="规划乙级",
        signed_on=date(2021, 5, 20),
        since=date(2021, 6, 1),
        duties="每组每月到片区至少一次，全年不少于三十天；调研、宣传、咨询、评估、总结（演示）。",
        group_fee=Money.yuan(120_000),
    ),
    planner_account="demo-planner",
    specialties=SPECIALTIES,
    visits_a_month={"fenghuang": 2, "beicheng": 2},
    hours=(Decimal(6), Decimal("4.5"), Decimal(4)),
    missed={"jiangguantun": ((2021, 10),), "jiuzhou": ((2021, 8), (2022, 2))},
    no_talk={"xinqu": ((2021, 9),), "huxi": ((2022, 1),)},
    advice=ADVICE,
)
