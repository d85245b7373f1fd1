"""An abatement list for the demonstration, of every kind and in every district; nobody on it is real."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import cycle

from guangyue.alerts.demo.orders import DemoSource
from liaocheng.heavy_pollution import industries

PLACES = (
    ("371502", "东昌府", "36.4510", "115.9850"),
    ("371503", "茌平", "36.5800", "116.2530"),
    ("371521", "阳谷", "36.1140", "115.7910"),
    ("371522", "莘县", "36.2340", "115.6710"),
    ("371524", "东阿", "36.3350", "116.2480"),
    ("371525", "冠县", "36.4840", "115.4430"),
    ("371526", "高唐", "36.8470", "116.2310"),
    ("371581", "临清", "36.8380", "115.7050"),
)
STEP = Decimal("0.0600")  # degrees between two of one district

# Industry, what follows in its name, grade, and kilograms a day of SO2, NOx, PM and VOCs.
ENTERPRISES = (
    ("铸造", "铸造厂", "D", (60, 90, 260, 150)),
    ("水泥", "水泥公司", "A", (180, 620, 240, 10)),
    ("包装印刷", "印刷公司", "C", (0, 5, 10, 180)),
    ("家具制造", "家具公司", "B", (0, 5, 60, 210)),
    ("人造板制造", "板业公司", "C", (30, 110, 190, 240)),
    ("砖瓦窑", "新型墙材公司", "D", (240, 180, 230, 5)),
    (industries.FEED, "饲料公司", "UNRATED", (10, 25, 150, 10)),
    ("电解铝", "铝业公司", "B", (520, 380, 210, 10)),
    ("炭素", "炭素公司", "C", (210, 150, 140, 30)),
    (industries.ASPHALT, "沥青拌和站", "UNRATED", (20, 60, 160, 90)),
    ("工业涂装", "专用车公司", "C", (0, 10, 40, 320)),
    ("橡胶制品制造", "橡胶公司", "D", (15, 25, 60, 210)),
    (industries.OTHER_CHEMICALS, "化工公司", "UNRATED", (60, 90, 50, 260)),
    ("玻璃", "玻璃公司", "B", (160, 410, 90, 10)),
    (industries.GRAVEL, "砂石料厂", "UNRATED", (0, 20, 310, 0)),
    (industries.OTHER_PLASTICS, "塑料制品厂", "UNRATED", (0, 5, 20, 150)),
    ("制药", "制药公司", "LEADING", (20, 40, 20, 130)),
    ("农药制造", "农药公司", "C", (15, 30, 25, 160)),
    (industries.HEATING_PLANT, "热电公司", "UNRATED", (420, 760, 180, 5)),
    ("耐火材料", "耐火材料公司", "D", (90, 130, 170, 5)),
)
GUARANTEED = {industries.HEATING_PLANT: ("POWER_AND_HEAT",), "制药": ("EPIDEMIC_SUPPLIES",)}
OTHERS = (
    ("SITE", "一号工地", (0, 40, 220, 0)),
    ("SITE", "安置房工地", (0, 35, 190, 0)),
    ("SITE", "道路改造工地", (0, 45, 240, 0)),
    ("HAULIER", "物流公司", (20, 310, 45, 60)),
    ("SCHOOL", "实验小学", (0, 0, 0, 0)),
    ("STREET_CLEANING", "道路保洁公司", (0, 0, 160, 0)),
    ("PUBLIC_TRANSPORT", "公共交通公司", (0, 0, 0, 0)),
    ("HOSPITAL", "人民医院", (0, 0, 0, 0)),
    ("ORGANISER", "文旅活动公司", (0, 0, 0, 0)),
)
ROUNDS = 2  # of all enterprises over the districts


def _sources() -> Iterator[DemoSource]:
    kinds = tuple(
        ("ENTERPRISE", suffix, industry, grade, daily) for industry, suffix, grade, daily in ENTERPRISES
    )
    others = tuple((kind, suffix, "", "UNRATED", daily) for kind, suffix, daily in OTHERS)
    places = cycle(PLACES)
    for number, (kind, suffix, industry, grade, daily) in enumerate((*(kinds * ROUNDS), *(others * ROUNDS))):
        region, district, latitude, longitude = next(places)
        turn = Decimal(number // len(PLACES))
        yield DemoSource(
            code=f"YS-{number + 1:03d}",
            name=f"{district}{suffix}（演示）",
            kind=kind,
            region=region,
            industry=industry,
            grade=grade,
            daily=tuple(map(Decimal, daily)),
            tasks=GUARANTEED.get(industry, ()),
            latitude=Decimal(latitude) + STEP * (turn % 3 - 1),
            longitude=Decimal(longitude) + STEP * (turn // 3 - 1),
        )


SOURCES = tuple(_sources())
# All society, in kilograms a day.
BASE = dict(zip(("so2", "nox", "pm", "vocs"), map(Decimal, (7_800, 13_800, 14_500, 10_400)), strict=True))
