"""How S03 answers the catalogue's worked examples: through the functions that judge real targets."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from guangyue.indicators.comparing.judging import Judged, Promise, Strength, judge, judge_cases, judge_each
from guangyue.indicators.comparing.measuring import (
    Impossible,
    OtherUnit,
    check_possible,
    convert,
    needed,
)
from guangyue.indicators.comparing.natures import HUNDRED, Dated, Nature, counted, reduction
from guangyue.indicators.comparing.splitting import sum_up
from guangyue.indicators.comparing.windows import Window
from guangyue.indicators.declaration import TargetFact
from guangyue.systems.examples import Given, answering
from liaocheng.target_indicators.parts import TRAINED_IN
from liaocheng.target_indicators.roads import Village
from liaocheng.target_indicators.targets import BY_CODE

Answers = Mapping[str, object]

RATIO = Decimal("0.001")
RATE = Decimal("0.0001")
PERSONS = "人次"


def promise_of(fact: TargetFact, value: Decimal | None = None, *, held: bool | None = None) -> Promise:
    """As a row of the database promises it."""
    open_to = f"适用条件“{fact.condition}”没有说明" if fact.condition and held is None else ""
    return Promise(
        comparator=fact.comparator,
        value=fact.value if value is None else value,
        upper=fact.upper,
        strength=fact.strength,
        direction=fact.comparator.direction,
        open_to="没有说明是百分点还是百分比" if fact.nature is Nature.EITHER else open_to,
        applies=held is not False,
    )


def _actual(given: Given) -> Answers:
    """One number, refused where no such number can be, or where nothing proves it."""
    fact = _target(given)
    number = _number(given.take("actual"))
    if "evidence" in given and not given.text("evidence"):
        return {"accepted": False, "field": "source"}
    try:
        unit = given.text("unit") or fact.unit
        value = convert(number, unit, to=fact.unit)
        check_possible(value, unit=fact.unit, nature=fact.nature)
    except OtherUnit:
        return {"accepted": False, "field": "unit"}
    except Impossible:
        return {"accepted": False, "field": "value"}
    held = given.take("condition_held")
    return {"accepted": True, **_said(judge(promise_of(fact, held=held), value))}


def _part(given: Given) -> Answers:
    fact, name = _target(given), given.text("split")
    part = next(one for one in fact.parts if one.name == name)
    value, actual = part.value * TRAINED_IN, _number(given.take("actual"))
    judged = judge(promise_of(fact, value), actual)
    return {"target_value": _plain(value), **_said(judged)}


def _changed_split(given: Given) -> Answers:
    """The table with some of its numbers changed, in persons."""
    fact = _target(given)
    changed = given.take("change_split")
    parts = [
        _number(changed[part.name]) if part.name in changed else part.value * TRAINED_IN
        for part in fact.parts
    ]
    summed = sum_up(parts, required=convert(fact.value, fact.unit, to=PERSONS), nature=fact.nature)
    return {"accepted": summed.fits, "sum": _plain(summed.total), "required": _plain(summed.required)}


def _reduction(given: Given) -> Answers:
    fact = _target(given)
    base = _number(given.take(f"base_{fact.base_year}"))
    percent = reduction(base, _number(given.take(f"actual_{fact.due.year}")))
    return {"reduction_percent": _plain(percent), **_said(judge(promise_of(fact), percent))}


def _points(given: Given) -> Answers:
    """Of a rise that is not said to be in points, both results."""
    fact = _target(given)
    before, after = (_number(given.take(f"share_{when}")) for when in ("before", "after"))
    judged = judge(promise_of(fact), after - before)
    return {
        "change_pp": _plain(after - before),
        "change_percent": _plain(-reduction(before, after)),
        **_said(judged),
    }


def _villages(given: Given) -> Answers:
    fact = _target(given)
    given.take("as_of")
    total = fact.total or 0
    share = _number(given.take("villages_done")) / total * HUNDRED
    return {"needed": needed(fact.value, total), **_said(judge(promise_of(fact), share))}


def _village(given: Given) -> Answers:
    asked = ("village_total_households", "scattered_far", "long_empty", "paved")
    village = Village(*(int(given.take(key, 0)) for key in asked))
    return {"base": village.base, "share": float(village.share), "village_done": village.is_done}


def _counties(given: Given) -> Answers:
    fact = _target(given)
    judged = {
        county: judge(promise_of(fact), _number(value)) for county, value in given.take("counties").items()
    }
    return {
        "verdict_by_county": {county: one.result.value for county, one in judged.items()},
        "city": judge_each([one.result for one in judged.values()]).value,
    }


def _cases(given: Given) -> Answers:
    fact = _target(given)
    judged, short = judge_cases(promise_of(fact), [_number(one) for one in given.take("sample_days")])
    return {"late_cases": short, **_said(judged)}


def _years(given: Given) -> Answers:
    """The numbers of several years, of which only those of the window count."""
    fact = _target(given)
    figures = [
        Dated(fact.due.replace(year=int(year)), _number(value))
        for year, value in given.take("by_year").items()
    ]
    number = counted(fact.nature, figures, Window(fact.due, fact.since))
    if number is None:
        return {"verdict": "无数据"}
    return {"counted": _plain(number.value), **_said(judge(promise_of(fact), number.value))}


def _target(given: Given) -> TargetFact:
    """As it is declared or, for trying, as firmly as the example says."""
    fact = BY_CODE[given.text("target")]
    strength = given.text("strength")
    return replace(fact, strength=Strength(strength)) if strength else fact


def _said(judged: Judged) -> dict[str, object]:
    rate = judged.rate
    return {
        "verdict": judged.result.value,
        "ratio": None if rate is None else float(rate.quantize(RATIO, ROUND_HALF_UP)),
        "completion_rate": None if rate is None else float(rate.quantize(RATE, ROUND_HALF_UP)),
        "aspirational": judged.aspirational,
        "exceeded": judged.exceeded,
    }


def _number(said: object) -> Decimal:
    return Decimal(str(said))


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


ANSWERS: Mapping[str, Callable[[Given], Answers]] = {
    "village_total_households": _village,
    "change_split": _changed_split,
    "split": _part,
    "counties": _counties,
    "sample_days": _cases,
    "villages_done": _villages,
    "by_year": _years,
    "share_before": _points,
    "base_2014": _reduction,
    "base_2015": _reduction,
    "actual": _actual,
}
answer = answering(ANSWERS)
