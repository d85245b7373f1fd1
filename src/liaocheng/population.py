"""常住人口: how many live where, and where on the map that is; the outline the synthetic city is drawn on.

Population by the seventh census (2020), to the nearest thousand; for 冠县, 阳谷县, 莘县, 临清市 and 高唐县
estimated, so that the whole is the city's 5,952,000. Middles and reaches are those of the largest
circle inside each boundary.
"""

from collections.abc import Iterator

from guangyue.registries.synthetic.plan import District, Plan, Township
from liaocheng.city import REGIONS

TOWNSHIP_CODE_LENGTH = 9
URBAN = "街道"

# Code, digits in invented numbers, population, longitude, latitude, reach.
DISTRICTS = (
    ("371502", "02", 1_009_000, 115.88, 36.43, 0.135),
    ("371503", "03", 518_000, 116.18, 36.62, 0.1),
    ("371521", "21", 711_000, 115.88, 36.16, 0.145),
    ("371522", "22", 916_000, 115.60, 36.24, 0.11),
    ("371524", "24", 346_000, 116.39, 36.39, 0.07),
    ("371525", "25", 726_000, 115.48, 36.51, 0.135),
    ("371526", "26", 455_000, 116.24, 36.83, 0.115),
    ("371581", "81", 791_000, 115.85, 36.80, 0.11),
    ("3715Z1", "71", 209_000, 116.04, 36.47, 0.03),
    ("3715Z2", "72", 149_000, 116.00, 36.36, 0.03),
    ("3715Z3", "73", 122_000, 115.93, 36.38, 0.03),
)


def city_plan() -> Plan:
    """聊城's outline for `guangyue.registries.synthetic`."""
    townships = list(_townships())
    return Plan(
        title="聊城",
        districts=tuple(
            District(
                code=code,
                digits=digits,
                population=population,
                longitude=longitude,
                latitude=latitude,
                reach=reach,
                townships=tuple(town for district, town in townships if district == code),
            )
            for code, digits, population, longitude, latitude, reach in DISTRICTS
        ),
    )


def _townships() -> Iterator[tuple[str, Township]]:
    """Every township that there is today, with the district or zone that runs it."""
    for fact in REGIONS:
        if len(fact.code) == TOWNSHIP_CODE_LENGTH and fact.until is None:
            district = fact.managed_by or fact.parent
            yield district, Township(code=fact.code, title=fact.name, urban=fact.kind == URBAN)
