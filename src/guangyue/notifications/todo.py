"""What waits for those who look after the outbox."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.todo import Todo
from guangyue.notifications.models import Delivery, State
from guangyue.notifications.permissions import MANAGE_OUTBOX


@needs(MANAGE_OUTBOX)
def deliveries_in_trouble(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """One for those whose outcome is unknown, one for those that were given up."""
    for state in (State.UNKNOWN, State.DEAD):
        rows = Delivery.objects.filter(state=state)
        if first := rows.order_by("pk").select_related("notification").first():
            address = f"{reverse('notifications:outbox')}?state={state}"
            title = f"{rows.count()} 条通知{state.label}"
            yield Todo("通知投递", title, address, since=first.notification.at)
