"""The bell in both frames: how much a person has not read."""

from guangyue.kit.access import SignedInRequest
from guangyue.notifications.models import Notification

MOST_COUNTED = 99


def count_unread(request: SignedInRequest) -> int:
    """As many as the bell can show, and one more."""
    if not request.user.is_authenticated:
        return 0
    return Notification.objects.of(request.user).unread()[: MOST_COUNTED + 1].count()
