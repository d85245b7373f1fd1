"""合同: signed, begun, assessed, and then renewed or ended."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.limits import valid_through
from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused
from guangyue.planners.declared import pilot
from guangyue.planners.models import Contract, ContractMove
from guangyue.planners.refusals import MovedOnAlready, NotRenewable, OutsideThePilot

State = Contract.State
MONTHS = 12


@dataclass(frozen=True)
class Agreed:
    """What a contract says."""

    institution: str
    city: str
    grade: str
    local_institute: str
    local_grade: str
    signed_on: date
    since: date
    duties: str
    group_fee: Money


@transaction.atomic
def sign_contract(
    *, agreed: Agreed, by: User | None, at: datetime, renews: Contract | None = None
) -> Contract:
    """签订 for the years of a term, be it beyond the pilot: what comes then rests on the contract alone."""
    terms = pilot()
    if not terms.holds_on(agreed.since):
        raise OutsideThePilot(terms.since, terms.until, field="since")
    if agreed.city not in terms.first_tier:
        raise Refused(f"团队机构应在一线城市：{'、'.join(terms.first_tier)}。", field="city")
    if agreed.grade != terms.institution_grade:
        raise Refused(f"团队机构应具有{terms.institution_grade}资质。", field="grade")
    if agreed.signed_on > agreed.since:
        raise Refused("签订日期不能晚于聘期开始。", field="signed_on")
    contract = Contract.objects.create(
        institution=agreed.institution,
        city=agreed.city,
        grade=agreed.grade,
        local_institute=agreed.local_institute,
        local_grade=agreed.local_grade,
        signed_on=agreed.signed_on,
        since=agreed.since,
        until=valid_through(agreed.since, months=terms.term_years * MONTHS),
        duties=agreed.duties,
        group_fee=agreed.group_fee,
        renews=renews,
        by=by,
        at=at,
    )
    ContractMove.objects.create(contract=contract, to=State.SIGNED, by=by, at=at)
    return contract


def begin_contract(*, contract: Contract, by: User | None, at: datetime) -> Contract:
    return _move(contract, State.SIGNED, to=State.ACTIVE, by=by, at=at)


@transaction.atomic
def assess_contract(
    *, contract: Contract, passed: bool, said: str, by: User | None, at: datetime
) -> Contract:
    """聘期考评."""
    moved = _move(contract, State.ACTIVE, to=State.ASSESSED, said=said, by=by, at=at)
    moved.passed = passed
    moved.save(update_fields=["passed"])
    return moved


@transaction.atomic
def renew_contract(*, contract: Contract, agreed: Agreed, by: User | None, at: datetime) -> Contract:
    """续聘: only after an assessment that was passed."""
    if contract.state != State.ASSESSED or not contract.passed:
        raise NotRenewable
    _move(contract, State.ASSESSED, to=State.RENEWED, by=by, at=at)
    return sign_contract(agreed=agreed, renews=contract, by=by, at=at)


def end_contract(*, contract: Contract, said: str, by: User | None, at: datetime) -> Contract:
    return _move(contract, *Contract.OPEN, to=State.ENDED, said=said, by=by, at=at)


def beyond_the_pilot(contract: Contract) -> bool:
    """仅按合同: the contract runs on when the pilot is over."""
    return contract.until > pilot().until


@transaction.atomic
def _move(
    contract: Contract, *states: State, to: State, said: str = "", by: User | None, at: datetime
) -> Contract:
    held = Contract.objects.select_for_update().get(pk=contract.pk)
    if held.state not in states:
        raise MovedOnAlready
    held.state = to
    held.save(update_fields=["state"])
    ContractMove.objects.create(contract=held, to=to, said=said, by=by, at=at)
    return held
