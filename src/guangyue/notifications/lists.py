"""The lists of notifications: a person's own, and the outbox."""

from django.db.models import Q
from django.utils.text import Truncator
from markupsafe import Markup, escape

from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order, YesNo
from guangyue.notifications.models import CHANNEL_CHOICES, Delivery, Notification, State

MOST_OF_AN_ANSWER = 60
LOOKS = {State.SENT: "good", State.UNKNOWN: "notice", State.DEAD: "bad"}


def state_tag(delivery: Delivery) -> Markup:
    look = LOOKS.get(State(delivery.state), "plain")
    return Markup('<span class="tag {}">{}</span>').format(look, delivery.get_state_display())


def _title(notification: Notification) -> Markup:
    """Bold with a dot until it is read."""
    if notification.read_at:
        return escape(notification.title)
    return Markup('<strong>{}</strong> <span class="tag notice">未读</span>').format(notification.title)


OWN = Listing(
    key="notifications.own",
    title="通知",
    columns=(
        Column("title", "标题", show=_title),
        Column("body", "内容"),
        Column("at", "时间"),
        Column("read_at", "阅读时间", chosen=False),
    ),
    orders=(Order("latest", "最新在前", ("-at",)), Order("earliest", "最早在前", ("at",))),
    filters=(
        YesNo("unread", "阅读", Q(read_at=None), words=("未读", "已读")),
        DayRange("at", "时间", moments=True),
    ),
    search=("title__contains", "body__contains"),
    search_hint="标题或者内容",
    empty="还没有通知",
    empty_advice="与您有关的事情有了进展，会在这里告诉您。",
)


def _answer(delivery: Delivery) -> str:
    """As much of it as a list has room for."""
    return Truncator(getattr(delivery, "answer", "")).chars(MOST_OF_AN_ANSWER)


OUTBOX = Listing(
    key="notifications.outbox",
    title="通知投递",
    columns=(
        Column("notification__title", "通知"),
        Column("state", "状态", value=Delivery.get_state_display, show=state_tag),
        Column("channel", "渠道", value=Delivery.get_channel_display),
        Column("notification__to", "收件人"),
        Column("address", "地址", chosen=False),
        Column("notification__at", "通知时间"),
        Column("due_at", "下次发送", value=lambda one: one.due_at if one.state == State.WAITING else None),
        Column("answer", "最近一次答复", show=_answer),
    ),
    orders=(Order("latest", "最新在前", ("-id",)), Order("earliest", "最早在前", ("id",))),
    filters=(
        Choice("state", "状态", tuple(State.choices)),
        Choice("channel", "渠道", tuple(CHANNEL_CHOICES)),
        DayRange("at", "通知时间", lookup="notification__at", moments=True),
    ),
    search=("notification__title__contains", "notification__to__name__contains", "address__startswith"),
    search_hint="通知标题、收件人或者地址",
    empty="还没有投递",
    empty_advice="设置了邮件、短信或者协同平台以后，站内通知会同时从这里发出。",
)
