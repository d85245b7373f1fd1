"""接通: from a day on an item is fetched from its owner."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.bundles.models import Connection
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused


@transaction.atomic
def connect_item(*, theme: str, item: str, on: date, by: User, at: datetime) -> Connection:
    if on > local_day(at):
        raise Refused("接通之日不能晚于今天。", field="on")
    connection, made = Connection.objects.get_or_create(
        theme=theme, item=item, defaults={"on": on, "by": by, "at": at}
    )
    if not made:
        raise Refused("这一项已经登记过接通。", field="on")
    return connection
