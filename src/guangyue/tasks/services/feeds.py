"""日历订阅: an address under which a unit's calendar is read; renewed, the former leads nowhere."""

from datetime import datetime
from uuid import uuid4

from guangyue.accounts.models import User
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import CalendarFeed


def renew_feed(*, organisation: Organisation, by: User, at: datetime) -> CalendarFeed:
    feed, _ = CalendarFeed.objects.update_or_create(
        organisation=organisation, defaults={"token": uuid4(), "by": by, "at": at}
    )
    return feed
