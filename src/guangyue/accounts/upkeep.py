"""What is thrown away: sessions that are over, and failures that no longer count."""

from datetime import datetime

from guangyue.accounts.lockout import WINDOW
from guangyue.accounts.models import FailedSignIn, Session
from guangyue.jobs.declarations import job


@job("accounts.forget_sessions", title="清理过期的会话")
def forget_sessions(*, at: datetime) -> None:
    Session.objects.filter(expire_date__lte=at).delete()
    FailedSignIn.objects.filter(at__lte=at - WINDOW).delete()
