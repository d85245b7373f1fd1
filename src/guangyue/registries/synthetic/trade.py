"""Firms: what they do, how large they are, and since when."""

from dataclasses import dataclass

import numpy as np

from guangyue.registries.synthetic.chance import Real, Truth, Whole, between, happens, pick, pick_by
from guangyue.registries.synthetic.settlements import Settlements

COMPANY, SOLE_TRADER, COOPERATIVE = range(3)
FIRM_KINDS = ("企业", "个体工商户", "农民专业合作社")
FIRM_LETTERS = ("1", "2", "3")  # as the second letter of a credit code says it

MICRO, SMALL, MEDIUM, LARGE = range(4)
SIZES = ("微型", "小型", "中型", "大型")
JOBS_BY_SIZE = ((1, 8), (15, 50), (80, 180), (200, 420))  # of people living in the city
STAFF_FROM_OUTSIDE = ((0, 1), (0, 8), (240, 500), (900, 3200))

TRADING, CLOSED, REVOKED = range(3)
STATUSES = ("在营", "注销", "吊销")

INDUSTRIES = (
    ("制造业", 0.2, ("轴承", "机械", "铝业", "纺织", "食品", "阿胶制品")),
    ("批发和零售业", 0.29, ("商贸", "建材", "百货", "农资")),
    ("建筑业", 0.09, ("建筑工程", "装饰工程")),
    ("交通运输、仓储和邮政业", 0.08, ("物流", "运输")),
    ("住宿和餐饮业", 0.1, ("餐饮", "酒店")),
    ("信息传输、软件和信息技术服务业", 0.04, ("信息科技", "软件")),
    ("居民服务、修理和其他服务业", 0.07, ("家政服务", "汽车维修")),
    ("租赁和商务服务业", 0.05, ("人力资源", "商务服务")),
    ("科学研究和技术服务业", 0.03, ("检测技术", "工程设计")),
    ("农、林、牧、渔业", 0.05, ("果蔬种植", "畜禽养殖")),
)
BRANDS = "岳湖荷运鲁润昌泰恒瑞和源信诚达宏丰盛凯远茂嘉祥鑫众合"
FORMS = ("有限公司", "商行", "专业合作社")

CREDIT_RISKS = ("A 信用风险低", "B 信用风险一般", "C 信用风险较高", "D 信用风险高")
TAX_GRADES = ("A", "B", "M", "C", "D")
EMISSIONS = ("不在清单", "A", "B", "C", "D")
HALF_LIFE_OF_FIRMS = 2400  # days


@dataclass(frozen=True)
class Trade:
    """经营主体: one row a firm."""

    place: Whole
    district: Whole
    kind: Whole
    industry: Whole
    size: Whole
    status: Whole
    registered: Whole
    closed: Whole
    jobs: Real
    outside: Whole
    names: list[str]


def trade(rng: np.random.Generator, settlements: Settlements, *, firms: int, city: str, on: int) -> Trade:
    place = settlements.works[pick(rng, [1.0] * len(settlements.works), firms)]
    kind = pick(rng, (0.54, 0.4, 0.06), firms)
    industry = pick(rng, [share for _, share, _ in INDUSTRIES], firms)
    size = np.where(kind == COMPANY, pick(rng, (0.87, 0.105, 0.02, 0.005), firms), MICRO)
    status = pick(rng, (0.9, 0.07, 0.03), firms)
    old = 20 + (HALF_LIFE_OF_FIRMS * -np.log2(1 - between(rng, 0, 0.93, firms)) * (1 + 0.4 * size)).astype(
        np.int64
    )
    low, high = np.array(JOBS_BY_SIZE)[size].T
    fewer = np.where(kind == SOLE_TRADER, 0.3, 1.0)
    outside = np.array(STAFF_FROM_OUTSIDE)[size].T
    return Trade(
        place=place,
        district=settlements.district[place],
        kind=kind,
        industry=industry,
        size=size,
        status=status,
        registered=on - old,
        closed=np.where(status == TRADING, 0, on - (old * between(rng, 0, 0.8, firms)).astype(np.int64)),
        jobs=np.where(status == TRADING, between(rng, low, high, firms) * fewer, 0.0),
        outside=between(rng, outside[0], outside[1], firms).astype(np.int64) * (status == TRADING),
        names=_names(rng, city, kind, industry),
    )


def _names(rng: np.random.Generator, city: str, kind: Whole, industry: Whole) -> list[str]:
    letters = (rng.random((3, len(kind))) * len(BRANDS)).astype(int).tolist()
    goods = rng.random(len(kind))
    names = []
    for first, second, third, form, at, draw in zip(
        *letters, kind.tolist(), industry.tolist(), goods.tolist(), strict=True
    ):
        words = INDUSTRIES[at][2]
        brand = BRANDS[first] + BRANDS[second] + (BRANDS[third] if form == COMPANY else "")
        names.append(f"{city}{brand}{words[int(draw * len(words))]}{FORMS[form]}")
    return names


def credit_risks(rng: np.random.Generator, firms: int) -> Whole:
    return pick(rng, (0.46, 0.4, 0.11, 0.03), firms)


def tax_grades(rng: np.random.Generator, risk: Whole) -> Whole:
    """The tax office and the market regulator seldom disagree about a firm."""
    table = (
        (0.3, 0.55, 0.12, 0.02, 0.01),
        (0.12, 0.6, 0.2, 0.06, 0.02),
        (0.02, 0.4, 0.23, 0.25, 0.1),
        (0.0, 0.1, 0.1, 0.4, 0.4),
    )
    return pick_by(rng, table, risk)


def emissions(rng: np.random.Generator, industry: Whole) -> Whole:
    """绩效分级 of the firms on the list of the 应急减排清单: some of those that make things or build."""
    listed: Truth = (industry == 0) & happens(rng, 0.35, len(industry)) | (industry == 2) & happens(
        rng, 0.08, len(industry)
    )
    return np.where(listed, 1 + pick(rng, (0.06, 0.26, 0.44, 0.24), len(industry)), 0)
