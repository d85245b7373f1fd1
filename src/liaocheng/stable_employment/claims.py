"""申请: what a claim says, as the facts that the rules ask about.

What a window verifies before it asks the engine, and a claim does not say, is taken as verified and stands in
`VERIFIED`; everything else that is not said stays unknown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from guangyue.kit.money import NOTHING
from guangyue.rules.answers import exact_said, money_said, month_ends_said, month_said
from guangyue.rules.facts import FactRefused, Facts, Field
from guangyue.rules.tree import Kind
from guangyue.systems.examples import Given, as_day
from liaocheng.stable_employment.facts import (
    COUNTY,
    HARD_TO_EMPLOY,
    JOINT,
    LARGE,
    MEDIUM,
    MICRO,
    MUNICIPAL,
    OTHER_UNIT,
    PARTNERSHIP,
    PERSONAL,
    PROVINCIAL,
    PUBLIC_INSTITUTION,
    SMALL,
)
from liaocheng.stable_employment.rules.persons import UI_BENEFIT

SPELLINGS = {
    "micro": MICRO,
    "small": SMALL,
    "medium": MEDIUM,
    "large": LARGE,
    "other_insured": OTHER_UNIT,
    "public_institution": PUBLIC_INSTITUTION,
    "personal": PERSONAL,
    "partnership": PARTNERSHIP,
    "joint": JOINT,
    "provincial": PROVINCIAL,
    "municipal": MUNICIPAL,
    "county": COUNTY,
}
PARTS = ("enterprise", "person", "due", "params")  # besides the claim itself
MONTHS_OF_RENT = 3
VERIFIED: Mapping[str, object] = {
    "history": (),
    "heavy_loss": False,
    "applied": True,
    "approved": True,
    "recognised": True,
    "award_had": False,
    "other_model_award": False,
    "employment_registered": True,
    "within_loan_policy": True,
    "monitoring_county": True,
    "laid_off": True,
    "extended": False,
    "paid_this_year": NOTHING,
    "year_no": 1,
}
# and of one measure only
VERIFIED_OF: Mapping[str, Mapping[str, object]] = {
    UI_BENEFIT: {"ui_benefit": True},
    "temp_post_600": {"cats": (HARD_TO_EMPLOY,)},
    "term_extension": {"cats": (HARD_TO_EMPLOY,)},
    "smallfirm_loan": {"size": SMALL},
    "incubation_award": {"months_since_leaving": 6, "jobs_each": 5},
}


@dataclass(frozen=True)
class Claim:
    """One application: its measure, its day or months, its facts, and the figures of its place."""

    given: Given
    instead: str = ""  # the measure it is judged by, when that is another than its own

    @property
    def measure(self) -> str:
        return self.instead or self.given.text("measure")

    @property
    def on(self) -> date | None:
        return _day_said(self.given.take("date"), "date")

    @property
    def spring_start(self) -> date | None:
        """春节期间首日, which neither document says."""
        return _day_said(self.given.part("params").take("spring_start"), "spring_start")

    @property
    def months(self) -> tuple[date, ...]:
        return month_ends_said(self.given.take("months"))

    def figure(self, key: str, region: str | None, day: date) -> int | None:
        """A parameter of the place, or None where nobody said it."""
        value = self.given.part("params").take(key)
        if value is None:
            return None
        amount = money_said(value)
        if amount <= NOTHING:
            raise FactRefused("标准必须大于零。", field=key)
        return amount.fen

    def subject(self, kind: type[Facts]) -> Facts:
        verified = {**VERIFIED, **self._rent(), **self._few_layoffs(), **VERIFIED_OF.get(self.measure, {})}
        known = {name: value for name, value in verified.items() if name in kind.fields}
        return kind(**{**known, **told(kind, self.given, *map(self.given.part, PARTS))})

    def _rent(self) -> Mapping[str, object]:
        """第17条: the rent remitted, month by month; the first three count."""
        months = self.given.take("reduced_by_month")
        if months is None:
            return {}
        if not isinstance(months, list):
            raise FactRefused("请按月填减免的租金。", field="reduced_by_month")
        rents = [money_said(one) for one in months]
        if any(rent < NOTHING for rent in rents):
            raise FactRefused("减免的租金不能是负数。", field="reduced_by_month")
        return {
            "rent_remitted": sum(rents[:MONTHS_OF_RENT], NOTHING),
            "months_remitted": sum(bool(rent) for rent in rents),
        }

    def _few_layoffs(self) -> Mapping[str, object]:
        """Before the package of 2020 a notice says how many layoffs are few; none are few anyway."""
        firm = self.given.part("enterprise")
        insured, layoffs = firm.take("insured"), firm.take("layoffs")
        threshold = self.given.part("params").take("layoff_threshold")
        if layoffs == 0:
            return {"no_or_few_layoffs": True}
        if threshold is None or not isinstance(layoffs, int) or not isinstance(insured, int):
            return {}
        return {"no_or_few_layoffs": layoffs <= insured * exact_said(threshold, "layoff_threshold")}


def told(kind: type[Facts], *parts: Given) -> dict[str, object]:
    """The facts of one kind that were said, wherever in the claim."""
    said: dict[str, object] = {}
    for name, field in kind.fields.items():
        value = next((one for part in parts if (one := part.take(name)) is not None), None)
        if value is not None:
            said[name] = READ.get(field.kind, _as_it_is)(field, value)
    return said


def _as_it_is(of: Field[Any], value: Any) -> object:
    return value


def _word(of: Field[Any], value: Any) -> object:
    return SPELLINGS.get(value, value) if isinstance(value, str) else value


def _money(of: Field[Any], value: Any) -> object:
    try:
        return money_said(value)
    except FactRefused as refused:
        raise of.refuse(refused.sentence) from None


def _ratio(of: Field[Any], value: Any) -> object:
    return exact_said(value, of.name)


def _day(of: Field[Any], value: Any) -> date | None:
    """A month alone is its first day."""
    return _day_said(value, of.name)


def _rows(of: Field[Any], value: Any) -> object:
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value) or of.rows is None:
        raise of.refuse("请填名单。")
    return tuple(of.rows(**told(of.rows, Given(_named(one)))) for one in value)


def _named(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Earlier grants are called by their measure; those of the fund's measures by their subsidy."""
    return {"measure": row["subsidy"], **row} if "subsidy" in row else row


READ: Mapping[Kind, Callable[[Field[Any], Any], object]] = {
    Kind.MONEY: _money,
    Kind.RATIO: _ratio,
    Kind.DAY: _day,
    Kind.WORD: _word,
    Kind.ROWS: _rows,
}


def _day_said(value: object, field: str) -> date | None:
    try:
        day = as_day(value)
    except ValueError:
        return month_said(value, field)
    if isinstance(day, datetime):
        raise FactRefused("请填日期，不带时间。", field=field)
    return day
