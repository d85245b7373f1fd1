"""强制性 measures: of industry and of what moves, and against dust."""

from guangyue.alerts.reduction.measures import Force, Measure, RecipientKind, Step, Trait
from liaocheng.city import ECOLOGY, HOUSING
from liaocheng.heavy_pollution import industries
from liaocheng.heavy_pollution.plan import ORANGE, RED, YELLOW
from liaocheng.heavy_pollution.steps import CLAUSE, FROM_ORANGE, FROM_YELLOW, NO_OLD_TRUCKS, Steps, alike

NOT_IN_FROST = "非冰冻期"
BY_LIST = "按技术指南和工业源清单停产、限产，可以轮流停限产、置换减排"
CITY_SERVICE = "城市运行保障车辆、执行特种任务的车辆"
OLD_MACHINES = "不用国二及以下非道路移动机械"
OLD_MACHINES_SPARED = "清洁能源和紧急检修的机械"


def of_what_moves(does: str, exempt: str) -> Steps:
    """移动源 at Ⅱ and Ⅰ, of which Ⅰ names it in a second point."""
    return {
        **alike((ORANGE.key,), "3（2）", does, exempt),
        **alike((RED.key,), "3（2）②", does, exempt),
    }


MOVING = (
    Measure(
        "E1",
        "工业源减排",
        Force.COMPULSORY,
        (RecipientKind.ENTERPRISE,),
        alike(FROM_YELLOW, "3（1）", BY_LIST),
        spares=(Trait.UNLISTED,),
        graded=True,
        done_by=(ECOLOGY,),
    ),
    Measure(
        "E2",
        "城区限行",
        Force.COMPULSORY,
        (RecipientKind.VEHICLE_OWNER,),
        alike((YELLOW.key,), "3（2）", "城区可以限制柴油货车、三轮汽车、拖拉机通行"),
    ),
    Measure(
        "E3",
        "大宗运输",
        Force.COMPULSORY,
        (RecipientKind.HAULIER, RecipientKind.ENTERPRISE),
        of_what_moves(NO_OLD_TRUCKS, exempt="特种车辆、危化品车辆"),
        only=(Trait.BULK_HAULAGE,),
        spares=(Trait.PEOPLES_SUPPLY,),
    ),
    Measure(
        "E4",
        "非道路移动机械",
        Force.COMPULSORY,
        (RecipientKind.SITE, RecipientKind.ENTERPRISE),
        of_what_moves(OLD_MACHINES, exempt=OLD_MACHINES_SPARED),
    ),
    Measure(
        "E5",
        "城区禁行",
        Force.COMPULSORY,
        (RecipientKind.VEHICLE_OWNER,),
        of_what_moves("城区禁行重型和中型柴油货车、三轮汽车、低速货车、拖拉机", exempt=CITY_SERVICE),
    ),
    Measure(
        "E6",
        "单双号限行",
        Force.COMPULSORY,
        (RecipientKind.VEHICLE_OWNER,),
        alike(
            (RED.key,),
            "3（2）①",
            "外环路以内和各县划定区域，本地和过境机动车单双号限行",
            exempt=f"{CITY_SERVICE}，核准的邮政快递车、残疾人专用车、新能源汽车等",
        ),
    ),
    Measure(
        "U1",
        "未列入清单的涉气企业",
        Force.COMPULSORY,
        (RecipientKind.ENTERPRISE,),
        {
            level: Step(
                f"统一采取应急措施；{OLD_MACHINES}；{NO_OLD_TRUCKS}",
                CLAUSE("4.5"),
                exempt=OLD_MACHINES_SPARED,
            )
            for level in FROM_ORANGE
        },
        only=(Trait.UNLISTED,),
    ),
)

DUST = (
    Measure(
        "D1",
        "停止露天作业",
        Force.COMPULSORY,
        (RecipientKind.ENTERPRISE,),
        alike(FROM_YELLOW, "3（3）①", "停止露天作业"),
        sectors=(industries.GRAVEL_YARD, industries.STONE_PLANT, industries.SLAB_PLANT),
    ),
    Measure(
        "D2",
        "工地停工",
        Force.COMPULSORY,
        (RecipientKind.SITE,),
        alike(FROM_YELLOW, "3（3）②", "停止土石方、拆除、喷涂粉刷、护坡喷浆和混凝土搅拌"),
        spares=(Trait.GUARANTEED,),
        done_by=(HOUSING,),
    ),
    Measure(
        "D3",
        "道路洒水",
        Force.COMPULSORY,
        (RecipientKind.STREET_CLEANING,),
        alike(FROM_YELLOW, "3（3）③", f"主干道和易扬尘路段每天增加 2 次洒水（{NOT_IN_FROST}）"),
    ),
    Measure(
        "D4",
        "散料运输",
        Force.COMPULSORY,
        (RecipientKind.VEHICLE_OWNER, RecipientKind.HAULIER),
        alike(FROM_YELLOW, "3（3）④", "没有密闭装置的煤炭、渣土、砂石运输车辆不上路"),
    ),
    Measure(
        "D5",
        "散料苫盖",
        Force.COMPULSORY,
        (RecipientKind.ENTERPRISE,),
        alike(FROM_YELLOW, "3（3）⑤", f"露天散料全部苫盖，增加洒水（{NOT_IN_FROST}）"),
    ),
    Measure(
        "D6",
        "禁放烟花爆竹",
        Force.COMPULSORY,
        (RecipientKind.PUBLIC,),
        alike(FROM_YELLOW, "3（3）⑥", "城区禁止燃放烟花爆竹"),
    ),
)
