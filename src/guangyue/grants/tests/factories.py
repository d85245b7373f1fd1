"""Applications and decisions for tests."""

from datetime import UTC, date, datetime
from typing import Any

from guangyue.accounts.models import User
from guangyue.grants.models import Application, Decision
from guangyue.grants.services.applications import save_application, submit_application
from guangyue.grants.services.decisions import decide_application
from guangyue.kit.money import Money
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Firm, Person
from guangyue.systems.offered import Offered, offered_as

SMALL_CITY = "guangyue.grants.tests.small_city.CITY"
SETTLED_AT = datetime(2021, 1, 1, tzinfo=UTC)
AT = datetime(2026, 3, 2, 4, tzinfo=UTC)  # as the facts of the registries' factories are known by
ON = date(2021, 4, 30)
LONG_AGO = date(2019, 1, 1)
EMPLOYMENT = kind_of(About.PERSON, "employment")
BIRTH = kind_of(About.PERSON, "birth_date")
TOLD = {"passed": True, "paid": Money.yuan(500)}


def offer(key: str) -> Offered:
    found = offered_as(f"S20.{key}")
    assert found is not None
    return found


def a_draft(payee: Person | Firm, *, key: str = "training", said: Any = None) -> Application:
    return save_application(
        offered=offer(key), payee=payee, item="", on=ON, said=[TOLD if said is None else said], at=AT
    )


def an_application(payee: Person | Firm, *, key: str = "training", said: Any = None) -> Application:
    """Handed in by the payee."""
    assert payee.account is not None
    return submit_application(
        application=a_draft(payee, key=key, said=said), consent=True, by=payee.account, at=AT
    )


def a_decision(payee: Person | Firm, *, by: User, said: Any = None) -> Decision:
    return decide_application(
        application=an_application(payee, said=said),
        established=[{}],
        granted=None,
        reason="",
        by=by,
        at=AT,
    )
