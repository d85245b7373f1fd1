"""What happens when two people act at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from guangyue.accounts.granting import LastAdministrator, end_grant
from guangyue.accounts.lockout import AT_ONE_DESK
from guangyue.accounts.models import Grant, User
from guangyue.accounts.signing_in import verify_password
from guangyue.accounts.tests.factories import PASSWORD, a_grant, a_user
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("quick_passwords")]


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """What each deed came to, all begun at the same moment: nothing, or the name of the refusal."""
    barrier = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> str:
        try:
            barrier.wait()
            deed()
        except Refused as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def test_two_administrators_who_remove_each_other_do_not_both_succeed() -> None:
    at = timezone.now()
    first, second = a_user(), a_user()
    grants = [a_grant(user, "administrator") for user in (first, second)]

    def removing(grant: Grant, by: User) -> Callable[[], object]:
        return lambda: end_grant(grant=grant, by=by, at=at, ground="", scope=EVERYWHERE)

    came_to = at_once(removing(grants[0], second), removing(grants[1], first))

    assert sorted(came_to) == ["", LastAdministrator.__name__]
    assert Grant.objects.in_force(at=at + timedelta(seconds=1)).count() == 1


def test_a_hundred_guesses_at_once_are_no_more_than_five(hashes: list[str]) -> None:
    a_user("wang", password=PASSWORD)
    hashes.clear()
    at = timezone.now()

    def guess() -> None:
        verify_password(name="wang", password="wrong", address="10.0.0.1", at=at)

    came_to = [outcome for _ in range(5) for outcome in at_once(*[guess] * 20)]

    assert "" not in came_to
    assert len(hashes) <= AT_ONE_DESK.failures
