"""指导性 measures: by sector and by line, arranged by the county."""

from dataclasses import replace

from guangyue.alerts.reduction.measures import WHOLE, Force, Measure, RecipientKind, Step
from liaocheng.city import ECOLOGY
from liaocheng.heavy_pollution import industries
from liaocheng.heavy_pollution.plan import ORANGE, RED, YELLOW
from liaocheng.heavy_pollution.steps import FROM_ORANGE, FROM_YELLOW, NO_OLD_TRUCKS, Steps, step

HALF = 50  # percent


def guiding(code: str, title: str, steps: Steps, *sectors: str) -> Measure:
    """指导性: for enterprises of these sectors; the county may have them stop, limit or take turns (4.5)."""
    return Measure(
        code, title, Force.GUIDING, (RecipientKind.ENTERPRISE,), steps, sectors=sectors, done_by=(ECOLOGY,)
    )


def limit(level: str, place: str, does: str, percent: int) -> Step:
    return replace(step(level, place, f"{does}；{NO_OLD_TRUCKS}"), lines=percent)


HALF_OF_LINES = "按生产线限产不低于 50%"
# 4.4.3.4 and 4.4.4.4 do not name hot dipping: what Ⅲ asks stays, since no higher level is lighter.
DIPPING = replace(limit(YELLOW.key, "4（1）", HALF_OF_LINES, HALF), rotates=True)
CRUSHED = "停产；不用公路运输"

GUIDING = (
    guiding("G1", "金属制品热镀", dict.fromkeys(FROM_YELLOW, DIPPING), industries.HOT_DIP),
    guiding(
        "G2",
        "金属压延和表面热处理",
        {
            ORANGE.key: replace(limit(ORANGE.key, "4（1）", HALF_OF_LINES, HALF), rotates=True),
            RED.key: limit(RED.key, "4（1）", "停产", WHOLE),
        },
        industries.HOT_ROLLING,
        industries.SURFACE_HEAT,
    ),
    guiding(
        "G3",
        "砂石料加工",
        {level: replace(step(level, "4（2）①", CRUSHED), lines=WHOLE) for level in FROM_YELLOW},
        industries.GRAVEL,
    ),
    guiding(
        "G4",
        "沥青混凝土",
        {
            YELLOW.key: step(YELLOW.key, "4（2）②", NO_OLD_TRUCKS),
            **{
                level: replace(
                    step(level, "4（2）②", "停产；不用国四及以下重型货车（含国五燃气）运输"), lines=WHOLE
                )
                for level in FROM_ORANGE
            },
        },
        industries.ASPHALT,
    ),
    guiding(
        "G5",
        "饲料",
        {
            level: replace(limit(level, place, HALF_OF_LINES, HALF), single_line_rotates=True)
            for level, place in ((ORANGE.key, "4（2）③"), (RED.key, "4（3）"))
        },
        industries.FEED,
    ),
    guiding(
        "G6",
        "其他塑料制品",
        {
            ORANGE.key: replace(
                limit(ORANGE.key, "4（2）④", "县域内轮流停产，或者按生产线限产 50%", HALF), rotates=True
            ),
            RED.key: limit(RED.key, "4（5）", "停产", WHOLE),
        },
        industries.OTHER_PLASTICS,
    ),
    guiding(
        "G7",
        "其他化学品",
        {
            level: limit(level, place, "保障安全的前提下，按生产线限产 50% 以上", HALF)
            for level, place in ((YELLOW.key, "4（3）"), (ORANGE.key, "4（2）⑤"), (RED.key, "4（4）"))
        },
        industries.OTHER_CHEMICALS,
    ),
    guiding(
        "G8",
        "居民供暖电厂",
        {
            level: step(level, place, f"按方案以热定产；{NO_OLD_TRUCKS}")
            for level, place in ((YELLOW.key, "4（4）"), (ORANGE.key, "4（2）⑥"), (RED.key, "4（6）"))
        },
        industries.HEATING_PLANT,
    ),
)
