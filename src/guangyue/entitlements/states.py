"""状态: where somebody stands with one policy."""

from django.db import models

from guangyue.rules.prospects import Outlook


class State(models.TextChoices):
    ENTITLED = "entitled", "可以申领"
    MAYBE = "maybe", "待补充信息"
    UPCOMING = "upcoming", "即将符合"
    AUTOMATIC = "automatic", "免申即享"
    APPLIED = "applied", "办理中"
    PAID = "paid", "已发放"
    NOT_ENTITLED = "not_entitled", "不符合"
    CLOSED = "closed", "已截止"


OF_OUTLOOK = {
    Outlook.ENTITLED: State.ENTITLED,
    Outlook.MAYBE: State.MAYBE,
    Outlook.UPCOMING: State.UPCOMING,
    Outlook.NOT_ENTITLED: State.NOT_ENTITLED,
    Outlook.CLOSED: State.CLOSED,
}


def state_of(outlook: Outlook, *, automatic: bool, standing: str = "") -> State:
    """What was applied for or paid is that, whatever the rule says today; what comes by itself is not asked
    for."""
    if standing:
        return State(standing)
    if outlook is Outlook.ENTITLED and automatic:
        return State.AUTOMATIC
    return OF_OUTLOOK[outlook]
