"""What is thrown away every night."""

from datetime import timedelta

import pytest

from guangyue.accounts.lockout import WINDOW
from guangyue.accounts.models import FailedSignIn, Session
from guangyue.accounts.sessions import SessionStore
from guangyue.accounts.tests.factories import NOON
from guangyue.accounts.upkeep import forget_sessions

pytestmark = pytest.mark.django_db


def test_what_is_over_is_forgotten_and_what_still_counts_is_kept() -> None:
    over, standing = SessionStore(), SessionStore()
    over.create()
    standing.create()
    Session.objects.filter(session_key=over.session_key).update(expire_date=NOON)
    Session.objects.filter(session_key=standing.session_key).update(expire_date=NOON + timedelta(seconds=1))
    for ago in (WINDOW, WINDOW - timedelta(seconds=1)):
        FailedSignIn.objects.create(account="wang", address="10.0.0.1", at=NOON - ago)

    forget_sessions.run(at=NOON)

    assert Session.objects.get().session_key == standing.session_key
    assert FailedSignIn.objects.get().at == NOON - WINDOW + timedelta(seconds=1)
