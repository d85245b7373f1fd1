"""Rows of accounts for the table of who may open what (tests/test_access_table.py)."""

from guangyue.accounts.tests.factories import a_grant, a_lock, a_user
from guangyue.organisations.models import Organisation, Region


def account(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"username": a_user(organisation=organisation).username}


def grant(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_grant(a_user(organisation=organisation), "inspector", organisation=organisation).pk}


def lock(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_lock(a_user(organisation=organisation)).pk}


SAMPLES = {
    "accounts:account": account,
    "accounts:disabling": account,
    "accounts:enabling": account,
    "accounts:password_reset": account,
    "accounts:sessions_end": account,
    "accounts:second_factor_removal": account,
    "accounts:granting": account,
    "accounts:preview": account,
    "accounts:grant_end": grant,
    "accounts:lock_lifting": lock,
}
LISTS = {"accounts:accounts": "accounts:account"}
