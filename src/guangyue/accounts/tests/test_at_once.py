"""What happens when two people act at the same moment."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from guangyue.accounts.granting import LastAdministrator, end_grant
from guangyue.accounts.lockout import AT_ONE_DESK
from guangyue.accounts.models import Grant, User
from guangyue.accounts.signing_in import verify_password
from guangyue.accounts.tests.factories import PASSWORD, a_grant, a_user
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("quick_passwords")]


def test_two_administrators_who_remove_each_other_do_not_both_succeed() -> None:
    at = timezone.now()
    first, second = a_user(), a_user()
    grants = [a_grant(user, "administrator") for user in (first, second)]

    def removing(grant: Grant, by: User) -> Callable[[], object]:
        return lambda: end_grant(grant=grant, by=by, at=at, ground="", scope=EVERYWHERE)

    came_to = at_once(removing(grants[0], second), removing(grants[1], first))

    assert came_to == ["", LastAdministrator.sentence]
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
