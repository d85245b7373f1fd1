"""申请: what a claim says, as the facts that the rules ask about.

What a window verifies before it asks the engine, and a claim does not say, is taken as verified and stands in
`VERIFIED`; everything else that is not said stays unknown.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guangyue.kit.limits import month_end, months_after
from guangyue.kit.money import Money
from guangyue.rules.answers import exact_said, money_if_said, money_said, month_ends_said, month_said
from guangyue.rules.facts import Facts
from guangyue.systems.examples import Given, as_day
from liaocheng.employment_subsidies.facts import (
    BY_ENTERPRISE,
    BY_ONESELF,
    BY_TRAINER,
    LARGE,
    MEDIUM,
    MICRO,
    SMALL,
    Enterprise,
    Grant,
    Insured,
    Internship,
    Person,
    Renewal,
    Service,
    Training,
    Worker,
)

SIZES = {"micro": MICRO, "small": SMALL, "medium": MEDIUM, "large": LARGE}
WOMAN = {"女": True, "男": False, "female": True, "male": False, "F": True, "M": False}
CHANNELS = {"person": BY_ONESELF, "org": BY_TRAINER, "enterprise": BY_ENTERPRISE}
VERIFIED: dict[type[Facts], dict[str, object]] = {
    Person: {"draws_unemployment_benefit": False, "grants": ()},
    Training: {"claimed_by": BY_TRAINER, "kind": "职业技能", "advanced": True},
    Insured: {"small_firm": True, "contract_months": 12, "granted": 0, "extended": False},
    Internship: {"insured_by_unit": False, "granted": 0},
    Worker: {"counted": False, "registered": True, "of_working_age": True},
    Enterprise: {"grants": (), "year": 1},
    Service: {"year": 1, "paid_this_year": Money(0), "months_since_leaving": 6, "jobs_each": 5},
    Renewal: {"expired": True, "extended": False},
}
EXACT = 10**6


@dataclass(frozen=True)
class Claim:
    """One application: its subjects, its day or months, and the figures of its place."""

    given: Given

    @property
    def subsidy(self) -> str:
        return self.given.text("subsidy")

    @property
    def on(self) -> date | None:
        return self.given.day("date")

    @property
    def months(self) -> tuple[date, ...]:
        return month_ends_said(self.given.take("months"))

    def figure(self, key: str, region: str | None, day: date) -> int | None:
        """A parameter of the place, or None where nobody said it."""
        value = self.given.part("params").take(key)
        if value is None:
            return None
        if key in RATES:
            return int(exact_said(value, key) * EXACT)
        return money_said(value).fen

    def subjects(self, kinds: tuple[type[Facts], ...], *, granted: int = 0) -> tuple[Facts, ...]:
        """The facts a rule asks about, after so many months were granted."""
        return tuple(MAKERS[kind](self.given, granted) for kind in kinds)


RATES = ("county_flex_rate",)


def person(given: Given, granted: int) -> Facts:
    said = given.part("person")
    return _facts(
        Person,
        groups=_list(said.take("cats")),
        woman=_one_of(said.take("sex"), WOMAN),
        birth=_birth(said, given.day("date") or given.day("first_approval")),
        graduated=said.day("graduation_date"),
        retires=said.day("retirement_date"),
        draws_unemployment_benefit=said.take("ui_benefit"),
        grants=tuple(_grants(given)),
    )


def training(given: Given, granted: int) -> Facts:
    said, certificate = given.part("training"), given.part("cert")
    contract, figures = given.part("contract"), given.part("params")
    return _facts(
        Training,
        claimed_by=_one_of(said.take("channel"), CHANNELS),
        kind=said.take("kind"),
        certificate=certificate.take("type"),
        occupation=certificate.take("occupation"),
        level=certificate.take("level"),
        began=said.day("start_date"),
        fee=money_if_said(said.take("fee")),
        filed=said.take("prefiled"),
        contract_signed=contract.day("signed"),
        contract_months=contract.take("months"),
        catalogue_standard=money_if_said(figures.take("catalogue_standard")),
        in_key_catalogue=figures.take("in_key_catalogue"),
    )


def insured(given: Given, granted: int) -> Facts:
    paid, enterprise, contract = given.part("paid"), given.part("enterprise"), given.part("contract")
    employer, size = given.take("employer_type"), enterprise.take("size")
    return _facts(
        Insured,
        unit_paid=money_if_said(paid.take("unit_si")),
        person_paid=money_if_said(paid.take("personal_si")),
        small_firm=None if size is None else size in ("micro", "small"),
        enterprise=None if employer is None else employer == "企业",
        county_opted_in=given.take("county_opted_in"),
        contract_months=contract.take("months"),
        declared=given.day("declared"),
        hired=given.day("hired"),
        first_approved=given.day("first_approval"),
        granted=granted,
        extended=given.part("renewal").take("still_hard"),
    )


def renewal(given: Given, granted: int) -> Facts:
    said = given.part("renewal")
    return _facts(
        Renewal,
        hardship=said.take("family_hardship"),
        still_hard=said.take("still_hard"),
        excellent=said.take("appraisal_excellent"),
        reviewed=said.take("city_review"),
        publicised=said.take("publicity"),
        filed=said.take("province_filed"),
    )


def internship(given: Given, granted: int) -> Facts:
    retention = given.take("retention_rate")
    return _facts(
        Internship,
        living_pay=money_if_said(given.take("living_pay")),
        retention=None if retention is None else exact_said(retention, "retention"),
        months_done=granted,
        granted=granted,
    )


def enterprise(given: Given, granted: int) -> Facts:
    said = given.part("enterprise")
    premiums, workers = given.take("workers_premium"), given.take("workers")
    return _facts(
        Enterprise,
        size=_one_of(said.take("size"), SIZES),
        registered=said.day("registered"),
        first_licence=said.take("first_licence"),
        founder_insured=said.take("founder_pays_si"),
        in_park=said.take("in_park"),
        rent_relief=said.take("rent_relief"),
        rent_paid=money_if_said(given.take("rent_paid_year")),
        year=given.take("year_no"),
        qualifying_workers=given.take("workers_qualifying"),
        uplift=money_if_said(given.part("params").take("county_uplift")),
        workers=tuple(_facts(Worker, premium=money_said(one)) for one in premiums)
        if premiums is not None
        else _list_of(workers, _worker),
        grants=tuple(_grants(given)),
    )


def service(given: Given, granted: int) -> Facts:
    return _facts(
        Service,
        destination=given.take("destination"),
        persons=given.take("persons"),
        contract_months=given.part("contract").take("months"),
        local_standard=money_if_said(given.part("params").take("local_standard")),
        enterprises=given.take("enterprises"),
        firms=given.take("firms"),
        paid_this_year=money_if_said(given.take("paid_this_year")),
        year=given.take("year_no"),
    )


MAKERS: Mapping[type[Facts], Callable[[Given, int], Facts]] = {
    Person: person,
    Training: training,
    Insured: insured,
    Renewal: renewal,
    Internship: internship,
    Enterprise: enterprise,
    Service: service,
}


def _facts(subject: type[Facts], /, **said: object) -> Facts:
    """What is said, before what is verified; nothing for what is neither."""
    known = {name: value for name, value in said.items() if value is not None}
    return subject(**{**VERIFIED.get(subject, {}), **known})


def _worker(said: Mapping[str, Any]) -> Facts:
    return _facts(
        Worker,
        group=said.get("cat"),
        contract_months=said.get("contract_months"),
        wage=money_if_said(said.get("wage")),
        insured=said.get("si_paid"),
        founder=said.get("is_founder"),
        counted=said.get("counted"),
    )


def _grants(given: Given) -> Iterator[Grant]:
    """A grant for months is one grant for each of them."""
    for said in given.take("history") or ():
        ends: list[date | None] = [
            month_end(month_said(month, "history")) for month in said.get("months", ())
        ]
        for end in ends or [None]:
            values = {
                "subsidy": said.get("subsidy"),
                "granted_on": as_day(said.get("date")) or end,
                "month": end,
                "occupation": said.get("occupation"),
                "level": said.get("level"),
                "kind": said.get("kind"),
            }
            yield Grant(**{name: value for name, value in values.items() if value is not None})


def _birth(said: Given, on: date | None) -> date | None:
    """From an age, the latest birthday that makes it."""
    birth, age = said.day("birth_date"), said.take("age")
    if birth is None and age is not None and on is not None:
        return months_after(on, -12 * int(age))
    return birth


def _list(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _list_of(value: Any, make: Callable[[Mapping[str, Any]], Facts]) -> object:
    return None if value is None else tuple(map(make, value))


def _one_of(value: object, words: Mapping[str, object]) -> object:
    return words.get(value, value) if isinstance(value, str) else value
