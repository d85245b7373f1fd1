"""演示实际数: invented for the demonstration, beside targets that are what they are. Nothing is invented of
an enterprise that a clause names."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import cycle

from guangyue.indicators.comparing.comparators import Direction
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.comparing.windows import Every
from guangyue.indicators.declaration import DemoFigure, TargetFact
from liaocheng.target_indicators.parts import TRAINED_IN, TRAINING
from liaocheng.target_indicators.targets import BY_CODE, TARGETS, TRAINING_OF_2019

DAY = date(2021, 4, 30)  # on which the demonstration stands
WHOLE = Decimal(100)
ONE = Decimal(1)
TENTH = Decimal("0.1")

# How far the targets of past years came, one after the other; of some nobody said anything.
PACES = ("1.04", "1", "0.99", "1.08", "1.02", "", "0.95", "1", "1.03")
# What only a person can judge.
OPEN_PACES = {"TA01": "0.985", "TA06": "0.96", "TA69": "0.97", "TK08": "0.5"}
SEASONS = (((3, 31), "0.2"), ((6, 30), "0.46"), ((9, 30), "0.73"), ((12, 31), "1"))
SO_FAR = ((date(2020, 6, 30), "0.44"), (date(2020, 12, 31), "0.56"), (date(2021, 3, 31), "0.63"))
BASES = {Nature.CHANGE: Decimal(1000), Nature.POINTS: Decimal(30)}
BASE_UNITS = {Nature.CHANGE: "公斤/公顷", Nature.POINTS: "%"}
TRAINED = ("1.01", "0.9032", "1", "1.02", "0.97", "1.05", "1", "0.88", "1.03", "1.01", "1", "1.04")
COUNTIES_OF = {
    "TI03": ("55", "52", "50", "61", "44", "50", "58"),
    "TS09": ("1", "1", "1", "2", "1", "1", "0", "1"),
}


def _figures() -> Iterator[DemoFigure]:
    paces = cycle(PACES)
    for fact in TARGETS:
        if fact.reach in ("firm", "each") or fact.nature is Nature.EITHER:
            continue
        if fact.code == TRAINING_OF_2019 or fact.every is not Every.ONCE:
            continue
        if fact.due > DAY:
            yield from _so_far(fact)
        elif pace := OPEN_PACES.get(fact.code) or next(paces):
            yield from _in_the_end(fact, Decimal(pace))


def _in_the_end(fact: TargetFact, pace: Decimal) -> Iterator[DemoFigure]:
    """Quarter by quarter where it accumulates."""
    if fact.nature is Nature.YEARLY and fact.comparator.direction is Direction.HIGHER:
        for (month, day), part in SEASONS:
            on = min(date(fact.due.year, month, day), fact.due)
            yield _figure(fact, on, fact.value * pace * Decimal(part))
    elif fact.nature is Nature.CUMULATIVE and fact.since:
        years = range(fact.since.year, fact.due.year + 1)
        for year in years:
            yield _figure(fact, date(year, 12, 31), fact.value * pace / len(years))
    elif fact.nature in BASES:
        yield from _against_a_base(fact, pace)
    else:
        yield _figure(fact, fact.due, _as_far(fact, pace))


def _so_far(fact: TargetFact) -> Iterator[DemoFigure]:
    """Of what is still to come."""
    if fact.nature is Nature.CUMULATIVE and fact.since:
        for on, part in ((date(2020, 12, 31), "0.4"), (date(2021, 3, 31), "0.1")):
            if on >= fact.since:
                yield _figure(fact, on, fact.value * Decimal(part))
    elif fact.nature in (Nature.LEVEL, Nature.SHARE) and fact.since is None:
        for on, part in SO_FAR:
            yield _figure(fact, on, _as_far(fact, Decimal(part)))


def _against_a_base(fact: TargetFact, pace: Decimal) -> Iterator[DemoFigure]:
    base, unit = BASES[fact.nature], BASE_UNITS[fact.nature]
    year = fact.base_year or fact.due.year - 1
    change = fact.value * pace
    reached = base + change if fact.nature is Nature.POINTS else base * (1 - change / WHOLE)
    yield DemoFigure(fact.code, date(year, 12, 31), base, unit=unit, base=True)
    yield DemoFigure(fact.code, fact.due, reached.quantize(Decimal("0.01")), unit=unit)


def _as_far(fact: TargetFact, pace: Decimal) -> Decimal:
    return fact.value / pace if fact.comparator.direction is Direction.LOWER else fact.value * pace


def _figure(fact: TargetFact, on: date, value: Decimal) -> DemoFigure:
    """With as many decimals as the target has, and one more of a share."""
    finest = fact.value.as_tuple().exponent
    digits = ONE.scaleb(int(finest)) if isinstance(finest, int) and finest < 0 else ONE
    if fact.unit == "%":
        digits = min(digits, TENTH)
        value = min(value, WHOLE) if fact.nature is Nature.SHARE else value
    return DemoFigure(fact.code, on, value.quantize(digits), unit=fact.unit)


def _parts() -> Iterator[DemoFigure]:
    """训练 of 2019 by county, its sum, and what each county has for itself."""
    end, total = date(2019, 12, 31), Decimal(0)
    for part, pace in zip(TRAINING, TRAINED, strict=True):
        trained = (part.value * Decimal(pace)).quantize(ONE)
        total += trained
        yield DemoFigure(TRAINING_OF_2019, end, trained, unit="人次", organisation=part.organisation)
    yield DemoFigure(TRAINING_OF_2019, end, total / TRAINED_IN, unit="万人次")
    for code, values in COUNTIES_OF.items():
        fact = BY_CODE[code]
        on = min(fact.due, date(2021, 3, 31))
        for part, value in zip(fact.parts, values, strict=True):
            yield DemoFigure(code, on, Decimal(value), unit=fact.unit, organisation=part.organisation)


def _waiting() -> Iterator[DemoFigure]:
    """What nobody has verified yet, some without evidence."""
    april = date(2021, 4, 15)
    for code, value, evidenced in (("TL02", 208, True), ("TN01", 2350, True), ("TN05", 9, False)):
        yield DemoFigure(
            code, april, Decimal(value), unit=BY_CODE[code].unit, evidenced=evidenced, verified=False
        )
    yield DemoFigure("TS10", april, Decimal(360), unit="个", organisation="donge-government", verified=False)


FIGURES = (*_figures(), *_parts(), *_waiting())
