"""演示问题: invented, and marked so; their dates, classes and days are those that the documents ask for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from random import Random

from guangyue.ledgers.demo import DemoProblem
from guangyue.ledgers.flow import State

SEED = 13
MARK = "（演示）"
CENTRES = {  # somewhere in the middle of each county
    "371502": (115.98, 36.45),
    "371503": (116.25, 36.58),
    "371521": (115.79, 36.11),
    "371522": (115.67, 36.23),
    "371524": (116.25, 36.33),
    "371525": (115.44, 36.48),
    "371526": (116.23, 36.87),
    "371581": (115.71, 36.84),
}
FIVE_COUNTIES = ("371524", "371525", "371522", "371521", "371526")
CLEARED, WORKING, ASKED = State.SIGNED_OFF, State.IN_WORK, State.APPLIED

# subject, class, zone, facts, what was reached in turn
RESERVES = (
    (
        "旅游设施建在核心区",
        "违法违规",
        "核心区",
        {"activity": "旅游开发", "permitted": False, "reserve_level": "市级"},
        (CLEARED, CLEARED, CLEARED),
    ),
    (
        "度假房屋批建不符",
        "违法违规",
        "实验区",
        {"activity": "房地产", "defect": "批建不符", "reserve_level": "省级"},
        (CLEARED, WORKING, CLEARED),
    ),
    (
        "鱼塘养殖早于保护区设立",
        "历史遗留",
        "缓冲区",
        {"activity": "养殖", "existed_before_reserve": True, "area": "36"},
        (WORKING, CLEARED, ASKED),
    ),
    (
        "边界界标缺失",
        "管理责任不到位",
        "不适用",
        {"activity": "边界界标", "reserve_plan_approved": False},
        (CLEARED, CLEARED, State.PASSED),
    ),
)
RUBBISH = (
    ("村北坑塘垃圾堆放点", "其他地点", {"waste": "生活垃圾", "amount": "120"}, (CLEARED, CLEARED, WORKING)),
    (
        "水源地旁垃圾堆放点",
        "县级及以上集中式饮用水水源保护区",
        {"waste": "建筑垃圾", "amount": "60"},
        (CLEARED, CLEARED, CLEARED),
    ),
)
TOILETS = (
    ("化粪池渗漏", "不符合无害化规范", (CLEARED, WORKING, ASKED)),
    ("改造后没有使用", "建成没有使用", (CLEARED, State.DRAWN_UP, State.REGISTERED)),
)
LONG_AGO, THIS_SPRING = date(2019, 5, 20), date(2021, 4, 6)


def problems() -> Iterator[DemoProblem]:
    chance = Random(SEED)  # noqa: S311  (nobody's secret)
    yield from _reserves(chance)
    yield from _rubbish(chance)
    yield from _toilets(chance)
    yield from _others(chance)


def _reserves(chance: Random) -> Iterator[DemoProblem]:
    for subject, kind, zone, facts, reached in RESERVES:
        for nth, (region, state) in enumerate(zip(FIVE_COUNTIES, cycle(reached), strict=False)):
            yield _placed(
                chance,
                DemoProblem(
                    "nature-reserves",
                    region,
                    f"{subject}{MARK}",
                    f"湿地保护区第 {nth + 1} 片{MARK}",
                    "绿盾2017回头看" if nth % 2 else "新增排查",
                    LONG_AGO + timedelta(days=9 * nth),
                    state,
                    kind=kind,
                    zone=zone,
                    old_number=f"LD2017-{region[-2:]}{len(subject):02d}" if nth % 2 else "",
                    description="现场核查发现，已拍照、定位。",
                    facts=facts,
                ),
            )


def _rubbish(chance: Random) -> Iterator[DemoProblem]:
    for subject, zone, facts, reached in RUBBISH:
        for nth, (region, state) in enumerate(zip(CENTRES, cycle(reached), strict=False)):
            yield _placed(
                chance,
                DemoProblem(
                    "rubbish-heaps",
                    region,
                    f"{subject}{MARK}",
                    f"某某镇第 {nth + 1} 处{MARK}",
                    "排查建档",
                    LONG_AGO + timedelta(days=11 * nth),
                    state,
                    kind="非正规垃圾堆放点",
                    zone=zone,
                    description="露天堆放，没有防渗。",
                    facts=facts,
                ),
            )


def _toilets(chance: Random) -> Iterator[DemoProblem]:
    for subject, kind, reached in TOILETS:
        for nth, (region, state) in enumerate(zip(CENTRES, cycle(reached), strict=False)):
            recent = state in (State.DRAWN_UP, State.REGISTERED)
            yield _placed(
                chance,
                DemoProblem(
                    "toilet-upgrades",
                    region,
                    f"第 {nth + 1} 户{subject}{MARK}",
                    f"某某镇某某村{MARK}",
                    "逐户排查",
                    THIS_SPRING if recent else date(2020, 10, 12) + timedelta(days=nth),
                    state,
                    kind=kind,
                    description="逐户对照规范检查发现。",
                    facts={"householder": "王某", "style": "三格式", "rebuilt_on": date(2018, 9, 1)},
                    days=200,
                ),
            )


def _others(chance: Random) -> Iterator[DemoProblem]:
    for nth, region in enumerate(("371581", "371503", "371524", "371502")):
        yield _placed(
            chance,
            DemoProblem(
                "pollution-facilities",
                region,
                f"污水处理设施停运{MARK}",
                f"某某社区{MARK}",
                "经常性排查",
                date(2020, 9, 1) + timedelta(days=nth),
                WORKING if nth % 2 else CLEARED,
                kind="设施不能正常运行",
                description="风机损坏，没有人管护。",
                facts={"facility": "生活污水处理设施", "capacity": "50 吨/日"},
            ),
        )
        yield _placed(
            chance,
            DemoProblem(
                "ecological-red-line",
                region,
                f"红线标识牌没有设立{MARK}",
                f"红线第 {nth + 1} 段{MARK}",
                "日常巡护",
                date(2020, 6, 1) + timedelta(days=nth),
                CLEARED if nth else State.LISTED,
                kind="勘界定标未完成",
                description="勘界已完成，标识牌没有设立。",
                facts={"red_line": f"某某河道{MARK}"},
            ),
        )


def _placed(chance: Random, problem: DemoProblem) -> DemoProblem:
    """Strewn about the middle of its county."""
    middle = CENTRES[problem.region]
    longitude, latitude = (Decimal(f"{one + chance.uniform(-0.12, 0.12):.5f}") for one in middle)
    return replace(problem, longitude=longitude, latitude=latitude)


PROBLEMS = tuple(problems())
