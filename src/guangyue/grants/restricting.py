"""限制申请: the measures of credit that close public money to a payee, each with its law and its record."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from guangyue.credit.declaration import PUBLIC_MONEY
from guangyue.credit.models import AppliedMeasure
from guangyue.credit.standing import applied_against
from guangyue.credit.states import State
from guangyue.grants.cases import Payee
from guangyue.registries.models import Person
from guangyue.systems.offered import Offered

BY_CREDIT = "有正在实施的信用措施，不予发放。"


@dataclass(frozen=True)
class CreditRestriction:
    """信用限制: as it stood on a day; without a law of its own a measure is never switched on."""

    measure: str
    basis: str
    record: str
    document: str
    unit: str
    doubted: bool = False  # 异议中

    def __str__(self) -> str:
        return f"{self.measure}（依据{self.basis}；信用记录 {self.record}，{self.unit} {self.document}）"

    def freeze(self) -> Mapping[str, Any]:
        return asdict(self)


def restrictions_on(*, offered: Offered, payee: Payee, on: date) -> list[CreditRestriction]:
    number = payee.id_number if isinstance(payee, Person) else payee.credit_code
    return restrictions_by_number(offered=offered, numbers=[number], on=on).get(number, [])


def restrictions_by_number(
    *, offered: Offered, numbers: Collection[str], on: date
) -> Mapping[str, list[CreditRestriction]]:
    """Relief is owed to whoever is in need, and no record of any kind closes it."""
    if offered.offer.relief:
        return {}
    found: dict[str, list[CreditRestriction]] = {}
    for applied in applied_against(numbers, PUBLIC_MONEY, on):
        found.setdefault(applied.subject.number, []).append(_restriction(applied))
    return found


def _restriction(applied: AppliedMeasure) -> CreditRestriction:
    record = applied.record
    return CreditRestriction(
        measure=applied.measure.title,
        basis=applied.measure.basis,
        record=record.number,
        document=record.document,
        unit=record.unit.name,
        doubted=record.state == State.OBJECTED.name,
    )
