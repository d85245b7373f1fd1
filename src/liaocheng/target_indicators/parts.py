"""Who bears a part of a target: the training table of 2019, and the counties that a clause means."""

from decimal import Decimal

from guangyue.indicators.declaration import PartFact

# 附件1 of 聊政办发〔2019〕10号; it heads the column 人, the target counts 人次 and the sums agree.
TRAINING = (
    PartFact("government", "市本级", Decimal(2200)),
    PartFact("dongchangfu-government", "东昌府区", Decimal(4650)),
    PartFact("chiping-government", "茌平区", Decimal(3250)),
    PartFact("linqing-government", "临清市", Decimal(4200)),
    PartFact("guanxian-government", "冠县", Decimal(3400)),
    PartFact("shenxian-government", "莘县", Decimal(3700)),
    PartFact("yanggu-government", "阳谷县", Decimal(3150)),
    PartFact("donge-government", "东阿县", Decimal(2900)),
    PartFact("gaotang-government", "高唐县", Decimal(3700)),
    PartFact("economic-zone", "经济技术开发区", Decimal(3700)),
    PartFact("high-tech-zone", "高新技术产业开发区", Decimal(3150)),
    PartFact("tourism-zone", "江北水城旅游度假区", Decimal(2100)),
)
TRAINED_IN = Decimal(10_000)  # the target is said in 万人次

_NAMES = {part.organisation: part.name for part in TRAINING}
ZONES = ("economic-zone", "high-tech-zone", "tourism-zone")
COUNTIES = tuple(key for key in _NAMES if key != "government" and key not in ZONES)
PLACES = {
    "counties": COUNTIES,
    "other-counties": tuple(key for key in COUNTIES if key != "dongchangfu-government"),
    "zones": ZONES,
}


def training_parts() -> tuple[PartFact, ...]:
    """In the unit of the target."""
    return tuple(PartFact(part.organisation, part.name, part.value / TRAINED_IN) for part in TRAINING)


def equal_parts(places: str, value: Decimal) -> tuple[PartFact, ...]:
    """各…均: each of them the whole number."""
    return tuple(PartFact(key, _NAMES[key], value) for key in PLACES[places])
